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

export const findDraft = (db: Db, key: DraftKey): Promise<DraftRow | undefined> =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('org_id', '=', key.orgId)
    .where('member_id', '=', key.memberId)
    .where('form', '=', key.form)
    .where('subject_id', '=', key.subjectId)
    .executeTakeFirst()

/** Makes room for a draft, or keeps the row that is there; gives its id, which the seal is bound to. */
export async function claimDraft(tx: Tx, row: Insertable<DraftTable>): Promise<string> {
  const { id } = await tx
    .insertInto('draft')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'member_id', 'form', 'subject_id']).doUpdateSet({ saved_at: row.saved_at }),
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

export async function deleteDraft(tx: Tx, key: DraftKey): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('org_id', '=', key.orgId)
    .where('member_id', '=', key.memberId)
    .where('form', '=', key.form)
    .where('subject_id', '=', key.subjectId)
    .execute()
}
