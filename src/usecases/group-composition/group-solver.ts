import type { ComposeAnswer } from '#domain/group/compose/answer.ts'
import type { ComposeQuestion } from '#domain/group/compose/question.ts'

/**
 * Where compositions are made, apart from the use case that asks. It always answers: without its thread, or when the time
 * is over, with what a search found and the bound that is known by then.
 */
export interface GroupSolver {
  compose(question: ComposeQuestion, options: { withinMs: number }): Promise<ComposeAnswer>
}
