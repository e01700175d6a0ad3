import {
  type CompositionMoveRow,
  type CompositionRow,
  findMoves,
  lockComposition,
} from '#db/group-composition.ts'
import { type DraftStep, stepDraft } from '#domain/group/compose/draft.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/** A composition in which something is about to be done, held until the transaction ends. */
export async function holdComposition(
  work: Work,
  id: string,
  version: number,
  step: DraftStep = 'change',
): Promise<{ readonly row: CompositionRow; readonly moves: readonly CompositionMoveRow[] }> {
  const row = await lockComposition(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  const state = stepDraft(row.state, step)
  if (isRefusal(state)) throw new Refused(state.refused)
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return { row, moves: await findMoves(work.tx, work.orgId, id) }
}
