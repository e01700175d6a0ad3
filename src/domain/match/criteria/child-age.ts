import { unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { ChildAge } from '#domain/worker/own-file.ts'

/** Does she know children of this age well, or would like to be with one? */
export function childAge({ childAge: hers }: WaitingWoman, worker: Candidate): Weighed {
  const theirs = worker.childAges ?? []
  if (!hers || theirs.length === 0) return unknown
  return theirs.includes(hers)
    ? { score: 1, code: 'shared', values: { ages: [hers] } }
    : { score: 0, code: 'none', values: {} }
}

/** Months up to which a child is of this age; our own division of the years in which programmes come. */
const months = { newborn: 3, baby: 12, toddler: 24, preschool: 48 } as const

/** Of which age a child is; expected is an age too, and past the last one there is none. */
export function childAgeOf(ageMonths: number | null, expected: boolean): ChildAge | null {
  if (ageMonths === null || ageMonths < 0) return expected ? 'pregnancy' : null
  return (['newborn', 'baby', 'toddler', 'preschool'] as const).find((age) => ageMonths < months[age]) ?? null
}
