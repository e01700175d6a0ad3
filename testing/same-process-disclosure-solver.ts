import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import type { DisclosureSolver } from '#usecases/report-release/disclosure-solver.ts'

/** What the thread answers, without the thread. */
export const sameProcessDisclosureSolver: DisclosureSolver = {
  makeSafe: async (ask, { withinMs }) => {
    const until = performance.now() + withinMs
    return tellSafely(ask, await highsLinear(() => until))
  },
}
