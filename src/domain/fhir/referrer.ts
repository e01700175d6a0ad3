import type { Bundle } from '#domain/fhir/bundle.ts'
import { nameOf } from '#domain/fhir/human-name.ts'
import { codings, type FhirNode, valueAt, wordsOf } from '#domain/fhir/node.ts'
import type { Findings } from '#domain/fhir/note.ts'
import { systems } from '#domain/fhir/systems.ts'
import { reachOf } from '#domain/fhir/telecom.ts'
import type { ReferrerKind } from '#domain/referral/referral-submission.ts'

export interface SentReferrer {
  readonly kind: ReferrerKind
  readonly name: string | null
  readonly organisation: string | null
  readonly phone: string | null
  readonly email: string | null
}

/**
 * Who refers: whoever the request or the document says, else the only professional in the bundle. `null` if there is
 * none, or if it can't be told which one.
 */
export function referrerOf(bundle: Bundle, findings: Findings): SentReferrer | null {
  const sender = senderOf(bundle, findings)
  if (!sender) return null
  const role =
    sender.name === 'PractitionerRole'
      ? sender
      : bundle.ofType('PractitionerRole').find((one) => bundle.target(one, 'practitioner') === sender)
  const practitioner =
    sender.name === 'Practitioner' ? sender : role ? bundle.target(role, 'practitioner') : null
  const organisation =
    sender.name === 'Organization' ? sender : role ? bundle.target(role, 'organization') : null
  const name = practitioner && nameOf(practitioner)
  const reach = [practitioner, role, organisation]
    .filter((one) => one != null)
    .map((one) => reachOf(one, findings, 'referrer'))
  return {
    kind: role ? kindOf(role) : 'other',
    name: name ? [name.given, name.family].filter(Boolean).join(' ') : null,
    organisation: organisation ? valueAt(organisation, 'name') : null,
    phone: reach.find(({ phone }) => phone)?.phone ?? null,
    email: reach.find(({ email }) => email)?.email ?? null,
  }
}

function senderOf(bundle: Bundle, findings: Findings): FhirNode | null {
  const said = [
    ...bundle.ofType('ServiceRequest').map((request) => bundle.target(request, 'requester')),
    ...bundle.ofType('Composition').map((document) => bundle.target(document, 'author')),
    ...bundle.ofType('MessageHeader').map((message) => bundle.target(message, 'sender')),
  ].find((one) => one && ['Practitioner', 'PractitionerRole', 'Organization'].includes(one.name))
  if (said) return said
  for (const type of ['PractitionerRole', 'Practitioner', 'Organization']) {
    const [first, second] = bundle.ofType(type)
    if (second) findings.note('referrer-unclear', type)
    if (first) return second ? null : first
  }
  return null
}

/** Professions by code: UZI role codes, and AGB specialisms (COD016-VEKT). */
const kinds: readonly [system: string, code: RegExp, kind: ReferrerKind][] = [
  [systems.uziRole, /^03\./, 'midwife'],
  [systems.uziRole, /^01\.015$/, 'gp'],
  [systems.agbSpecialism, /^0?8\d\d$/, 'midwife'],
  [systems.agbSpecialism, /^0?1\d\d$/, 'gp'],
  [systems.agbSpecialism, /^0?307$/, 'gynaecologist'],
]
/** The same in the words that stand beside codes of every other kind. */
const said: readonly [words: RegExp, kind: ReferrerKind][] = [
  [/gyn(a)?ecolo|obstetri/i, 'gynaecologist'],
  [/verloskund|midwi/i, 'midwife'],
  [/praktijkondersteuner|practice nurse|\bpoh\b/i, 'practice_nurse'],
  [/jeugdgezondheid|jeugdarts|jeugdverpleeg|consultatiebureau|\bjgz\b/i, 'jgz'],
  [/huisarts|general practi/i, 'gp'],
  [/kraam|maternity/i, 'maternity_care'],
  [/wijkteam/i, 'neighbourhood_team'],
  [/maatschappelijk|social work/i, 'social_work'],
]

function kindOf(role: FhirNode): ReferrerKind {
  const coded = [...codings(role, 'specialty'), ...codings(role, 'code')]
  for (const { system, code } of coded) {
    const found = kinds.find((kind) => kind[0] === system && kind[1].test(code))
    if (found) return found[2]
  }
  const words = [
    ...coded.map(({ display }) => display),
    wordsOf(role, 'specialty'),
    wordsOf(role, 'code'),
  ].join(' ')
  return said.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
