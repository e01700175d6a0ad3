import { z } from 'zod'
import { limitsOn } from '#domain/expense/allowance-limits.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { maskedIban } from '#domain/expense/iban.ts'
import { openAccount } from '#usecases/expense/expense-fields.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'
import { question } from '#usecases/use-case.ts'

/** What this organisation gives and from which day, from which account it pays, and what the law lets free of tax. */
export const readExpenseTerms = question({
  name: 'read-expense-terms',
  may: expensePolicy.readTerms,
  input: z.strictObject({}),
  async run(work) {
    const { on, rates, terms, counted } = await readStanding(work)
    if (terms) await work.vault.load([terms.id])
    const account =
      terms &&
      openAccount(work.vault, 'expense_terms', { owner: terms.id, row: terms.id }, terms.account_sealed)
    return {
      on,
      rates,
      counted,
      number: terms?.number ?? 0,
      account: account ? { name: account.name, iban: maskedIban(account.iban) } : null,
      limits: limitsOn(work.today),
      maySet: expensePolicy.pay(work.actor),
    }
  },
})
export type ExpenseTerms = Awaited<ReturnType<typeof readExpenseTerms>>
