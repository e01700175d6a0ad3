import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { DraftTable } from '#db/tables.ts'

export type DraftRow = Selectable<DraftTable>

interface DraftKey {
  readonly orgId: string
  /** Drafts are their writer's own: nobody else is ever given one. */
  readonly memberId: string
  readonly form: string
  readonly subjectId: string
}

/** Of one form: a draft for each place it was typed in, the latest first. */
export const findDrafts = (db: Db, key: DraftKey): Promise<DraftRow[]> =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('org_id', '=', key.orgId)
    .where('member_id', '=', key.memberId)
    .where('form', '=', key.form)
    .where('subject_id', '=', key.subjectId)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Makes room for a draft, or keeps the row that is there; gives its id, which the seal is bound to. */
export async function claimDraft(tx: Tx, row: Insertable<DraftTable>): Promise<string> {
  const { id } = await tx
    .insertInto('draft')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'member_id', 'form', 'subject_id', 'place'])
        .doUpdateSet({ saved_at: row.saved_at }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function writeDraft(tx: Tx, orgId: string, id: string, body: Buffer): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ body_sealed: body })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
}

/** One that was read and goes on in another place; if somebody went on in the first one meanwhile it stays. */
export interface DraftSeen {
  readonly place: string
  readonly savedAt: Temporal.Instant
}

/** Throws away those of one place, of a place as it was seen, or all. */
export async function deleteDrafts(tx: Tx, key: DraftKey, which: string | DraftSeen | 'all'): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('org_id', '=', key.orgId)
    .where('member_id', '=', key.memberId)
    .where('form', '=', key.form)
    .where('subject_id', '=', key.subjectId)
    .$if(which !== 'all', (query) =>
      query.where('place', '=', typeof which === 'string' ? which : which.place),
    )
    .$if(typeof which !== 'string', (query) =>
      query.where('saved_at', '=', typeof which === 'string' ? (null as never) : which.savedAt),
    )
    .execute()
}
