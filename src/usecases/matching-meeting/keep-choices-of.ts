import type { MatchingMeetingRow, MeetingChangeRow } from '#db/matching-meeting.ts'
import { findWorkerRows } from '#db/worker.ts'
import { weigh } from '#domain/match/propose.ts'
import { pairsOf } from '#domain/matching-meeting/compare-plans.ts'
import { choiceReasons } from '#domain/matching-meeting/meeting-change.ts'
import type { Work } from '#usecases/context.ts'
import { gatherManySides } from '#usecases/match/gather-sides.ts'
import { keepChoice } from '#usecases/match/keep-choice.ts'
import type { HeldPair } from '#usecases/match/make-proposals.ts'

interface Published {
  readonly meeting: Pick<MatchingMeetingRow, 'plan'>
  readonly changes: readonly MeetingChangeRow[]
  readonly held: readonly HeldPair[]
  readonly matchIds: readonly string[]
}

/** Whom the plan had for her before a person decided otherwise, and the reason given for it. */
function otherwise({ meeting, changes }: Published, { trajectory, worker }: HeldPair) {
  const own = changes.filter(
    (row) =>
      row.trajectory_id === trajectory.id &&
      row.undone_at === null &&
      (row.kind === 'forbid' ? row.instead_of !== null : row.kind === 'pin' && row.worker_id === worker.id),
  )
  // The plan's own was forbidden first and another pinned then: who stood first at the beginning.
  const [decided] = own
  const planned = pairsOf(meeting.plan).get(trajectory.id) ?? null
  const first = decided ? decided.instead_of : planned
  if (first === worker.id || (!decided && first === null)) return null
  const reason = choiceReasons.find((one) => one === own.at(-1)?.reason_code) ?? null
  return { first, reason }
}

/** Keeps of each published pair that a person chose it instead of the plan's, with the reason that was given. */
export async function keepChoicesOf(work: Work, published: Published): Promise<void> {
  const chosen = published.held.flatMap((pair, at) => {
    const found = otherwise(published, pair)
    const matchId = published.matchIds[at]
    return found && matchId ? [{ pair, matchId, ...found }] : []
  })
  if (chosen.length === 0) return
  const firsts = await findWorkerRows(
    work.tx,
    work.actor,
    chosen.flatMap(({ first }) => first ?? []),
  )
  const sides = await gatherManySides(
    work,
    chosen.map(({ pair }) => pair.one),
    firsts,
  )
  for (const { pair, matchId, first, reason } of chosen) {
    const { definition } = pair.one
    const row = firsts.find(({ id }) => id === first)
    await keepChoice(work, {
      matchId,
      definition,
      chosen: pair.proposal.criteria,
      first: row
        ? {
            workerId: row.id,
            criteria: weigh(definition, sides.woman(pair.one), sides.candidate(pair.one, row)),
          }
        : null,
      reason,
    })
  }
}
