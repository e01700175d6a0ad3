import { z } from 'zod'
import { listContacts } from '#db/contact.ts'
import { findEarlierWords } from '#db/earlier-words.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { unasked } from '#domain/match/earlier-words.ts'
import { readUsed, titleOfUsed } from '#usecases/conversation-sheet/used-sheet.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Which conversation sheets were used in the visits of one trajectory, in which version: as far as who asks reads what was
 * written of those visits. None after a loss: what a sheet is about may be a child's age.
 */
export const listUsedSheets = question({
  name: 'list-used-sheets',
  may: contactPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (trajectory.quiet_since) return []
    const earlier = (await findEarlierWords(tx, orgId, trajectoryId))?.shown ?? unasked
    const rows = (await listContacts(tx, orgId, trajectoryId)).filter(
      (row) => row.sheet_id && contactPolicy.readNotes(actor, { workerId: row.worker_id, earlier }),
    )
    const used = await readUsed(work, rows)
    return rows.flatMap((row) => {
      const sheet = titleOfUsed(used, row)
      return sheet ? [{ contactId: row.id, on: row.done_on, sheet }] : []
    })
  },
})
export type UsedSheets = Awaited<ReturnType<typeof listUsedSheets>>
