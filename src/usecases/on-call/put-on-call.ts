import { z } from 'zod'
import { findMember } from '#db/member.ts'
import { insertOnCall } from '#db/on-call.ts'
import { dayInput, daysBetween, isBefore } from '#domain/day.ts'
import { longestDutyDays, mostDeputies, onCallRoles } from '#domain/on-call/on-call.ts'
import { onCallPolicy } from '#domain/on-call/on-call-policy.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Puts somebody on the on-call list from a day until a day, as the first or as a deputy. */
export const putOnCall = command({
  name: 'put-on-call',
  action: 'create',
  may: onCallPolicy.change,
  input: z.strictObject({
    memberId: z.uuid(),
    rank: z.int().min(1).max(mostDeputies),
    from: dayInput,
    until: dayInput,
  }),
  async run(work, { memberId, rank, from, until }) {
    const { tx, orgId, actor, today, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const member = await findMember(tx, orgId, memberId)
    if (!member || (member.active_until && isBefore(member.active_until, today))) throw new NotFound()
    work.about({ person: memberId })
    if (!onCallRoles.some((role) => member.roles.includes(role)))
      throw new Invalid({ memberId: 'choose-one' })
    if (isBefore(until, today)) throw new Invalid({ until: 'day-passed' })
    if (isBefore(until, from)) throw new Invalid({ until: 'until-before-from' })
    if (daysBetween(from, until) > longestDutyDays) throw new Invalid({ until: 'too-far-away' })
    const id = work.newId()
    await insertOnCall(tx, {
      org_id: orgId,
      id,
      member_id: memberId,
      rank,
      from_day: from,
      until_day: until,
      decided_by: actor.memberId,
      decided_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    return { id }
  },
})
