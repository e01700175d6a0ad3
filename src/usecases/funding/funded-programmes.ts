import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { countedProgrammes } from '#usecases/figures/figures-scope.ts'

/** The programmes that somebody pays for, and who: the funders of every version that was offered, in its newest words. */
export function fundedProgrammes(work: Work) {
  return countedProgrammes(work).flatMap(({ id, label }) => {
    const versions = [...work.programmes.known, ...work.programmes.offered].filter((one) => one.id === id)
    const funders = [...new Map(versions.flatMap((one) => one.funders.map((f) => [f.id, f]))).values()].map(
      (funder) => ({ id: funder.id, label: funder.label }),
    )
    return funders.length === 0 ? [] : [{ id, label, funders }]
  })
}

/** One of them; not found for a programme for which nobody is down to pay. */
export function fundedProgramme(work: Work, programmeId: string) {
  const found = fundedProgrammes(work).find(({ id }) => id === programmeId)
  if (!found) throw new NotFound()
  return found
}
