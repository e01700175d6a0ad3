import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** One run of payments: made by one, agreed to by another, taken to the bank as a file, and then paid or not. */
export const payoutStates = ['made', 'agreed', 'refused', 'withdrawn', 'failed', 'paid'] as const
export type PayoutState = (typeof payoutStates)[number]

const steps = {
  agree: { from: ['made'], to: 'agreed' },
  refuse: { from: ['made'], to: 'refused' },
  withdraw: { from: ['made'], to: 'withdrawn' },
  /** The bank took none of it. */
  fail: { from: ['agreed'], to: 'failed' },
  pay: { from: ['agreed'], to: 'paid' },
} as const satisfies Record<string, { from: readonly PayoutState[]; to: PayoutState }>
export type PayoutStep = keyof typeof steps
export const payoutSteps = [
  'agree',
  'refuse',
  'withdraw',
  'pay',
  'fail',
] as const satisfies readonly PayoutStep[]
/** What gives the claims in it back, to be paid in another run. */
export const givesBack = (step: PayoutStep): boolean =>
  step === 'refuse' || step === 'withdraw' || step === 'fail'

export interface Run {
  readonly state: PayoutState
  readonly madeBy: string
  /** Whose claims are in it. */
  readonly payees: readonly string[]
}

/** Agreeing takes somebody else: not who made it, and nobody who is paid by it. */
export function stepPayout(
  run: Run,
  step: PayoutStep,
  by: { readonly memberId: string; readonly workerId: string | null },
): PayoutState | Refusal<'not-from-this-state' | 'payout-of-your-own'> {
  if (!steps[step].from.some((from) => from === run.state)) return refuse('not-from-this-state')
  const paidHerself = by.workerId !== null && run.payees.includes(by.workerId)
  if (step === 'agree' && (paidHerself || !isSecondPerson(by.memberId, [run.madeBy])))
    return refuse('payout-of-your-own')
  if (step === 'withdraw' && by.memberId !== run.madeBy) return refuse('payout-of-your-own')
  return steps[step].to
}

/** A file for the bank is there once two agreed, and as long as that stands. */
export const hasFile = (state: PayoutState): boolean => state === 'agreed' || state === 'paid'
