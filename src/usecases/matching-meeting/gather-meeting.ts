import type { TrajectoryRow } from '#db/trajectory.ts'
import { listWorkerRows, type WorkerRow } from '#db/worker.ts'
import { daysBetween } from '#domain/day.ts'
import { byUrgency, type Urgency, urgencyOf } from '#domain/match/urgency.ts'
import { bounds } from '#domain/matching-meeting/bounds.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { workerStates } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { gatherManySides, type Sides, type Waiting } from '#usecases/match/gather-sides.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import { whoWaits } from '#usecases/matching-meeting/who-waits.ts'
import { readBirthDays } from '#usecases/person/read-names.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WaitingOne extends Waiting {
  readonly trajectory: TrajectoryRow
  readonly urgency: Urgency
  readonly waitingDays: number
}

/** All that a meeting plans with, before anything that people decided in it. */
export interface GatheredMeeting {
  /** By urgency, then by who waits longest. */
  readonly waiting: readonly WaitingOne[]
  readonly workers: ReadonlyMap<string, WorkerRow>
  readonly sides: Sides
  readonly outside: OpenMeeting['outside']
}

/**
 * Everybody who waits for one person and for whom nobody is proposed, and every worker who could be asked why not, in
 * as many questions as for one woman. Opens nobody's name or address; of a child only its birthday, for urgency.
 */
export async function gatherMeeting(work: Work): Promise<GatheredMeeting> {
  const { tx, actor } = work
  const { free, underWay, forGroup, unread } = await whoWaits(work)
  const waiting = await byWhoComesFirst(work, free)
  const inIt = waiting.slice(0, bounds.women)
  const workers = await listWorkerRows(tx, actor, {
    // Applicants and those who left are nobody's answer to "why not her?".
    states: workerStates.filter((state) => state !== 'left' && state !== 'applicant'),
    limit: bounds.workers,
  })
  work.about({ trajectory: inIt.map(({ trajectory }) => trajectory.id) })
  return {
    waiting: inIt,
    workers: new Map(workers.map((row) => [row.id, row])),
    sides: await gatherManySides(work, inIt, workers),
    outside: {
      underWay,
      forGroup,
      beyond: waiting.length - inIt.length + unread,
      most: bounds.women,
      nearestOnly: workers.length > bounds.nearest ? bounds.nearest : null,
    },
  }
}

async function byWhoComesFirst(work: Work, rows: readonly TrajectoryRow[]): Promise<WaitingOne[]> {
  const { today } = work
  const bornOn = await readBirthDays(
    work,
    rows.flatMap((row) => childInSight(row) ?? []),
  )
  return rows
    .map((trajectory) => {
      const definition = definitionOf(work, trajectory)
      const endsOn = endDay(definition, bornOn.get(childInSight(trajectory) ?? '') ?? null)
      const waitingSince = trajectory.waiting_since
      return {
        id: trajectory.id,
        trajectory,
        definition,
        waitingDays: waitingSince ? daysBetween(waitingSince, today) : 0,
        urgency: urgencyOf({ waitingSince, endsOn }, today),
      }
    })
    .sort(byUrgency)
}
