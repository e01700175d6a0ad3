import { findTermsOf } from '#db/expense-terms.ts'
import { listPayoutLines, type PayoutRow } from '#db/payout.ts'
import { findWorkersByIds } from '#db/worker.ts'
import type { Account } from '#domain/expense/payment-file.ts'
import type { Work } from '#usecases/context.ts'
import { openAccount } from '#usecases/expense/expense-fields.ts'
import { NotFound } from '#usecases/failure.ts'

/** What stands in a run, opened: from which account, and each payment as it was when the run was made. */
export async function paymentsOfRun(work: Work, run: PayoutRow) {
  const { tx, orgId, vault } = work
  const terms = await findTermsOf(tx, orgId, run.terms_id)
  if (!terms) throw new NotFound()
  const lines = await listPayoutLines(tx, orgId, [run.id])
  const workers = await findWorkersByIds(
    tx,
    orgId,
    lines.map(({ worker_id }) => worker_id),
  )
  const owners = new Map(workers.map(({ id, person_id }) => [id, person_id]))
  await vault.load([terms.id, ...owners.values()])
  work.about({ person: [...owners.values()] })
  const from: Account | null = openAccount(
    vault,
    'expense_terms',
    { owner: terms.id, row: terms.id },
    terms.account_sealed,
  )
  if (!from) throw new NotFound()
  return {
    from,
    payments: lines.map((line) => {
      const owner = owners.get(line.worker_id)
      const account =
        owner === undefined
          ? null
          : openAccount(vault, 'payout_line', { owner, row: line.id }, line.account_sealed)
      return { line, account }
    }),
  }
}
