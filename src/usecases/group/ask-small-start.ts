import { z } from 'zod'
import { findPlaces } from '#db/group-place.ts'
import { findSmallStarts, insertSmallStart } from '#db/group-small-start.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mayAskSmall, smallStartReasons } from '#domain/group/small-start.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { groupStateOf, hasSeat } from '#usecases/group/group-states.ts'
import { holdGroup } from '#usecases/group/held-group.ts'
import { smallStartsOf } from '#usecases/group/small-starts.ts'
import { command } from '#usecases/use-case.ts'

/** Asks whoever answers for the programme to let a group begin with the women it has, fewer than its method asks. */
export const askSmallStart = command({
  name: 'ask-small-start',
  action: 'create',
  may: groupPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput, reason: z.enum(smallStartReasons) }),
  async run(work, { id: groupId, version, reason }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { group, rules } = await holdGroup(work, groupId, version)
    const taken = (await findPlaces(tx, orgId, [groupId])).filter(hasSeat).length
    const before = smallStartsOf(await findSmallStarts(tx, orgId, groupId))
    const allowed = mayAskSmall(rules, { state: groupStateOf(group), taken, ...before })
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    const id = work.newId()
    await insertSmallStart(tx, {
      org_id: orgId,
      id,
      group_id: groupId,
      size: taken,
      reason_code: reason,
      asked_by: actor.memberId,
      asked_at: now,
      answer: null,
      answer_code: null,
      answered_by: null,
      answered_at: null,
    })
    return { id }
  },
})
