import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { deleteSegmentsOf } from '#db/document-segment.ts'
import { deleteReceiptsOf } from '#db/expense-receipt.ts'
import { blankPeople } from '#db/import.ts'
import type { ErasureTable, LegalHoldTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import type { Actor } from '#domain/member/actor.ts'
import { undecidedStates } from '#domain/referral/referral.ts'

export type ErasureRow = Selectable<ErasureTable>
export type LegalHoldRow = Selectable<LegalHoldTable>

/** What was asked and decided about erasing: for who asks it and for the privacy officer, all of the organisation. */
const visibleErasures = (db: Db, actor: Actor) =>
  db
    .selectFrom('erasure')
    .where('erasure.org_id', '=', actor.orgId)
    .where((e) => e.lit(erasurePolicy.read(actor)))

export const findErasure = (db: Db, actor: Actor, id: string): Promise<ErasureRow | undefined> =>
  visibleErasures(db, actor).selectAll('erasure').where('erasure.id', '=', id).executeTakeFirst()

export const lockErasure = (tx: Tx, actor: Actor, id: string): Promise<ErasureRow | undefined> =>
  visibleErasures(tx, actor).selectAll('erasure').where('erasure.id', '=', id).forUpdate().executeTakeFirst()

/** What is to be decided first, then the latest. */
export const listErasureRows = (db: Db, actor: Actor, limit: number): Promise<ErasureRow[]> =>
  visibleErasures(db, actor)
    .selectAll('erasure')
    .orderBy(sql`(erasure.state = 'asked')`, 'desc')
    .orderBy('erasure.asked_at', 'desc')
    .limit(limit)
    .execute()

export const findOpenErasure = (
  db: Db,
  orgId: string,
  personId: string,
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('erasure')
    .select('id')
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('state', '=', 'asked')
    .executeTakeFirst()

export async function insertErasure(tx: Tx, row: Insertable<ErasureTable>): Promise<void> {
  await tx.insertInto('erasure').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveErasure(tx: Tx, row: ErasureRow, changed: Updateable<ErasureTable>): Promise<void> {
  await tx
    .updateTable('erasure')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Holds on these people's files that somebody has not ended, past ones too. */
export const listHoldsOf = (db: Db, orgId: string, people: readonly string[]): Promise<LegalHoldRow[]> =>
  db
    .selectFrom('legal_hold')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .where('ended_on', 'is', null)
    .orderBy('until_day')
    .execute()

/** All that hold on this day; of files that are put away the privacy officer sees them there. */
export const listHolds = (db: Db, orgId: string, today: Day): Promise<LegalHoldRow[]> =>
  db
    .selectFrom('legal_hold')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('ended_on', 'is', null)
    .where('until_day', '>=', today)
    .where(
      sql<boolean>`not exists (select from retention_reach away
        where away.org_id = legal_hold.org_id and away.hidden_id = legal_hold.person_id)`,
    )
    .orderBy('until_day')
    .execute()

export async function insertHold(tx: Tx, row: Insertable<LegalHoldTable>): Promise<void> {
  await tx.insertInto('legal_hold').values(row).execute()
}

export const lockHold = (tx: Tx, orgId: string, id: string): Promise<LegalHoldRow | undefined> =>
  tx
    .selectFrom('legal_hold')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveHold(
  tx: Tx,
  row: LegalHoldRow,
  ended: Required<Pick<Updateable<LegalHoldTable>, 'ended_on' | 'ended_by'>>,
): Promise<void> {
  await tx
    .updateTable('legal_hold')
    .set(ended)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Everything that goes when somebody's file goes. */
export interface ErasureScope {
  /** She herself first, then her children, unless they are in somebody else's trajectory as well. */
  readonly people: readonly string[]
  readonly trajectories: readonly string[]
  readonly referrals: readonly string[]
}

export async function findErasureScope(db: Db, orgId: string, personId: string): Promise<ErasureScope> {
  const { rows } = await sql<{ kind: 'person' | 'trajectory' | 'referral'; id: string }>`
    with hers as (select id, child_id from trajectory where org_id = ${orgId} and person_id = ${personId}),
      house as (
        select child.person_id from household_member mother
        join household_member child on child.org_id = mother.org_id and child.household_id = mother.household_id
        where mother.org_id = ${orgId} and mother.person_id = ${personId})
    select 'trajectory' as kind, id from hers
    union all select 'referral', id from referral where org_id = ${orgId} and person_id = ${personId}
    union all
    select 'person', child.id from person child
    where child.org_id = ${orgId} and child.kind = 'child'
      and child.id in (select child_id from hers union select person_id from house)
      and not exists (
        select from trajectory other
        where other.org_id = child.org_id and other.child_id = child.id and other.person_id <> ${personId})
  `.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  return { people: [personId, ...of('person')], trajectories: of('trajectory'), referrals: of('referral') }
}

/** What goes on still: trajectories and referrals that are not at their end, meldcodes that are not closed. */
export async function findRunning(
  db: Db,
  orgId: string,
  { people, trajectories, referrals }: ErasureScope,
): Promise<{ running: number; meldcodes: number }> {
  const { rows } = await sql<{ running: number; meldcodes: number }>`
    select
      (select count(*)::int from trajectory
        where org_id = ${orgId} and id = any(${[...trajectories]}::uuid[]) and state <> 'closed')
      + (select count(*)::int from referral
        where org_id = ${orgId} and id = any(${[...referrals]}::uuid[])
          and state = any(${[...undecidedStates]}::text[])) as running,
      (select count(*)::int from meldcode
        where org_id = ${orgId} and state <> 'closed'
          and (person_id = any(${[...people]}::uuid[]) or trajectory_id = any(${[...trajectories]}::uuid[]))
      ) as meldcodes
  `.execute(db)
  return rows[0] ?? { running: 0, meldcodes: 0 }
}

/** How much there is of somebody, by kind: what will be unreadable. */
export async function countFile(db: Db, orgId: string, { people, trajectories, referrals }: ErasureScope) {
  const theirs = sql`org_id = ${orgId} and trajectory_id = any(${[...trajectories]}::uuid[])`
  const { rows } = await sql<Record<'visits' | 'answers' | 'messages' | 'documents' | 'leftovers', number>>`
    select
      (select count(*)::int from contact where ${theirs} and went_sealed is not null) as visits,
      (select count(*)::int from measure where ${theirs} and answers_sealed is not null) as answers,
      (select count(*)::int from message
        where org_id = ${orgId} and owner_id = any(${[...people]}::uuid[])) as messages,
      (select count(*)::int from document
        where org_id = ${orgId} and person_id = any(${[...people]}::uuid[]) and state <> 'removed') as documents,
      (select count(*)::int from import_row where org_id = ${orgId} and referral_id is null) as leftovers
  `.execute(db)
  const counted = rows[0] ?? { visits: 0, answers: 0, messages: 0, documents: 0, leftovers: 0 }
  return {
    ...counted,
    children: people.length - 1,
    trajectories: trajectories.length,
    referrals: referrals.length,
  }
}

/**
 * Clears what is about her and not sealed under a key of hers: half-written texts, rows of imported lists, messages
 * that still wait, and what people could be found by.
 */
export async function clearFile(
  tx: Tx,
  orgId: string,
  { people, trajectories, referrals }: ErasureScope,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    delete from draft where org_id = ${orgId} and (
      subject_id = any(${[...people, ...trajectories, ...referrals]}::uuid[])
      or subject_id in (
        select id from contact where org_id = ${orgId} and trajectory_id = any(${[...trajectories]}::uuid[])))
  `.execute(tx)
  await sql`
    delete from import_row where org_id = ${orgId} and referral_id = any(${[...referrals]}::uuid[])
  `.execute(tx)
  await sql`
    update message set state = 'refused', refusal_code = 'message-erased', settled_at = ${at}, version = version + 1
    where org_id = ${orgId} and state = 'pending' and owner_id = any(${[...people]}::uuid[])
  `.execute(tx)
  await deleteSegmentsOf(tx, orgId, people)
  await deleteReceiptsOf(tx, orgId, people)
  await blankPeople(tx, orgId, people, at)
}
