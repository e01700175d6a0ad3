import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'
import { undecidedStates } from '#domain/referral/referral.ts'

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

/**
 * Women of whom everything ended, who were not erased, whom nobody asked to erase and whom no hold keeps: the oldest
 * file first, after the one that was asked last. Whoever asks sees no name by it.
 */
export async function findEndedFiles(
  db: Db,
  orgId: string,
  { after, limit, today, zone }: { after: string | null; limit: number; today: Day; zone: string },
): Promise<EndedFile[]> {
  const { rows } = await sql<EndedFile>`
    select p.id as person_id,
      coalesce((
        select json_agg(json_build_object('id', t.id, 'programme_id', t.programme_id,
          'programme_version', t.programme_version, 'closed_on', t.closed_on, 'last_item_on', greatest(
            t.last_contact_on,
            (select max(c.logged_at at time zone ${zone}::text)::date from contact c
              where c.org_id = t.org_id and c.trajectory_id = t.id),
            (select max(m.taken_on) from measure m where m.org_id = t.org_id and m.trajectory_id = t.id))))
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
      and not exists (select from trajectory t
        where t.org_id = p.org_id and t.person_id = p.id and t.state <> 'closed')
      and not exists (select from referral r
        where r.org_id = p.org_id and r.person_id = p.id and r.state = any(${[...undecidedStates]}::text[]))
      and not exists (select from erasure e
        where e.org_id = p.org_id and e.person_id = p.id and e.state = 'asked')
      and not exists (select from legal_hold h
        where h.org_id = p.org_id and h.person_id = p.id and h.ended_on is null
          and ${today}::date between h.from_day and h.until_day)
    order by p.id limit ${limit}
  `.execute(db)
  return rows
}
