import type { Scope } from '#db/figures.ts'
import type { Period } from '#domain/figures/period.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/** The programmes that figures can be about here: all that were ever offered, each once, in its newest words. */
export function countedProgrammes({ programmes }: Work) {
  const newest = new Map(programmes.known.map((one) => [one.id, one]))
  for (const one of programmes.offered) newest.set(one.id, one)
  return [...newest.values()].map(({ id, label }) => ({ id, label }))
}

/** What each reason for closing is called, of every version that was offered. */
export const closureReasons = ({ programmes }: Work) =>
  new Map(programmes.known.flatMap(({ closureReasons: own }) => own.map(({ id, label }) => [id, label])))

/** What these figures count. */
export const scopeOf = (work: Work, { from, until }: Period, programme: string): Scope => ({
  orgId: work.orgId,
  programmeIds: programmesIn(work, programme),
  from,
  until,
})

/** That programme, or all; not found for one that was never offered here. */
export function programmesIn(work: Work, programme: string): readonly string[] {
  const ids = countedProgrammes(work).map(({ id }) => id)
  if (programme === '') return ids
  if (!ids.includes(programme)) throw new NotFound()
  return [programme]
}
