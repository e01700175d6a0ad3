import type { Insertable } from 'kysely'
import type { ReferralTable } from '#db/tables.ts'
import type { Work } from '#usecases/context.ts'
import { readReferrerSide } from '#usecases/referral/referrer-side.ts'
import { createTask } from '#usecases/task/create-task.ts'

/**
 * A programme may want its referrers trained. Who is not known to be is let in all the same, as a woman may never be
 * lost at the door: a coordinator talks with the one who referred. A list that we read in ourselves is our own.
 */
export async function askForTraining(work: Work, row: Insertable<ReferralTable>): Promise<void> {
  const programme = row.programme_id ? work.programmes.find(row.programme_id) : null
  const wanted = programme?.referral.precondition?.value
  if (wanted === undefined || row.channel === 'spreadsheet' || row.referrer_kind === 'self') return
  const { trainings } = await readReferrerSide(work, {
    referrer_kind: row.referrer_kind,
    referrer_member_id: row.referrer_member_id ?? null,
  })
  if (trainings?.includes(wanted)) return
  await createTask(work, {
    kind: 'referrer',
    reasonCode: 'referrer-not-trained',
    personId: row.person_id,
    referralId: row.id,
  })
}
