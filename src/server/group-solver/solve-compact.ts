import highsLoader from 'highs'
import type { Solved } from '#domain/group/compose/answer.ts'
import { type ConflictRows, compactModel, seatsFrom } from '#domain/group/compose/compact-model.ts'
import type { ComposeQuestion } from '#domain/group/compose/question.ts'

// Its types tell of a CommonJS module; what is loaded is the other one, which is the function itself.
const load = highsLoader as unknown as typeof highsLoader.default
const loading = load()

/** Worths are whole, so a gap of less than one is none. */
const exact = { mip_rel_gap: 0, mip_abs_gap: 0.9 }

/**
 * The best composition by HiGHS, within a time; what it had by then and the bound that it proved.
 */
export async function solveCompact(
  question: ComposeQuestion,
  { withinMs, conflicts }: { withinMs: number; conflicts?: ConflictRows },
): Promise<Solved> {
  const highs = await loading
  const text = compactModel(question, conflicts)
  return highs.withModel({ format: 'lp', data: text }, (model): Solved => {
    model.options.set({ output_flag: false, time_limit: Math.max(0.001, withinMs / 1000), ...exact })
    model.run()
    const status = model.getModelStatus()
    const { modelStatus } = highs.constants
    if (status === modelStatus.infeasible) return { seats: null, bound: 0 }
    const bound = Number(model.info.get('mip_dual_bound'))
    const has = Number(model.info.get('primal_solution_status')) === 2
    const { colValue } = model.getSolution()
    const at = new Map(Array.from(colValue, (_, column) => [model.getColName(column), column]))
    return {
      seats: has ? seatsFrom(question, (name) => colValue[at.get(name) ?? -1] ?? 0) : null,
      bound: Number.isFinite(bound) ? bound : Number.POSITIVE_INFINITY,
    }
  })
}
