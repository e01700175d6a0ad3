import { findReferral } from '#db/referral.ts'
import { findTrajectory } from '#db/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/**
 * Whose file it is, by the trajectory or, at the desk, by the referral from which somebody came to her locks. Also for
 * the privacy officer, who reads none of it: that her file is kept from somebody is all she comes for. From whom it is
 * kept, it isn't there.
 */
export async function fileOf(work: Work, fileId: string): Promise<string> {
  const naast = { kind: 'system', orgId: work.orgId, job: 'file-lock' } as const
  const trajectory = await findTrajectory(work.tx, naast, fileId)
  const personId = trajectory?.person_id ?? (await findReferral(work.tx, naast, fileId))?.person_id
  if (personId === undefined) throw new NotFound()
  work.about({ person: personId, ...(trajectory ? { trajectory: trajectory.id } : {}) })
  return personId
}
