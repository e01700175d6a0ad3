import { insertOwnSheets, insertVersions } from '#db/own-sheet.ts'
import type { SheetContent } from '#domain/conversation-sheet/conversation-sheet.ts'
import type { Work } from '#usecases/context.ts'
import { sheetFields, versionPlace } from '#usecases/conversation-sheet/sheet-fields.ts'
import { Forbidden } from '#usecases/failure.ts'

/** New sheets, each with its first version. */
export async function makeSheets(
  work: Work,
  how: { programmeId: string; licenceId: string | null; published: boolean },
  contents: readonly SheetContent[],
): Promise<string[]> {
  const { tx, orgId, actor, now, today, vault } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const ids = contents.map(() => work.newId())
  await vault.create(ids)
  await insertOwnSheets(
    tx,
    ids.map((id) => ({
      org_id: orgId,
      id,
      programme_id: how.programmeId,
      licence_id: how.licenceId,
      made_by: actor.memberId,
      made_at: now,
      ended_on: null,
      ended_by: null,
    })),
  )
  await insertVersions(
    tx,
    ids.map((id, at) => ({
      org_id: orgId,
      sheet_id: id,
      number: 1,
      state: how.published ? ('published' as const) : ('draft' as const),
      content_sealed: sheetFields.seal(
        vault,
        id,
        versionPlace(id, 1),
        'content_sealed',
        JSON.stringify(contents[at]),
      ),
      written_by: actor.memberId,
      written_at: now,
      published_by: how.published ? actor.memberId : null,
      published_on: how.published ? today : null,
    })),
  )
  return ids
}
