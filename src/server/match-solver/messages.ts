import type { Ask, PlanAnswer, SessionAnswer } from '#domain/match/solver/ask.ts'
import type { Fault } from '#domain/match/solver/bad-instance.ts'

/** What goes to the thread, and what comes back: plain data and columns of numbers. */
export interface ToThread {
  readonly id: number
  readonly ask: Ask
  /** Once this is over, a plan comes back as good as it is. */
  readonly withinMs: number
}
export type FromThread =
  | { readonly id: number; readonly answer: PlanAnswer | SessionAnswer }
  | { readonly id: number; readonly fault: Fault }
  | { readonly id: number; readonly bug: string }
