import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { isRunning, mayMatchStep } from '#domain/match/match.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { NotFound } from '#usecases/failure.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A match that runs, as the worker in it sees it: where it stands, which days matter, and what she is asked herself.
 * Never what the other side said, nor why it rests: that is hers to tell.
 */
export const readMyMatch = question({
  name: 'read-my-match',
  may: (actor) => isMemberWith(actor, 'worker'),
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor } = work
    const match = await findMatch(tx, actor, id)
    if (!match || actor.kind !== 'member' || match.worker_id !== actor.workerId) throw new NotFound()
    const state = matchStateOf(match)
    const own = { kind: 'system', orgId, job: 'match' } as const
    const trajectory = isRunning(state) && (await findTrajectory(tx, own, match.trajectory_id))
    if (!trajectory) throw new NotFound()
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    work.about({ person: trajectory.person_id, trajectory: trajectory.id, basis: 'match' })
    return {
      matchId: id,
      version: match.version,
      trajectoryId: trajectory.id,
      state,
      firstName: person?.name.given ?? '—',
      programme: definitionOf(work, trajectory).label,
      startedOn: match.started_on,
      trialUntil: state === 'trial' ? match.trial_until : null,
      answer: state === 'trial' ? match.trial_worker_answer : null,
      pausedUntil: state === 'paused' ? match.paused_until : null,
      lastVisitOn: match.last_visit_on,
      lastVisitHeld: match.last_visit_held_on !== null,
      jointOn: match.joint_on,
      abilities: { answer: mayMatchStep(state, 'confirm') },
    }
  },
})
export type MyMatch = Awaited<ReturnType<typeof readMyMatch>>
