import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'

/** What is written down about one trajectory, for its rules. What wasn't asked for is `null`. */
export interface CaseFactsRow {
  readonly id: string
  readonly person_id: string
  readonly child_id: string | null
  readonly state: TrajectoryState
  readonly phase: string | null
  readonly started_on: Day | null
  readonly closed_on: Day | null
  readonly closure_reason: string | null
  readonly quiet: boolean
  readonly contacts_done: number
  readonly last_contact_on: Day | null
  readonly worker_id: string | null
  readonly received_on: Day
  readonly done_on: Day | null
  readonly languages: string[]
  readonly interpreter: string | null
  readonly worker_languages: string[] | null
  /** Standing signals: rule and id, with a space between them; likewise below. */
  readonly standing: string[] | null
  readonly run: string | null
  readonly outside: number | null
  readonly gates: string[] | null
  readonly met_on: Day | null
  readonly deeds: string[] | null
  readonly unsafe_message: boolean | null
  readonly evaluation: string | null
  readonly told: Readonly<Record<string, boolean | null>> | null
  readonly changes: number | null
  readonly phases: string[] | null
  readonly care: string[] | null
  readonly confirmed_on: Day | null
  readonly moments: string[] | null
  readonly extended: boolean | null
  readonly created_on: Day
  readonly logged_on: Day | null
  readonly answered_on: Day | null
  readonly child_sealed: Buffer | null
  readonly child_wrapped: Buffer | null
  readonly mother_wrapped: Buffer | null
  readonly pregnancy_id: string | null
  readonly pregnancy_sealed: Buffer | null
  readonly intake_id: string | null
  readonly intake_sealed: Buffer | null
}

export interface CaseFactsAsk {
  readonly zone: string
  /** Which parts are read: each costs something for every trajectory. */
  readonly parts: ReadonlySet<CasePart>
  /** A visit shorter or longer than this is outside what the programme means. */
  readonly minutes: { readonly least: number; readonly most: number }
}

const dayOf = (zone: string, moment: RawBuilder<unknown>) => sql`(${moment} at time zone ${zone}::text)::date`
const here = sql`org_id = t.org_id and trajectory_id = t.id`
/** A visit at her door or elsewhere; a phone call is short by nature. */
const visit = sql`mode not in ('phone', 'online')`

/** All contacts of a trajectory, gone through once. */
const contactsOf = ({ zone, minutes }: CaseFactsAsk) => sql`left join lateral (
  select string_agg(case when state = 'done' then case when talk_sheet is null then 'd' else 't' end
      when state = 'no_show' then 'n' else coalesce(left(cancelled_by, 1), 'o') end, ''
      order by coalesce(done_on, case when state = 'cancelled' then ${dayOf(zone, sql`logged_at`)} end, planned_on, due_from),
        state <> 'done', number) as run,
    (count(*) filter (where state = 'done' and ${visit}
      and (minutes < ${minutes.least}::float8 or minutes > ${minutes.most}::float8)))::int as outside,
    ${dayOf(zone, sql`max(logged_at)`)} as logged_on
  from contact where ${here} and state in ('done', 'cancelled', 'no_show')) contacts on true`
const matchesOf = sql`left join lateral (
  select max(introduction_on) filter (where worker_id = t.worker_id and state = 'active') as met_on,
    greatest(count(distinct worker_id) filter (where started_on is not null) - 1, 0)::int as changes,
    max(greatest(proposed_on, mother_answered_on, worker_answered_on)) as answered_on
  from match where ${here}) matches on true`

