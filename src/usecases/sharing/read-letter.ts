import { z } from 'zod'
import { findSharing } from '#db/sharing.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { sharingFields } from '#usecases/sharing/sharing-fields.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** The letter as it passed the gate, to be printed: its words and nothing beside them. */
export const readSharedLetter = question({
  name: 'read-letter',
  may: sharingPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault } = work
    const row = await findSharing(tx, orgId, id)
    const trajectory = row?.trajectory_id && (await findTrajectory(tx, actor, row.trajectory_id))
    // A file is for another system, and no paper.
    if (!row || !trajectory || row.way === 'file') throw new NotFound()
    aboutTrajectory(work, trajectory)
    await leaveOnPaper(work, 'shared-letter', row.person_id)
    await vault.load([row.person_id])
    const text = sharingFields.open(vault, row.person_id, id, 'words_sealed', row.words_sealed)
    if (text === null) throw new NotFound()
    return { lines: text.split('\n') }
  },
})
