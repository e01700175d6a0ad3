import { z } from 'zod'
import { findTerms, insertTerms } from '#db/expense-terms.ts'
import { accountInput } from '#domain/expense/account.ts'
import { countedKinds } from '#domain/expense/allowance.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { versionInput } from '#domain/version.ts'
import { sealAccount } from '#usecases/expense/expense-fields.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Says from which account is paid and what fills the limits. A run that was made keeps what held then. */
export const setExpenseTerms = command({
  name: 'set-expense-terms',
  action: 'create',
  may: expensePolicy.pay,
  fresh: true,
  input: z.strictObject({
    version: versionInput,
    account: accountInput,
    counted: z.enum(countedKinds, 'choose-one'),
  }),
  async run({ tx, orgId, actor, now, newId, vault }, { version, account, counted }) {
    if (actor.kind !== 'member') throw new Forbidden()
    const before = await findTerms(tx, orgId)
    if ((before?.number ?? 0) !== version) throw new Refused('changed-meanwhile')
    const id = newId()
    await vault.create([id])
    const written = await insertTerms(tx, {
      org_id: orgId,
      id,
      number: version + 1,
      account_sealed: sealAccount(vault, 'expense_terms', { owner: id, row: id }, account),
      counted,
      set_by: actor.memberId,
      set_at: now,
    })
    if (!written) throw new Refused('changed-meanwhile')
    return { id }
  },
})
