import type { Adjacency, Weights } from './adjacency.ts'
import type { Instance, Objective } from './instance.ts'
import type { Near } from './near.ts'

/**
 * An instance as the searches see it: every pair with its weight, and for each mother the value of leaving her out.
 * Urgency is not in the weights but in that value: a bonus on all pairs of one mother is the same as a price on
 * leaving her out, so weights stay as small as scores are.
 */
export interface Problem {
  rows: Adjacency
  /** What the searches from the workers' side look at; nothing until one is needed. */
  near: Near | null
  /** Never above 0: minus her bonus. */
  base: Float64Array
  room: Int32Array
  readonly scale: number
  readonly bonus: number
}

/** A whole number beyond which neither a price nor a sum of two is exact. */
export const exact = 2 ** 52

/** Who is decided on by a person takes no part in the search: the worker of each such mother, -1 for the others. */
export function pinned(instance: Instance): Int32Array {
  const to = new Int32Array(instance.mothers).fill(-1)
  for (const [i, j] of instance.pins ?? []) to[i] = j
  return to
}

/** How often the bonus counts for a mother: by her tier, and once more if nobody may be left out for a score. */
export const bonuses = (objective: Objective, tier: number): number =>
  objective === 'score' ? 0 : objective === 'tiers' ? tier : tier + 1

/**
 * A score counts `scale` times, and a pair of the current plan once more: not even all of them together weigh as much
 * as one point of score, so the current plan decides between equals and nothing else.
 */
export function scaleOf({ current }: Instance, stable: boolean): number {
  let held = 0
  if (stable && current) for (let i = 0; i < current.length; i++) if ((current[i] ?? -1) >= 0) held++
  return held + 1
}

export interface Aim {
  readonly objective: Objective
  readonly scale: number
  readonly bonus: number
}

export function problemOf(instance: Instance, { objective, scale, bonus }: Aim): Problem {
  const { mothers, capacity, tier } = instance
  const base = new Float64Array(mothers)
  // 0 - 0, because there is a -0 and it is not 0 to every reader.
  for (let i = 0; i < mothers; i++) base[i] = 0 - bonuses(objective, tier?.[i] ?? 0) * bonus
  const room = new Int32Array(capacity)
  for (const [, j] of instance.pins ?? []) room[j] = (room[j] ?? 0) - 1
  return { rows: rowsOf(instance, scale), near: null, base, room, scale, bonus }
}

/** The instance's own arrays where nothing has to change in them. */
function rowsOf(instance: Instance, scale: number): Adjacency {
  const { mothers, rowPtr, col, score, current, forbids = [], pins = [] } = instance
  const start = rowPtr.subarray(0, mothers)
  if (scale === 1 && forbids.length === 0 && pins.length === 0)
    return { start, end: rowPtr.subarray(1, mothers + 1), to: col, weight: score }
  const to = col.slice()
  const weight = weights(score, scale)
  const end = rowPtr.slice(1, mothers + 1)
  if (scale > 1 && current)
    for (let i = 0; i < mothers; i++)
      for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++)
        if (to[e] === current[i]) weight[e] = (weight[e] ?? 0) + 1
  for (const [i, j] of forbids)
    for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++) {
      if (to[e] !== j) continue
      // The others keep their order, which is the order of the ids.
      to.copyWithin(e, e + 1, stop)
      weight.copyWithin(e, e + 1, stop)
      end[i] = stop - 1
      break
    }
  for (const [i] of pins) end[i] = start[i] ?? 0
  return { start, end, to, weight }
}

function weights(score: Int32Array, scale: number): Weights {
  let most = 0
  for (let e = 0; e < score.length; e++) most = Math.max(most, score[e] ?? 0)
  const scaled = most * scale + 1 < 2 ** 31 ? new Int32Array(score.length) : new Float64Array(score.length)
  for (let e = 0; e < score.length; e++) scaled[e] = (score[e] ?? 0) * scale
  return scaled
}
