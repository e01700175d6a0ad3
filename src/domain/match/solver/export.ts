import { type Core, isForbidden, part, workerOf } from './core.ts'
import type { Instance, Pair } from './instance.ts'
import type { Solution } from './solution.ts'
import { valueOfPlan } from './value.ts'

/** The instance with all changes of a session in it, in the order of workers again. */
export function exportInstance(core: Core): Instance {
  const { rows } = core.pairs
  const mothers = core.part.length
  const rowPtr = new Int32Array(mothers + 1)
  const col: number[] = []
  const score: number[] = []
  const pins: Pair[] = []
  const forbids: Pair[] = []
  for (let i = 0; i < mothers; i++) {
    const from = rows.start[i] ?? 0
    const stop = core.part[i] === part.away ? from : (rows.limit[i] ?? 0)
    const hers = Array.from({ length: stop - from }, (_, k) => from + k)
    hers.sort((e, f) => (rows.to[e] ?? 0) - (rows.to[f] ?? 0))
    for (const e of hers) {
      const j = rows.to[e] ?? 0
      col.push(j)
      score.push(Math.floor((rows.weight[e] ?? 0) / core.aim.scale))
      if (isForbidden(core, i, j)) forbids.push([i, j])
    }
    rowPtr[i + 1] = col.length
    if (core.part[i] === part.pinned) pins.push([i, core.pin[i] ?? -1])
  }
  const capacity = core.problem.room.slice()
  for (const [, j] of pins) capacity[j] = (capacity[j] ?? 0) + 1
  return {
    mothers,
    workers: capacity.length,
    capacity,
    rowPtr,
    col: Int32Array.from(col),
    score: Int32Array.from(score),
    tier: Uint8Array.from(core.tier),
    current: core.current.slice(),
    pins,
    forbids,
  }
}

export function exportSolution(core: Core): Solution {
  const { plan, problem, aim } = core
  const mate = plan.mate.map((_, i) => workerOf(core, i))
  const u = plan.u.map((due, i) => (Number.isFinite(due) ? due - (problem.base[i] ?? 0) : 0))
  return { mate, u, v: plan.v.slice(), value: valueOfPlan(exportInstance(core), mate), gap: 0, aim }
}
