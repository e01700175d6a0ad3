import { z } from 'zod'
import { json } from '#db/connection.ts'
import { insertComposition } from '#db/group-composition.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import { Refused } from '#usecases/failure.ts'
import { composeAnew } from '#usecases/group-composition/compose-anew.ts'
import { gatherComposing } from '#usecases/group-composition/gather-composing.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Proposes who of the waiting list comes into which group, as a draft: it binds nobody, and nobody outside it hears of
 * it. One at a time for a programme: two would promise the same seats twice.
 */
export const openGroupComposition = command({
  name: 'open-group-composition',
  action: 'create',
  drafts: true,
  may: compositionPolicy.compose,
  input: z.strictObject({ programmeId: z.string().min(1).max(60) }),
  async run(work, { programmeId }) {
    const { tx, orgId, actor, today, now } = work
    const gathered = await gatherComposing(work, programmeId)
    const { plan, proof } = await composeAnew(work, gathered, [])
    const id = work.newId()
    const made = await insertComposition(tx, {
      org_id: orgId,
      id,
      programme_id: programmeId,
      opened_by: actor.kind === 'member' ? actor.memberId : null,
      opened_on: today,
      opened_at: now,
      plan: json(plan),
      proof: json(proof),
    })
    if (!made) throw new Refused('composition-open-already')
    return { compositionId: id }
  },
})
