import type { Book } from './book.ts'
import type { PopulationRelation } from './count-table.ts'
import { populationOf, suffixOf } from './lay-table.ts'

/**
 * What somebody gets who subtracts: for everything counted of the whole and of parts of it, what is left is a quantity
 * too. It counts women nobody told of, so it is as much to be kept as a cell. What is left of all parts of a complete
 * whole is nobody, and that is an equation.
 */
export function subtract(book: Book, relation: PopulationRelation): void {
  const { whole, parts, complete } = relation
  const suffixes = book.quantities
    .filter(({ key }) => populationOf(key) === whole)
    .map(({ key }) => suffixOf(key))
  const left = suffixes.flatMap((suffix) => {
    const of = book.find(whole + suffix)
    const found = parts.flatMap((part) => book.find(part + suffix) ?? [])
    if (of === undefined || found.length === 0) return []
    const each = found.map((at) => book.quantities[at])
    const counted = book.quantities[of]
    const truth = (counted?.truth ?? 0) - each.reduce((sum, one) => sum + (one?.truth ?? 0), 0)
    const sensitive = counted?.sensitive === true || each.some((one) => one?.sensitive)
    return [{ suffix, of, found, truth, sensitive, all: complete && found.length === parts.length }]
  })
  // Somebody moved from one category to another, or was erased in the whole and not yet in a part.
  const signed = left.some(({ truth }) => truth < 0)
  const nobody = left.every(({ truth }) => truth === 0)
  const name = `${whole}-${parts.join('-')}`
  for (const { suffix, of, found, truth, sensitive, all } of left) {
    if (all && truth === 0) {
      book.add(of, found)
      continue
    }
    // Where nobody is left, nothing is told of anybody.
    const rest = book.put({ key: `${name}${suffix}`, truth, sensitive: sensitive && !nobody, signed })
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
