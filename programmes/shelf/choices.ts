import type { ShelfItem } from '#domain/instrument/shelf-instrument.ts'

/** The answers that a question offers, each way in which they count (instruments.md 3). */
interface Offered {
  readonly value: number
  readonly label: string | null
  readonly code?: string
}
type Choices = ShelfItem['choices']

/** Without words: the number itself, or a text that isn't ours to give. */
export const bare = (...values: readonly number[]): Offered[] =>
  values.map((value) => ({ value, label: null }))
export const upTo = (highest: number): Offered[] =>
  bare(...Array.from({ length: highest + 1 }, (_, value) => value))

/** Each counts for what it is. */
export const straight = (offered: readonly Offered[]): Choices =>
  offered.map((one) => ({ ...one, counts: one.value }))
/** The question asks the other way: the highest counts for the least. */
export const reversed = (offered: readonly Offered[], lowestAndHighest: number): Choices =>
  offered.map((one) => ({ ...one, counts: lowestAndHighest - one.value }))
/** Some answers count for one, the others for nothing. */
export const hits = (offered: readonly Offered[], ...values: readonly number[]): Choices =>
  offered.map((one) => ({ ...one, counts: values.includes(one.value) ? 1 : 0 }))
