import { z } from 'zod'
import { insertMaterialStep } from '#db/material-step.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { materialSteps } from '#domain/programme/materials-now.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Notes that she got a diary or another material, or that she and her coach began on it. Noted anew, the last counts. */
export const noteMaterial = command({
  name: 'note-material',
  action: 'update',
  may: trajectoryPolicy.changeCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    materialId: z.string().max(60),
    step: z.enum(materialSteps),
    onDay: dayInput,
  }),
  async run(work, { trajectoryId, materialId, step, onDay }) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.materials.some(({ id }) => id === materialId)) throw new NotFound()
    aboutTrajectory(work, trajectory)
    // After a loss nobody hands out a diary, and nobody is asked about one.
    if (trajectory.state === 'closed' || trajectory.quiet_since) throw new Refused('not-from-this-state')
    if (isBefore(today, onDay)) throw new Invalid({ onDay: 'day-to-come' })
    if (isBefore(onDay, trajectory.started_on ?? today)) throw new Invalid({ onDay: 'day-before-start' })
    await insertMaterialStep(tx, {
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectoryId,
      material_id: materialId,
      step,
      on_day: onDay,
      noted_by: actor.memberId,
      noted_at: work.now,
    })
    return { trajectoryId }
  },
})
