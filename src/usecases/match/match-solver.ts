import type { AnswerTo, Ask } from '#domain/match/solver/ask.ts'

/** No answer: the thread died over it, took far longer than it may, or is closed. The next question has a new thread. */
export class SolverFailed extends Error {
  readonly reason: 'died' | 'late' | 'closed'
  constructor(reason: SolverFailed['reason'], message: string) {
    super(message)
    this.name = 'SolverFailed'
    this.reason = reason
  }
}

/** Where plans are made, apart from the use case that asks, so that others are answered meanwhile. */
export interface MatchSolver {
  /** Throws `SolverFailed` when there is no answer, `BadInstance` when what it is given can't be true. */
  ask<Question extends Ask>(question: Question, options?: { withinMs?: number }): Promise<AnswerTo<Question>>
}
