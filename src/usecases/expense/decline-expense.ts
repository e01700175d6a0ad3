import { z } from 'zod'
import { lockExpense, saveExpense } from '#db/expense.ts'
import { lockWorker } from '#db/worker.ts'
import { declineCodes, mayDecide, stepExpense } from '#domain/expense/expense.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Says that a claim isn't paid, and why. She sees it with the reason. */
export const declineExpense = command({
  name: 'decline-expense',
  action: 'update',
  may: expensePolicy.approve,
  input: z.strictObject({
    workerId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    code: z.enum(declineCodes, 'choose-one'),
  }),
  async run(work, { workerId, id, version, code }) {
    const { tx, orgId, actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const worker = await lockWorker(tx, actor, workerId)
    const row = worker && (await lockExpense(tx, { orgId, workerId, id }))
    if (!row) throw new NotFound()
    work.about({ person: worker.person_id })
    const may = mayDecide(workerId, actor)
    if (may !== true) throw new Refused(may.refused)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const state = stepExpense(row.state, 'decline')
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveExpense(tx, row, { state, decline_code: code, decided_by: actor.memberId })
    return { id }
  },
})
