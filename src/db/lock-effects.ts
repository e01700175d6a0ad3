import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MessageRow } from '#db/message.ts'
import type { TrajectoryTable } from '#db/tables.ts'
import type { Against } from '#domain/file-lock/lock-effects.ts'

/** Who is behind this one, now: accounts, the worker's own file, systems. The first is whom it is against. */
export interface Behind {
  readonly members: readonly string[]
  readonly workers: readonly string[]
  readonly services: readonly string[]
}

export async function findBehind(db: Db, orgId: string, { kind, id }: Against): Promise<Behind> {
  const { rows } = await sql<{ what: keyof Behind; id: string }>`
    with worker_ids as (
      select worker_id as id from member where org_id = ${orgId} and id = ${id} and worker_id is not null and ${kind === 'member'}
      union select ${id}::uuid where ${kind === 'worker'}
    )
    select 'members' as what, ${id}::uuid as id where ${kind === 'member'}
    union select 'workers', id from worker_ids
    union select 'members', m.id from member m join worker_ids w on w.id = m.worker_id where m.org_id = ${orgId}
    union select 'members', member_id from referrer_link
      where org_id = ${orgId} and network_organisation_id = ${id} and ${kind === 'organisation'}
    union select 'services', id from service
      where org_id = ${orgId} and network_organisation_id = ${id} and ${kind === 'organisation'}`.execute(db)
  const of = (what: keyof Behind) => rows.filter((row) => row.what === what).map((row) => row.id)
  return { members: of('members'), workers: of('workers'), services: of('services') }
}

/**
 * Holds all of hers that somebody could be given or could write under: who is doing that now is waited for, and who
 * comes after finds the lock.
 */
export async function holdFile(
  tx: Tx,
  orgId: string,
  personId: string,
): Promise<Selectable<TrajectoryTable>[]> {
  await sql`select id from referral where org_id = ${orgId} and person_id = ${personId} order by id for update`.execute(
    tx,
  )
  const trajectories = await tx
    .selectFrom('trajectory')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute()
  await sql`select id from person where org_id = ${orgId} and id = ${personId} for update`.execute(tx)
  return trajectories
}

interface Counts {
  readonly coordinates: number
  readonly groups: number
  readonly meldcodes: number
  readonly tasks: number
  readonly messages: number
  readonly already: number
  readonly coordinators_left: number
}

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`

/** What of hers is in the hands of these, and who would be left. */
export async function countStanding(
  db: Db,
  orgId: string,
  { personId, against, behind, today }: WhatStands,
): Promise<Counts> {
  const members = anyOf(behind.members)
  const workers = anyOf(behind.workers)
  const hers = sql`(select id from trajectory where org_id = ${orgId} and person_id = ${personId})`
  const { rows } = await sql<Counts>`
    select
      (select count(*)::int from trajectory where org_id = ${orgId} and person_id = ${personId}
        and state <> 'closed' and coordinator_id = ${members}) as coordinates,
      (select count(distinct p.group_id)::int from group_place p join group_facilitator f
        on f.org_id = p.org_id and f.group_id = p.group_id and f.until_day is null and f.worker_id = ${workers}
        where p.org_id = ${orgId} and p.person_id = ${personId} and p.ended_on is null) as groups,
      (select count(*)::int from meldcode where org_id = ${orgId} and trajectory_id in ${hers}
        and state <> 'closed' and handler_id = ${members}) as meldcodes,
      (select count(*)::int from task where org_id = ${orgId} and done_at is null and owner_id = ${members}
        and (person_id = ${personId} or trajectory_id in ${hers})) as tasks,
      (select count(*)::int from message where ${toThem(orgId, { personId, against, behind })}) as messages,
      (select count(*)::int from file_lock where org_id = ${orgId} and person_id = ${personId} and state <> 'lifted'
        and (member_id = ${members} or worker_id = ${workers} or network_organisation_id = ${against.id})) as already,
      (select count(*)::int from member m where m.org_id = ${orgId} and 'coordinator' = any(m.roles)
        and m.active_from <= ${today} and (m.active_until is null or m.active_until >= ${today})
        and not (m.id = ${members}) and not exists (select from lock_reach r
          where r.org_id = m.org_id and r.barred_id = m.id and r.hidden_id = ${personId})) as coordinators_left
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('nothing was counted')
  return row
}
export interface WhatStands {
  readonly personId: string
  readonly against: Against
  readonly behind: Behind
  readonly today: Temporal.PlainDate
}

