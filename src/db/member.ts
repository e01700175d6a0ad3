import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type Db, openOrganisation, type Tx } from '#db/connection.ts'
import { barWith } from '#db/lock-reach.ts'
import type { MemberTable } from '#db/tables.ts'
import { type Day, isBefore } from '#domain/day.ts'
import type { Role } from '#domain/member/role.ts'

export interface Authority {
  roles: Role[]
  workerId: string | null
}

/** What this member may do today; `null` if she is unknown here, not yet active, or no longer active. */
export async function findAuthority(
  db: Db,
  orgId: string,
  memberId: string,
  today: Day,
): Promise<Authority | null> {
  const row = await db
    .selectFrom('member')
    .select(['roles', 'worker_id'])
    .where('org_id', '=', orgId)
    .where('id', '=', memberId)
    .where('active_from', '<=', today)
    .where((e) => e.or([e('active_until', 'is', null), e('active_until', '>=', today)]))
    .executeTakeFirst()
  return row ? { roles: row.roles, workerId: row.worker_id } : null
}

/**
 * Opens the organisation's work for a member, with her authority read in the same transaction: one way to the
 * database and back, at the start of everything she does. `null` if there is no such organisation.
 */
export async function enterAsMember(
  tx: Tx,
  orgId: string,
  memberId: string,
): Promise<{ zone: string; programmesStamp: number; authority: (today: Day) => Authority | null } | null> {
  await openOrganisation(tx, orgId, memberId)
  const { rows } = await sql<{
    time_zone: string
    programmes_stamp: number
    roles: Role[] | null
    worker_id: string | null
    active_from: Day | null
    active_until: Day | null
  }>`
    select o.time_zone, o.programmes_stamp, m.roles, m.worker_id, m.active_from, m.active_until
    from organisation o left join member m on m.org_id = o.id and m.id = ${memberId}
    where o.id = ${orgId}
  `.execute(tx)
  const [row] = rows
  if (!row) return null
  const { roles, worker_id, active_from, active_until } = row
  return {
    zone: row.time_zone,
    programmesStamp: row.programmes_stamp,
    authority: (today) =>
      roles &&
      active_from &&
      !isBefore(today, active_from) &&
      !(active_until && isBefore(active_until, today))
        ? { roles, workerId: worker_id }
        : null,
  }
}

export async function insertMember(tx: Tx, member: Insertable<MemberTable>): Promise<void> {
  await tx.insertInto('member').values(member).execute()
  if (member.worker_id) await barWith(tx, member.org_id, { id: member.id, of: member.worker_id })
}

export type MemberRow = Selectable<MemberTable>

/** All members of an organisation, also those who left; who joined first stands first. */
export const findMembers = (db: Db, orgId: string): Promise<MemberRow[]> =>
  db
    .selectFrom('member')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('active_from')
    .orderBy('id')
    .execute()

export const findMembersByIds = (db: Db, orgId: string, ids: readonly string[]): Promise<MemberRow[]> =>
  db
    .selectFrom('member')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', (e) => e.fn.any(e.val([...ids])))
    .execute()

/** The row, held: two who decide about one member at once do so after each other. */
export const lockMember = (tx: Tx, orgId: string, id: string): Promise<MemberRow | undefined> =>
  tx
    .selectFrom('member')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const findMember = (db: Db, orgId: string, id: string): Promise<MemberRow | undefined> =>
  db.selectFrom('member').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/**
 * The ids of those who administer today. Locks them, in one order, so that two administrators who end each other
 * at the same moment do not both find the other still there.
 */
export async function lockAdministrators(tx: Tx, orgId: string, today: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom('member')
    .select(['id', 'roles'])
    .where('org_id', '=', orgId)
    .where('active_from', '<=', today)
    .where((e) => e.or([e('active_until', 'is', null), e('active_until', '>=', today)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.filter((row) => row.roles.includes('administrator')).map((row) => row.id)
}

/** Writes if nobody else did since `version`; false if somebody did. */
export async function updateMember(
  tx: Tx,
  orgId: string,
  id: string,
  version: number,
  changed: Updateable<MemberTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('member')
    .set({ ...changed, version: version + 1 })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who was written since anybody held her against those around women. */
export const findUncheckedMembers = (db: Db, orgId: string, limit: number): Promise<MemberRow[]> =>
  db
    .selectFrom('member')
    .selectAll()
    .where('org_id', '=', orgId)
    .where(sql<boolean>`checked_version is distinct from version`)
    .orderBy('id')
    .limit(limit)
    .execute()

/** Workers who can't sign in yet: their ids and whose file they are. */
export const findWorkersWithoutMember = (
  db: Db,
  orgId: string,
): Promise<{ id: string; person_id: string }[]> =>
  db
    .selectFrom('worker')
    .select(['id', 'person_id'])
    .where('org_id', '=', orgId)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('member')
            .select('member.id')
            .whereRef('member.org_id', '=', 'worker.org_id')
            .whereRef('member.worker_id', '=', 'worker.id'),
        ),
      ),
    )
    .execute()

/** The members who are these workers and can sign in on this day. */
export const findMembersOfWorkers = (
  db: Db,
  orgId: string,
  workerIds: readonly string[],
  day: Day,
): Promise<MemberRow[]> =>
  db
    .selectFrom('member')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', (e) => e.fn.any(e.val([...workerIds])))
    .where('active_from', '<=', day)
    .where((e) => e.or([e('active_until', 'is', null), e('active_until', '>=', day)]))
    .orderBy('id')
    .execute()

/** Her own choice; counts no version, as nobody else decides it. */
export async function setLanguage(tx: Tx, orgId: string, id: string, language: string): Promise<void> {
  await tx.updateTable('member').set({ language }).where('org_id', '=', orgId).where('id', '=', id).execute()
}
