import { type Day, isBefore } from '#domain/day.ts'
import type { ExpenseKind, ExpenseState } from '#domain/expense/expense.ts'
import type { Month } from '#domain/month.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Kinds with a receipt: what she paid to somebody. Kilometres and hours have none, and a receipt of a petrol station
 * would only say where she was.
 */
const asksReceipt: Readonly<Record<ExpenseKind, boolean>> = {
  kilometres: false,
  public_transport: true,
  parking: true,
  phone: true,
  childcare: true,
  materials: true,
  other: true,
  hours: false,
}
export const takesReceipt = (kind: ExpenseKind): boolean => asksReceipt[kind]

/** May a receipt come with this claim, or go from it? Once somebody decided on it, what she saw stays. */
export function mayChangeReceipt({
  kind,
  state,
}: {
  readonly kind: ExpenseKind
  readonly state: ExpenseState
}): true | Refusal<'receipt-not-for-this' | 'expense-decided'> {
  if (!takesReceipt(kind)) return refuse('receipt-not-for-this')
  return state === 'made' ? true : refuse('expense-decided')
}

/**
 * How long a receipt is kept: whole years after the year of its claim. Our sources name no term for bookkeeping, so this
 * is a proposal, to be confirmed by who keeps the organisation's books.
 */
export const receiptTerm = {
  years: 7,
  from: 'end of the calendar year of the claim',
  authority: null,
  proposal: true,
  readOn: '2026-11-22',
  toConfirm: true,
} as const

/** Receipts of claims before this month are past their term on this day. */
export const receiptsEndBefore = (today: Day, { years } = receiptTerm): Month =>
  today.with({ month: 1, day: 1 }).subtract({ years })

export const isReceiptPast = (month: Month, today: Day): boolean => isBefore(month, receiptsEndBefore(today))
