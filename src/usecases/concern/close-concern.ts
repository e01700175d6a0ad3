import { z } from 'zod'
import { saveConcern } from '#db/concern.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { concernOutcomes } from '#domain/concern/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import { holdConcern, stateAfter } from '#usecases/concern/held-concern.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { beginMeldcode } from '#usecases/meldcode/begin-meldcode.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/** So far ahead at most: what is watched longer is somebody else's to decide anew. */
const longestWatchDays = 90

/**
 * Closes what was answered, with what follows. "Watch" comes back on the list on its day; the meldcode begins with it,
 * and whoever closes it handles that until she hands it over.
 */
export const closeConcern = command({
  name: 'close-concern',
  action: 'update',
  may: concernPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    outcome: z.enum(concernOutcomes),
    watchUntil: dayInput.nullish(),
    words: optionalText(1000),
  }),
  async run(work, { id, version, outcome, words, ...given }) {
    const { tx, today, now } = work
    const row = await holdConcern(work, { id, version })
    const state = stateAfter(row, 'close')
    const watchUntil = outcome === 'watch' ? (given.watchUntil ?? null) : null
    if (outcome === 'watch') {
      if (!watchUntil) throw new Invalid({ watchUntil: 'required' })
      if (!isBefore(today, watchUntil)) throw new Invalid({ watchUntil: 'day-passed' })
      if (isBefore(today.add({ days: longestWatchDays }), watchUntil))
        throw new Invalid({ watchUntil: 'too-far-away' })
      await createTask(work, {
        kind: 'safety',
        reasonCode: 'concern-watch',
        personId: row.person_id,
        trajectoryId: row.trajectory_id,
        dueOn: watchUntil,
      })
    }
    let meldcodeId: string | null = null
    if (outcome === 'meldcode_started') {
      const trajectory = await lockTrajectory(tx, work.actor, row.trajectory_id)
      if (!trajectory) throw new NotFound()
      const origin = { from: 'concern', concernId: row.id } as const
      meldcodeId = (await beginMeldcode(work, trajectory, { about: 'mother', origin, words: null }))
        .meldcodeId
    }
    await addStep(work, row, { kind: 'closed', code: outcome, words })
    await saveConcern(tx, row, { state, outcome, watch_until: watchUntil, closed_at: now, ask_next_at: null })
    return { id, trajectoryId: row.trajectory_id, meldcodeId }
  },
})
