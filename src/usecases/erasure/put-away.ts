import { z } from 'zod'
import { findErasureScope } from '#db/erasure.ts'
import { holdPeople, isHeld } from '#db/retention.ts'
import { hideIds, insertHiding } from '#db/retention-hiding.ts'
import { findRetention } from '#db/retention-setting.ts'
import { findWorkerOfPerson } from '#db/worker.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { keptSubjects, nightDeed } from '#domain/erasure/putting-away.ts'
import type { Work } from '#usecases/context.ts'
import { type PastTerm, weighOne } from '#usecases/erasure/past-term.ts'
import { command } from '#usecases/use-case.ts'

/** Puts one file away whose term is over: from now on nobody sees it, and thirty days later it is destroyed. */
export const putAway = command({
  name: 'put-away',
  action: 'update',
  byClock: true,
  may: erasurePolicy.act,
  input: z.strictObject({ subject: z.enum(keptSubjects), id: z.uuid() }),
  async run(work, { subject, id }) {
    const { tx, orgId, today } = work
    const ids = await idsOf(work, subject, id)
    await holdPeople(tx, orgId, ids.people)
    const past = (await findRetention(tx, orgId)).acts ? await weighOne(work, subject, id) : null
    const held = await isHeld(tx, orgId, ids.people, today)
    if (!past || nightDeed({ past: true, held, hiddenOn: null }, today) !== 'hide') return { hidden: false }
    await insertPutAway(work, past, ids.all)
    work.about({ person: id, detail: { deed: 'hide', ground: past.ground } })
    return { hidden: true }
  },
})

/** Everything by which she would be seen. A colleague's name stands behind what she did, and stays till it goes. */
async function idsOf(
  { tx, orgId }: Work,
  subject: PastTerm['subject'],
  id: string,
): Promise<{ people: readonly string[]; all: readonly string[] }> {
  if (subject === 'account') return { people: [], all: [] }
  if (subject === 'worker') {
    const worker = await findWorkerOfPerson(tx, orgId, id)
    return { people: [id], all: worker ? [id, worker.id] : [id] }
  }
  const { people, trajectories, referrals } = await findErasureScope(tx, orgId, id)
  return { people, all: [...people, ...trajectories, ...referrals] }
}

async function insertPutAway(work: Work, past: PastTerm, ids: readonly string[]): Promise<void> {
  const { tx, orgId, today } = work
  const hidingId = work.newId()
  const account = past.subject === 'account'
  await insertHiding(tx, {
    org_id: orgId,
    id: hidingId,
    subject: past.subject,
    person_id: account ? null : past.id,
    member_id: account ? past.id : null,
    ground_code: past.ground,
    programme_id: past.programmeId,
    since_day: past.since,
    hidden_on: today,
    state: 'hidden',
  })
  await hideIds(tx, orgId, hidingId, ids)
}
