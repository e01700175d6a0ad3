import { type AnswerTo, type Ask, answerAsk } from '#domain/match/solver/ask.ts'
import type { MatchSolver } from '#usecases/match/match-solver.ts'

/** What the solver's thread answers, without the thread. */
export const sameProcessSolver: MatchSolver = {
  ask: async <Question extends Ask>(question: Question) =>
    // The kind of an answer is the kind of its question: `answerAsk` makes it so.
    answerAsk(question, () => false) as AnswerTo<Question>,
}