const partColumns = {
  contacts: sql`contacts.run, contacts.outside, contacts.logged_on`,
  matches: sql`matches.met_on, matches.changes, matches.answered_on`,
  gates: sql`(
    select array_agg(concat_ws(' ', kind, seen_on, valid_until)) from worker_gate
    where org_id = t.org_id and worker_id = t.worker_id) as gates`,
  deeds: sql`(
    select array_agg(code || ' ' || day) from (
      select code, max(taken_on) as day from signal_step where ${here} and kind = 'done' group by code) as one) as deeds`,
  message: sql`exists (
    select from task where ${here} and done_at is null and kind = 'message'
      and (reason_code like 'contact-%' or reason_code = 'message-without-agreement')) as unsafe_message`,
  closure: sql`(select evaluation from closure where ${here}) as evaluation,
    (select told from closure where ${here}) as told`,
  phases: sql`(
    select array_agg(phase || ' ' || from_day) from trajectory_phase where ${here} and until_day is null) as phases`,
  care: sql`(
    select array_agg(type || ' ' || checked_on) from parallel_care where ${here} and until_day is null) as care`,
  contact: sql`(
    select confirmed_on from safe_contact_policy
    where org_id = t.org_id and person_id = t.person_id and until_at is null) as confirmed_on`,
  moments: sql`(
    select array_agg(distinct moment || case state when 'due' then ' open' else '' end)
    from measure where ${here}) as moments`,
  extension: sql`exists (select from extension where ${here} and ended_at is null) as extended`,
  child: sql`c.birth_day_sealed as child_sealed, ck.wrapped as child_wrapped`,
  pregnancy: sql`p.id as pregnancy_id, p.facts_sealed as pregnancy_sealed`,
  intake: sql`i.id as intake_id, i.facts_sealed as intake_sealed`,
} as const satisfies Record<string, RawBuilder<unknown>>
export type CasePart = keyof typeof partColumns

/** Everything the rules of these trajectories ask, all of one programme's version, in one question. */
export async function findCaseFacts(
  db: Db,
  orgId: string,
  ids: readonly string[],
  ask: CaseFactsAsk,
): Promise<CaseFactsRow[]> {
  const { parts, zone } = ask
  const columns = [...parts].map((part) => partColumns[part])
  const ownKey = parts.has('pregnancy') || parts.has('intake')
  const { rows } = await sql<CaseFactsRow>`
    select t.id, t.person_id, t.child_id, t.state, t.phase, t.started_on, t.closed_on, t.closure_reason,
      t.quiet_since is not null as quiet, t.contacts_done, t.last_contact_on, t.worker_id, r.received_on,
      ${dayOf(zone, sql`t.created_at`)} as created_on, ${dayOf(zone, sql`i.done_at`)} as done_on, m.languages, m.interpreter, wp.languages as worker_languages,
      (select array_agg(rule_id || ' ' || id) from signal where ${here} and ended_at is null) as standing
      ${ownKey ? sql`, mk.wrapped as mother_wrapped` : sql``}
      ${columns.length > 0 ? sql`, ${sql.join(columns)}` : sql``}
    from trajectory t
      join referral r on r.org_id = t.org_id and r.id = t.referral_id
      join person m on m.org_id = t.org_id and m.id = t.person_id
      left join intake i on i.org_id = t.org_id and i.trajectory_id = t.id
      left join worker w on w.org_id = t.org_id and w.id = t.worker_id
      left join person wp on wp.org_id = w.org_id and wp.id = w.person_id
      ${ownKey ? sql`left join keys.data_key mk on mk.org_id = t.org_id and mk.owner_id = t.person_id` : sql``}
      ${parts.has('pregnancy') ? sql`left join pregnancy p on p.org_id = t.org_id and p.trajectory_id = t.id` : sql``}
      ${
        parts.has('child')
          ? sql`left join person c on c.org_id = t.org_id and c.id = t.child_id
              left join keys.data_key ck on ck.org_id = c.org_id and ck.owner_id = c.id`
          : sql``
      }
      ${parts.has('contacts') ? contactsOf(ask) : sql``}
      ${parts.has('matches') ? matchesOf : sql``}
    where t.org_id = ${orgId} and t.id = any(${[...ids]}::uuid[])
  `.execute(db)
  return rows
}