/** Not gone yet, and for one of these: a colleague who was asked about her, or who referred her or may have. */
const toThem = (
  orgId: string,
  { personId, against: { kind }, behind: { members, services } }: Omit<WhatStands, 'today'>,
) => sql<boolean>`
  message.org_id = ${orgId} and message.person_id = ${personId} and message.state in ('pending', 'handing_over') and (
    exists (select from concern_step s where s.org_id = message.org_id and s.message_id = message.id
      and s.asked_id = ${anyOf(members)})
    or (message.kind like 'referral-%' and exists (select from referral r where r.org_id = message.org_id
      and r.id = message.referral_id
      and (r.referrer_member_id = ${anyOf(members)} or r.service_id = ${anyOf(services)}
        or (${kind === 'organisation'} and r.referrer_member_id is null and r.service_id is null)))))`

/** Messages that wait for one of these, held. One that is being handed over this very moment is too late to stop. */
export const holdMessagesTo = (tx: Tx, orgId: string, to: Omit<WhatStands, 'today'>): Promise<MessageRow[]> =>
  tx
    .selectFrom('message')
    .selectAll()
    .where(toThem(orgId, to))
    .where('state', '=', 'pending')
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * What goes with the lock and nobody has to decide about: open tasks go to her coordinator or to all, names on
 * shortlists and pins in open meetings go, who reads along in a meldcode reads no more, and where one of these was
 * asked about danger and hasn't answered the next is asked at once.
 */
export async function settleWithLock(
  tx: Tx,
  orgId: string,
  personId: string,
  behind: Behind,
  settled: { by: string; at: Temporal.Instant; today: Temporal.PlainDate; owner: string | null },
): Promise<void> {
  const members = anyOf(behind.members)
  const workers = anyOf(behind.workers)
  const hers = sql`(select id from trajectory where org_id = ${orgId} and person_id = ${personId})`
  await sql`update task set owner_id = ${settled.owner}, version = version + 1
    where org_id = ${orgId} and done_at is null and owner_id = ${members}
      and (person_id = ${personId} or trajectory_id in ${hers})`.execute(tx)
  await sql`update match_shortlist set until_day = greatest(from_day, ${settled.today}::date), until_code = 'dropped',
      until_by = ${settled.by}
    where org_id = ${orgId} and trajectory_id in ${hers} and worker_id = ${workers} and until_day is null`.execute(
    tx,
  )
  await sql`update matching_meeting_change c set undone_by = ${settled.by}, undone_at = ${settled.at}
    from matching_meeting m where m.org_id = c.org_id and m.id = c.meeting_id and m.state = 'open'
      and c.org_id = ${orgId} and c.kind = 'pin' and c.trajectory_id in ${hers} and c.worker_id = ${workers}
      and c.undone_at is null`.execute(tx)
  await sql`update meldcode_reader r set ended_by = ${settled.by}, ended_at = ${settled.at}
    from meldcode m where m.org_id = r.org_id and m.id = r.meldcode_id and m.trajectory_id in ${hers}
      and r.org_id = ${orgId} and r.member_id = ${members} and r.ended_at is null`.execute(tx)
  await sql`update concern c set ask_next_at = ${settled.at} where c.org_id = ${orgId} and c.person_id = ${personId}
      and c.ask_next_at is not null and exists (select from concern_step s where s.org_id = c.org_id
        and s.concern_id = c.id and s.asked_id = ${members})`.execute(tx)
}

/** Of each of these people the trajectory that began last. */
export async function findLatestTrajectories(
  db: Db,
  orgId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('trajectory')
    .distinctOn('person_id')
    .select(['person_id', 'id'])
    .where('org_id', '=', orgId)
    .where('person_id', '=', (e) => e.fn.any(e.val([...personIds])))
    .orderBy('person_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ person_id, id }) => [person_id, id]))
}

export const findTrajectoryIdsOf = async (db: Db, orgId: string, personId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('trajectory')
      .select('id')
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)
