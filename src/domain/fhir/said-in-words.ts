import { nameOf } from '#domain/fhir/human-name.ts'
import {
  all,
  codings,
  extensions,
  type FhirNode,
  hasCode,
  valueAt,
  valuesAt,
  wordsOf,
} from '#domain/fhir/node.ts'
import type { Findings } from '#domain/fhir/note.ts'
import { extensionUrls, helperRoles, observations, systems } from '#domain/fhir/systems.ts'
import { reachOf } from '#domain/fhir/telecom.ts'

/** Why she is referred, in the sender's own words: reason and notes of the request. */
export function readReasons(requests: readonly FhirNode[], findings: Findings): void {
  for (const request of requests) {
    for (const reason of all(request, 'reasonCode')) findings.line('reason', wordsOf(reason))
    for (const note of valuesAt(request, 'note', 'text')) findings.line('reason', note)
  }
}

/** Alerts that are in force, a line each. Those that ended are history that nobody here needs. */
export function readAlerts(flags: readonly FhirNode[], findings: Findings): void {
  for (const flag of flags) {
    if (valueAt(flag, 'status') !== 'active') {
      findings.note('not-active', 'Flag')
      continue
    }
    const detail = extensions(flag, extensionUrls.flagDetail).flatMap((one) =>
      valuesAt(one, 'valueReference', 'display'),
    )[0]
    findings.line('alert', wordsOf(flag, 'code') ?? detail)
  }
}

/** How she lives, in the sender's words. Kinds of house and of adaptation, in observations of their own, are not read. */
export function readLivingSituation(given: readonly FhirNode[], findings: Findings): void {
  for (const living of given.filter((one) =>
    hasCode(one, ['code'], systems.snomed, observations.livingSituation),
  )) {
    findings.line('living', wordsOf(living, 'valueCodeableConcept') ?? valueAt(living, 'valueString'))
    for (const note of valuesAt(living, 'note', 'text')) findings.line('living', note)
  }
}

/**
 * Somebody through whom she may be reached: only one whose work it is to help her, and nothing else to her. Anyone
 * else in the bundle may be her partner, and a partner's identity is never kept (domain.md 2.4 and 7.3).
 */
export function readHelpers(people: readonly FhirNode[], herPhone: string | null, findings: Findings): void {
  for (const person of people) {
    const roles = codings(person, 'relationship')
    // 'First contact' (01, 02) says how much she counts on someone, not what he is to her.
    const telling = roles.filter(
      ({ system, code }) => !(system === systems.relationRole && ['01', '02'].includes(code)),
    )
    const helps =
      telling.length > 0 &&
      telling.every(
        ({ system, code }) => system === systems.relationRole && helperRoles.some((known) => known === code),
      )
    if (!helps) {
      findings.note('not-read', person.name === 'contact' ? 'Patient.contact' : person.name)
      continue
    }
    const name = nameOf(person)
    const { phone } = reachOf(person, findings, 'helper')
    findings.line(
      'via',
      [name && [name.given, name.family].filter(Boolean).join(' '), phone === herPhone ? null : phone]
        .filter(Boolean)
        .join(', '),
    )
  }
}
