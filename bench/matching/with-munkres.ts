import { createRequire } from 'node:module'
import path from 'node:path'
import { readInstance } from './instance-file.ts'
import { folder } from './peers.ts'

/**
 * npm's `munkres` on an instance made into one full table with a column for each place; a pair that isn't allowed
 * costs what waiting costs. Making the table isn't counted, to its advantage. Only where the table fits in memory.
 */
const load = createRequire(path.resolve(folder, 'package.json'))
const { munkres }: { munkres: (costs: number[][]) => [number, number][] } = load('munkres')
const { mothers, workers, capacity, rowPtr, col, score } = readInstance(process.argv[2] ?? '')
const first = new Int32Array(workers + 1)
for (let j = 0; j < workers; j++) first[j + 1] = (first[j] ?? 0) + (capacity[j] ?? 0)
const waiting = score.reduce((most, one) => Math.max(most, one), 0) + 1
const costs = Array.from({ length: mothers }, (_, i) => {
  const row = new Array<number>(first[workers] ?? 0).fill(waiting)
  for (let e = rowPtr[i] ?? 0; e < (rowPtr[i + 1] ?? 0); e++) {
    const j = col[e] ?? 0
    row.fill(waiting - (score[e] ?? 0), first[j], first[j + 1])
  }
  return row
})
const cpu = process.cpuUsage()
const pairs = munkres(costs)
const { user, system } = process.cpuUsage(cpu)
const value = pairs.reduce((sum, [i, k]) => sum + waiting - (costs[i]?.[k] ?? waiting), 0)
console.log(JSON.stringify({ solver: 'munkres', ms: (user + system) / 1000, value: String(value) }))
