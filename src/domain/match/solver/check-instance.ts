import { BadInstance, type Fault } from './bad-instance.ts'
import type { Instance, Objective, Pair } from './instance.ts'
import { bonuses, exact, scaleOf } from './problem.ts'
import { bonusOf, emptyRanges, type Ranges } from './ranges.ts'
import type { Options } from './solve.ts'

/** Throws at the first thing that can't be true, and tells how far scores lie apart. */
export function checkInstance(
  instance: Instance,
  { objective, stable }: Required<Pick<Options, 'objective' | 'stable'>>,
): Ranges {
  const wrongSizes = sizes(instance)
  if (wrongSizes) throw new BadInstance(wrongSizes)
  const ranges = emptyRanges(instance.mothers)
  const wrong =
    rows(instance, ranges) ??
    capacities(instance) ??
    decisions(instance) ??
    numbers(scaleOf(instance, stable), objective, ranges)
  if (wrong) throw new BadInstance(wrong)
  return ranges
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

function rows(
  { mothers, workers, rowPtr, col, score, tier, current }: Instance,
  ranges: Ranges,
): Fault | null {
  const { low, high } = ranges
  let start = 0
  for (let i = 0; i < mothers; i++) {
    const stop = rowPtr[i + 1] ?? 0
    if (stop < start || stop > col.length) return { code: 'rows-not-in-order', mother: i }
    let before = -1
    let least = 2 ** 31 - 1
    let most = 0
    for (let e = start; e < stop; e++) {
      const j = col[e] ?? -1
      const points = score[e] ?? 0
      if (j <= before || j >= workers || points < 1) return pairFault(i, j, before, workers)
      before = j
      least = Math.min(least, points)
      most = Math.max(most, points)
    }
    high[i] = most
    low[i] = Math.min(least, most)
    ranges.most = Math.max(ranges.most, most)
    ranges.sum += most
    ranges.apart += most - Math.min(least, most)
    ranges.some += Math.min(1, most)
    if (tier) ranges.tier = Math.max(ranges.tier, tier[i] ?? 0)
    start = stop
  }
  return current ? currents(current, workers) : null
}

function currents(current: Int32Array, workers: number): Fault | null {
  for (let i = 0; i < current.length; i++) {
    const worker = current[i] ?? -1
    if (worker < -1 || worker >= workers) return { code: 'unknown-worker', mother: i, worker }
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
function numbers(scale: number, objective: Objective, ranges: Ranges): Fault | null {
  const most = ranges.most * scale + 1 + bonuses(objective, ranges.tier) * bonusOf(ranges, scale)
  return most < exact ? null : { code: 'numbers-too-large' }
}
