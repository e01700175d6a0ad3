import { z } from 'zod'
import { findComposition, findMoves } from '#db/group-composition.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import type { Composing } from '#domain/group/compose/people.ts'
import { asQuestion } from '#domain/group/compose/question.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { withMoves } from '#usecases/group-composition/compose-anew.ts'
import { gatherComposing } from '#usecases/group-composition/gather-composing.ts'
import { question } from '#usecases/use-case.ts'

/** Above every sum of what seats are worth: she comes first. */
const first = 100_000_000
const withinMs = 4_000

/**
 * What would change that she has no seat, by composing anew: if she came before everybody, and if each group that she fits
 * had one seat more. In numbers alone, as who would lose a seat for her may tell who can't sit with whom.
 */
export const askCompositionWhatIf = question({
  name: 'ask-composition-what-if',
  may: compositionPolicy.compose,
  input: z.strictObject({ id: z.uuid(), trajectoryId: z.uuid() }),
  async run(work, { id, trajectoryId }) {
    const row = await findComposition(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    if (row.state !== 'open') throw new Refused('composition-not-open')
    const moves = await findMoves(work.tx, work.orgId, id)
    const gathered = await gatherComposing(work, row.programme_id)
    const composing = withMoves(gathered, moves)
    const { sizeMax } = gathered.definition.group
    if (!composing.women.some((woman) => woman.id === trajectoryId)) throw new NotFound()
    const now = await placed(work, composing, trajectoryId, 0)
    const her = await placed(work, composing, trajectoryId, first)
    const roomier = {
      ...composing,
      // One more than the method allows does not exist.
      groups: composing.groups.map((group) => ({ ...group, max: Math.min(group.max + 1, sizeMax.value) })),
    }
    const more = await placed(work, roomier, trajectoryId, 0)
    return {
      trajectoryId,
      /** She can have a seat, and then so many fewer have one than now. */
      first: her.has ? { fewer: Math.max(0, now.count - her.count) } : null,
      /** With one seat more in each group she has one; so many more have one in all. */
      oneMore: { has: more.has, more: Math.max(0, more.count - now.count) },
      proved: now.proved && her.proved && more.proved,
    }
  },
})

async function placed(work: Work, composing: Composing, trajectoryId: string, bonus: number) {
  const { question: asked, womenIds } = asQuestion(composing)
  const at = womenIds.indexOf(trajectoryId)
  const prize = asked.prize.map((one, i) => (i === at ? one + bonus : one))
  const { seats, worth, bound } = await work.groupSolver.compose({ ...asked, prize }, { withinMs })
  return {
    has: (seats?.[at] ?? -1) >= 0,
    count: seats?.filter((g) => g >= 0).length ?? 0,
    proved: seats !== null && bound === worth,
  }
}
