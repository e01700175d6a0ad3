import { z } from 'zod'
import { findMembers } from '#db/member.ts'
import { listOnCall as findRows } from '#db/on-call.ts'
import { findOrganisation } from '#db/organisation.ts'
import { chainOn, isWorkingHere, onCallRoles, uncoveredDays } from '#domain/on-call/on-call.ts'
import { onCallPolicy } from '#domain/on-call/on-call-policy.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** So many days are looked ahead for days on which nobody is on call. */
const daysAhead = 28

/** Who is on call today and later, who could be, and the days that nobody has. */
export const listOnCall = question({
  name: 'list-on-call',
  may: onCallPolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, today, actor } = work
    const rows = await findRows(tx, orgId, today)
    const able = (await findMembers(tx, orgId)).filter(
      ({ roles, active_from, active_until }) =>
        onCallRoles.some((role) => roles.includes(role)) &&
        isWorkingHere({ active_from, active_until }, today),
    )
    const names = await whoDid(work, [...rows.map((row) => row.member_id), ...able.map(({ id }) => id)])
    const ids = new Set(able.map(({ id }) => id))
    const duties = rows.map((row) => ({
      memberId: row.member_id,
      rank: row.rank,
      from: row.from_day,
      until: row.until_day,
    }))
    // Who left or has another role now is asked nothing, whatever the list says.
    const counted = duties.filter(({ memberId }) => ids.has(memberId))
    const nameOf = (id: string) => names.get(id) ?? '—'
    return {
      duties: rows.map((row) => ({
        id: row.id,
        name: nameOf(row.member_id),
        rank: row.rank,
        from: row.from_day,
        until: row.until_day,
        able: ids.has(row.member_id),
      })),
      today: chainOn(counted, today).map(nameOf),
      uncovered: uncoveredDays(counted, today, daysAhead),
      people: able.map(({ id }) => ({ id, name: nameOf(id) })),
      phone: (await findOrganisation(tx, orgId)).on_call_phone,
      mayChange: onCallPolicy.change(actor),
    }
  },
})
export type OnCallPage = Awaited<ReturnType<typeof listOnCall>>
