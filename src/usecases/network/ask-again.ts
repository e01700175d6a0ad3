import { finishTasksOfHelpOffer } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { askAgainOn } from '#domain/network/help-offer.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

/** It holds as of today: what was asked is answered, and in a season somebody asks again. */
export async function askAgain(work: Work, helpOfferId: string): Promise<void> {
  const { tx, orgId, actor, now, today } = work
  await finishTasksOfHelpOffer(tx, orgId, helpOfferId, { at: now, by: actorId(actor), code: 'done' })
  await createTask(work, {
    kind: 'directory',
    reasonCode: 'help-offer-stale',
    helpOfferId,
    dueOn: askAgainOn(today),
  })
}
