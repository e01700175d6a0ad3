import { BadInstance, type Fault } from './bad-instance.ts'
import type { Instance, Pair } from './instance.ts'
import { bonuses, bonusOf, exact, scaleOf } from './problem.ts'
import type { Options } from './solve.ts'

/** Throws at the first thing that can't be true. */
export function checkInstance(
  instance: Instance,
  options: Required<Pick<Options, 'objective' | 'stable'>>,
): void {
  const fault =
    sizes(instance) ??
    rows(instance) ??
    capacities(instance) ??
    decisions(instance) ??
    numbers(instance, options)
  if (fault) throw new BadInstance(fault)
}

function sizes(instance: Instance): Fault | null {
  const { mothers, workers, capacity, rowPtr, col, score, tier, current } = instance
  const whole = Number.isSafeInteger(mothers) && Number.isSafeInteger(workers) && mothers >= 0 && workers >= 0
  const fits =
    whole &&
    capacity.length === workers &&
    rowPtr.length === mothers + 1 &&
    col.length === score.length &&
    (tier?.length ?? mothers) === mothers &&
    (current?.length ?? mothers) === mothers
  if (!fits) return { code: 'sizes-differ' }
  return rowPtr[0] === 0 && rowPtr[mothers] === col.length ? null : { code: 'rows-not-in-order' }
}

function rows({ mothers, workers, rowPtr, col, score, current }: Instance): Fault | null {
  for (let i = 0; i < mothers; i++) {
    const start = rowPtr[i] ?? 0
    const stop = rowPtr[i + 1] ?? 0
    if (stop < start || stop > col.length) return { code: 'rows-not-in-order', mother: i }
    let before = -1
    for (let e = start; e < stop; e++) {
      const j = col[e] ?? -1
      if (j <= before || j >= workers || (score[e] ?? 0) < 1) return pairFault(i, j, before, workers)
      before = j
    }
    const now = current?.[i] ?? -1
    if (now < -1 || now >= workers) return { code: 'unknown-worker', mother: i, worker: now }
  }
  return null
}

function pairFault(mother: number, worker: number, before: number, workers: number): Fault {
  if (worker < 0 || worker >= workers) return { code: 'unknown-worker', mother, worker }
  if (worker > before) return { code: 'score-below-one', mother, worker }
  return { code: worker === before ? 'pair-twice' : 'workers-not-in-order', mother, worker }
}

function capacities({ capacity }: Instance): Fault | null {
  const worker = capacity.findIndex((places: number) => places < 0)
  return worker < 0 ? null : { code: 'capacity-negative', worker }
}

function decisions(instance: Instance): Fault | null {
  const { pins = [], forbids = [], capacity } = instance
  const forbidden = new Set(forbids.map(([i, j]) => `${i},${j}`))
  const mothers = new Set<number>()
  const left = Int32Array.from(capacity)
  for (const [mother, worker] of forbids) {
    const fault = unknownIn(instance, [mother, worker])
    if (fault) return fault
  }
  for (const [mother, worker] of pins) {
    const fault = unknownIn(instance, [mother, worker])
    if (fault) return fault
    if (mothers.has(mother)) return { code: 'pinned-twice', mother, worker }
    mothers.add(mother)
    if (!isCandidate(instance, mother, worker)) return { code: 'pin-not-allowed', mother, worker }
    if (forbidden.has(`${mother},${worker}`)) return { code: 'pin-forbidden', mother, worker }
    left[worker] = (left[worker] ?? 0) - 1
    if ((left[worker] ?? 0) < 0) return { code: 'more-pins-than-places', mother, worker }
  }
  return null
}

function unknownIn({ mothers, workers }: Instance, [mother, worker]: Pair): Fault | null {
  if (!Number.isInteger(mother) || mother < 0 || mother >= mothers)
    return { code: 'unknown-mother', mother, worker }
  if (!Number.isInteger(worker) || worker < 0 || worker >= workers)
    return { code: 'unknown-worker', mother, worker }
  return null
}

export function isCandidate({ rowPtr, col }: Instance, mother: number, worker: number): boolean {
  for (let e = rowPtr[mother] ?? 0, stop = rowPtr[mother + 1] ?? 0; e < stop; e++)
    if (col[e] === worker) return true
  return false
}

/** Every price and every sum of two must be a whole number that can be told from the next. */
function numbers(
  instance: Instance,
  { objective, stable }: Required<Pick<Options, 'objective' | 'stable'>>,
): Fault | null {
  const scale = scaleOf(instance, stable)
  const bonus = bonusOf(instance, scale)
  let tier = 0
  if (instance.tier) for (const one of instance.tier) if (one > tier) tier = one
  let score = 0
  for (const one of instance.score) if (one > score) score = one
  const most = score * scale + 1 + bonuses(objective, tier) * bonus
  return most < exact ? null : { code: 'numbers-too-large' }
}
