import { z } from 'zod'
import { json } from '#db/connection.ts'
import { saveComposition } from '#db/group-composition.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import { versionInput } from '#domain/version.ts'
import { composeAnew, within } from '#usecases/group-composition/compose-anew.ts'
import { gatherComposing } from '#usecases/group-composition/gather-composing.ts'
import { holdComposition } from '#usecases/group-composition/held-composition.ts'
import { command } from '#usecases/use-case.ts'

/** Composes anew, with all that people decided in it and with the world as it is today; longer if somebody wants proof. */
export const recomposeGroups = command({
  name: 'recompose-groups',
  action: 'update',
  drafts: true,
  may: compositionPolicy.compose,
  input: z.strictObject({ id: z.uuid(), version: versionInput, longer: z.boolean().default(false) }),
  async run(work, { id, version, longer }) {
    const { row, moves } = await holdComposition(work, id, version)
    const gathered = await gatherComposing(work, row.programme_id)
    const { plan, proof } = await composeAnew(work, gathered, moves, longer ? within.longer : within.usual)
    await saveComposition(work.tx, row, { plan: json(plan), proof: json(proof) })
    return { compositionId: id }
  },
})
