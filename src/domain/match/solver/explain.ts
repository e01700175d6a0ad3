import { isRefusal } from '#domain/refusal.ts'
import type { Change, Delta, Move } from './change.ts'
import { isForbidden, part, workerOf } from './core.ts'
import type { Objective } from './instance.ts'
import { placeOf, weightOf } from './pairs.ts'
import type { Session } from './session.ts'
import type { Value } from './solution.ts'
import { type Blocked, blockedPairs, whyNot } from './why-not.ts'

/** Why not these two? Either they can't be, and why; or what it would bring, and who would move. */
export type PairAnswer =
  | { readonly possible: false; readonly because: string }
  | {
      readonly possible: true
      /** They are together in the plan. */
      readonly now: boolean
      /** By the prices alone it costs the whole this much at least, in points of score. */
      readonly atLeast: number
      /** What it does to the whole; all zeros: it is just as good. */
      readonly change: Value
      /** Who would be with whom instead: the sentence to say to a person. */
      readonly moves: readonly Move[]
    }

export interface MotherAnswer {
  /** Her worker in the plan, -1 for none. */
  readonly worker: number
  /** Everybody she could be with, best for the whole first. */
  readonly choices: readonly { readonly worker: number; readonly answer: PairAnswer & { possible: true } }[]
  /** Everybody else who was looked at, with why not. */
  readonly others: readonly { readonly worker: number; readonly because: string }[]
}

export function explainPair(
  session: Session,
  blocked: Blocked | undefined,
  i: number,
  j: number,
): PairAnswer {
  const { core } = session
  const impossible = (because: string): PairAnswer => ({ possible: false, because })
  if (placeOf(core.pairs, i, j) < 0) return impossible(whyNot(blocked, i, j))
  if (isForbidden(core, i, j)) return impossible('forbidden-by-hand')
  if (core.part[i] === part.away) return impossible('not-waiting')
  if (workerOf(core, i) === j)
    return { possible: true, now: true, atLeast: 0, change: nothing(core.tiers), moves: [] }
  const pin: Change = { kind: 'pin', mother: i, worker: j }
  const delta =
    core.part[i] === part.pinned ? session.whatIf({ kind: 'unpin', mother: i }, pin) : session.whatIf(pin)
  if (isRefusal(delta)) return impossible('no-place-left')
  const { plan, aim } = core
  const reduced = (plan.u[i] ?? 0) + (plan.v[j] ?? 0) - weightOf(core.pairs, i, j)
  const atLeast = core.part[i] === part.pinned ? 0 : reduced / aim.scale
  return { possible: true, now: false, atLeast, change: delta.value, moves: delta.moves }
}

export function explainMother(session: Session, blocked: Blocked | undefined, i: number): MotherAnswer {
  const { core } = session
  const { start, limit, to } = core.pairs.rows
  const choices: { worker: number; answer: PairAnswer & { possible: true } }[] = []
  const others = blockedPairs(blocked, i)
  for (const worker of to.slice(start[i] ?? 0, limit[i] ?? 0).sort()) {
    const answer = explainPair(session, blocked, i, worker)
    if (answer.possible) choices.push({ worker, answer })
    else others.push({ worker, because: answer.because })
  }
  const { objective } = core.aim
  choices.sort(
    (a, b) =>
      Number(b.answer.now) - Number(a.answer.now) ||
      compareValues(b.answer.change, a.answer.change, objective) ||
      a.worker - b.worker,
  )
  return { worker: workerOf(core, i), choices, others: others.sort((a, b) => a.worker - b.worker) }
}

/** What one more place with her would bring: where to look for people next. */
export function oneMore(session: Session, worker: number): Delta {
  const { core } = session
  const capacity = (core.problem.room[worker] ?? 0) + (core.pins[worker] ?? 0) + 1
  const delta = session.whatIf({ kind: 'capacity', worker, capacity })
  return isRefusal(delta) ? { moves: [], value: nothing(core.tiers) } : delta
}

const nothing = (tiers: number): Value => ({ perTier: Array<number>(tiers).fill(0), score: 0, kept: 0 })

/** Above 0 where `a` is better. */
export function compareValues(a: Value, b: Value, objective: Objective): number {
  const lowest = objective === 'score' ? a.perTier.length : objective === 'tiers' ? 1 : 0
  for (let tier = a.perTier.length - 1; tier >= lowest; tier--) {
    const more = (a.perTier[tier] ?? 0) - (b.perTier[tier] ?? 0)
    if (more !== 0) return more
  }
  return a.score - b.score || a.kept - b.kept
}
