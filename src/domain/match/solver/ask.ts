import type { Change, ChangeRefusal, Delta } from './change.ts'
import type { MotherAnswer, PairAnswer } from './explain.ts'
import type { Instance, Objective, Pair } from './instance.ts'
import { openSession } from './session.ts'
import type { Solution } from './solution.ts'
import { solve } from './solve.ts'
import { type Verdict, verify } from './verify.ts'
import type { Blocked } from './why-not.ts'

/** The best plan, or the best so far if it is stopped. */
export interface AskPlan {
  readonly kind: 'plan'
  readonly instance: Instance
  readonly objective: Objective
  readonly stable: boolean
}
/** A plan with changes in it, and whatever one wants to know of it. All in one question, so that nothing is kept. */
export interface AskSession {
  readonly kind: 'session'
  readonly instance: Instance
  readonly blocked?: Blocked
  readonly objective: Objective
  readonly stable: boolean
  readonly changes: readonly Change[]
  readonly whatIf?: readonly (readonly Change[])[]
  readonly pairs?: readonly Pair[]
  readonly mothers?: readonly number[]
  readonly oneMore?: readonly number[]
}
export type Ask = AskPlan | AskSession

export interface PlanAnswer {
  readonly kind: 'plan'
  readonly solution: Solution
  /** From a check that shares nothing with the solver. */
  readonly verdict: Verdict
}
export interface SessionAnswer {
  readonly kind: 'session'
  readonly solution: Solution
  readonly verdict: Verdict
  /** What each change brought, in order; a refused one changed nothing. */
  readonly changes: readonly (Delta | ChangeRefusal)[]
  readonly whatIf: readonly (Delta | ChangeRefusal)[]
  readonly pairs: readonly PairAnswer[]
  readonly mothers: readonly MotherAnswer[]
  readonly oneMore: readonly Delta[]
}
export type AnswerTo<Question extends Ask> = Question extends AskPlan ? PlanAnswer : SessionAnswer

/** Never an answer that isn't checked. */
export function answerAsk(ask: Ask, stopped: () => boolean): PlanAnswer | SessionAnswer {
  const { kind, instance, objective, stable } = ask
  if (kind === 'plan') {
    const solution = solve(instance, { objective, stable, stopped })
    return { kind, solution, verdict: verify(instance, solution) }
  }
  const session = openSession(instance, { objective, stable, blocked: ask.blocked })
  const changes = ask.changes.map((change) => session.apply(change))
  const solution = session.solution()
  return {
    kind,
    solution,
    verdict: verify(session.instance(), solution),
    changes,
    whatIf: (ask.whatIf ?? []).map((some) => session.whatIf(...some)),
    pairs: (ask.pairs ?? []).map(([mother, worker]) => session.explainPair(mother, worker)),
    mothers: (ask.mothers ?? []).map((mother) => session.explainMother(mother)),
    oneMore: (ask.oneMore ?? []).map((worker) => session.oneMore(worker)),
  }
}
