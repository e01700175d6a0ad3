import { findMembers, type MemberRow } from '#db/member.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import type { Work } from '#usecases/context.ts'

const naast = ({ orgId }: Work) => ({ kind: 'system', orgId, job: 'meldcode' }) as const

const isProfessionalWorker = async (work: Work, workerId: string | null): Promise<boolean> =>
  workerId !== null && (await findWorker(work.tx, naast(work), workerId))?.kind === 'professional'

/** Does she stand beside women as a professional: is the meldcode her own duty? */
export const isProfessional = ({ actor, ...work }: Work): Promise<boolean> =>
  isProfessionalWorker({ actor, ...work }, actor.kind === 'member' ? actor.workerId : null)

/**
 * Who may be given this or named in it: coordinators and safeguarding leads who work here today, and the professional
 * who stands beside this woman. Nobody else ever sees it, so nobody else is offered.
 */
export async function colleaguesFor(work: Work, trajectoryId: string): Promise<MemberRow[]> {
  const { tx, orgId, today } = work
  const trajectory = await findTrajectory(tx, naast(work), trajectoryId)
  const beside =
    trajectory?.worker_id && (await isProfessionalWorker(work, trajectory.worker_id))
      ? trajectory.worker_id
      : null
  return (await findMembers(tx, orgId)).filter(
    ({ roles, worker_id, active_from, active_until }) =>
      isWorkingHere({ active_from, active_until }, today) &&
      (roles.includes('coordinator') ||
        roles.includes('safeguarding_lead') ||
        (beside !== null && roles.includes('worker') && worker_id === beside)),
  )
}
