/**
 * Places inside a definition, by the ids in it: `eligibility.mi-i1.when`, `instruments.ladder.items.q1`. The same
 * writing as in problems and differences, so that all three point at the same thing.
 */
export type Place = readonly string[]

const identifiers = ['id', 'name', 'moment', 'code', 'criterion', 'kind', 'type', 'fact'] as const

/** What an entry of a list goes by; its number, from 1, if nothing else. */
export function keyOf(entry: unknown, at: number): string {
  if (typeof entry === 'object' && entry !== null)
    for (const identifier of identifiers) {
      const value: unknown = Reflect.get(entry, identifier)
      if (typeof value === 'string') return value
    }
  return String(at + 1)
}
/** The keys of a list, each once: a second one of the same name is told apart by its number. */
export const keysOf = (list: readonly unknown[]): string[] => {
  const seen = new Set<string>()
  return list.map((entry, at) => {
    const key = keyOf(entry, at)
    const own = seen.has(key) ? `${key}~${at + 1}` : key
    seen.add(own)
    return own
  })
}

export const placeOf = (text: string): Place => text.split('.')

/** What stands there; `undefined` if nothing does. */
export function partAt(whole: unknown, place: Place): unknown {
  let here = whole
  for (const key of place) {
    if (Array.isArray(here)) here = here[keysOf(here).indexOf(key)]
    else if (typeof here === 'object' && here !== null && Object.hasOwn(here, key))
      here = (here as Record<string, unknown>)[key]
    else return undefined
  }
  return here
}

/** The same with another part there; `undefined` takes it away. A key that a list doesn't have is added at its end. */
export function withPart(whole: unknown, place: Place, part: unknown): unknown {
  const [key, ...rest] = place
  if (key === undefined) return part
  if (Array.isArray(whole)) {
    const at = keysOf(whole).indexOf(key)
    if (at < 0) return rest.length === 0 && part !== undefined ? [...whole, part] : whole
    const next = withPart(whole[at], rest, part)
    return next === undefined ? whole.toSpliced(at, 1) : whole.with(at, next)
  }
  const known = typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {}
  const next = withPart(Object.hasOwn(known, key) ? known[key] : undefined, rest, part)
  const { [key]: _before, ...others } = known
  return next === undefined ? others : { ...known, [key]: next }
}

/** The list with one entry a place earlier or later; as it was if that can't be. */
export function movedIn(list: readonly unknown[], key: string, by: -1 | 1): readonly unknown[] {
  const at = keysOf(list).indexOf(key)
  const to = at + by
  if (at < 0 || to < 0 || to >= list.length) return list
  const without = list.toSpliced(at, 1)
  return without.toSpliced(to, 0, list[at])
}
