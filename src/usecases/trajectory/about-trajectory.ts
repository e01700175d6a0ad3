import type { TrajectoryRow } from '#db/trajectory.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

/** Keeps in the access log whom this concerned, and on which ground: her own role, or being matched with her. */
export function aboutTrajectory(work: Work, row: Pick<TrajectoryRow, 'id' | 'person_id'>): void {
  const byMatch =
    isMemberWith(work.actor, 'worker') && !isMemberWith(work.actor, 'coordinator', 'safeguarding_lead')
  work.about({
    person: row.person_id,
    trajectory: row.id,
    ...(byMatch ? { basis: 'match' as const } : {}),
  })
}
