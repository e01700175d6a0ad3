import type { TrajectoryRow } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { clockOf } from '#domain/planning/clock.ts'
import { clashOf } from '#domain/planning/reach.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { plannedMinutes, staysOf } from '#usecases/planning/stays-of.ts'

interface Visit {
  readonly trajectory: Pick<TrajectoryRow, 'worker_id' | 'person_id'>
  readonly definition: ProgrammeDefinition
  readonly contactId: string | null
  readonly on: Day
  readonly at: string | null
  readonly mode: string
}

/** Has her worker something else at that time, or can she not be there in time from where she is before or must be after? */
export async function clashAt(work: Work, visit: Visit): Promise<'overlap' | 'tight' | null> {
  const { trajectory, definition, on, at } = visit
  const worker = trajectory.worker_id
    ? await findWorker(work.tx, work.actor, trajectory.worker_id)
    : undefined
  if (!worker || at === null) return null
  const taken = await staysOf(work, [worker], { from: on, until: on, besides: [trajectory.person_id] })
  const place = visit.mode === 'home' ? taken.homeOf(trajectory.person_id) : null
  return clashOf(
    { on, from: clockOf(at), minutes: plannedMinutes(definition), place },
    taken.stays.filter(({ id }) => id !== visit.contactId),
    taken.travel(worker.id),
  )
}
