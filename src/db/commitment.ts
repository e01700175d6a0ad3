import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Scope } from '#db/figures.ts'
import type { CommitmentKind } from '#domain/commitment/commitment.ts'
import type { Day } from '#domain/day.ts'

interface Asked extends Scope {
  readonly zone: string
}
const dayOf = (zone: string, moment: RawBuilder<unknown>) => sql`(${moment} at time zone ${zone}::text)::date`

/**
 * Every commitment of a party that began in the period: which party (`null`: in no list), for whom, since when, and when
 * help came. Of a handover it is known that help began and not when. Files that this reader may not see are left out by
 * the database itself.
 */
const commitments = ({ orgId, programmeIds, from, until, zone }: Asked) => sql`
  select k.*, k.help_on - k.since as days from (
    select p.trajectory_id, a.network_organisation_id as party, 'action' as kind,
      ${dayOf(zone, sql`a.created_at`)} as since, case when a.ended_code = 'done' then a.ended_on end as help_on,
      coalesce(a.ended_code = 'done', false) as helped, a.ended_on is not null and a.ended_code <> 'done' as over
    from plan_action a join action_plan p on p.org_id = a.org_id and p.id = a.plan_id
    where a.org_id = ${orgId} and a.doer = 'party'
    union all
    select trajectory_id, network_organisation_id, 'arrangement', needed_on, started_on, started_on is not null,
      coalesce(decision = 'refused', false) or dropped_on is not null
    from arrangement where org_id = ${orgId}
    union all
    select trajectory_id, network_organisation_id, 'consultation', asked_on, answered_on, answered_on is not null,
      dropped_on is not null
    from consultation where org_id = ${orgId}
    union all
    select trajectory_id, network_organisation_id, 'handover', ${dayOf(zone, sql`arranged_at`)}, null,
      coalesce(answer = 'started', false), dropped_on is not null or coalesce(answer <> 'started', false)
    from handover where org_id = ${orgId}
  ) k
  join trajectory t on t.org_id = ${orgId} and t.id = k.trajectory_id and t.programme_id = any(${programmeIds})
  where k.since between ${from} and ${until}`

export interface PartyWait {
  /** `null`: parties that stand in no list, together. */
  readonly party: string | null
  readonly name: string | null
  readonly asked: number
  readonly helped: number
  readonly over: number
  /** Of those whose day of help is known. */
  readonly known: number
  readonly median: number | null
  readonly least: number | null
  readonly most: number | null
}

/** By party: how often help was needed of it, whether it came, and the days that took. */
export async function countPartyWaits(db: Db, asked: Asked): Promise<readonly PartyWait[]> {
  const { rows } = await sql<PartyWait>`
    select c.party, max(o.name) as name, count(*)::int as asked, (count(*) filter (where helped))::int as helped,
      (count(*) filter (where over and not helped))::int as over, count(days)::int as known,
      percentile_cont(0.5) within group (order by days) as median, min(days) as least, max(days) as most
    from (${commitments(asked)}) c
    left join network_organisation o on o.org_id = ${asked.orgId} and o.id = c.party
    group by c.party order by c.party is null, max(o.name)`.execute(db)
  return rows
}

export interface PartyCase {
  readonly trajectory_id: string
  readonly kind: CommitmentKind
  readonly since: Day
  readonly help_on: Day | null
  readonly helped: boolean
  readonly over: boolean
}

/** The commitments behind one party's row, the oldest first. */
export async function listPartyCases(
  db: Db,
  asked: Asked,
  { party, limit }: { readonly party: string | null; readonly limit: number },
): Promise<readonly PartyCase[]> {
  const { rows } = await sql<PartyCase>`
    select trajectory_id, kind, since, help_on, helped, over from (${commitments(asked)}) c
    where c.party is not distinct from ${party}::uuid order by since, trajectory_id, kind limit ${limit}`.execute(
    db,
  )
  return rows
}
