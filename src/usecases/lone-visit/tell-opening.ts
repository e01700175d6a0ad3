import { findBarred } from '#db/lock-reach.ts'
import type { LoneAlertRow } from '#db/lone-alert.ts'
import { findMembers } from '#db/member.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { fileOpenedText } from '#domain/message/message-text.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import type { Work } from '#usecases/context.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'

/**
 * Every privacy officer and her coordinator hear that there is something to look at. Unlike a file that is opened in an
 * emergency this goes on where there is nobody to tell: it stands in the log, and somebody is in danger. Who is alone
 * there hears nothing of it, whatever her roles.
 */
export async function tellOpening(work: Work, alert: LoneAlertRow, by: string): Promise<void> {
  const { tx, orgId, today, vault } = work
  const naast = { kind: 'system', orgId, job: 'lone-visits' } as const
  const trajectory = await findTrajectory(tx, naast, alert.trajectory_id)
  const wanted = (await findMembers(tx, orgId)).filter(
    ({ id, roles, worker_id, active_from, active_until }) =>
      id !== by &&
      worker_id !== alert.worker_id &&
      isWorkingHere({ active_from, active_until }, today) &&
      (roles.includes('privacy_officer') || id === trajectory?.coordinator_id),
  )
  const barred = await findBarred(
    tx,
    orgId,
    wanted.map(({ id }) => id),
    [alert.person_id, alert.trajectory_id],
  )
  const told = wanted.filter(({ id }) => !barred.has(id))
  await vault.load([alert.person_id, ...told.map(({ id }) => id)])
  for (const member of told)
    await writeToColleague(work, member, {
      kind: 'file-opened',
      text: fileOpenedText,
      personId: alert.person_id,
      dedupeKey: `lone-address|${alert.id}|${work.now}|${member.id}`,
    })
}
