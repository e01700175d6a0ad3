import { z } from 'zod'
import { type ConsentRow, findConsents } from '#db/consent.ts'
import { listDocumentsOf } from '#db/document.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import {
  type ConsentState,
  consentStates,
  consentTerms,
  isConsentCode,
  mayAnswer,
  type SharingParty,
} from '#domain/consent/consent.ts'
import { consentPolicy } from '#domain/consent/consent-policy.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { type ConsentCode, consentCodes } from '#domain/programme/definition.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

export interface Answer {
  readonly id: string
  readonly state: ConsentState
  readonly how: string
  readonly onDay: Day
  readonly untilDay: Day | null
  readonly party: SharingParty | null
  /** One organisation of that kind, by name. */
  readonly organisation: string | null
  readonly purpose: string | null
  readonly items: readonly string[]
  readonly interpreter: string | null
  readonly textVersion: string
  readonly live: boolean
  /** A signed paper that shows it, if one is in her file. */
  readonly documentId: string | null
}
export interface RegisterEntry {
  readonly code: ConsentCode
  readonly need: 'required' | 'asked' | 'offered'
  readonly kind: 'consent' | 'notice'
  /** Newest first; the first live one is what counts. */
  readonly answers: readonly Answer[]
  /** What she may still answer; with a party each has answers of its own, and everything may be asked. */
  readonly mayBecome: readonly ConsentState[]
}

/** Her register for one trajectory: what this programme asks, in its order, and every answer she ever gave. */
export const listConsents = question({
  name: 'list-consents',
  may: consentPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor, orgId, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const rows = await findConsents(tx, orgId, trajectory.person_id, trajectoryId)
    const parties = (await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => ({ id, name }))
    const nameOf = (id: string | null) => parties.find((party) => party.id === id)?.name ?? null
    const definition = definitionOf(work, trajectory)
    const asked = new Map(definition.consents.map(({ code, need }) => [code, need]))
    const papers = new Map(
      (await listDocumentsOf(tx, actor, { trajectoryId })).flatMap(({ id, state, consent_id }) =>
        consent_id && state !== 'removed' ? [[consent_id, id]] : [],
      ),
    )
    const entries = consentCodes
      .filter((code) => asked.has(code) || rows.some((row) => row.code === code))
      .map((code) => entryOf(code, asked.get(code) ?? 'offered', rows, today, nameOf, papers))
    return {
      trajectoryId,
      name: person ? fullName(person.name) : '—',
      people: peopleOf(definition),
      entries,
      parties,
    }
  },
})

function entryOf(
  code: ConsentCode,
  need: RegisterEntry['need'],
  rows: readonly ConsentRow[],
  today: Day,
  nameOf: (id: string | null) => string | null,
  papers: ReadonlyMap<string, string>,
): RegisterEntry {
  const answers = rows
    .filter((row) => isConsentCode(row.code) && row.code === code)
    .map((row): Answer => {
      const past = row.until_day !== null && row.superseded_at === null && isBefore(row.until_day, today)
      return {
        id: row.id,
        documentId: papers.get(row.id) ?? null,
        state: past ? 'expired' : row.state,
        how: row.how,
        onDay: row.from_day,
        untilDay: code === 'C-6' ? row.until_day : null,
        // Written from the same list that the schema holds.
        party: row.party as SharingParty | null,
        organisation: nameOf(row.network_organisation_id),
        purpose: row.purpose,
        items: row.items,
        interpreter: row.interpreter,
        textVersion: row.text_version,
        live: row.superseded_at === null,
      }
    })
  const before = answers.find(({ live }) => live)?.state ?? null
  const mayBecome = consentStates.filter(
    (next) => next !== 'expired' && (code === 'C-6' || mayAnswer(code, before, next)),
  )
  return { code, need, kind: consentTerms[code].kind, answers, mayBecome }
}
