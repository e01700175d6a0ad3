import { type Insertable, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { EarlierWordsTable } from '#db/tables.ts'
import { type EarlierKind, isWalled, shownFor } from '#domain/match/earlier-words.ts'
import type { Actor } from '#domain/member/actor.ts'

export type EarlierWordsRow = Selectable<EarlierWordsTable>

/** What she wants her next worker to read, as it stands; nothing if nobody asked her. */
export const findEarlierWords = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<EarlierWordsRow | undefined> =>
  db
    .selectFrom('earlier_words')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_at', 'is', null)
    .executeTakeFirst()

/** Puts an answer in the place of the one before, which is kept. Call with the trajectory locked. */
export async function replaceEarlierWords(tx: Tx, row: Insertable<EarlierWordsTable>): Promise<void> {
  await tx
    .updateTable('earlier_words')
    .set({ until_at: row.from_at })
    .where('org_id', '=', row.org_id)
    .where('trajectory_id', '=', row.trajectory_id)
    .where('until_at', 'is', null)
    .execute()
  await tx.insertInto('earlier_words').values(row).execute()
}

interface Written {
  /** The trajectory it belongs to, and the member who wrote it. */
  readonly trajectory: RawBuilder<unknown>
  readonly writer: RawBuilder<unknown>
}

/**
 * True of rows that this reader may read as far as it matters who wrote them: a worker not those of somebody who stood
 * beside the same woman before her, unless she wants them read. Composed into every list of what workers write.
 */
export function readableBy(
  actor: Actor,
  { trajectory, writer }: Written,
  kind: EarlierKind,
): RawBuilder<SqlBool> {
  if (!isWalled(actor)) return sql<SqlBool>`true`
  const { orgId } = actor
  const own = actor.kind === 'member' ? actor.workerId : null
  return sql<SqlBool>`(
    not exists (
      select from member wrote join match stood on stood.org_id = wrote.org_id and stood.worker_id = wrote.worker_id
      where wrote.org_id = ${orgId} and wrote.id = ${writer} and wrote.worker_id is distinct from ${own}::uuid
        and stood.trajectory_id = ${trajectory} and stood.started_on is not null
    ) or ${isShown(orgId, trajectory, kind)})`
}

const isShown = (orgId: string, trajectory: RawBuilder<unknown>, kind: EarlierKind) => sql<SqlBool>`exists (
  select from earlier_words said where said.org_id = ${orgId} and said.trajectory_id = ${trajectory}
    and said.until_at is null and said.shown = any(${[...shownFor[kind]]}))`

/** The sheet that a visit was about, for whoever may read of that visit: her own, or one that she wants read. */
export const readableTalkSheet = (actor: Actor): RawBuilder<string | null> =>
  isWalled(actor)
    ? sql<
        string | null
      >`case when contact.worker_id = ${actor.kind === 'member' ? actor.workerId : null}::uuid or ${isShown(actor.orgId, sql.ref('contact.trajectory_id'), 'words')} then contact.talk_sheet end`
    : sql<string | null>`contact.talk_sheet`

/** Somebody stood beside her before this worker did. */
export async function hadSomebodyBefore(
  db: Db,
  orgId: string,
  trajectoryId: string,
  workerId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('match')
    .select('id')
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('worker_id', '<>', workerId)
    .where('started_on', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
