import { findMembers } from '#db/member.ts'
import { listOnCall } from '#db/on-call.ts'
import { isBefore } from '#domain/day.ts'
import { isWorkingHere, onCallRoles, uncoveredDays } from '#domain/on-call/on-call.ts'
import { onCallPolicy } from '#domain/on-call/on-call-policy.ts'
import type { Work } from '#usecases/context.ts'
import type { Found } from '#usecases/worklist/found-lines.ts'

/** So many days ahead: enough to find somebody. */
const daysAhead = 14

/**
 * Days to come on which nobody is on call, for who keeps the list: found before they hurt. Where nobody keeps a list
 * there is nothing to find: then everybody who may decide is asked at once.
 */
export async function uncoveredLines({ tx, orgId, actor, today }: Work): Promise<Found> {
  if (!onCallPolicy.change(actor)) return { lines: [], more: null }
  const rows = await listOnCall(tx, orgId, today.subtract({ days: daysAhead }))
  if (rows.length === 0) return { lines: [], more: null }
  const able = new Map(
    (await findMembers(tx, orgId))
      .filter((member) => onCallRoles.some((role) => member.roles.includes(role)))
      .filter((member) => isWorkingHere(member, today))
      .map(({ id, active_until }) => [id, active_until]),
  )
  const duties = rows
    .filter((row) => able.has(row.member_id))
    .map((row) => {
      // Who leaves while she stands on the list is not there on the days after.
      const last = able.get(row.member_id)
      const until = last && isBefore(last, row.until_day) ? last : row.until_day
      return { memberId: row.member_id, rank: row.rank, from: row.from_day, until }
    })
  const days = uncoveredDays(duties, today, daysAhead)
  const [first] = days
  if (!first) return { lines: [], more: null }
  const soon = Temporal.PlainDate.compare(first, today.add({ days: 2 })) < 0
  return {
    lines: [
      {
        id: orgId,
        personId: null,
        pressure: soon ? 'urgent' : 'due',
        by: null,
        source: { from: 'uncovered', first, days: days.length },
      },
    ],
    more: null,
  }
}
