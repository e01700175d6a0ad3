import type { Urgency } from '#domain/match/urgency.ts'
import type { Slot } from '#domain/worker/profile.ts'

/** A woman who waits for a group, as composing knows her. What isn't known is empty and counts for no yes. */
export interface ComposeWoman {
  readonly id: string
  readonly urgency: Urgency
  readonly waitingDays: number
  /** Parts of the week in which she can come safely, as she said herself. */
  readonly slots: readonly Slot[]
  readonly languages: readonly string[]
  /** The language of the interpreter she asked for. */
  readonly interpreter: string | null
  /** The help that her programme asks for beside the group goes on. */
  readonly helped: boolean
  /** By which a group is mixed, as far as her programme wants that. */
  readonly traits: readonly string[]
}

/** A group that still takes women. */
export interface ComposeGroup {
  readonly id: string
  /** The parts of the week that one meeting takes; all of them must be hers. */
  readonly slots: readonly Slot[]
  /** What is spoken in it, and for which languages somebody interprets. */
  readonly languages: readonly string[]
  readonly interpreters: readonly string[]
  readonly min: number
  readonly max: number
  /** The traits of each who has a place in it, or is being prepared for one. */
  readonly seated: readonly (readonly string[])[]
}

/** What somebody decided about one woman: into this group, or not into it; `null`: into none this time. */
export interface HandMove {
  readonly womanId: string
  readonly groupId: string | null
  readonly kind: 'put' | 'not'
}

/** All that a composition is made of. What keeps two apart is in it as ids alone: why isn't known here. */
export interface Composing {
  readonly women: readonly ComposeWoman[]
  readonly groups: readonly ComposeGroup[]
  /** Women who can't sit in one group. */
  readonly apart: readonly (readonly [string, string])[]
  /** A woman and a group in which somebody sits, or which somebody leads, whom she must not meet. */
  readonly never: readonly (readonly [womanId: string, groupId: string])[]
  readonly moves: readonly HandMove[]
  /** What it costs when a trait is that of more than half of a group, for each woman counted twice beyond it. */
  readonly variety: ReadonlyMap<string, number>
}

/** Who is in which group. */
export type Composition = ReadonlyMap<string, string>
