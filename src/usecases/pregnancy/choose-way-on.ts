import { z } from 'zod'
import { replaceExtension } from '#db/phase.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { type Day, dayInput, isBefore } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import { tellers, type WayOn, waysOn } from '#domain/pregnancy/pregnancy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mayStep, stepTo } from '#domain/trajectory/trajectory.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { skipPlannedContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { type HeldCourse, holdPregnancy } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { followRest } from '#usecases/match/rest-match.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { askHowOn } from '#usecases/pregnancy/quiet-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Nobody promises visits for longer than this without asking her again. */
const longestMonths = 12

/** What she wants now, as she told her coordinator: visits until a day, rest, or an end; and who tells her worker. */
export const chooseWayOn = command({
  name: 'choose-way-on',
  action: 'update',
  may: trajectoryPolicy.decideCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    way: z.enum(waysOn),
    teller: z.enum(tellers),
    /** For visits: until when, for now. */
    until: dayInput.nullish().transform((day) => day ?? null),
  }),
  async run(work, { trajectoryId, version, way, teller, until }) {
    const held = await holdPregnancy(work, trajectoryId, version, 'choose-way-on')
    await sayOfPregnancy(work, held.trajectory, { kind: 'way-on', way, teller })
    await ways[way](work, held, until)
    await finishTasksOfTrajectory(work.tx, work.orgId, trajectoryId, askHowOn, {
      at: work.now,
      by: actorId(work.actor),
      code: 'done',
    })
    return { trajectoryId, way }
  },
})

const ways: Record<WayOn, (work: Work, held: HeldCourse, until: Day | null) => Promise<void>> = {
  async visits(work, { trajectory, definition }, until) {
    const { tx, orgId, actor, today, now } = work
    if (trajectory.started_on === null) return replanCourse(work, trajectory, definition)
    if (actor.kind !== 'member') throw new Forbidden()
    if (!until) throw new Invalid({ until: 'required' })
    if (!isBefore(today, until)) throw new Invalid({ until: 'day-passed' })
    if (isBefore(today.add({ months: longestMonths }), until)) throw new Invalid({ until: 'day-too-far' })
    await replaceExtension(tx, orgId, trajectory.id, now, {
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectory.id,
      until_day: until,
      review_on: until,
      reason_code: 'goes_on',
      decided_by: actor.memberId,
      decided_at: now,
      ended_at: null,
    })
    const state = trajectoryStateOf(trajectory)
    await followRest(work, trajectory.id, 'active')
    return replanCourse(work, trajectory, definition, {
      plan_from: today,
      // Without somebody beside her there are no visits to go on with.
      ...(mayStep(state, 'resume') && trajectory.worker_id ? { state: 'active' as const } : {}),
    })
  },
  async pause(work, { trajectory, definition }) {
    const state = trajectoryStateOf(trajectory)
    const paused = state === 'paused' ? state : stepTo(state, 'pause')
    if (isRefusal(paused)) throw new Refused('not-from-this-state')
    await followRest(work, trajectory.id, 'paused')
    await skipPlannedContacts(work, trajectory)
    await replanCourse(work, trajectory, definition, { state: paused, next_contact_on: null })
  },
  /** Closing has a page of its own, with its reason and its goodbye. */
  async close(work, { trajectory, definition }) {
    await replanCourse(work, trajectory, definition)
  },
}
