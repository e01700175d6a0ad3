import { z } from 'zod'
import { findCoordinators, insertDeputy } from '#db/duties.ts'
import { findMember } from '#db/member.ts'
import { dayInput } from '#domain/day.ts'
import { deputyProblems } from '#domain/worker/duties.ts'
import { dutiesPolicy } from '#domain/worker/duties-policy.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Somebody stands in for a coordinator from a day until a day: said by herself, or by her manager. */
export const nameDeputy = command({
  name: 'name-deputy',
  action: 'create',
  may: dutiesPolicy.nameDeputy,
  input: z.strictObject({ memberId: z.uuid(), deputyId: z.uuid(), from: dayInput, until: dayInput }),
  async run({ tx, orgId, actor, today, now, newId }, { memberId, deputyId, from, until }) {
    for (const id of [memberId, deputyId]) if (!(await findMember(tx, orgId, id))) throw new NotFound()
    if (!dutiesPolicy.handOver(actor) && !(actor.kind === 'member' && actor.memberId === memberId))
      throw new Forbidden()
    const problems = deputyProblems({ memberId, deputyId, from, until }, today)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    if (!(await findCoordinators(tx, orgId, today)).includes(deputyId))
      throw new Invalid({ deputyId: 'no-coordinator' })
    const id = newId()
    await insertDeputy(tx, {
      org_id: orgId,
      id,
      member_id: memberId,
      deputy_id: deputyId,
      from_day: from,
      until_day: until,
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
      ended_on: null,
    })
    return { id }
  },
})
