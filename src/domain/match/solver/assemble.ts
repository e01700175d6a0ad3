import type { Instance, Pair } from './instance.ts'
import type { Blocked, Rule } from './why-not.ts'

/** Two ids of one side that are the same, or an id that nobody has. */
export class UnknownId extends Error {
  readonly code: 'unknown-id' | 'id-twice'
  readonly id: string
  constructor(code: UnknownId['code'], id: string) {
    super(`${code}: ${id}`)
    this.name = 'UnknownId'
    this.code = code
    this.id = id
  }
}

export interface Question<Mother extends { id: string }, Worker extends { id: string }> {
  readonly mothers: readonly Mother[]
  readonly workers: readonly Worker[]
  /** Hard rules, in the order in which they are asked; the first that forbids is the answer to "why not". */
  readonly rules: readonly (Rule & { readonly forbids: (mother: Mother, worker: Worker) => boolean })[]
  /** A whole number; what is below 1 counts as 1, because a pair that is allowed is worth something. */
  readonly score: (mother: Mother, worker: Worker) => number
  readonly capacity: (worker: Worker) => number
  readonly tier: (mother: Mother) => number
  /** By id: who stands beside whom in the plan that stands, and what a person has decided. */
  readonly current?: readonly (readonly [mother: string, worker: string])[]
  readonly pins?: readonly (readonly [mother: string, worker: string])[]
  readonly forbids?: readonly (readonly [mother: string, worker: string])[]
  /** Whom to look at for her; everybody unless said otherwise, and who is left out is so for `elsewhere`. */
  readonly near?: { readonly workers: (mother: Mother) => Iterable<Worker>; readonly elsewhere: Rule }
}

export interface Assembled {
  readonly instance: Instance
  readonly blocked: Blocked
  /** Ids, in the order of the instance's numbers. */
  readonly mothers: readonly string[]
  readonly workers: readonly string[]
}

/** Rules and scores become an instance, in the order of the ids: the order in which people came decides nothing. */
export function assemble<Mother extends { id: string }, Worker extends { id: string }>(
  question: Question<Mother, Worker>,
): Assembled {
  const { rules, near } = question
  const mothers = inOrder(question.mothers)
  const workers = inOrder(question.workers)
  const numberOf = new Map(workers.map(({ id }, j) => [id, j]))
  const open = { rowPtr: [0], col: [] as number[], score: [] as number[] }
  const shut = { rowPtr: [0], col: [] as number[], rule: [] as number[] }
  for (const mother of mothers) {
    const looked = near ? inOrder([...near.workers(mother)]) : workers
    for (const worker of looked) {
      const j = known(numberOf, worker.id)
      const rule = rules.findIndex((one) => one.forbids(mother, worker))
      if (rule >= 0) {
        shut.col.push(j)
        shut.rule.push(rule)
        continue
      }
      open.col.push(j)
      open.score.push(Math.max(1, question.score(mother, worker)))
    }
    open.rowPtr.push(open.col.length)
    shut.rowPtr.push(shut.col.length)
  }
  const pair = pairsBy(new Map(mothers.map(({ id }, i) => [id, i])), numberOf)
  const current = new Int32Array(mothers.length).fill(-1)
  for (const [i, j] of pair(question.current)) current[i] = j
  return {
    instance: {
      mothers: mothers.length,
      workers: workers.length,
      capacity: Int32Array.from(workers, question.capacity),
      rowPtr: Int32Array.from(open.rowPtr),
      col: Int32Array.from(open.col),
      score: Int32Array.from(open.score),
      tier: Uint8Array.from(mothers, question.tier),
      current,
      pins: pair(question.pins),
      forbids: pair(question.forbids),
    },
    blocked: {
      rules: rules.map(({ code, sealed }) => ({ code, sealed })),
      rowPtr: Int32Array.from(shut.rowPtr),
      col: Int32Array.from(shut.col),
      rule: Uint8Array.from(shut.rule),
      elsewhere: near?.elsewhere ?? { code: 'not-looked-at', sealed: true },
    },
    mothers: mothers.map(({ id }) => id),
    workers: workers.map(({ id }) => id),
  }
}

function inOrder<Person extends { id: string }>(people: readonly Person[]): Person[] {
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const twice = sorted.find(({ id }, k) => id === sorted[k + 1]?.id)
  if (twice) throw new UnknownId('id-twice', twice.id)
  return sorted
}

function known(numberOf: ReadonlyMap<string, number>, id: string): number {
  const number = numberOf.get(id)
  if (number === undefined) throw new UnknownId('unknown-id', id)
  return number
}

const pairsBy =
  (mothers: ReadonlyMap<string, number>, workers: ReadonlyMap<string, number>) =>
  (pairs: readonly (readonly [string, string])[] = []): Pair[] =>
    pairs
      .map(([mother, worker]): Pair => [known(mothers, mother), known(workers, worker)])
      .sort(([a, b], [c, d]) => a - c || b - d)
