import type { Solved } from '#domain/group/compose/answer.ts'
import type { ComposeQuestion } from '#domain/group/compose/question.ts'
import type { Found } from '#domain/group/compose/search.ts'

/** What the thread is given, once. */
export interface ToGroupThread {
  readonly question: ComposeQuestion
  readonly withinMs: number
}
/** A first proposal within a moment, then the solver's answer. */
export type FromGroupThread =
  | { readonly kind: 'found'; readonly found: Found | null }
  | { readonly kind: 'solved'; readonly solved: Solved }
