import type { ComparedName } from '#domain/collision/compare-names.ts'
import type { Day } from '#domain/day.ts'

/** What two people are held against each other by, whoever they are and whatever file it comes from. */
export interface Known {
  readonly names: readonly ComparedName[]
  readonly birthDay: Day | null
  /** Where no day is known. */
  readonly birthYear: number | null
  readonly phone: string | null
  /** Where he works. */
  readonly organisation: string | null
}

export const nothingKnown: Known = {
  names: [],
  birthDay: null,
  birthYear: null,
  phone: null,
  organisation: null,
}
