import { z } from 'zod'
import { listMatchRows } from '#db/match.ts'
import { findSpots } from '#db/postcode-area.ts'
import { findSecretHomes } from '#db/secret-home.ts'
import { findTrajectoriesOf } from '#db/waiting.ts'
import { type Day, monthsBetween } from '#domain/day.ts'
import type { MatchState } from '#domain/match/match.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * What a worker hears of a woman before she said yes: enough to decide, too little to find her. No name, no address, no
 * reason for the referral.
 */
export interface ProposalForWorker {
  readonly matchId: string
  readonly version: number
  readonly state: MatchState
  readonly programme: Words
  /** Only once both said yes: in a small place a name is enough to find her. */
  readonly firstName: string | null
  readonly languages: readonly string[]
  readonly place: string | null
  readonly childMonths: number | null
  /** Nothing about a child is to be said. */
  readonly quiet: boolean
  readonly proposedOn: Day
  readonly answer: string | null
  readonly introductionOn: Day | null
}

/** The proposals addressed to the worker who asks, those to answer first. */
export const listMyProposals = question({
  name: 'list-my-proposals',
  may: (actor) => isMemberWith(actor, 'worker'),
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member' || actor.workerId === null) return []
    const rows = await listMatchRows(tx, actor, {
      states: ['proposed', 'agreed', 'introduction'],
      // Also when she is a coordinator too: here she is asked as a worker.
      workerIds: [actor.workerId],
      limit: 50,
    })
    const trajectories = new Map(
      (
        await findTrajectoriesOf(
          tx,
          orgId,
          rows.map((row) => row.trajectory_id),
        )
      ).map((row) => [row.id, row]),
    )
    const people = await readPeople(
      work,
      [...trajectories.values()].flatMap((row) => [row.person_id, childInSight(row) ?? row.person_id]),
    )
    work.about({ trajectory: [...trajectories.keys()], basis: 'match' })
    const spots = await findSpots(
      tx,
      orgId,
      [...people.values()].flatMap((person) => person.area ?? []),
    )
    const secret = await findSecretHomes(tx, orgId, [...people.keys()])
    return rows
      .flatMap((row): ProposalForWorker[] => {
        const trajectory = trajectories.get(row.trajectory_id)
        const person = trajectory && people.get(trajectory.person_id)
        if (!trajectory || !person) return []
        const bornOn = people.get(childInSight(trajectory) ?? '')?.birthDay ?? null
        return [
          {
            matchId: row.id,
            version: row.version,
            state: matchStateOf(row),
            programme: definitionOf(work, trajectory).label,
            firstName: row.state === 'proposed' ? null : person.name.given,
            languages: person.languages,
            // Of a home that nobody may find not even the town.
            place: secret.has(person.id) ? null : (spots.get(person.area ?? '')?.place ?? null),
            quiet: trajectory.quiet_since !== null,
            childMonths: bornOn ? monthsBetween(bornOn, today) : null,
            proposedOn: row.proposed_on,
            answer: row.worker_answer,
            introductionOn: row.introduction_on,
          },
        ]
      })
      .sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null))
  },
})
