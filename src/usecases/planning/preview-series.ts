import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { takesContacts } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { laidSeries, seriesInput } from '#usecases/planning/laid-series.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** What a rhythm would come to: the days, and which of them can't be. Nothing is written. */
export const previewSeries = question({
  name: 'preview-series',
  may: contactPolicy.plan,
  input: z.strictObject({ trajectoryId: z.uuid(), ...seriesInput }),
  async run(work, { trajectoryId, ...series }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (!takesContacts(trajectory.state)) throw new Refused('not-from-this-state')
    return (await laidSeries(work, trajectory, series)).laid
  },
})
