import { z } from 'zod'
import { findEarlierWords } from '#db/earlier-words.ts'
import { listMatchRows } from '#db/match.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { type EarlierShown, unasked } from '#domain/match/earlier-words.ts'
import { type MatchState, openMatchStates } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { NotFound } from '#usecases/failure.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { restsAlone } from '#usecases/match/wait-again.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

export interface MatchLine {
  readonly id: string
  readonly state: MatchState
  readonly open: boolean
  readonly worker: string
  readonly proposedOn: Day
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  readonly endReason: string | null
  /** The day on which somebody asks how she is, until it was answered. */
  readonly askOn: Day | null
}

/** Everybody who stood beside her in this trajectory or was asked to, the last first; and what the next may read. */
export const listMatchesOf = question({
  name: 'list-matches-of',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor, orgId } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    const rows = await listMatchRows(tx, actor, { trajectoryIds: [trajectoryId], limit: 100 })
    const workers = await Promise.all(rows.map((row) => findWorker(tx, actor, row.worker_id)))
    const people = await readPeople(work, [
      trajectory.person_id,
      ...workers.flatMap((worker) => worker?.person_id ?? []),
    ])
    const nameOf = (id: string | undefined) => {
      const person = people.get(id ?? '')
      return person ? fullName(person.name) : '—'
    }
    const earlier = await findEarlierWords(tx, orgId, trajectoryId)
    const shown: EarlierShown = earlier?.shown ?? unasked
    return {
      trajectoryId,
      name: nameOf(trajectory.person_id),
      people: peopleOf(definitionOf(work, trajectory)),
      state: trajectory.state,
      version: trajectory.version,
      /** She rests after a good ending; somebody may be looked for again. */
      restsAlone: restsAlone(trajectory),
      earlier: { shown, decidedOn: earlier?.decided_on ?? null },
      mayChoose: trajectory.state !== 'closed',
      matches: rows.map(
        (row, at): MatchLine => ({
          id: row.id,
          state: matchStateOf(row),
          open: openMatchStates.some((state) => state === row.state),
          worker: nameOf(workers[at]?.person_id),
          proposedOn: row.proposed_on,
          startedOn: row.started_on,
          endedOn: row.ended_on,
          endReason: row.end_reason,
          askOn: row.after_answer ? null : row.after_on,
        }),
      ),
    }
  },
})
