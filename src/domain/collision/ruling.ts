import { type CollisionClass, holds } from '#domain/collision/collision.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Whom somebody around her is held against; `elsewhere`: whom another organisation knows, by an agreement with it. */
export const otherKinds = [
  'participant',
  'child',
  'worker',
  'member',
  'referrer',
  'organisation',
  'elsewhere',
] as const
export type OtherKind = (typeof otherKinds)[number]

/**
 * What the safeguarding lead says of it: somebody else; or the same, and then: it may be so, never these two together,
 * her file is locked from him, or it is talked about first. Whoever said so may say otherwise later.
 */
export const collisionVerdicts = ['different', 'same_may', 'same_apart', 'same_lock', 'same_talk'] as const
export type CollisionVerdict = (typeof collisionVerdicts)[number]

/** `gone`: after a change nothing of it is left to look at. */
export const collisionStates = ['open', 'ruled', 'gone'] as const
export type CollisionState = (typeof collisionStates)[number]

export interface Standing {
  readonly class: CollisionClass
  readonly state: CollisionState
  readonly verdict: CollisionVerdict | null
}

/** `wait`: not before the safeguarding lead has said something; `apart`: she said that it can't be. */
export type Hold = 'wait' | 'apart'

const holdOfVerdict: Readonly<Record<CollisionVerdict, Hold | null>> = {
  different: null,
  same_may: null,
  same_apart: 'apart',
  same_lock: 'apart',
  same_talk: 'wait',
}

/** Does this stand in the way of a match or a seat? */
export function holdOf({ class: found, state, verdict }: Standing): Hold | null {
  if (state === 'gone') return null
  if (verdict) return holdOfVerdict[verdict]
  return holds(found) ? 'wait' : null
}

/** Of several the one that says most. */
export const strictestHold = (some: readonly (Hold | null)[]): Hold | null =>
  some.includes('apart') ? 'apart' : some.includes('wait') ? 'wait' : null

/** What a check finds now of two who were held against each other before. */
export interface FoundNow {
  readonly class: CollisionClass | null
  /** Something of either side is other than it was. */
  readonly changed: boolean
}

/**
 * What becomes of a collision when it is checked again. What was said stands until something changes: then somebody
 * else may be the same after all, and it is asked anew. That two are the same stays so whatever is spelled otherwise.
 */
export function checkedAgain(before: Standing, now: FoundNow): Standing {
  if (!now.changed) return before
  if (before.verdict && before.verdict !== 'different') return { ...before, class: now.class ?? before.class }
  if (!now.class) return { class: before.class, state: 'gone', verdict: null }
  return { class: now.class, state: 'open', verdict: null }
}

/**
 * A workplace is no person: of it nothing is said but that it was looked at, or that a lock is set. Of somebody elsewhere
 * nobody here knows who he is: what is said is what came of the talk with that organisation's lead, and there is nobody
 * to keep apart from her.
 */
export function mayRule(kind: OtherKind, state: CollisionState, verdict: CollisionVerdict): true | Refusal {
  if (state === 'gone') return refuse('collision-gone')
  if (kind === 'organisation' && verdict === 'same_apart') return refuse('collision-organisation')
  if (kind === 'elsewhere' && verdict === 'same_apart') return refuse('collision-elsewhere')
  return true
}
