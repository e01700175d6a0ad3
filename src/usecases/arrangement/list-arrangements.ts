import { z } from 'zod'
import { type ArrangementRow, listArrangementRows } from '#db/arrangement.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import {
  arrangementState,
  arrangementSteps,
  daysToHelp,
  isOverdue,
  mayStepArrangement,
  nextWordBy,
  stretchesOf,
} from '#domain/arrangement/arrangement.ts'
import { arrangementPolicy } from '#domain/arrangement/arrangement-policy.ts'
import { fullName } from '#domain/person/person.ts'
import type { ArrangementTerm } from '#domain/programme/chain-terms.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { arrangementFields } from '#usecases/arrangement/arrangement-fields.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** What was asked of parties that decide about it: where each stands, and the days every stretch took. */
export const listArrangements = question({
  name: 'list-arrangements',
  may: arrangementPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition || definition.arrangements.length === 0) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const parties = (await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => ({ id, name }))
    const seesAll = trajectoryPolicy.listCaseload(actor)
    const mayWrite = arrangementPolicy.write(actor)
    const rows = await listArrangementRows(tx, orgId, trajectoryId)
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      works: worksWith(definition, trajectory.state),
      mayWrite,
      kinds: definition.arrangements.map(({ id, label }) => ({ id, label })),
      parties: mayWrite ? parties : [],
      arrangements: rows.flatMap((row) => {
        const term = definition.arrangements.find(({ id }) => id === row.kind)
        const party = parties.find(({ id }) => id === row.network_organisation_id)?.name ?? null
        return term ? [arrangementView(work, { personId, row, term, party, mayWrite })] : []
      }),
    }
  },
})
export type Arrangements = Awaited<ReturnType<typeof listArrangements>>
export type ShownArrangement = Arrangements['arrangements'][number]

interface Seen {
  readonly personId: string
  readonly row: ArrangementRow
  readonly term: ArrangementTerm
  readonly party: string | null
  readonly mayWrite: boolean
}

/** One as a page shows it; her key must be loaded. */
function arrangementView({ vault, today }: Work, { personId, row, term, party, mayWrite }: Seen) {
  const state = arrangementState(row)
  return {
    id: row.id,
    version: row.version,
    label: term.label,
    state,
    /** Whoever is named, beside the organisation if there is one. */
    person: arrangementFields.open(vault, personId, row.id, 'party_sealed', row.party_sealed),
    party,
    purpose: arrangementFields.open(vault, personId, row.id, 'purpose_sealed', row.purpose_sealed),
    neededOn: row.needed_on,
    askedOn: row.asked_on,
    appliedOn: row.applied_on,
    decidedOn: row.decided_on,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    droppedCode: row.dropped_code,
    /** When somebody asks how it stands. */
    checkOn: row.check_on,
    by: nextWordBy(row, term),
    overdue: isOverdue(row, term, today),
    stretches: stretchesOf(row, term, today),
    daysToHelp: daysToHelp(row),
    steps: mayWrite ? arrangementSteps.filter((step) => mayStepArrangement(state, step)) : [],
  }
}
