import { z } from 'zod'
import { lockSharingNotice, saveSharingNotice } from '#db/sharing.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { givingUpReasons, noticeSteps, stepNotice } from '#domain/sharing/withdrawal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { keepNoticeTasks } from '#usecases/sharing/follow-withdrawal.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps that somebody was told that she took her consent back, that they said they know, or why it ends otherwise. */
export const stepSharingNotice = command({
  name: 'step-notice',
  action: 'update',
  may: sharingPolicy.share,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    step: z.enum(noticeSteps),
    reason: z.enum(givingUpReasons).nullable().default(null),
  }),
  async run(work, { trajectoryId, id, version, step, reason }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const row = trajectory && (await lockSharingNotice(tx, orgId, trajectory.person_id, id))
    if (!trajectory || !row) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const state = stepNotice(row.state, step)
    if (isRefusal(state)) throw new Refused(state.refused)
    if ((step === 'give_up') !== (reason !== null))
      throw new Invalid({ reason: reason ? 'not-valid' : 'choose-one' })
    const by = actorId(actor)
    await saveSharingNotice(
      tx,
      row,
      step === 'tell'
        ? { state, told_on: today, told_by: by }
        : { state, ended_on: today, ended_by: by, end_code: reason },
    )
    await keepNoticeTasks(work, { personId: row.person_id, trajectoryId: row.trajectory_id ?? trajectoryId })
    return { id }
  },
})
