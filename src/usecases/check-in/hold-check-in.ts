import { type CheckInMatch, findBegun } from '#db/check-in.ts'
import { lockMatch } from '#db/match.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { mayHold } from '#domain/check-in/check-in-plan.ts'
import type { Day } from '#domain/day.ts'
import type { Side } from '#domain/match/match.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { gatherCheckIns } from '#usecases/check-in/gather-check-ins.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

export interface HeldCheckIn {
  readonly match: CheckInMatch
  readonly dueOn: Day
  /** Whose words they are. */
  readonly ownerId: string
}

/**
 * One side of one check-in that may be held today, with the match held so that it is settled once. There is no such
 * thing for who may not hear that side.
 */
export async function holdCheckIn(
  work: Work,
  { matchId, side, moment }: { matchId: string; side: Side; moment: string },
): Promise<HeldCheckIn> {
  const { tx, actor, orgId } = work
  const seen = await findBegun(tx, actor, matchId)
  if (!seen) throw new NotFound()
  // In the order in which everything of matching is held: trajectory first, then the match.
  const naast = { kind: 'system', orgId, job: 'check-in' } as const
  await lockTrajectory(tx, naast, seen.trajectory_id)
  await lockMatch(tx, naast, matchId)
  const match = await findBegun(tx, actor, matchId)
  const worker = match && (await findWorker(tx, naast, match.worker_id))
  if (!match || !worker) throw new NotFound()
  const [found] = await gatherCheckIns(work, [match])
  if (!found?.sides.includes(side)) throw new NotFound()
  const ownerId = side === 'mother' ? match.person_id : worker.person_id
  work.about({
    person: ownerId,
    trajectory: match.trajectory_id,
    detail: { side },
    ...(isMemberWith(actor, 'coordinator') ? {} : { basis: 'match' as const }),
  })
  const one = found.moments.find((planned) => planned.moment === moment)
  const now = one?.sides.find((each) => each.side === side)?.now
  if (!one || !now) throw new NotFound()
  if (now === 'done' || now === 'missed') throw new Refused('check-in-settled')
  if (!mayHold(now)) throw new Refused('check-in-not-now')
  return { match, dueOn: one.on, ownerId }
}
