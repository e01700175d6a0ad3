import type { z } from 'zod'
import type { Day } from '#domain/day.ts'
import { agreementIn } from '#domain/fhir/agreement.ts'
import { type Bundle, bundleOf } from '#domain/fhir/bundle.ts'
import { all, type FhirNode, valueAt } from '#domain/fhir/node.ts'
import { Findings, type Line, type Note } from '#domain/fhir/note.ts'
import { isBundleType, motherOf, patientOf } from '#domain/fhir/patient.ts'
import { childOf } from '#domain/fhir/pregnancy.ts'
import { referrerOf } from '#domain/fhir/referrer.ts'
import { readAlerts, readHelpers, readLivingSituation, readReasons } from '#domain/fhir/said-in-words.ts'
import { treeWithoutBsn } from '#domain/fhir/without-bsn.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'

export interface ReadReferral {
  /** Without `words`: the reader puts the lines together in the language of those who will read them. */
  readonly submission: z.input<typeof referralSubmission>
  readonly lines: readonly Line[]
  readonly notes: readonly Note[]
}

export type BundleRefusal =
  | 'bundle-needed'
  | 'bundle-type'
  | 'patient-needed'
  | 'one-patient-needed'
  | 'patient-deceased'
  | 'not-understood'
  | 'agreement-needed'
  | 'agreement-denied'

/** Types that are read, or that hold the others together. Of every other type the sender hears that it wasn't. */
const read = [
  'Patient',
  'Observation',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Flag',
  'Consent',
  'ServiceRequest',
  'Composition',
  'MessageHeader',
]
/** States of an observation that was made and not taken back. */
const made = ['registered', 'preliminary', 'final', 'amended', 'corrected']

/**
 * Reads a referral out of a bundle of Dutch nl-core resources (zib2020, FHIR R4; domain.md 3.8). Pure: the bundle
 * comes as a tree, the day from outside. No BSN comes out of it, wherever one stood. `Refusal` where there is
 * nothing to refer or no agreement; whether the fields themselves can be right, `referralSubmission` judges.
 */
export function readReferral(
  root: FhirNode,
  said: { agreed: boolean; programmeId: string | null; today: Day },
): ReadReferral | Refusal<BundleRefusal> {
  if (root.name !== 'Bundle') return refuse('bundle-needed')
  if (!isBundleType(valueAt(root, 'type'))) return refuse('bundle-type')
  const { root: clean, places } = treeWithoutBsn(root)
  const bundle = bundleOf(clean)
  const patient = patientOf(bundle)
  if (isRefusal(patient)) return patient
  // A modifier that a reader doesn't know may turn the meaning round; FHIR forbids going on.
  if (all(patient, 'modifierExtension').length > 0) return refuse('not-understood')
  const findings = new Findings()
  for (const place of places) findings.note('bsn-dropped', place)
  const hers = herOwn(bundle, patient, findings)
  const agreement = agreementIn(bundle, {
    isHers: (consent) => hers('Consent').includes(consent),
    said: said.agreed,
    today: said.today,
  })
  if (isRefusal(agreement)) return agreement
  const given = hers('Observation').filter((one) => made.includes(valueAt(one, 'status') ?? ''))
  const mother = motherOf(patient, findings)
  const child = childOf(given, findings)
  const referrer = referrerOf(bundle, findings)
  readReasons(hers('ServiceRequest'), findings)
  readAlerts(hers('Flag'), findings)
  readLivingSituation(given, findings)
  readHelpers([...hers('RelatedPerson'), ...all(patient, 'contact')], mother.phone ?? null, findings)
  for (const { name } of bundle.resources) if (!read.includes(name)) findings.note('not-read', typeName(name))
  return {
    submission: {
      programmeId: said.programmeId,
      mother,
      child: { ...child, given: null },
      agreed: true,
      ...(referrer ? { referrer } : {}),
    },
    lines: findings.lines,
    notes: findings.notes,
  }
}

/** Resources of a type that are about her. Those that name nobody are hers if she is the only one. */
function herOwn(bundle: Bundle, patient: FhirNode, findings: Findings) {
  const alone = bundle.ofType('Patient').length === 1
  return (type: string): readonly FhirNode[] =>
    bundle.ofType(type).filter((resource) => {
      if (all(resource, 'modifierExtension').length > 0) {
        findings.note('not-read', type)
        return false
      }
      const who = ['subject', 'patient'].find((name) => all(resource, name, 'reference').length > 0)
      const isHers = who ? bundle.target(resource, who) === patient : alone
      if (!isHers) findings.note('not-about-her', type)
      return isHers
    })
}

/** A type is a sender's text until it looks like one. */
const typeName = (name: string): string | null => (/^[A-Z][A-Za-z]{1,40}$/.test(name) ? name : null)
