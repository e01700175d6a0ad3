import { type Refusal, refuse } from '#domain/refusal.ts'

/** What a worker may claim with a visit: nothing that tells where she was. Hours follow from the visits themselves. */
export const claimKinds = [
  'kilometres',
  'public_transport',
  'parking',
  'phone',
  'childcare',
  'materials',
  'other',
] as const
export type ClaimKind = (typeof claimKinds)[number]
/** Asked for as one amount with its kind. */
export const otherKinds = ['parking', 'phone', 'childcare', 'materials', 'other'] as const
export const expenseKinds = [...claimKinds, 'hours'] as const
export type ExpenseKind = (typeof expenseKinds)[number]

export const expenseStates = ['made', 'approved', 'declined', 'withdrawn', 'in_payout', 'paid'] as const
export type ExpenseState = (typeof expenseStates)[number]

/** Every step, from which states and where it leads. Money that came back waits again, to be paid another time. */
const steps = {
  withdraw: { from: ['made'], to: 'withdrawn' },
  approve: { from: ['made'], to: 'approved' },
  decline: { from: ['made'], to: 'declined' },
  'put-in': { from: ['approved'], to: 'in_payout' },
  'take-out': { from: ['in_payout'], to: 'approved' },
  pay: { from: ['in_payout'], to: 'paid' },
  'come-back': { from: ['paid'], to: 'approved' },
} as const satisfies Record<string, { from: readonly ExpenseState[]; to: ExpenseState }>
export type ExpenseStep = keyof typeof steps
export const expenseSteps = Object.keys(steps) as readonly ExpenseStep[]

export const stepExpense = (
  state: ExpenseState,
  step: ExpenseStep,
): ExpenseState | Refusal<'not-from-this-state'> =>
  steps[step].from.some((from) => from === state) ? steps[step].to : refuse('not-from-this-state')

/** Counts towards what she gets: approved, on its way, or paid. */
export const isApproved = (state: ExpenseState): boolean =>
  state === 'approved' || state === 'in_payout' || state === 'paid'

/** Why a claim isn't paid; nothing is written about anybody. */
export const declineCodes = ['twice', 'mistake', 'over_limit', 'not_agreed', 'no_receipt'] as const
export type DeclineCode = (typeof declineCodes)[number]

/** Nobody decides on her own claims. */
export const mayDecide = (
  workerId: string,
  by: { readonly workerId: string | null },
): true | Refusal<'expense-own'> => (by.workerId === workerId ? refuse('expense-own') : true)
