import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PersonRequestStepTable, PersonRequestTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'
import { underwayStates } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'

export type PersonRequestRow = Selectable<PersonRequestTable>
export type PersonRequestStepRow = Selectable<PersonRequestStepTable>

/** The requests this actor may see: who answers them all of the organisation, others none. */
const visiblePersonRequests = (db: Db, actor: Actor) =>
  db
    .selectFrom('person_request')
    .where('person_request.org_id', '=', actor.orgId)
    .where((e) => e.lit(personRequestPolicy.read(actor)))

export async function insertPersonRequest(tx: Tx, row: Insertable<PersonRequestTable>): Promise<void> {
  await tx.insertInto('person_request').values(row).execute()
}

/** First what must be answered first; then what has ended, the newest first. */
export const listPersonRequestRows = (db: Db, actor: Actor, limit: number): Promise<PersonRequestRow[]> =>
  visiblePersonRequests(db, actor)
    .selectAll('person_request')
    .orderBy((e) => e('state', '=', e.fn.any(e.val([...underwayStates]))), 'desc')
    .orderBy('answer_by')
    .orderBy('id')
    .limit(limit)
    .execute()

export const findPersonRequest = (db: Db, actor: Actor, id: string): Promise<PersonRequestRow | undefined> =>
  visiblePersonRequests(db, actor).selectAll('person_request').where('id', '=', id).executeTakeFirst()

export const lockPersonRequest = (tx: Tx, actor: Actor, id: string): Promise<PersonRequestRow | undefined> =>
  visiblePersonRequests(tx, actor)
    .selectAll('person_request')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function savePersonRequest(
  tx: Tx,
  row: PersonRequestRow,
  changed: Updateable<PersonRequestTable>,
): Promise<void> {
  await tx
    .updateTable('person_request')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertPersonRequestStep(
  tx: Tx,
  row: Insertable<PersonRequestStepTable>,
): Promise<void> {
  await tx.insertInto('person_request_step').values(row).execute()
}

export const listPersonRequestSteps = (
  db: Db,
  orgId: string,
  requestId: string,
): Promise<PersonRequestStepRow[]> =>
  db
    .selectFrom('person_request_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('request_id', '=', requestId)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()

/** People of this kind born on this day or with this address, by its keyed hash; of whom a file can still be read. */
export const findPeopleAsked = async (
  db: Db,
  orgId: string,
  kind: 'mother' | 'worker',
  prints: { birthDay: Buffer | null; email: Buffer | null },
): Promise<string[]> =>
  (
    await db
      .selectFrom('person')
      .select('id')
      .where('org_id', '=', orgId)
      .where('kind', '=', kind)
      .where((e) =>
        e.or([
          ...(prints.birthDay ? [e('birth_day_print', '=', prints.birthDay)] : []),
          ...(prints.email ? [e('email_print', '=', prints.email)] : []),
        ]),
      )
      .orderBy('id')
      .limit(20)
      .execute()
  ).map(({ id }) => id)

/** Accounts of referrers; whose it is, a human sees by the name. */
export const findReferrerAccounts = (db: Db, orgId: string) =>
  db
    .selectFrom('member')
    .select(['id', 'name_sealed', 'email_sealed'])
    .where('org_id', '=', orgId)
    .where(sql<boolean>`'referrer' = any(roles)`)
    .orderBy('id')
    .execute()
