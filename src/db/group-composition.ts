import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { GroupCompositionMoveTable, GroupCompositionTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import type { Actor } from '#domain/member/actor.ts'

export type CompositionRow = Selectable<GroupCompositionTable>
export type CompositionMoveRow = Selectable<GroupCompositionMoveTable>

/** The compositions this actor may see: who composes sees all of the organisation, others none. */
const visibleCompositions = (db: Db, actor: Actor) =>
  db
    .selectFrom('group_composition')
    .where('group_composition.org_id', '=', actor.orgId)
    .where((e) => e.lit(compositionPolicy.compose(actor)))

export const findComposition = (db: Db, actor: Actor, id: string): Promise<CompositionRow | undefined> =>
  visibleCompositions(db, actor).selectAll().where('id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends: one change at a time, and it is accepted once. */
export const lockComposition = (tx: Tx, actor: Actor, id: string): Promise<CompositionRow | undefined> =>
  visibleCompositions(tx, actor).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Those that are open first, then the last that ended. */
export const listCompositions = (db: Db, actor: Actor, limit: number): Promise<CompositionRow[]> =>
  visibleCompositions(db, actor)
    .selectAll()
    .orderBy((e) => e.eb('state', '=', 'open'), 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Its id, or nothing if one is open for that programme already. */
export const insertComposition = (
  tx: Tx,
  row: Insertable<GroupCompositionTable>,
): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('group_composition')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function saveComposition(
  tx: Tx,
  row: Pick<CompositionRow, 'org_id' | 'id' | 'version'>,
  changed: Updateable<GroupCompositionTable>,
): Promise<void> {
  await tx
    .updateTable('group_composition')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** All that was decided in one, the first first. Visibility is the composition's: find or lock that first. */
export const findMoves = (db: Db, orgId: string, compositionId: string): Promise<CompositionMoveRow[]> =>
  db
    .selectFrom('group_composition_move')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('composition_id', '=', compositionId)
    .orderBy('id')
    .execute()

export async function insertMove(tx: Tx, row: Insertable<GroupCompositionMoveTable>): Promise<void> {
  await tx.insertInto('group_composition_move').values(row).execute()
}

/** Ends a decision that stands. */
export async function endMove(
  tx: Tx,
  { org_id, id }: Pick<CompositionMoveRow, 'org_id' | 'id'>,
  undone: Pick<CompositionMoveRow, 'undone_by' | 'undone_at'>,
): Promise<void> {
  await tx
    .updateTable('group_composition_move')
    .set(undone)
    .where('org_id', '=', org_id)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}

/** How often what is sealed was tried in compositions that were opened on this day. */
export async function countSealedTries(db: Db, orgId: string, on: Day): Promise<number> {
  const row = await db
    .selectFrom('group_composition')
    .select((e) => e.fn.sum<string | null>('sealed_tries').as('tries'))
    .where('org_id', '=', orgId)
    .where((e) => e.or([e('opened_on', '=', on), e('state', '=', 'open')]))
    .executeTakeFirst()
  return Number(row?.tries ?? 0)
}
