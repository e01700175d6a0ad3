import { z } from 'zod'
import { listVersions, saveDraftVersion } from '#db/own-sheet.ts'
import { mayPublish, ownSheetPolicy } from '#domain/conversation-sheet/own-sheet.ts'
import { versionInput } from '#domain/version.ts'
import { holdOwnSheet } from '#usecases/conversation-sheet/held-own-sheet.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** From now on this version is used, and never changes again. */
export const publishOwnSheet = command({
  name: 'publish-own-sheet',
  action: 'update',
  may: ownSheetPolicy.write,
  input: z.strictObject({ id: z.uuid(), number: z.int().min(1), version: versionInput }),
  async run(work, { id, number, version }) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { versions } = await holdOwnSheet(work, id)
    const one = versions.find((each) => each.number === number)
    if (!one) throw new NotFound()
    if (one.version !== version) throw new Refused('changed-meanwhile')
    const may = mayPublish(one, one.content)
    if (may !== true) throw new Refused(may.refused)
    const row = (await listVersions(tx, orgId, [id])).find((each) => each.number === number)
    if (row)
      await saveDraftVersion(tx, row, {
        state: 'published',
        published_by: actor.memberId,
        published_on: today,
      })
    return { id }
  },
})
