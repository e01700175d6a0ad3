import { z } from 'zod'
import { json } from '#db/connection.ts'
import { countSealedTries, endMove, insertMove, saveComposition } from '#db/group-composition.ts'
import { compositionPolicy, moveReasons, sealedTriesADay } from '#domain/group/compose/draft.ts'
import { verifyGroups } from '#domain/group/compose/verify-groups.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { stillStanding } from '#usecases/group-composition/compose-anew.ts'
import { gatherComposing } from '#usecases/group-composition/gather-composing.ts'
import { holdComposition } from '#usecases/group-composition/held-composition.ts'
import { command } from '#usecases/use-case.ts'

/** What came of it: done, or what stands in the way. Of what is sealed no more is said than that. */
export type Moved =
  | { readonly moved: true; readonly compositionId: string }
  | { readonly moved: false; readonly because: 'sealed' | 'not-possible' }

/**
 * Puts one woman into a group, takes her out, or says that a group isn't for her. The rest stays as it is; every rule is
 * looked at again. That a group has too few is no more than shown, as the next move may bring somebody.
 */
export const moveInComposition = command({
  name: 'move-in-composition',
  action: 'update',
  drafts: true,
  may: compositionPolicy.compose,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    trajectoryId: z.uuid(),
    kind: z.enum(['put', 'not'], { error: 'choose-one' }),
    groupId: z.uuid().nullable(),
    reason: z.enum(moveReasons, { error: 'choose-one' }),
  }),
  async run(work, { id, version, trajectoryId, kind, groupId, reason }): Promise<Moved> {
    const { tx, orgId, actor, now, today } = work
    const { row, moves } = await holdComposition(work, id, version)
    if (kind === 'not' && groupId === null) throw new Invalid({ groupId: 'choose-one' })
    const { composing, unsaid } = await gatherComposing(work, row.programme_id)
    if (!composing.women.some((woman) => woman.id === trajectoryId)) throw new NotFound()
    if (groupId !== null && !composing.groups.some((group) => group.id === groupId))
      throw new Invalid({ groupId: 'choose-one' })
    const plan = new Map(stillStanding(composing, row.plan))
    const was = plan.get(trajectoryId)
    if (kind === 'put' && groupId !== null) plan.set(trajectoryId, groupId)
    else if (kind === 'put' || was === groupId) plan.delete(trajectoryId)
    const flaws = verifyGroups(composing, plan).filter(({ code }) => code !== 'too-few')
    const open = flaws.find(({ code }) => code !== 'sealed')
    if (open) throw new Refused(`composition-${open.code}`)
    if (flaws.length > 0) {
      if ((await countSealedTries(tx, orgId, today)) >= sealedTriesADay)
        throw new Refused('composition-tried-enough')
      await saveComposition(tx, row, { sealed_tries: row.sealed_tries + 1 })
      return { moved: false, because: unsaid.has(`${trajectoryId} ${groupId}`) ? 'not-possible' : 'sealed' }
    }
    const by = actor.kind === 'member' ? actor.memberId : null
    // What is decided of her now takes the place of what was decided before and can't be with it.
    for (const one of moves.filter((move) => move.undone_at === null && move.trajectory_id === trajectoryId))
      if (kind === 'put' ? one.kind === 'put' || one.group_id === groupId : one.group_id === groupId)
        await endMove(tx, one, { undone_by: by, undone_at: now })
    await insertMove(tx, {
      org_id: orgId,
      id: work.newId(),
      composition_id: id,
      trajectory_id: trajectoryId,
      kind,
      group_id: groupId,
      reason_code: reason,
      made_by: by,
      made_at: now,
      undone_by: null,
      undone_at: null,
    })
    await saveComposition(tx, row, { plan: json([...plan]) })
    return { moved: true, compositionId: id }
  },
})
