import { z } from 'zod'
import { json } from '#db/connection.ts'
import { insertMatch, lockOpenMatch } from '#db/match.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { lockWorker } from '#db/worker.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { propose } from '#domain/match/propose.ts'
import { mayStep } from '#domain/trajectory/trajectory.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { checkPair } from '#usecases/match/check-pair.ts'
import { explanationFor } from '#usecases/match/explanation.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Proposes a worker for a waiting woman: both will be asked. One proposal at a time for each woman, and never more
 * women asked for than the worker has room for.
 */
export const proposeMatch = command({
  name: 'propose-match',
  action: 'create',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), workerId: z.uuid() }),
  async run(work, { trajectoryId, workerId }) {
    const { tx, actor, orgId, today } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    const worker = await lockWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    work.about({ person: [trajectory.person_id, worker.person_id], trajectory: trajectoryId })
    if (!mayStep(trajectoryStateOf(trajectory), 'start')) throw new Refused('match-not-waiting')
    if (await lockOpenMatch(tx, orgId, trajectoryId)) throw new Refused('match-open-already')
    const definition = definitionOf(work, trajectory)
    if (definition.shape.value === 'closed_group') throw new Refused('match-is-a-group')
    const { woman, candidate } = await checkPair(work, definition, trajectory, worker)
    const [proposal] = propose(definition, woman, [candidate]).proposals
    if (!proposal) throw new Error('a pair that may be matched has a proposal')
    const id = work.newId()
    await insertMatch(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      worker_id: workerId,
      state: 'proposed',
      score: proposal.score,
      explanation: json(explanationFor(definition, proposal.criteria)),
      proposed_by: actor.kind === 'member' ? actor.memberId : null,
      proposed_on: today,
    })
    return { matchId: id }
  },
})
