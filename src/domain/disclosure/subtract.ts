import type { Book } from './book.ts'
import type { Makeup, PopulationRelation } from './count-table.ts'
import { populationOf, sortOf, suffixOf } from './lay-table.ts'
import { isLoneGroup, makeupLeft } from './lone-group.ts'

/** Where it is taken off, and of whom each population is made up, as far as that was said. */
export interface Taken {
  readonly book: Book
  readonly makeupOf: (population: string) => Makeup | undefined
  readonly least: number
}

/**
 * What somebody gets who subtracts: for everything counted of the whole and of parts of it, what is left when one of them
 * is taken off, or several, is a quantity too. It counts women nobody told of, so it is as much to be kept as a cell. What
 * is left of all parts of a complete whole is nobody, and that is an equation. Of a part that was never counted itself its
 * own parts are taken off, as `relations` say: a year's quarters for the year.
 */
export function subtract(
  taken: Taken,
  { whole, parts, complete }: PopulationRelation,
  relations: readonly PopulationRelation[] = [],
): void {
  const counted = countedIn(taken.book)
  const suffixes = [...(counted.get(whole)?.suffixes ?? [])]
  if (suffixes.length === 0) return
  const own = (part: string): readonly string[] =>
    counted.has(part)
      ? [part]
      : (relations
          .filter((one) => one.whole === part)
          .map((one) => one.parts.filter((within) => counted.has(within)))
          .find((within) => within.length > 0) ?? [])
  const some = parts.map(own).filter((each) => each.length > 0)
  for (const choice of choicesOf(some)) {
    const off = choice.flat()
    takeOff(taken, suffixes, { whole, parts: off, complete: complete && isAll(off, parts) }, counted)
  }
}
const isAll = (off: readonly string[], parts: readonly string[]) =>
  off.length === parts.length && off.every((one) => parts.includes(one))

type Counted = ReadonlyMap<string, { readonly suffixes: Set<string>; readonly sorts: Set<string> }>

/** What was counted of each population, and by what it was sorted. */
function countedIn(book: Book): Counted {
  const all = new Map<string, { suffixes: Set<string>; sorts: Set<string> }>()
  for (const { key } of book.quantities) {
    const population = populationOf(key)
    const there = all.get(population) ?? { suffixes: new Set(), sorts: new Set() }
    all.set(population, there)
    there.suffixes.add(suffixOf(key))
    there.sorts.add(sortOf(key))
  }
  return all
}

/** Every choice of a few; of many, each by itself and all together. */
function choicesOf<Part>(parts: readonly Part[]): Part[][] {
  if (parts.length > 4) return [...parts.map((part) => [part]), [...parts]]
  return parts.reduce<Part[][]>(
    (some, part) =>
      some.concat(
        [[part]],
        some.map((one) => [...one, part]),
      ),
    [],
  )
}

function takeOff(
  { book, makeupOf, least }: Taken,
  suffixes: readonly string[],
  { whole, parts, complete }: PopulationRelation,
  counted: Counted,
): void {
  const left = suffixes.flatMap((suffix) => {
    const of = book.find(whole + suffix)
    const found = parts.flatMap((part) => book.find(part + suffix) ?? [])
    // A category that isn't in a table of a part is nobody there, and whoever reads that table knows.
    const isSorted = (part: string) =>
      book.find(part + suffix) !== undefined || counted.get(part)?.sorts.has(sortOf(suffix))
    if (of === undefined || found.length === 0 || !parts.every(isSorted)) return []
    const each = [of, ...found].flatMap((at) => book.quantities[at] ?? [])
    const truth = each.reduce((rest, one, at) => (at === 0 ? one.truth : rest - one.truth), 0)
    return [{ suffix, of, found, truth, sensitive: each.some((one) => one.sensitive) }]
  })
  // Somebody moved from one category to another, or was erased in the whole and not yet in a part.
  const signed = left.some(({ truth }) => truth < 0)
  const nobody = left.every(({ truth }) => truth === 0)
  const makeups = [whole, ...parts].flatMap((population) => makeupOf(population) ?? [])
  const [first, ...others] = makeups
  const lone =
    first !== undefined && makeups.length > parts.length && isLoneGroup(makeupLeft(first, others), least)
  for (const { suffix, of, found, truth, sensitive } of left) {
    if (complete && truth === 0) {
      book.add(of, found)
      continue
    }
    // Where nobody is left, nothing is told of anybody.
    const key = `${whole}-${parts.join('-')}${suffix}`
    const rest = book.put({ key, truth, sensitive: sensitive && !nobody, lone: lone && !nobody, signed })
    book.add(of, [...found, rest], rest)
  }
}

/** A population that was counted twice: what was added, or what went, or what was moved. */
export function changedSince(book: Book, earlier: string, later: string): PopulationRelation {
  let [more, fewer] = [0, 0]
  for (const { key, truth } of book.quantities) {
    if (populationOf(key) !== later) continue
    const at = book.find(earlier + suffixOf(key))
    const was = at === undefined ? truth : (book.quantities[at]?.truth ?? 0)
    if (truth > was) more++
    if (truth < was) fewer++
  }
  return more >= fewer
    ? { whole: later, parts: [earlier], complete: false }
    : { whole: earlier, parts: [later], complete: false }
}
