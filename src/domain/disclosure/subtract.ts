import type { Book } from './book.ts'
import type { PopulationRelation } from './count-table.ts'
import { populationOf, suffixOf } from './lay-table.ts'

/**
 * What somebody gets who subtracts: for everything counted of the whole and of parts of it, what is left when one of them
 * is taken off, or several, is a quantity too. It counts women nobody told of, so it is as much to be kept as a cell. What
 * is left of all parts of a complete whole is nobody, and that is an equation.
 */
export function subtract(book: Book, { whole, parts, complete }: PopulationRelation): void {
  const suffixes = book.quantities
    .filter(({ key }) => populationOf(key) === whole)
    .map(({ key }) => suffixOf(key))
  const counted = parts.filter((part) => suffixes.some((suffix) => book.find(part + suffix) !== undefined))
  for (const some of choicesOf(counted))
    takeOff(book, suffixes, whole, some, complete && some.length === parts.length)
}

/** Every choice of a few; of many, each by itself and all together. */
function choicesOf(parts: readonly string[]): string[][] {
  if (parts.length > 4) return [...parts.map((part) => [part]), [...parts]]
  return parts.reduce<string[][]>(
    (some, part) =>
      some.concat(
        [[part]],
        some.map((one) => [...one, part]),
      ),
    [],
  )
}

function takeOff(
  book: Book,
  suffixes: readonly string[],
  whole: string,
  parts: readonly string[],
  all: boolean,
): void {
  const left = suffixes.flatMap((suffix) => {
    const of = book.find(whole + suffix)
    const found = parts.flatMap((part) => book.find(part + suffix) ?? [])
    if (of === undefined || found.length < parts.length) return []
    const each = [of, ...found].flatMap((at) => book.quantities[at] ?? [])
    const truth = each.reduce((rest, one, at) => (at === 0 ? one.truth : rest - one.truth), 0)
    return [{ suffix, of, found, truth, sensitive: each.some((one) => one.sensitive) }]
  })
  // Somebody moved from one category to another, or was erased in the whole and not yet in a part.
  const signed = left.some(({ truth }) => truth < 0)
  const nobody = left.every(({ truth }) => truth === 0)
  for (const { suffix, of, found, truth, sensitive } of left) {
    if (all && truth === 0) {
      book.add(of, found)
      continue
    }
    // Where nobody is left, nothing is told of anybody.
    const key = `${whole}-${parts.join('-')}${suffix}`
    const rest = book.put({ key, truth, sensitive: sensitive && !nobody, signed })
    book.add(of, [...found, rest])
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
