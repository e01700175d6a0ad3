import type { Insertable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MemberTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
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

export async function insertMember(tx: Tx, member: Insertable<MemberTable>): Promise<void> {
  await tx.insertInto('member').values(member).execute()
}
