import { z } from 'zod'
import { insertVersions, listVersions, saveDraftVersion } from '#db/own-sheet.ts'
import { draftNumber, ownSheetPolicy, withLanguage } from '#domain/conversation-sheet/own-sheet.ts'
import { versionInput } from '#domain/version.ts'
import { holdOwnSheet } from '#usecases/conversation-sheet/held-own-sheet.ts'
import { sheetFields, versionPlace } from '#usecases/conversation-sheet/sheet-fields.ts'
import { writtenSheet } from '#usecases/conversation-sheet/written-sheet.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes one language of a sheet anew: in its draft, or in a new version after the one that is used, which stays as it
 * is. What was published is never written at.
 */
export const writeOwnSheet = command({
  name: 'write-own-sheet',
  action: 'update',
  may: ownSheetPolicy.write,
  input: z.strictObject({
    id: z.uuid(),
    /** The version that was looked at, and how often it had been written. */
    number: z.int().min(1),
    version: versionInput,
    ...writtenSheet,
  }),
  async run(work, { id, number, version, language, text, awaits, ...rest }) {
    const { tx, orgId, actor, now, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { versions } = await holdOwnSheet(work, id)
    const newest = versions.at(-1)
    if (!newest) throw new NotFound()
    if (newest.number !== number || newest.version !== version) throw new Refused('changed-meanwhile')
    const content = withLanguage({ ...newest.content, ...rest }, language, text, awaits)
    const at = draftNumber(versions)
    const written = {
      content_sealed: sheetFields.seal(
        vault,
        id,
        versionPlace(id, at),
        'content_sealed',
        JSON.stringify(content),
      ),
      written_by: actor.memberId,
      written_at: now,
    }
    const draft = (await listVersions(tx, orgId, [id])).find((one) => one.number === at)
    if (draft) await saveDraftVersion(tx, draft, written)
    else
      await insertVersions(tx, [
        {
          org_id: orgId,
          sheet_id: id,
          number: at,
          state: 'draft',
          ...written,
          published_by: null,
          published_on: null,
        },
      ])
    return { id, number: at }
  },
})
