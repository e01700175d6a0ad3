import { json } from '#db/connection.ts'
import { insertMatch, lockMatch, type MatchRow } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { WorkerRow } from '#db/worker.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { propose } from '#domain/match/propose.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { beginMatch } from '#usecases/match/begin-match.ts'
import { checkPair } from '#usecases/match/check-pair.ts'
import { explanationFor } from '#usecases/match/explanation.ts'
import { planJointVisit } from '#usecases/match/plan-joint-visit.ts'
import { keepMatchStep } from '#usecases/match/take-match-step.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** A first meeting further off than this is a slip of the hand. */
export const longestGap = { months: 6 }

interface Passed {
  readonly before: MatchRow
  readonly trajectory: TrajectoryRow
  readonly worker: WorkerRow
}
interface Days {
  readonly meetOn: Day
  readonly jointOn: Day | null
  readonly trialUntil: Day | null
}

/**
 * The match with whoever goes on with her, held against the rules as they are now. It begins at once if the two met;
 * otherwise it is an introduction that waits for its day. The caller ended the one before.
 */
export async function goOnWith(
  work: Work,
  { before, trajectory, worker }: Passed,
  { meetOn, jointOn, trialUntil }: Days,
): Promise<string> {
  const { tx, orgId, actor, today } = work
  const definition = definitionOf(work, trajectory)
  const { woman, candidate } = await checkPair(work, definition, trajectory, worker)
  const [proposal] = propose(definition, woman, [candidate]).proposals
  if (!proposal) throw new Error('a pair that may be matched has a proposal')
  const id = work.newId()
  await insertMatch(tx, {
    org_id: orgId,
    id,
    trajectory_id: trajectory.id,
    worker_id: worker.id,
    state: 'introduction',
    score: proposal.score,
    explanation: json(explanationFor(definition, proposal.criteria)),
    proposed_by: actorId(actor),
    proposed_on: today,
    mother_answer: 'yes',
    mother_answered_on: today,
    worker_answer: 'yes',
    worker_answered_on: today,
    introduction_on: meetOn,
    follows_id: before.id,
    joint_on: jointOn,
  })
  await keepMatchStep(work, id, { step: 'go-on', from: null, to: 'introduction' })
  if (isBefore(today, meetOn)) return id
  const match = await lockMatch(tx, { kind: 'system', orgId, job: 'match' }, id)
  if (!match) throw new Error('a match that was just written')
  // Her programme goes on as it ran; only who stands beside her is somebody else.
  const begun = {
    state: 'active' as const,
    started_on: trajectory.started_on ?? today,
    ends_on: trajectory.ends_on,
  }
  await beginMatch(work, { match, trajectory, worker }, { definition, begun, trialUntil })
  if (jointOn) await planJointVisit(work, trajectory, { workerId: worker.id, on: jointOn, definition })
  return id
}
