import { z } from 'zod'
import { findDataKeys } from '#db/data-key.ts'
import { findErasureScope } from '#db/erasure.ts'
import { findPeople } from '#db/person.ts'
import { clearWorker } from '#db/retention.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Erases anew whom a backup brought back: after a restore, for everybody on the list outside the database. Whoever is
 * erased already, or came after the backup, is left as it is.
 */
export const replayErasures = command({
  name: 'replay-erasures',
  action: 'delete',
  may: erasurePolicy.follow,
  input: z.strictObject({ ownerIds: z.array(z.uuid()).max(500) }),
  async run(work, { ownerIds }) {
    const { tx, orgId, vault } = work
    const alive = [...(await findDataKeys(tx, orgId, ownerIds))].flatMap(([owner, wrapped]) =>
      wrapped === null ? [] : [owner],
    )
    const people = new Set((await findPeople(tx, orgId, alive)).map(({ id }) => id))
    for (const owner of alive) {
      if (!people.has(owner)) await vault.destroy(owner)
      else {
        const { trajectories, referrals } = await findErasureScope(tx, orgId, owner)
        await erasePeople(work, { people: [owner], trajectories, referrals })
        await clearWorker(tx, orgId, owner)
      }
    }
    work.about({ detail: { erased: alive.length } })
    return { erased: alive.length }
  },
})
