import { applyChange } from './apply-change.ts'
import type { Change, ChangeRefusal, Delta, Move } from './change.ts'
import { checkInstance } from './check-instance.ts'
import { type Core, coreOf, workerOf } from './core.ts'
import { explainMother, explainPair, type MotherAnswer, oneMore, type PairAnswer } from './explain.ts'
import { exportInstance, exportSolution } from './export.ts'
import type { Instance } from './instance.ts'
import { type Journal, newJournal, note, rollBack } from './journal.ts'
import { placeOf } from './pairs.ts'
import { bonuses, exact, scaleOf } from './problem.ts'
import { bonusOf } from './ranges.ts'
import type { Solution } from './solution.ts'
import { never, type Options, solveFor } from './solve.ts'
import type { Blocked } from './why-not.ts'

/**
 * A plan that stays the best while things change: each change is settled by a search or two and leaves the whole
 * proved again. `whatIf` answers the same and leaves no trace, not even among equals.
 */
export interface Session {
  apply(...changes: readonly Change[]): Delta | ChangeRefusal
  whatIf(...changes: readonly Change[]): Delta | ChangeRefusal
  /** Why these two or why not: their price for the whole, and who would move. */
  explainPair(mother: number, worker: number): PairAnswer
  /** All her possibilities with the same, and why each other one is none. */
  explainMother(mother: number): MotherAnswer
  /** What one more place with this worker would bring. */
  oneMore(worker: number): Delta
  solution(): Solution
  /** What is solved now: the instance with all changes in it. */
  instance(): Instance
  /** Read only: for who explains. */
  readonly core: Core
}

export interface SessionOptions extends Omit<Options, 'stopped'> {
  /** Why pairs are no candidates, so that "why not" has an answer. */
  readonly blocked?: Blocked
}

export function openSession(instance: Instance, options: SessionOptions = {}): Session {
  const { objective = 'tiers', stable = true, blocked } = options
  const ranges = checkInstance(instance, { objective, stable })
  const scale = scaleOf(instance, stable)
  const needs = bonusOf(ranges, scale)
  const aim = { objective, scale, bonus: roomy(needs, bonuses(objective, ranges.tier)) }
  const core = coreOf(instance, solveFor(instance, ranges, aim, never), aim, needs)
  const session: Session = {
    core,
    apply: (...changes) => changed(core, changes, newJournal()),
    whatIf(...changes) {
      const journal = newJournal()
      const delta = changed(core, changes, journal)
      rollBack(journal)
      return delta
    },
    solution: () => exportSolution(core),
    instance: () => exportInstance(core),
    explainPair: (mother, worker) => explainPair(session, blocked, mother, worker),
    explainMother: (mother) => explainMother(session, blocked, mother),
    oneMore: (worker) => oneMore(session, worker),
  }
  return session
}

/** Room in the bonus for scores and mothers to come, as far as numbers stay exact if one mother has it `most` times. */
function roomy(needs: number, most: number): number {
  const largest = Math.floor((exact - needs) / Math.max(1, most))
  return Math.max(needs, Math.min(4 * needs + 1_000_000, largest))
}

/** All of the changes, or none if one of them is refused. */
function changed(core: Core, changes: readonly Change[], journal: Journal): Delta | ChangeRefusal {
  for (const change of changes) {
    const refused = applyChange(core, change, journal)
    if (!refused) continue
    rollBack(journal)
    return refused
  }
  return deltaOf(core, journal)
}

function deltaOf(core: Core, journal: Journal): Delta {
  const moves: Move[] = []
  const perTier = Array<number>(core.tiers).fill(0)
  let score = 0
  let kept = 0
  const touched = [...journal.before].sort(([a], [b]) => a - b)
  for (const [mother, from] of touched) {
    const to = workerOf(core, mother)
    const of = core.tier[mother] ?? 0
    const was = core.worth[mother] ?? 0
    const now = to < 0 ? 0 : (core.pairs.rows.weight[placeOf(core.pairs, mother, to)] ?? 0)
    note(journal, core.worth, mother)
    core.worth[mother] = now
    score += Math.floor(now / core.aim.scale) - Math.floor(was / core.aim.scale)
    if (to === from) continue
    moves.push({ mother, from, to })
    perTier[of] = (perTier[of] ?? 0) + (to >= 0 ? 1 : 0) - (from >= 0 ? 1 : 0)
    kept += (isNow(core, mother, to) ? 1 : 0) - (isNow(core, mother, from) ? 1 : 0)
  }
  return { moves, value: { perTier, score, kept } }
}

const isNow = ({ current }: Core, mother: number, worker: number): boolean =>
  worker >= 0 && current[mother] === worker
