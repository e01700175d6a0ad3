import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { findLockFor, findSharing } from '#db/sharing.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { isRefusal } from '#domain/refusal.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { stillAgreed } from '#domain/sharing/still-agreed.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { sharingFields } from '#usecases/sharing/sharing-fields.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The file that was made for a party, as it passed the gate, for a worker to hand over: Naast sends it nowhere. Her yes is
 * asked each time it is taken along, and so is whether her file is locked there.
 */
export const downloadSharedFile = question({
  name: 'download-shared-file',
  may: sharingPolicy.share,
  fresh: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, today, vault } = work
    const row = await findSharing(tx, orgId, id)
    const trajectory = row?.trajectory_id && (await findTrajectory(tx, actor, row.trajectory_id))
    if (!row || !trajectory || row.way !== 'file') throw new NotFound()
    const { person_id: personId, network_organisation_id: organisation } = row
    aboutTrajectory(work, trajectory)
    work.about({ person: personId, detail: { shared: row.path, with: row.recipient } })
    if (organisation && (await findLockFor(tx, orgId, personId, organisation)))
      throw new Refused('sharing-ask-lead')
    const agreed = stillAgreed(row, await findConsents(tx, orgId, personId, row.trajectory_id), today)
    if (isRefusal(agreed)) throw new Refused(agreed.refused)
    await vault.load([personId])
    const text = sharingFields.open(vault, personId, id, 'words_sealed', row.words_sealed)
    if (text === null) throw new NotFound()
    return { text }
  },
})
