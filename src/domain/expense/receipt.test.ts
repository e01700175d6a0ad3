import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expenseKinds, expenseStates } from '#domain/expense/expense.ts'
import { isReceiptPast, mayChangeReceipt, receiptTerm, takesReceipt } from '#domain/expense/receipt.ts'

test('a receipt is for what was paid to somebody, until somebody decided', () => {
  expect(expenseKinds.filter((kind) => !takesReceipt(kind))).toEqual(['kilometres', 'hours'])
  for (const kind of expenseKinds)
    for (const state of expenseStates)
      expect(mayChangeReceipt({ kind, state }) === true).toBe(takesReceipt(kind) && state === 'made')
})
test('is kept for whole years after its own, whatever day it was', () => {
  const at = (year: number, month: number, day = 1) => Temporal.PlainDate.from({ year, month, day })
  expect(isReceiptPast(at(2026, 11), at(2033, 12, 31))).toBe(false)
  expect(isReceiptPast(at(2026, 11), at(2034, 1, 1))).toBe(true)
  expect(isReceiptPast(at(2026, 1), at(2033, 12, 31))).toBe(false)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 4000 }), (month, later) => {
      const claimed = at(2026, month)
      const today = claimed.add({ days: later })
      expect(isReceiptPast(claimed, today)).toBe(today.year > 2026 + receiptTerm.years)
    }),
  )
})
