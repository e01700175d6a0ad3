import { z } from 'zod'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { listWorkerRows, lockWorker } from '#db/worker.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { type Proposal, propose } from '#domain/match/propose.ts'
import { choiceReasons } from '#domain/matching-meeting/meeting-change.ts'
import { lackingWords } from '#domain/worker/lacking.ts'
import { matchable, workerStates } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { gatherSides } from '#usecases/match/gather-sides.ts'
import { keepChoice } from '#usecases/match/keep-choice.ts'
import { holdPairs, makeProposals } from '#usecases/match/make-proposals.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Proposes a worker for a waiting woman: both will be asked. One proposal at a time for each woman, and never more
 * women asked for than the worker has room for. Where somebody else stood first for her that is kept, with the reason
 * if one was given: none is demanded.
 */
export const proposeMatch = command({
  name: 'propose-match',
  action: 'create',
  may: matchPolicy.decide,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    workerId: z.uuid(),
    reason: z.enum(choiceReasons).nullish(),
  }),
  async run(work, { trajectoryId, workerId, reason = null }) {
    const { tx, actor } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    const worker = await lockWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    work.about({ person: [trajectory.person_id, worker.person_id], trajectory: trajectoryId })
    const { held, impossible } = await holdPairs(work, [{ trajectory, worker }])
    for (const { refused, gate } of impossible)
      throw new Refused(refused, gate ? { gate: gate.kind, ...lackingWords([gate]) } : {})
    const [pair] = held
    if (!pair) throw new Error('a pair is held or impossible')
    const first = await whoStandsFirst(work, trajectory)
    const [matchId = ''] = await makeProposals(work, held)
    if (first && first.score > pair.proposal.score)
      await keepChoice(work, {
        matchId,
        definition: definitionOf(work, trajectory),
        chosen: pair.proposal.criteria,
        first,
        reason,
      })
    return { matchId }
  },
})

/** More workers than this are ranked nowhere. */
const most = 5000

/** The first in the ranking that a coordinator sees for her. */
async function whoStandsFirst(work: Work, trajectory: TrajectoryRow): Promise<Proposal | null> {
  const definition = definitionOf(work, trajectory)
  const rows = await listWorkerRows(work.tx, work.actor, {
    states: workerStates.filter(matchable),
    limit: most,
  })
  const { woman, candidates } = await gatherSides(work, definition, trajectory, rows)
  return propose(definition, woman, candidates).proposals[0] ?? null
}
