import highsLoader from 'highs'
import type { LinearAnswer, LinearModel, LinearSolver } from '#domain/disclosure/linear-solver.ts'

// Its types tell of a CommonJS module; what is loaded is the other one, which is the function itself.
const load = highsLoader as unknown as typeof highsLoader.default
const loading = load()

/** HiGHS, until a time; after it every answer is that there is none. */
export async function highsLinear(until: () => number): Promise<LinearSolver> {
  const highs = await loading
  const { modelStatus, variableType } = highs.constants
  return {
    open(columns, rows): LinearModel {
      const starts = [0]
      for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length)
      const model = highs.createModel({
        numCols: columns,
        numRows: rows.length,
        colCost: new Float64Array(columns),
        colLower: new Float64Array(columns),
        colUpper: new Float64Array(columns),
        rowLower: new Float64Array(rows.length),
        rowUpper: new Float64Array(rows.length),
        matrix: {
          format: 'csr',
          numRows: rows.length,
          numCols: columns,
          starts,
          indices: rows.flatMap((row) => row.columns),
          values: rows.flatMap((row) => row.factors),
        },
      })
      model.options.set({ output_flag: false, presolve: 'off', random_seed: 1 })
      const all = { kind: 'range', from: 0, to: columns - 1 } as const
      const wholeNumbers = new Int32Array(columns).fill(variableType.integer)
      return {
        solve({ costs, lower, upper, whole }): LinearAnswer {
          const left = (until() - performance.now()) / 1000
          if (left <= 0) return { kind: 'unknown' }
          model.changeColsCost(all, costs)
          model.changeColsBounds(all, lower, upper)
          if (whole) model.changeColsIntegrality(all, wholeNumbers)
          // The limit is on all the time that this model ran.
          model.options.set({ time_limit: Math.min(model.getRunTime() + left, 1e9) })
          model.run()
          const status = model.getModelStatus()
          const answer: LinearAnswer =
            status === modelStatus.optimal
              ? { kind: 'found', values: Float64Array.from(model.getSolution().colValue) }
              : status === modelStatus.infeasible
                ? { kind: 'none' }
                : { kind: 'unknown' }
          if (whole) model.clearIntegrality()
          return answer
        },
        close: () => model.dispose(),
      }
    },
  }
}
