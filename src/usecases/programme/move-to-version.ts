import { z } from 'zod'
import { insertProgrammeMove } from '#db/programme-version.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { mayMove } from '#domain/programme/move-version.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { holdCourse } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { movingOf } from '#usecases/programme/moving.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Lets one running trajectory go on under the version that is offered now, which is kept with who decided it. Refuses
 * if the new version would not be for her or doesn't know the phase that she is in. Her plan follows the new version;
 * what took place and what was agreed stays.
 */
export const moveToVersion = command({
  name: 'move-to-version',
  action: 'update',
  may: programmePolicy.move,
  input: z.strictObject({ trajectoryId: z.uuid(), version: versionInput, to: z.string().max(20) }),
  async run(work, { trajectoryId, version, to }) {
    const { tx, orgId, actor, now, newId } = work
    // A decision has somebody who took it; the policy lets only members in.
    if (actor.kind !== 'member') throw new Forbidden()
    const { trajectory } = await holdCourse(work, trajectoryId, version)
    const offered = work.programmes.find(trajectory.programme_id)
    if (!offered || offered.version !== to) throw new NotFound()
    await work.vault.load([trajectory.person_id])
    const allowed = mayMove(await movingOf(work, trajectory), offered)
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    await insertProgrammeMove(tx, {
      org_id: orgId,
      id: newId(),
      trajectory_id: trajectoryId,
      from_version: trajectory.programme_version,
      to_version: to,
      decided_by: actor.memberId,
      decided_at: now,
    })
    await saveTrajectory(tx, trajectory, { programme_version: to })
    await replanCourse(
      work,
      { ...trajectory, programme_version: to, version: trajectory.version + 1 },
      offered,
    )
    work.about({ detail: { from: trajectory.programme_version, to } })
    return { trajectoryId }
  },
})
