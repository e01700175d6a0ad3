import { z } from 'zod'
import { lockAftercare, saveAftercare } from '#db/aftercare.ts'
import { aftercarePolicy } from '#domain/aftercare/aftercare.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Another day for the talk, agreed with the worker. */
export const moveAftercare = command({
  name: 'move-aftercare',
  action: 'update',
  may: aftercarePolicy.lead,
  input: z.strictObject({ id: z.uuid(), version: versionInput, on: dayInput }),
  async run(work, { id, version, on }) {
    const row = await lockAftercare(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id })
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.state !== 'planned') throw new Refused('not-from-this-state')
    if (isBefore(on, work.today)) throw new Invalid({ on: 'day-passed' })
    if (isBefore(work.today.add({ days: 60 }), on)) throw new Invalid({ on: 'too-far-away' })
    await saveAftercare(work.tx, row, { planned_for: on })
    return { id }
  },
})
