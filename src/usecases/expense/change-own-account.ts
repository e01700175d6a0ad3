import { z } from 'zod'
import { insertWorkerAccount, listWorkerAccounts, saveWorkerAccount } from '#db/worker-account.ts'
import { accountInput, ageClasses } from '#domain/expense/account.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { versionInput } from '#domain/version.ts'
import { sealAccount } from '#usecases/expense/expense-fields.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** Says where she wants to be paid. Nobody else can, and it asks who she is anew: who changes it, gets the money. */
export const changeOwnAccount = command({
  name: 'change-own-account',
  action: 'update',
  may: expensePolicy.own,
  fresh: true,
  input: z.strictObject({
    version: versionInput,
    account: accountInput,
    ageClass: z.enum(ageClasses, 'choose-one'),
  }),
  async run(work, { version, account, ageClass }) {
    const { tx, orgId, today } = work
    const worker = await holdOwn(work)
    const [row] = await listWorkerAccounts(tx, orgId, [worker.id])
    if ((row?.version ?? 0) !== version) throw new Refused('changed-meanwhile')
    await work.vault.load([worker.person_id])
    const said = {
      account_sealed: sealAccount(
        work.vault,
        'worker_account',
        { owner: worker.person_id, row: worker.id },
        account,
      ),
      age_class: ageClass,
      said_on: today,
    }
    if (row) await saveWorkerAccount(tx, row, said)
    else await insertWorkerAccount(tx, { org_id: orgId, worker_id: worker.id, ...said })
    return {}
  },
})
