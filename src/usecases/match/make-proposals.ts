import { json } from '#db/connection.ts'
import { insertMatch, listMatchRows } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { WorkerRow } from '#db/worker.ts'
import { openMatchStates } from '#domain/match/match.ts'
import { mayMatch } from '#domain/match/may-match.ts'
import { type Proposal, propose } from '#domain/match/propose.ts'
import type { Candidate } from '#domain/match/sides.ts'
import { mayStep } from '#domain/trajectory/trajectory.ts'
import type { GateStatus } from '#domain/worker/gates.ts'
import type { Work } from '#usecases/context.ts'
import { explanationFor } from '#usecases/match/explanation.ts'
import { gatherManySides, type Waiting } from '#usecases/match/gather-sides.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** A woman and a worker who are to be proposed to each other, both rows held. */
export interface PairToPropose {
  readonly trajectory: TrajectoryRow
  readonly worker: WorkerRow
}
/** A pair that may be proposed now. */
export interface HeldPair extends PairToPropose {
  readonly one: Waiting
  readonly proposal: Proposal
}
/** A pair that may not, and the first thing that stands in the way. */
export interface ImpossiblePair extends PairToPropose {
  readonly refused: string
  readonly gate: GateStatus | null
}

/**
 * Holds pairs against the rules as they are now, in this order: what the first of them takes is taken for the next, so
 * that no worker is asked for more women than she has room for. Call it with every row locked.
 */
export async function holdPairs(
  work: Work,
  pairs: readonly PairToPropose[],
): Promise<{ held: HeldPair[]; impossible: ImpossiblePair[] }> {
  const waiting = pairs.map(({ trajectory }) => ({ trajectory, definition: definitionOf(work, trajectory) }))
  const workers = [...new Map(pairs.map(({ worker }) => [worker.id, worker])).values()]
  const sides = await gatherManySides(work, waiting, workers, null, 'now')
  const open = await listMatchRows(work.tx, work.actor, {
    states: openMatchStates,
    trajectoryIds: pairs.map(({ trajectory }) => trajectory.id),
    limit: pairs.length,
  })
  const asked = new Set(open.map(({ trajectory_id }) => trajectory_id))
  const held: HeldPair[] = []
  const impossible: ImpossiblePair[] = []
  const no = (pair: PairToPropose, refused: string, gate: GateStatus | null = null) =>
    impossible.push({ ...pair, refused, gate })
  for (const [at, pair] of pairs.entries()) {
    const one = waiting[at]
    if (!one) continue
    if (!mayStep(trajectoryStateOf(pair.trajectory), 'start')) no(pair, 'match-not-waiting')
    else if (asked.has(pair.trajectory.id)) no(pair, 'match-open-already')
    else if (one.definition.shape.value === 'closed_group') no(pair, 'match-is-a-group')
    else {
      const candidate = withTaken(sides.candidate(one, pair.worker), held)
      const woman = sides.woman(one)
      const [block] = mayMatch(one.definition, woman, candidate).blocks
      const [proposal] = propose(one.definition, woman, [candidate]).proposals
      if (proposal) held.push({ ...pair, one, proposal })
      else no(pair, `match-${(block?.code ?? 'not-possible').replaceAll('_', '-')}`, block?.gate ?? null)
    }
  }
  return { held, impossible }
}

/** The worker with the women that she is about to be proposed to as well. */
function withTaken(candidate: Candidate, held: readonly HeldPair[]): Candidate {
  const more = held.filter(({ worker }) => worker.id === candidate.workerId)
  return {
    ...candidate,
    taken: candidate.taken + more.length,
    womenTaken: [
      ...(candidate.womenTaken ?? []),
      ...more.map(({ trajectory, one }) => ({
        phase: trajectory.phase,
        safetyClass: one.definition.safety.class.value,
      })),
    ],
  }
}

/** Writes the proposals of pairs that were held against the rules; both sides will be asked. */
export async function makeProposals(
  work: Work,
  held: readonly HeldPair[],
  meetingId: string | null = null,
): Promise<string[]> {
  const { tx, actor, orgId, today } = work
  const ids: string[] = []
  for (const { trajectory, worker, one, proposal } of held) {
    const id = work.newId()
    await insertMatch(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectory.id,
      worker_id: worker.id,
      state: 'proposed',
      score: proposal.score,
      explanation: json(explanationFor(one.definition, proposal.criteria)),
      proposed_by: actor.kind === 'member' ? actor.memberId : null,
      proposed_on: today,
      meeting_id: meetingId,
    })
    ids.push(id)
  }
  return ids
}
