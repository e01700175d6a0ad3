import { z } from 'zod'
import { refuseWaitingMessages } from '#db/closure.ts'
import { skipUnagreedContacts } from '#db/contact.ts'
import { stopMeasures } from '#db/measure.ts'
import { replaceExtension } from '#db/phase.ts'
import { findTrajectory, lockOpenTrajectories, saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { askedOfChild } from '#domain/measure/measure-day.ts'
import { kindsToMother } from '#domain/message/message.ts'
import { lossKinds } from '#domain/pregnancy/pregnancy.ts'
import { endsByChild } from '#domain/trajectory/course-end.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { planMeasures } from '#usecases/measure/plan-measures.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * After a loss: at once and everywhere in this organisation nothing about a child is planned, asked, shown or sent to
 * her any more, and her coordinator is asked to find out what she wants (domain.md 7.6, H9). What was agreed with her
 * stays. Needs no version: whatever somebody else changed meanwhile, this holds.
 */
export const quietTrajectory = command({
  name: 'quiet-trajectory',
  action: 'update',
  may: trajectoryPolicy.changeCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    loss: z.enum(lossKinds),
    on: dayInput.nullish().transform((day) => day ?? null),
  }),
  async run(work, { trajectoryId, loss, on }) {
    const seen = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!seen) throw new NotFound()
    aboutTrajectory(work, seen)
    if (on && isBefore(work.today, on)) throw new Invalid({ on: 'day-to-come' })
    const hers = await lockOpenTrajectories(work.tx, work.orgId, seen.person_id)
    const here = hers.find(({ id }) => id === trajectoryId)
    if (!here || here.quiet_since) throw new Refused('not-from-this-state')
    for (const trajectory of hers.filter(({ quiet_since }) => !quiet_since)) {
      work.about({ trajectory: trajectory.id })
      await sayOfPregnancy(work, trajectory, { kind: 'loss', loss, on })
      await stopContent(work, trajectory)
    }
    return { trajectoryId }
  },
})

async function stopContent(work: Work, trajectory: TrajectoryRow): Promise<void> {
  const { tx, orgId, today, now } = work
  const { id } = trajectory
  const definition = definitionOf(work, trajectory)
  await stopMeasures(tx, orgId, id, askedOfChild(definition), today)
  await refuseWaitingMessages(tx, orgId, id, kindsToMother, now, 'message-held-back')
  await replaceExtension(tx, orgId, id, now, null)
  // Where weeks and not a child's age make the plan, visits are about her and go on.
  const byAge = endsByChild(definition, trajectory.started_on)
  if (byAge) await skipUnagreedContacts(tx, orgId, id)
  const quiet = { quiet_since: now, ends_on: byAge ? null : trajectory.ends_on }
  await saveTrajectory(tx, trajectory, quiet)
  await settleContacts(work, trajectory)
  // What is asked at the end has no day any more where a child's birthday made the end.
  if (trajectory.state !== 'intake')
    await planMeasures(work, { ...trajectory, ...quiet }, definition, { bornOn: null, dueOn: null })
  await createTask(work, { kind: 'course', reasonCode: askHowOn, trajectoryId: id })
}

/** Says nothing of what happened: it stands on worklists. */
export const askHowOn = 'ask-how-on'
