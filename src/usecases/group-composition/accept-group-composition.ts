import { z } from 'zod'
import { saveComposition } from '#db/group-composition.ts'
import { lockTrajectories } from '#db/trajectory.ts'
import { bounds, compositionPolicy } from '#domain/group/compose/draft.ts'
import { verifyGroups } from '#domain/group/compose/verify-groups.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdGroup } from '#usecases/group/held-group.ts'
import { makeCandidate } from '#usecases/group/make-candidate.ts'
import { gatherComposing } from '#usecases/group-composition/gather-composing.ts'
import { holdComposition } from '#usecases/group-composition/held-composition.ts'
import { command } from '#usecases/use-case.ts'

const seats = z.array(z.strictObject({ trajectoryId: z.uuid(), groupId: z.uuid() })).max(bounds.women)

export type Accepted =
  | { readonly accepted: true; readonly candidates: number }
  /** These can't be as the world is now; nothing was done. */
  | { readonly accepted: false; readonly impossible: readonly string[] }

/**
 * Makes candidates of the women that are named, all or none, and ends the composition. It is what somebody saw that is
 * accepted. Groups are held first, then the women; everything is looked at as it is at this moment, who is around whom as
 * well. A candidate has no seat yet: every gate is still to pass.
 */
export const acceptGroupComposition = command({
  name: 'accept-group-composition',
  action: 'execute',
  may: compositionPolicy.compose,
  input: z.strictObject({ id: z.uuid(), version: versionInput, seats }),
  async run(work, { id, version, seats: chosen }): Promise<Accepted> {
    const { tx, actor, today, now } = work
    const { row } = await holdComposition(work, id, version, 'accept')
    const plan = new Map(chosen.map((one) => [one.trajectoryId, one.groupId]))
    if (plan.size === 0) throw new Refused('composition-nobody')
    if (plan.size < chosen.length) throw new Refused('composition-chosen-twice')
    const groups = new Map<string, Awaited<ReturnType<typeof holdGroup>>>()
    for (const groupId of [...new Set(plan.values())].sort())
      groups.set(groupId, await holdGroup(work, groupId))
    const women = await lockTrajectories(tx, actor, [...plan.keys()])
    if (women.length < plan.size) throw new NotFound()
    const { composing } = await gatherComposing(work, row.programme_id, 'now', new Set(plan.keys()))
    const flaws = verifyGroups(composing, plan)
    if (flaws.some(({ code }) => code === 'too-few')) throw new Refused('composition-too-few')
    if (flaws.some(({ code }) => code === 'too-many')) throw new Refused('composition-too-many')
    if (flaws.length > 0)
      return { accepted: false, impossible: [...new Set(flaws.flatMap(({ womenIds }) => womenIds))] }
    for (const [trajectoryId, groupId] of plan) {
      const held = groups.get(groupId)
      if (held) await makeCandidate(work, held.group, trajectoryId)
    }
    await saveComposition(tx, row, {
      state: 'accepted',
      ended_by: actor.kind === 'member' ? actor.memberId : null,
      ended_on: today,
      ended_at: now,
    })
    return { accepted: true, candidates: plan.size }
  },
})
