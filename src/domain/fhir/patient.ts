import type { z } from 'zod'
import { type Bundle, bundleTypes } from '#domain/fhir/bundle.ts'
import { fhirDay } from '#domain/fhir/fhir-day.ts'
import { nameOf } from '#domain/fhir/human-name.ts'
import { all, codings, extensions, type FhirNode, valueAt, wordsOf } from '#domain/fhir/node.ts'
import type { Findings } from '#domain/fhir/note.ts'
import { addressOf } from '#domain/fhir/sent-address.ts'
import { extensionUrls, observations, systems } from '#domain/fhir/systems.ts'
import { reachOf } from '#domain/fhir/telecom.ts'
import { languageInput, type personInput } from '#domain/person/person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Whom a bundle is about: its only Patient; of several the one that the request, the document or the pregnancy
 * names as its subject. A child or a partner who travels along is never taken for her.
 */
export function patientOf(
  bundle: Bundle,
): FhirNode | Refusal<'patient-needed' | 'one-patient-needed' | 'patient-deceased'> {
  const patients = bundle.ofType('Patient')
  const [first, second] = patients
  if (!first) return refuse('patient-needed')
  const named = new Set(
    [...bundle.ofType('ServiceRequest', 'Composition'), ...bundle.ofType('Observation').filter(isOfPregnancy)]
      .map((resource) => bundle.target(resource, 'subject'))
      .filter((target) => target?.name === 'Patient'),
  )
  const [only] = named
  const patient = second ? (named.size === 1 ? only : null) : first
  if (!patient) return refuse('one-patient-needed')
  // Nobody is to ring a family about a mother who died.
  return valueAt(patient, 'deceasedBoolean') === 'true' || valueAt(patient, 'deceasedDateTime') !== null
    ? refuse('patient-deceased')
    : patient
}

const isOfPregnancy = (observation: FhirNode): boolean =>
  codings(observation, 'code').some(
    ({ system, code }) =>
      system === systems.snomed && Object.values(observations).some((known) => known === code),
  )

/** Her file, as far as the Patient tells it. Marital status, nationality and her contacts are not read. */
export function motherOf(patient: FhirNode, findings: Findings): z.input<typeof personInput> {
  const name = nameOf(patient)
  const birth = valueAt(patient, 'birthDate')
  const birthDay = fhirDay(birth)
  if (birth !== null && birthDay === null) {
    findings.note('day-incomplete', 'Patient.birthDate')
    findings.line('birth-day', birth)
  }
  if (valueAt(patient, 'gender') === 'male') findings.note('gender-male', 'Patient.gender')
  return {
    name: { given: name?.given ?? '', family: name?.family ?? null },
    ...reachOf(patient, findings, 'mother'),
    birthDay,
    address: addressOf(patient, findings),
    ...languagesOf(patient, findings),
  }
}

/** Languages she speaks, the preferred one first; the first that is not Dutch if an interpreter is asked for. */
function languagesOf(
  patient: FhirNode,
  findings: Findings,
): { languages: string[]; interpreter: string | null } {
  const spoken = all(patient, 'communication').toSorted(
    (a, b) => Number(valueAt(b, 'preferred') === 'true') - Number(valueAt(a, 'preferred') === 'true'),
  )
  const languages = spoken.flatMap((communication) => {
    const read = codings(communication, 'language').flatMap(
      ({ code }) => languageInput.safeParse(code).data ?? [],
    )
    if (read[0]) return [read[0]]
    findings.note('language-unreadable', 'Patient.communication.language')
    findings.line('language', wordsOf(communication, 'language'))
    return []
  })
  const wanted = extensions(patient, extensionUrls.interpreterRequired).some(
    (extension) => valueAt(extension, 'valueBoolean') === 'true',
  )
  const different = [...new Set(languages)]
  return {
    languages: different,
    interpreter: wanted ? (different.find((language) => !/^nl\b/.test(language)) ?? null) : null,
  }
}

export const isBundleType = (type: string | null): boolean => bundleTypes.some((known) => known === type)
