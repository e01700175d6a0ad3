import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { underwayStates } from '#domain/child-request/child-request.ts'
import type { Day } from '#domain/day.ts'
import { underwayStates as openRequestStates } from '#domain/person-request/person-request.ts'
import { undecidedStates } from '#domain/referral/referral.ts'
import { beginningStates } from '#domain/worker/worker.ts'

/** Somebody for whom nothing goes on any more, with when each thing ended. Days are as the database writes them. */
export interface EndedFile {
  readonly person_id: string
  readonly trajectories: readonly {
    readonly id: string
    readonly programme_id: string
    readonly programme_version: string
    readonly closed_on: string | null
    readonly last_item_on: string | null
  }[]
  /** That became no trajectory. */
  readonly referrals: readonly { readonly id: string; readonly decided_on: string | null }[]
}

interface Which {
  /** Looks after this one. */
  readonly after: string | null
  readonly limit: number
  readonly today: Day
  readonly zone: string
  /** One of them and nobody else, whatever is asked about her, holds her file or hides it. */
  readonly only?: string
}

/**
 * Women of whom everything ended, who were not erased, whom nobody asked to erase and whom no hold keeps: the oldest
 * file first, after the one that was asked last. What is put away already is not among them. Whoever asks sees no name by it.
 */
export async function findEndedFiles(db: Db, orgId: string, which: Which): Promise<EndedFile[]> {
  const { after, limit, today, zone, only = null } = which
  const onDay = (instant: ReturnType<typeof sql.ref>) => sql`(${instant} at time zone ${zone}::text)::date`
  const { rows } = await sql<EndedFile>`
    select p.id as person_id,
      coalesce((
        select json_agg(json_build_object('id', t.id, 'programme_id', t.programme_id,
          'programme_version', t.programme_version, 'closed_on', t.closed_on, 'last_item_on', greatest(
            t.last_contact_on,
            (select max(${onDay(sql.ref('c.logged_at'))}) from contact c
              where c.org_id = t.org_id and c.trajectory_id = t.id),
            (select max(m.taken_on) from measure m where m.org_id = t.org_id and m.trajectory_id = t.id),
            (select max(s.written_on) from safety_plan s where s.org_id = t.org_id and s.trajectory_id = t.id),
            (select max(s.shared_on) from sharing s where s.org_id = t.org_id and s.trajectory_id = t.id),
            (select max(${onDay(sql.ref('k.taken_at'))}) from concern n
              join concern_step k on k.org_id = n.org_id and k.concern_id = n.id
              where n.org_id = t.org_id and n.trajectory_id = t.id),
            (select max(${onDay(sql.ref('i.recorded_at'))}) from incident i
              where i.org_id = t.org_id and i.trajectory_id = t.id),
            (select max(${onDay(sql.ref('e.taken_at'))}) from meldcode d
              join meldcode_entry e on e.org_id = d.org_id and e.meldcode_id = d.id
              where d.org_id = t.org_id and d.trajectory_id = t.id))))
        from trajectory t where t.org_id = p.org_id and t.person_id = p.id), '[]') as trajectories,
      coalesce((
        select json_agg(json_build_object('id', r.id,
          'decided_on', (r.decided_at at time zone ${zone}::text)::date))
        from referral r where r.org_id = p.org_id and r.person_id = p.id
          and not exists (select from trajectory t where t.org_id = r.org_id and t.referral_id = r.id)), '[]'
      ) as referrals
    from person p
    join keys.data_key key on key.org_id = p.org_id and key.owner_id = p.id and key.wrapped is not null
    where p.org_id = ${orgId} and p.kind = 'mother' and (${after}::uuid is null or p.id > ${after}::uuid)
      and (${only}::uuid is null or p.id = ${only}::uuid)
      and not exists (select from trajectory t
        where t.org_id = p.org_id and t.person_id = p.id and t.state <> 'closed')
      and not exists (select from referral r
        where r.org_id = p.org_id and r.person_id = p.id and r.state = any(${[...undecidedStates]}::text[]))
      and (${only}::uuid is not null or not (${heldPerson(sql.ref('p.id'), orgId, today)}
        or exists (select from retention_hiding h
          where h.org_id = p.org_id and h.person_id = p.id and h.state = 'hidden')))
    order by p.id limit ${limit}
  `.execute(db)
  return rows
}

/** Somebody who worked here and doesn't any more, or who asked to and came to nothing. */
export interface LeftWorker {
  readonly person_id: string
  readonly worker_id: string
  readonly ended_on: string | null
  /** She left before she could stand beside anybody. */
  readonly began: boolean
}

