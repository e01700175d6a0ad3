import { z } from 'zod'
import { saveAttendance, saveSupervision } from '#db/supervision.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepSupervision, supervisionPolicy } from '#domain/supervision/supervision.ts'
import { attendances } from '#domain/training/training.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { holdSupervision } from '#usecases/supervision/held-supervision.ts'
import { supervisionFields } from '#usecases/supervision/supervision-fields.ts'
import { command } from '#usecases/use-case.ts'
import { countTalk } from '#usecases/worker/count-talk.ts'

/**
 * Who was there, of everybody who was expected, and what was agreed. Supervision that somebody was in counts in her file
 * as a talk alone with her does; said again, it counts no second time.
 */
export const recordSupervision = command({
  name: 'record-supervision',
  action: 'update',
  may: supervisionPolicy.plan,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    attendance: z.array(z.strictObject({ workerId: z.uuid(), was: z.enum(attendances) })).max(60),
    /** About the work; no woman's name belongs in it. */
    agreed: optionalText(2000),
  }),
  async run(work, { id, version, attendance, agreed }) {
    const { tx, actor, now, today, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { session, places } = await holdSupervision(work, { id, version })
    const state = stepSupervision({ state: session.state, on: session.on_day }, 'record', today)
    if (isRefusal(state)) throw new Refused(state.refused)
    const said = new Map(attendance.map(({ workerId, was }) => [workerId, was]))
    const expected = new Set(places.map(({ worker_id }) => worker_id))
    if ([...said.keys()].some((workerId) => !expected.has(workerId))) throw new NotFound()
    for (const place of places) {
      const was = said.get(place.worker_id)
      if (!was) throw new Invalid({ [`was-${place.worker_id}`]: 'choose-one' })
      if (was === place.attendance) continue
      await saveAttendance(tx, place, { attendance: was, recorded_by: actor.memberId, recorded_at: now })
      if (was === 'there' && session.kind === 'supervision')
        await countTalk(work, { workerId: place.worker_id, kind: 'supervision', on: session.on_day })
    }
    await vault.load([id])
    await saveSupervision(tx, session, {
      state,
      agreed_sealed: supervisionFields.sealIf(vault, id, id, 'agreed_sealed', agreed),
    })
    return { id }
  },
})
