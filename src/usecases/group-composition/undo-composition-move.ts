import { z } from 'zod'
import { endMove, saveComposition } from '#db/group-composition.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound } from '#usecases/failure.ts'
import { holdComposition } from '#usecases/group-composition/held-composition.ts'
import { command } from '#usecases/use-case.ts'

/** Takes back one thing that somebody decided. Who sits where stays so until it is composed anew. */
export const undoCompositionMove = command({
  name: 'undo-composition-move',
  action: 'update',
  drafts: true,
  may: compositionPolicy.compose,
  input: z.strictObject({ id: z.uuid(), version: versionInput, moveId: z.uuid() }),
  async run(work, { id, version, moveId }) {
    const { tx, actor, now } = work
    const { row, moves } = await holdComposition(work, id, version)
    const move = moves.find((one) => one.id === moveId && one.undone_at === null)
    if (!move) throw new NotFound()
    work.about({ trajectory: move.trajectory_id })
    await endMove(tx, move, {
      undone_by: actor.kind === 'member' ? actor.memberId : null,
      undone_at: now,
    })
    await saveComposition(tx, row, {})
    return { compositionId: id }
  },
})