/** Of whom nothing is held and nothing is put away; as `findEndedFiles` for who stood beside them. */
export async function findLeftWorkers(db: Db, orgId: string, which: Which): Promise<LeftWorker[]> {
  const { after, limit, today, only = null } = which
  const { rows } = await sql<LeftWorker>`
    select p.id as person_id, w.id as worker_id,
      coalesce(last.on_day, w.state_since, w.until_day) as ended_on,
      coalesce(last.from_state = any(${[...beginningStates]}::text[]), false) is not true as began
    from worker w
    join person p on p.org_id = w.org_id and p.id = w.person_id
    join keys.data_key key on key.org_id = p.org_id and key.owner_id = p.id and key.wrapped is not null
    left join lateral (select s.on_day, s.from_state from worker_step s
      where s.org_id = w.org_id and s.worker_id = w.id and s.step = 'leave'
      order by s.taken_at desc, s.id desc limit 1) as last on true
    where w.org_id = ${orgId} and w.state = 'left' and (${after}::uuid is null or p.id > ${after}::uuid)
      and (${only}::uuid is null or p.id = ${only}::uuid)
      and (${only}::uuid is not null or not (${heldPerson(sql.ref('p.id'), orgId, today)}
        or exists (select from retention_hiding h
          where h.org_id = p.org_id and h.person_id = p.id and h.state = 'hidden')))
    order by p.id limit ${limit}
  `.execute(db)
  return rows.map((row) => ({ ...row, ended_on: row.ended_on === null ? null : String(row.ended_on) }))
}

/** A colleague whose way in ended, and whose name is still kept. */
export interface LeftAccount {
  readonly member_id: string
  readonly ended_on: string | null
}

export async function findLeftAccounts(db: Db, orgId: string, which: Which): Promise<LeftAccount[]> {
  const { after, limit, today, only = null } = which
  const { rows } = await sql<LeftAccount>`
    select m.id as member_id, m.active_until as ended_on
    from member m
    join keys.data_key key on key.org_id = m.org_id and key.owner_id = m.id and key.wrapped is not null
    where m.org_id = ${orgId} and m.active_until < ${today} and (${after}::uuid is null or m.id > ${after}::uuid)
      and (${only}::uuid is null or m.id = ${only}::uuid)
      and (${only}::uuid is not null or not exists (select from retention_hiding h
        where h.org_id = m.org_id and h.member_id = m.id
          and (h.state = 'hidden' or h.rests_until >= ${today})))
    order by m.id limit ${limit}
  `.execute(db)
  return rows.map((row) => ({ ...row, ended_on: row.ended_on === null ? null : String(row.ended_on) }))
}

/** Something keeps it: a hold, a question to erase it, a request that isn't answered, or that it was just taken out. */
const heldPerson = (
  person: ReturnType<typeof sql.ref> | ReturnType<typeof sql>,
  orgId: string,
  today: Day,
) => sql`(
  exists (select from erasure e where e.org_id = ${orgId} and e.person_id = ${person} and e.state = 'asked')
  or exists (select from legal_hold h where h.org_id = ${orgId} and h.person_id = ${person} and h.ended_on is null
    and ${today}::date between h.from_day and h.until_day)
  or exists (select from meldcode d where d.org_id = ${orgId} and d.person_id = ${person} and d.state <> 'closed')
  or exists (select from retention_hiding r where r.org_id = ${orgId} and r.person_id = ${person}
    and r.rests_until >= ${today})
  or exists (select from child_request c where c.org_id = ${orgId}
    and c.state = any(${[...underwayStates]}::text[])
    and (c.person_id = ${person} or c.trajectory_id in (
      select t.id from trajectory t where t.org_id = ${orgId} and t.person_id = ${person})))
  or exists (select from person_request q where q.org_id = ${orgId} and q.person_id = ${person}
    and q.state = any(${[...openRequestStates]}::text[])))`

/** Whether any of these people's files is held today; whoever else they belong to. */
export async function isHeld(db: Db, orgId: string, people: readonly string[], today: Day): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select bool_or(${heldPerson(sql.ref('one.id'), orgId, today)}) as held
    from unnest(${[...people]}::uuid[]) as one (id)`.execute(db)
  return rows[0]?.held ?? false
}

/** The rows themselves, held: nothing new comes under them while it is decided. */
export async function holdPeople(tx: Tx, orgId: string, people: readonly string[]): Promise<void> {
  await sql`select id from person where org_id = ${orgId} and id = any(${[...people]}::uuid[])
    order by id for update`.execute(tx)
}

/** What of a worker's own file tells of her and is not under her key. */
export async function clearWorker(tx: Tx, orgId: string, personId: string): Promise<void> {
  await sql`update worker set programmes = '{}', backgrounds = '{}', interests = '{}', availability = '{}',
      child_situations = '{}', reads = '{}', child_ages = '{}', avoids = '{}', travels = '{}', version = version + 1
    where org_id = ${orgId} and person_id = ${personId}`.execute(tx)
}

/** Accounts whose names were destroyed since then: what is left of them at the door goes too. */
export const findShreddedAccounts = async (db: Db, orgId: string, since: Day): Promise<string[]> =>
  (
    await db
      .selectFrom('retention_hiding')
      .select('member_id')
      .where('org_id', '=', orgId)
      .where('subject', '=', 'account')
      .where('state', '=', 'shredded')
      .where('ended_on', '>=', since)
      .execute()
  ).flatMap(({ member_id }) => member_id ?? [])
