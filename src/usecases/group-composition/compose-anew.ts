import type { CompositionMoveRow } from '#db/group-composition.ts'
import type { KeptProof, KeptSeat } from '#domain/group/compose/draft.ts'
import type { Composing, Composition } from '#domain/group/compose/people.ts'
import { asQuestion } from '#domain/group/compose/question.ts'
import { verifyGroups } from '#domain/group/compose/verify-groups.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { type Gathered, standingMoves } from '#usecases/group-composition/gather-composing.ts'

/** A plan comes within this; somebody who wants a better proof asks for the longer time. */
export const within = { usual: 6_000, longer: 45_000 } as const

export interface ComposedAnew {
  readonly plan: readonly KeptSeat[]
  readonly proof: KeptProof
}

/** The facts with what people decided in this composition. */
export const withMoves = (gathered: Gathered, moves: readonly CompositionMoveRow[]): Composing => ({
  ...gathered.composing,
  moves: standingMoves(moves),
})

/**
 * The best composition that can be found in time, with its proof. It is looked at anew by code that shares nothing with
 * the solver: one that breaks anything is nobody's to see, and a bug.
 */
export async function composeAnew(
  work: Work,
  gathered: Gathered,
  moves: readonly CompositionMoveRow[],
  withinMs: number = within.usual,
): Promise<ComposedAnew> {
  const composing = withMoves(gathered, moves)
  const { question, womenIds, groupIds } = asQuestion(composing)
  const { seats, bound } = await work.groupSolver.compose(question, { withinMs })
  if (seats === null) throw new Refused('composition-none')
  const plan = [...seats].flatMap((g, i): KeptSeat[] =>
    g < 0 ? [] : [[womenIds[i] ?? '', groupIds[g] ?? '']],
  )
  const flaws = verifyGroups(binding(composing, plan), new Map(plan))
  if (flaws.length > 0) throw new Error(`a composition with flaws: ${flaws.map(({ code }) => code).join()}`)
  const standing = moves.filter((row) => row.undone_at === null).map(({ id }) => id)
  return { plan, proof: { bound, facts: gathered.facts, moves: standing } }
}

/** Without moves that a rule has set aside since: who was put where she can't be any more has no seat. */
const binding = (composing: Composing, plan: readonly KeptSeat[]): Composing => {
  const seated = new Map<string, string>(plan)
  return {
    ...composing,
    moves: composing.moves.filter(
      ({ kind, womanId, groupId }) => kind === 'not' || groupId === null || seated.has(womanId),
    ),
  }
}

/** What of a plan that was kept still can be today: nobody who is gone, and nothing that a rule forbids since. */
export function stillStanding(composing: Composing, plan: readonly KeptSeat[]): Composition {
  const standing = new Map<string, string>(plan)
  for (const flaw of verifyGroups({ ...composing, moves: [] }, standing))
    if (flaw.code !== 'too-few' && flaw.code !== 'too-many')
      for (const womanId of flaw.womenIds) standing.delete(womanId)
  return standing
}
