import type { ExpenseRow } from '#db/expense.ts'
import { takesReceipt } from '#domain/expense/receipt.ts'

/** Is there a receipt with this claim, may one still come, or does its kind have none? */
export const receiptIn = (
  { id, kind }: Pick<ExpenseRow, 'id' | 'kind'>,
  receipts: ReadonlySet<string>,
): 'there' | 'missing' | 'none' => (receipts.has(id) ? 'there' : takesReceipt(kind) ? 'missing' : 'none')
