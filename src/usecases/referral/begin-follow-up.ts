import { insertFollowUp } from '#db/referral-follow-up.ts'
import type { Day } from '#domain/day.ts'
import type { RedirectParty } from '#domain/referral/referral.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

interface SentElsewhere {
  readonly referralId: string
  readonly personId: string
  readonly party: RedirectParty
  readonly helpOfferId: string | null
  readonly askOn: Day
}

/** Sent elsewhere is not helped yet: on that day somebody is to ask whether it really started (domain.md 1.4). */
export async function beginFollowUp(work: Work, sent: SentElsewhere): Promise<void> {
  const { referralId, personId, party, helpOfferId, askOn } = sent
  const taskId = await createTask(work, {
    kind: 'follow_up',
    reasonCode: 'check-help-started',
    personId,
    referralId,
    dueOn: askOn,
  })
  await insertFollowUp(work.tx, {
    org_id: work.orgId,
    id: work.newId(),
    referral_id: referralId,
    help_offer_id: helpOfferId,
    party_code: party,
    ask_on: askOn,
    task_id: taskId,
    answer: null,
    with_whom_sealed: null,
    referrer_told: null,
    answered_by: null,
    answered_at: null,
    created_at: work.now,
  })
}
