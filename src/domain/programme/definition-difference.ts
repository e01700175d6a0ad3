import { saysTheSame } from '#domain/programme/canonical-json.ts'
import { keysOf, type Place } from '#domain/programme/definition-place.ts'

/** One thing that two definitions say differently. `undefined`: it isn't there. */
export interface Difference {
  readonly at: Place
  readonly from: unknown
  readonly to: unknown
  /** Only the order of a list: `from` and `to` are its keys. */
  readonly order?: true
}

/** The three ways of holding together what may be looked into: the whole and its sections, and lists whose entries have ids. */
type Group = ReadonlyMap<string, unknown>

/** Words in two languages, a value with its source: these are one thing, and never taken half from here and half from there. */
const isOne = (value: object): boolean =>
  ('nl' in value && 'en' in value) || ('value' in value && 'prov' in value)

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null)

/** What stands inside, by key; `null` for what is one thing. Inside an entry of a list only lists are looked into. */
export function groupOf(value: unknown, inEntry: boolean): Group | null {
  if (isList(value)) {
    const keys = keysOf(value)
    return new Map(value.map((entry, at) => [keys[at] ?? '', entry]))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isOne(value)) return null
  return inEntry ? null : new Map(Object.entries(value).filter(([, part]) => part !== undefined))
}
/** An entry of a list may be looked into one level: its fields, of which the lists again. */
export const fieldsOf = (entry: unknown): Group | null =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry) && !isOne(entry)
    ? new Map(Object.entries(entry).filter(([, part]) => part !== undefined))
    : null

/** All that is different, in the order of the definition. Nothing if they say the same. */
export const differences = (from: unknown, to: unknown): Difference[] => compared(from, to, [], 'section')

function compared(from: unknown, to: unknown, at: Place, kind: 'section' | 'entry' | 'field'): Difference[] {
  if (saysTheSame(from, to)) return []
  const open = (value: unknown) => (kind === 'entry' ? fieldsOf(value) : groupOf(value, kind === 'field'))
  const [before, after] = [open(from), open(to)]
  if (!before || !after || isList(from) !== isList(to)) return [{ at, from, to }]
  const inside = isList(from) ? 'entry' : kind === 'entry' ? 'field' : 'section'
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    compared(before.get(key), after.get(key), [...at, key], inside),
  )
  const [stayed, now] = [common(before, after), common(after, before)]
  return isList(from) && stayed.join() !== now.join()
    ? [...found, { at, from: stayed, to: now, order: true }]
    : found
}

const common = (one: Group, other: Group): string[] => [...one.keys()].filter((key) => other.has(key))
