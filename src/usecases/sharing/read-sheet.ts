import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { findSharings } from '#db/sharing.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { countsOn } from '#domain/sharing/ground.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/**
 * What she said yes to and what was told, on one sheet for her. Paper lies about: it is made only where her safe-contact
 * agreement counts and allows something at home, it names nobody, and what rests on the law is not on it.
 */
export const readConsentSheet = question({
  name: 'read-sheet',
  may: sharingPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    await leaveOnPaper(work, 'consent-sheet', personId)
    const rows = await findConsents(tx, orgId, personId, trajectoryId)
    return {
      agreed: rows
        .filter((row) => (row.code === 'C-5' || row.code === 'C-6') && countsOn(row, today))
        .map(({ code, party, until_day, items }) => ({ code, party, untilDay: until_day, items })),
      told: (await findSharings(tx, orgId, personId))
        .filter(({ legal_ground }) => legal_ground === null)
        .map(({ recipient, items, shared_on }) => ({ recipient, items, on: shared_on })),
    }
  },
})
