import { type ConsentRow, findConsents } from '#db/consent.ts'
import { findSharingNotices, findSharings, insertSharingNotice, type SharingRow } from '#db/sharing.ts'
import { findOpenTaskOf, finishTasksOfTrajectory } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { daysToHear } from '#domain/sharing/withdrawal.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

export const tellOfWithdrawal = 'tell-of-withdrawal'
export const hearOfWithdrawal = 'hear-of-withdrawal'

type Withdrawn = Pick<ConsentRow, 'id' | 'code' | 'party' | 'network_organisation_id'>
interface About {
  readonly personId: string
  readonly trajectoryId: string | null
}
type Heard = Pick<SharingRow, 'recipient' | 'network_organisation_id' | 'referral_id'>
const recipientOf = ({ recipient, network_organisation_id, referral_id }: Heard): string =>
  [recipient, network_organisation_id, recipient === 'referrer' ? referral_id : null].join('|')

/**
 * What she takes back goes to everybody who heard something under it: each is told by a person, for Naast can't know
 * whether a letter or a mail there is safe. Somebody who is being told already is not told twice.
 */
export async function followWithdrawal(work: Work, withdrawn: Withdrawn, about: About): Promise<void> {
  const { tx, orgId, now } = work
  const { personId, trajectoryId } = about
  const chain = (await findConsents(tx, orgId, personId, trajectoryId)).filter(
    (row) =>
      row.code === withdrawn.code &&
      row.party === withdrawn.party &&
      row.network_organisation_id === withdrawn.network_organisation_id,
  )
  const ids = new Set(chain.map(({ id }) => id))
  const notices = await findSharingNotices(tx, orgId, personId)
  const heard = new Map<string, SharingRow>()
  for (const sharing of await findSharings(tx, orgId, personId)) {
    const key = recipientOf(sharing)
    if (!sharing.consent_id || !ids.has(sharing.consent_id) || heard.has(key)) continue
    const known = notices.filter((notice) => recipientOf(notice) === key)
    const knowsAlready = known.some(
      ({ state, made_at }) =>
        state === 'open' || state === 'told' || Temporal.Instant.compare(made_at, sharing.shared_at) >= 0,
    )
    if (!knowsAlready) heard.set(key, sharing)
  }
  for (const { recipient, network_organisation_id, referral_id } of heard.values())
    await insertSharingNotice(tx, {
      org_id: orgId,
      id: work.newId(),
      person_id: personId,
      trajectory_id: trajectoryId,
      referral_id,
      consent_id: withdrawn.id,
      recipient,
      network_organisation_id,
      state: 'open',
      made_at: now,
      told_on: null,
      told_by: null,
      ended_on: null,
      ended_by: null,
      end_code: null,
    })
  if (heard.size > 0) await keepNoticeTasks(work, about)
}

/** One task for all who must still be told, and one for all who must still say that they know. */
export async function keepNoticeTasks(work: Work, { personId, trajectoryId }: About): Promise<void> {
  const { tx, orgId, now, today, actor } = work
  if (trajectoryId === null) return
  const notices = await findSharingNotices(tx, orgId, personId)
  const due = { [tellOfWithdrawal]: 'open', [hearOfWithdrawal]: 'told' } as const
  for (const reasonCode of [tellOfWithdrawal, hearOfWithdrawal] as const) {
    const wanted = notices.some(
      ({ state, trajectory_id }) => state === due[reasonCode] && trajectory_id === trajectoryId,
    )
    const there = await findOpenTaskOf(tx, orgId, trajectoryId, reasonCode)
    if (there && !wanted)
      await finishTasksOfTrajectory(tx, orgId, trajectoryId, reasonCode, {
        at: now,
        by: actorId(actor),
        code: 'done',
      })
    if (!there && wanted)
      await createTask(work, {
        kind: 'withdrawal',
        reasonCode,
        personId,
        trajectoryId,
        dueOn: reasonCode === tellOfWithdrawal ? today : today.add({ days: daysToHear }),
      })
  }
}
