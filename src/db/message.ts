import { type ExpressionBuilder, type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MessageTable, Tables } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type MessageRow = Selectable<MessageTable>

/** The messages this actor may see: coordinators and Naast's own jobs all of the organisation. */
const visibleMessages = (db: Db, actor: Actor) =>
  db
    .selectFrom('message')
    .where('message.org_id', '=', actor.orgId)
    .where((e) => e.lit(actor.kind === 'system' || isMemberWith(actor, 'coordinator')))

export const listMessages = (
  db: Db,
  actor: Actor,
  where: { states: readonly string[]; limit: number },
): Promise<MessageRow[]> =>
  visibleMessages(db, actor)
    .selectAll('message')
    .where('message.state', 'in', [...where.states])
    .orderBy('message.created_at', 'desc')
    .limit(where.limit)
    .execute()

/** Keeps the message unless one with its dedupe key is there already; then gives that one. */
export async function insertMessage(tx: Tx, row: Insertable<MessageTable>): Promise<MessageRow | null> {
  const inserted = await tx
    .insertInto('message')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'dedupe_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return null
  return tx
    .selectFrom('message')
    .selectAll()
    .where('org_id', '=', row.org_id)
    .where('dedupe_key', '=', row.dedupe_key)
    .executeTakeFirstOrThrow()
}

/** What is due, and by which channels it could leave now; what is too late is due whatever the channel. */
export interface Due {
  readonly now: Temporal.Instant
  readonly channels: readonly string[]
}

/** How many wait to be handed over or were left behind by a crash: whether there is work at all. */
export async function countMessagesDue(db: Db, actor: Actor, what: Due): Promise<number> {
  const { count } = await visibleMessages(db, actor)
    .select((e) => e.fn.countAll<string>().as('count'))
    .where((e) => due(e, what))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Due messages, held until the transaction ends; those that another process holds are left to it. */
export const lockMessagesDue = (tx: Tx, actor: Actor, what: Due, limit: number): Promise<MessageRow[]> =>
  visibleMessages(tx, actor)
    .selectAll('message')
    .where((e) => due(e, what))
    .orderBy('message.not_before')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

const due = (e: ExpressionBuilder<Tables, 'message'>, { now, channels }: Due) =>
  e.or([
    e.and([
      e('message.state', '=', 'pending'),
      e('message.not_before', '<=', now),
      e('message.channel', '=', sql<string>`any(${[...channels]}::text[])`),
    ]),
    e.and([e('message.state', '=', 'pending'), e('message.expires_at', '<=', now)]),
    e.and([e('message.state', '=', 'handing_over'), e('message.lease_until', '<=', now)]),
  ])

/** What was written to her in this trajectory, the newest first. Whoever asks found the trajectory. */
export const listMessagesToHer = (
  db: Db,
  orgId: string,
  trajectoryId: string,
  kinds: readonly string[],
  limit: number,
): Promise<MessageRow[]> =>
  db
    .selectFrom('message')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('kind', 'in', [...kinds])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Every reminder that was ever written for a visit of this trajectory, held, the newest first. */
export const lockReminderMessages = (tx: Tx, orgId: string, trajectoryId: string): Promise<MessageRow[]> =>
  tx
    .selectFrom('message')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('contact_id', 'is not', null)
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()

/** What waits to go to her of this kind, held. */
export const lockWaitingOfKind = (
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  kind: string,
): Promise<MessageRow[]> =>
  tx
    .selectFrom('message')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('kind', '=', kind)
    .where('state', '=', 'pending')
    .forUpdate()
    .execute()

export const findMessage = (db: Db, actor: Actor, id: string): Promise<MessageRow | undefined> =>
  visibleMessages(db, actor).selectAll('message').where('message.id', '=', id).executeTakeFirst()

export const lockMessage = (tx: Tx, actor: Actor, id: string): Promise<MessageRow | undefined> =>
  visibleMessages(tx, actor).selectAll('message').where('message.id', '=', id).forUpdate().executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function saveMessage(tx: Tx, row: MessageRow, changed: Updateable<MessageTable>): Promise<void> {
  await tx
    .updateTable('message')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/**
 * Her children, who ever lived with her and who stands or stood beside her: their names, sealed, with the keys that
 * open them. Only to hold a message against.
 */
export const findPeopleAround = (
  db: Db,
  orgId: string,
  personId: string,
): Promise<{ id: string; name_sealed: Buffer; wrapped: Buffer | null }[]> =>
  db
    .selectFrom('person')
    .innerJoin('keys.data_key as key', (join) =>
      join.onRef('key.org_id', '=', 'person.org_id').onRef('key.owner_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name_sealed', 'key.wrapped'])
    .where('person.org_id', '=', orgId)
    .where('person.id', '<>', personId)
    .where(
      'person.id',
      'in',
      sql<string>`(
        select child_id from trajectory where org_id = ${orgId} and person_id = ${personId} and child_id is not null
        union select worker.person_id from match
          join trajectory on trajectory.org_id = match.org_id and trajectory.id = match.trajectory_id
          join worker on worker.org_id = match.org_id and worker.id = match.worker_id
          where trajectory.org_id = ${orgId} and trajectory.person_id = ${personId}
        union select worker.person_id from trajectory
          join worker on worker.org_id = trajectory.org_id and worker.id = trajectory.worker_id
          where trajectory.org_id = ${orgId} and trajectory.person_id = ${personId}
        union select theirs.person_id from household_member hers
          join household_member theirs on theirs.org_id = hers.org_id and theirs.household_id = hers.household_id
          where hers.org_id = ${orgId} and hers.person_id = ${personId})`,
    )
    .execute()
