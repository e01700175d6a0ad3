import { listPayoutLines, lockPayout, type PayoutLineRow, type PayoutRow } from '#db/payout.ts'
import { type PayoutState, type PayoutStep, stepPayout } from '#domain/expense/payout.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'

/** A run that is held, with its lines, and where this step by this member leads. */
export async function holdPayout(
  work: Work,
  { id, version, step }: { id: string; version: number; step: PayoutStep },
): Promise<{ row: PayoutRow; lines: readonly PayoutLineRow[]; state: PayoutState; memberId: string }> {
  const { tx, orgId, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const row = await lockPayout(tx, actor, id)
  if (!row) throw new NotFound()
  if (row.version !== version) throw new Refused('changed-meanwhile')
  const lines = await listPayoutLines(tx, orgId, [id])
  const payees = lines.map(({ worker_id }) => worker_id)
  const state = stepPayout({ state: row.state, madeBy: row.made_by, payees }, step, actor)
  if (isRefusal(state)) throw new Refused(state.refused)
  work.about({ detail: { step, people: lines.length } })
  return { row, lines, state, memberId: actor.memberId }
}
