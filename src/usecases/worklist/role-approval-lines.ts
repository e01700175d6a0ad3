import { isSecondPerson } from '#domain/member/second-person.ts'
import type { Work } from '#usecases/context.ts'
import { openApprovals } from '#usecases/member/list-role-approvals.ts'
import { type Found, fitting } from '#usecases/worklist/found-lines.ts'

/** Weighty roles that a colleague gave and that wait for somebody else; who gets them stands on their own page. */
export async function roleApprovalLines(work: Work): Promise<Found> {
  const { actor, zone } = work
  const hers = (await openApprovals(work)).filter(
    ({ row }) => actor.kind === 'member' && isSecondPerson(actor.memberId, [row.asked_by, row.member_id]),
  )
  return fitting('role-approval', hers, ({ row, invitation }) => ({
    id: row.id,
    personId: null,
    pressure: 'due',
    by: invitation?.expires_at.toZonedDateTimeISO(zone).toPlainDate() ?? null,
    source: { from: 'role-approval' },
  }))
}
