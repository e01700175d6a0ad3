import type { Refusal } from '#domain/refusal.ts'
import type { Value } from './solution.ts'

/** What may change while a session lasts, one at a time. */
export type Change =
  /** A person decides that these two belong together; hard rules still hold. */
  | { readonly kind: 'pin'; readonly mother: number; readonly worker: number }
  | { readonly kind: 'unpin'; readonly mother: number }
  | { readonly kind: 'forbid'; readonly mother: number; readonly worker: number }
  | { readonly kind: 'allow'; readonly mother: number; readonly worker: number }
  | { readonly kind: 'capacity'; readonly worker: number; readonly capacity: number }
  | { readonly kind: 'score'; readonly mother: number; readonly worker: number; readonly score: number }
  | { readonly kind: 'remove'; readonly mother: number }
  /** Back in after she was removed. */
  | { readonly kind: 'return'; readonly mother: number }
  /** Somebody new; she gets the number after the last. */
  | {
      readonly kind: 'add'
      readonly tier: number
      readonly pairs: readonly (readonly [worker: number, score: number])[]
    }

export const changeRefusals = [
  'matching-unknown-mother',
  'matching-unknown-worker',
  'matching-not-a-candidate',
  'matching-pair-forbidden',
  'matching-pinned-already',
  'matching-not-waiting',
  'matching-no-place-left',
  'matching-bad-number',
] as const
export type ChangeRefusal = Refusal<(typeof changeRefusals)[number]>

/** Somebody who has another worker than before; -1 is none. */
export interface Move {
  readonly mother: number
  readonly from: number
  readonly to: number
}

/** What a change brought: who moved, and how much better (or worse, below 0) the whole became. */
export interface Delta {
  readonly moves: readonly Move[]
  readonly value: Value
}
