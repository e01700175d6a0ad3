import { z } from 'zod'
import { saveComposition } from '#db/group-composition.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import { versionInput } from '#domain/version.ts'
import { holdComposition } from '#usecases/group-composition/held-composition.ts'
import { command } from '#usecases/use-case.ts'

/** Lets a composition go. Nobody was asked, so nobody has to hear. */
export const dropGroupComposition = command({
  name: 'drop-group-composition',
  action: 'update',
  drafts: true,
  may: compositionPolicy.compose,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, actor, now, today } = work
    const { row } = await holdComposition(work, id, version, 'drop')
    await saveComposition(tx, row, {
      state: 'dropped',
      ended_by: actor.kind === 'member' ? actor.memberId : null,
      ended_on: today,
      ended_at: now,
    })
    return { compositionId: id }
  },
})
