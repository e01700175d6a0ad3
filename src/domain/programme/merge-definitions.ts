import { saysTheSame } from '#domain/programme/canonical-json.ts'
import { fieldsOf, groupOf } from '#domain/programme/definition-difference.ts'
import type { Place } from '#domain/programme/definition-place.ts'

/** A place that both sides changed, each in another way. What stood here is kept; the rest is for a person to choose. */
export interface Conflict {
  readonly at: Place
  readonly base: unknown
  readonly theirs: unknown
  readonly ours: unknown
}
export interface Merged {
  readonly whole: unknown
  readonly conflicts: readonly Conflict[]
}

/**
 * Brings a newer version of what ours was copied from together with ours. What only they changed is taken over, what
 * only we changed stays, and where both did ours stays and is named. No change of ours is ever lost.
 */
export function mergeDefinitions(base: unknown, theirs: unknown, ours: unknown): Merged {
  const conflicts: Conflict[] = []
  const whole = merged({ base, theirs, ours }, [], 'section', conflicts)
  return { whole, conflicts }
}

interface Sides {
  readonly base: unknown
  readonly theirs: unknown
  readonly ours: unknown
}
type Kind = 'section' | 'entry' | 'field'

function merged({ base, theirs, ours }: Sides, at: Place, kind: Kind, conflicts: Conflict[]): unknown {
  if (saysTheSame(ours, theirs) || saysTheSame(theirs, base)) return ours
  if (saysTheSame(ours, base)) return theirs
  const open = (value: unknown) => (kind === 'entry' ? fieldsOf(value) : groupOf(value, kind === 'field'))
  const [before, there, here] = [open(base), open(theirs), open(ours)]
  const lists = [base, theirs, ours].filter(Array.isArray).length
  if (!before || !there || !here || (lists !== 0 && lists !== 3)) {
    conflicts.push({ at, base, theirs, ours })
    return ours
  }
  const inside: Kind = lists === 3 ? 'entry' : kind === 'entry' ? 'field' : 'section'
  const keys = inOneOrder([...before.keys()], [...there.keys()], [...here.keys()])
  const parts = keys.flatMap((key) => {
    const sides = { base: before.get(key), theirs: there.get(key), ours: here.get(key) }
    const part = merged(sides, [...at, key], inside, conflicts)
    return part === undefined ? [] : [[key, part] as const]
  })
  return lists === 3 ? parts.map(([, part]) => part) : Object.fromEntries(parts)
}

/**
 * The keys of both, in our order if we changed it and in theirs if only they did; what the other side added stands
 * behind what it stood behind there.
 */
function inOneOrder(base: readonly string[], theirs: readonly string[], ours: readonly string[]): string[] {
  const shared = (list: readonly string[], other: readonly string[]) =>
    list.filter((key) => other.includes(key)).join()
  const weMoved = shared(ours, base) !== shared(base, ours)
  const [first, second] = weMoved ? [ours, theirs] : [theirs, ours]
  const order = [...first]
  for (const [at, key] of second.entries()) {
    if (order.includes(key)) continue
    const before = second.slice(0, at).findLast((earlier) => order.includes(earlier))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  }
  return order
}
