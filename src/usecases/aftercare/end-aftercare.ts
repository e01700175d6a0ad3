import { z } from 'zod'
import { lockAftercare, saveAftercare } from '#db/aftercare.ts'
import { aftercareEndings, aftercarePolicy, endAftercare as ended } from '#domain/aftercare/aftercare.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** The talk was held, says who held it; or the worker needn't have it. What was said stays between them. */
export const endAftercare = command({
  name: 'end-aftercare',
  action: 'update',
  may: aftercarePolicy.decline,
  input: z.strictObject({ id: z.uuid(), version: versionInput, ending: z.enum(aftercareEndings) }),
  async run(work, { id, version, ending }) {
    const row = await lockAftercare(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id })
    if (ending === 'done' && !aftercarePolicy.lead(work.actor)) throw new Forbidden()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const state = ended(row.state, ending)
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveAftercare(work.tx, row, { state, ended_on: work.today, ended_by: actorId(work.actor) })
    return { id }
  },
})
