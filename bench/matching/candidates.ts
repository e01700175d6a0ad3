import type { People } from './region.ts'
import type { Seeded } from './seeded.ts'

export interface Pairs {
  readonly rowPtr: Int32Array
  readonly col: Int32Array
  readonly score: Int32Array
}

/** No more candidates than these, the nearest. */
const most = 100
const cell = 6

/**
 * Who could stand beside whom, and how well: a shared language, her programme, two slots of the week in common,
 * within reach of both, no conflict, a valid certificate. Without `place` distance decides nothing: who is looked at
 * is drawn from everybody, so that the graph has no neighbourhoods.
 */
export function candidates(mothers: People, workers: People, random: Seeded, place: boolean): Pairs {
  const n = mothers.x.length
  const m = workers.x.length
  const certified = Uint8Array.from({ length: m }, () => (random.next() < 0.06 ? 0 : 1))
  const near = place ? grid(workers) : null
  const rowPtr = new Int32Array(n + 1)
  let col = new Int32Array(1 << 16)
  let score = new Int32Array(1 << 16)
  let pairs = 0
  const found: { worker: number; far: number }[] = []
  for (let i = 0; i < n; i++) {
    found.length = 0
    const look = (j: number) => {
      if (certified[j] === 0 || !fits(mothers, i, workers, j) || random.next() < 0.005) return
      const far = place ? distance(mothers, i, workers, j) : 15 * random.next()
      if (place && far > Math.min(mothers.reach[i] ?? 0, workers.reach[j] ?? 0)) return
      found.push({ worker: j, far })
    }
    if (near) near(mothers.x[i] ?? 0, mothers.y[i] ?? 0, mothers.reach[i] ?? 0, look)
    else {
      const seen = new Set<number>()
      for (let k = 0; k < Math.min(m, 290); k++) seen.add(random.below(m))
      for (const j of seen) look(j)
    }
    if (found.length > most) found.sort((a, b) => a.far - b.far || a.worker - b.worker).length = most
    found.sort((a, b) => a.worker - b.worker)
    if (pairs + found.length > col.length) {
      col = grown(col)
      score = grown(score)
    }
    for (const { worker, far } of found) {
      col[pairs] = worker
      score[pairs++] = fitness(mothers, i, workers, worker, far, random)
    }
    rowPtr[i + 1] = pairs
  }
  return { rowPtr, col: col.slice(0, pairs), score: score.slice(0, pairs) }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

const ones = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
const distance = (a: People, i: number, b: People, j: number): number =>
  Math.hypot((a.x[i] ?? 0) - (b.x[j] ?? 0), (a.y[i] ?? 0) - (b.y[j] ?? 0))

const fits = (a: People, i: number, b: People, j: number): boolean =>
  ((a.programmes[i] ?? 0) & (b.programmes[j] ?? 0)) !== 0 &&
  ((a.languages[i] ?? 0) & (b.languages[j] ?? 0)) !== 0 &&
  ones((a.slots[i] ?? 0) & (b.slots[j] ?? 0)) >= 2

/** 20 to 1000, and 250 more where they know each other. */
function fitness(a: People, i: number, b: People, j: number, far: number, random: Seeded): number {
  const traits = ones((a.traits[i] ?? 0) & (b.traits[j] ?? 0)) / 7
  const week = Math.min(1, ones((a.slots[i] ?? 0) & (b.slots[j] ?? 0)) / 5)
  const whole = 300 * Math.exp(-far / 8) + (a.tongue[i] === b.tongue[j] ? 180 : 0) + 330 * traits + 120 * week
  return Math.max(20, Math.min(1000, Math.round(whole + (random.next() < 0.01 ? 250 : 0))))
}

/** Calls `look` for every worker within `reach`'s cells. */
function grid(workers: People) {
  const cells = new Map<string, number[]>()
  for (let j = 0; j < workers.x.length; j++) {
    const key = `${Math.floor((workers.x[j] ?? 0) / cell)},${Math.floor((workers.y[j] ?? 0) / cell)}`
    const there = cells.get(key)
    if (there) there.push(j)
    else cells.set(key, [j])
  }
  return (x: number, y: number, reach: number, look: (worker: number) => void) => {
    for (let a = Math.floor((x - reach) / cell); a <= Math.floor((x + reach) / cell); a++)
      for (let b = Math.floor((y - reach) / cell); b <= Math.floor((y + reach) / cell); b++)
        for (const worker of cells.get(`${a},${b}`) ?? []) look(worker)
  }
}
