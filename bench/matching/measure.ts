import type { Case } from './cases.ts'
import { type Run, runs } from './peers.ts'

export interface Peers {
  readonly lemon: string | null
  readonly c: string | null
  readonly python: string | null
  readonly munkres: boolean
}

/** What one case took: the least of all rounds of each solver, in milliseconds of CPU time. */
export interface Row {
  readonly name: string
  readonly size: Case['size']
  readonly objective: Case['objective']
  readonly ms: Readonly<Record<string, number>>
  /** Ours warm and cold by LEMON's network simplex, and by the same in C, of each round. */
  readonly ratios: Readonly<Record<'warm' | 'cold' | 'c', readonly number[]>>
  readonly peakMb: Readonly<Record<string, number>>
  readonly verifyMs: number
  /** All found the same, and ours is proved. */
  readonly equal: boolean
}

const least = (all: readonly number[]): number => Math.min(...all)

export function measure(one: Case, file: string, rounds: number, { lemon, c, python, munkres }: Peers): Row {
  const found: Record<string, number[]> = {}
  const peakMb: Record<string, number> = {}
  const values = new Set<string>()
  const ratios = { warm: [] as number[], cold: [] as number[], c: [] as number[] }
  let optimal = true
  let verifyMs = Number.POSITIVE_INFINITY
  const took = (solver: string, all: readonly Run[]): number => {
    for (const { ms, value, peakMb: peak } of all) {
      found[solver] = [...(found[solver] ?? []), ms]
      if (value) values.add(value)
      if (peak) peakMb[solver] = Math.max(peakMb[solver] ?? 0, peak)
    }
    return all.length > 0 ? least(all.map(({ ms }) => ms)) : Number.NaN
  }
  const narrow = one.objective === 'score'
  // Often enough that all is compiled by the end.
  const warmTimes = one.size === 'stress' ? 5 : 12
  for (let round = 0; round < rounds; round++) {
    const simplex = lemon ? took('simplex', runs(lemon, [file, narrow ? 'ns' : 'ns64'])) : Number.NaN
    const ours = runs<Run & { optimal?: boolean; verifyMs?: number }>(process.execPath, [
      'bench/matching/ours.ts',
      file,
      one.objective,
      String(warmTimes),
    ])
    const cold = took(
      'cold',
      ours.filter(({ solver }) => solver === 'cold'),
    )
    const warm = took(
      'warm',
      ours.filter(({ solver }) => solver === 'warm'),
    )
    const proof = ours.find(({ solver }) => solver === 'proof')
    optimal &&= proof?.optimal === true
    verifyMs = Math.min(verifyMs, proof?.verifyMs ?? Number.POSITIVE_INFINITY)
    if (proof?.value) values.add(proof.value)
    if (proof?.peakMb) peakMb.ours = Math.max(peakMb.ours ?? 0, proof.peakMb)
    const same = c ? took('c', runs(c, [file, '3'])) : Number.NaN
    ratios.warm.push(warm / simplex)
    ratios.cold.push(cold / simplex)
    ratios.c.push(warm / same)
    // Once is enough for those that are not near; at the largest size they take minutes.
    if (round > 0) continue
    if (lemon && (one.size !== 'stress' || one.name === 'stress tight'))
      took('scaling', runs(lemon, [file, narrow ? 'cs' : 'cs64']))
    if (python && (one.size === 'org' || one.size === 'city' || one.name === 'country tight'))
      took('lapjv', runs(python, ['bench/matching/with-scipy.py', file, 'lapjv']))
    if (munkres && (one.size === 'org' || one.size === 'city'))
      took('munkres', runs(process.execPath, ['bench/matching/with-munkres.ts', file]))
    if (python && (one.size === 'org' || one.size === 'city' || one.name === 'country tight'))
      took('highs', runs(python, ['bench/matching/with-scipy.py', file, 'highs-ds']))
  }
  const ms = Object.fromEntries(Object.entries(found).map(([solver, all]) => [solver, least(all)]))
  const { name, size, objective } = one
  return { name, size, objective, ms, ratios, peakMb, verifyMs, equal: optimal && values.size === 1 }
}
