import { answerOf } from '#domain/group/compose/answer.ts'
import { searchGroups } from '#domain/group/compose/search.ts'
import { solveCompact } from '#server/group-solver/solve-compact.ts'
import type { GroupSolver } from '#usecases/group-composition/group-solver.ts'

/** What the thread of compositions answers, without the thread. */
export const sameProcessGroupSolver: GroupSolver = {
  compose: async (question, { withinMs }) =>
    answerOf(question, searchGroups(question, 20_000), await solveCompact(question, { withinMs })),
}
