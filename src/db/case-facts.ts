import { type RawBuilder, sql } from 'kysely'
import { askTogether, type Db, goesAhead } from '#db/connection.ts'
import { groupFactsOf } from '#db/group-facts.ts'
import { lastTurn } from '#db/safe-contact.ts'
import { gateMarks } from '#db/worker-gate.ts'
import type { DayNumber } from '#domain/day.ts'
import { runningMatchStates } from '#domain/match/match.ts'
import type { Level } from '#domain/plan/goal-attainment.ts'
import type { PlanState } from '#domain/plan/plan.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'

/**
 * What is written down about trajectories, for their rules. Each source is a question of its own over all of them at
 * once, grouped by trajectory: one pass along an index, whether there is one or a thousand. Only those that some rule
 * needs are asked (`read-cases.ts` says which), and they go to the database together. Days come as their numbers.
 *
 * A new source: a question here, the facts it is read for in `read-cases.ts`, and what they mean in
 * `domain/signal/case-facts-on.ts`.
 */
export interface Asked {
  readonly orgId: string
  /** The organisation, and which trajectories: a condition on the column that is theirs. */
  readonly of: (alias: string, id?: string) => RawBuilder<unknown>
  readonly zone: string
  /** A visit shorter or longer than this is outside what the programme means. */
  readonly minutes: { readonly least: number; readonly most: number }
}

const nr = (day: RawBuilder<unknown>) => sql`(${day} - date '1970-01-01')`
const dayOf = (zone: string, moment: RawBuilder<unknown>) => sql`(${moment} at time zone ${zone}::text)::date`
/** Several in one text, a line each; words within one have a space between them. */
const lines = (...words: readonly RawBuilder<unknown>[]) =>
  sql`string_agg(concat_ws(' ', ${sql.join(words)}), e'\n')`
/** A word that is there in any case: without it the next would be read in its place. */
const or = (word: RawBuilder<unknown>) => sql`coalesce(${word}::text, '-')`
/** A visit at her door or elsewhere; a phone call is short by nature. */
const visit = sql`mode not in ('phone', 'online')`

const running = [...runningMatchStates]
/** It was tried out and didn't go on: nobody's fault, and no change of who stands beside her. */
const triedOut = sql`(match.state = 'ended' and match.trial_until is not null and match.confirmed_on is null)`

const trajectories = ({ of, zone }: Asked) => sql<TrajectoryFacts>`
  select id, person_id, child_id, state, phase, ${nr(sql`started_on`)} as started_on,
    ${nr(sql`closed_on`)} as closed_on, closure_reason, quiet_since is not null as quiet, contacts_done,
    ${nr(sql`last_contact_on`)} as last_contact_on, worker_id, ${nr(dayOf(zone, sql`created_at`))} as created_on
  from trajectory where ${of('trajectory', 'id')}`

interface TrajectoryFacts {
  readonly id: string
  readonly person_id: string
  readonly child_id: string | null
  readonly state: TrajectoryState
  readonly phase: string | null
  readonly started_on: DayNumber | null
  readonly closed_on: DayNumber | null
  readonly closure_reason: string | null
  readonly quiet: boolean
  readonly contacts_done: number
  readonly last_contact_on: DayNumber | null
  readonly worker_id: string | null
  readonly created_on: DayNumber
}

const sources = {
  /** Standing signals: id and rule. */
  standing: ({ of }) => sql<{ id: string; standing: string }>`
    select trajectory_id as id, ${lines(sql`id`, sql`rule_id`)} as standing
    from signal where ${of('signal')} and ended_at is null group by trajectory_id`,

  referral: ({ of }) => sql<{ id: string; received_on: DayNumber }>`
    select t.id, ${nr(sql`r.received_on`)} as received_on
    from trajectory t join referral r on r.org_id = t.org_id and r.id = t.referral_id where ${of('t', 'id')}`,

  intake: ({ of, zone }) => sql<{ id: string; done_on: DayNumber | null }>`
    select trajectory_id as id, ${nr(dayOf(zone, sql`done_at`))} as done_on from intake where ${of('intake')}`,

  languages: ({ of }) => sql<{
    id: string
    languages: string[]
    interpreter: string | null
    worker_languages: string[] | null
  }>`
    select t.id, m.languages, m.interpreter, wp.languages as worker_languages
    from trajectory t
      join person m on m.org_id = t.org_id and m.id = t.person_id
      left join worker w on w.org_id = t.org_id and w.id = t.worker_id
      left join person wp on wp.org_id = w.org_id and wp.id = w.person_id
    where ${of('t', 'id')}`,

  contacts: ({ of, zone, minutes }) => sql<{
    id: string
    run: string
    outside: number
    logged_on: DayNumber | null
  }>`
    select trajectory_id as id,
      string_agg(case when state = 'done' then case when talk_sheet is null then 'd' else 't' end
        when state = 'no_show' then 'n' else coalesce(left(cancelled_by, 1), 'o') end, ''
        order by coalesce(done_on, case when state = 'cancelled' then ${dayOf(zone, sql`logged_at`)} end, planned_on, due_from),
          state <> 'done', number) as run,
      (count(*) filter (where state = 'done' and ${visit}
        and (minutes < ${minutes.least}::float8 or minutes > ${minutes.most}::float8)))::int as outside,
      ${nr(dayOf(zone, sql`max(logged_at)`))} as logged_on
    from contact where ${of('contact')} and state in ('done', 'cancelled', 'no_show') group by trajectory_id`,

  matches: ({ of }) => sql<{
    id: string
    met_on: DayNumber | null
    changes: number
    answered_on: DayNumber | null
  }>`
    select t.id, ${nr(sql`max(introduction_on) filter (where match.worker_id = t.worker_id and match.state = any(${running}))`)} as met_on,
      greatest(count(distinct match.worker_id) filter (where match.started_on is not null and not ${triedOut}) - 1, 0)::int as changes,
      ${nr(sql`max(greatest(proposed_on, mother_answered_on, worker_answered_on))`)} as answered_on
    from match join trajectory t on t.org_id = match.org_id and t.id = match.trajectory_id
    where ${of('match')} group by t.id`,

  // Whose gates they are is found first: joined to all workers, every gate that ever was would be gone past.
  gates: ({ of, orgId }) => sql<{ id: string; gates: string }>`
    select t.id, ${lines(sql`mark.kind`, nr(sql`mark.day`), or(nr(sql`mark.last`)), or(nr(sql`mark.before`)), or(sql`mark.covers`))} as gates
    from trajectory t
      join (${gateMarks(orgId, sql`array(select worker_id from trajectory where ${of('trajectory', 'id')})`)}) mark on mark.org_id = t.org_id and mark.worker_id = t.worker_id
    where ${of('t', 'id')} group by t.id`,

  deeds: ({ of }) => sql<{ id: string; deeds: string }>`
    select id, ${lines(sql`code`, nr(sql`day`))} as deeds from (
      select id, code, max(day) as day from (
        select trajectory_id as id, code, taken_on as day
        from signal_step where ${of('signal_step')} and kind = 'done'
        union all
        -- Asking a worker how it goes between her and this woman is speaking with her.
        select m.trajectory_id, 'spoke_with_worker', c.on_day
        from match m join check_in c on c.org_id = m.org_id and c.match_id = m.id
        where ${of('m')} and c.side = 'worker' and c.way in ('phone', 'visit', 'elsewhere')) as said
      group by id, code) as each
    group by id`,

  /** When a coordinator last spoke with whoever stands beside her now, and when that was supervision. */
  talks: ({ of }) => sql<{ id: string; spoke_on: DayNumber; supervised_on: DayNumber | null }>`
    select t.id, ${nr(sql`max(talk.planned_on)`)} as spoke_on,
      ${nr(sql`max(talk.planned_on) filter (where talk.kind = 'supervision')`)} as supervised_on
    from trajectory t join worker_talk talk on talk.org_id = t.org_id and talk.worker_id = t.worker_id
    where ${of('t', 'id')} and talk.state = 'done' group by t.id`,

  /** The next visit that was agreed, where visits wind down. */
  windingDown: ({ of }) => sql<{ id: string; due_on: DayNumber }>`
    select t.id, ${nr(sql`min(coalesce(contact.planned_on, contact.due_until))`)} as due_on
    from trajectory t
      join match on match.org_id = t.org_id and match.trajectory_id = t.id
        and match.state = any(${running}) and match.tapering_from is not null
      join contact on contact.org_id = t.org_id and contact.trajectory_id = t.id and contact.state = 'planned'
    where ${of('t', 'id')} group by t.id`,

  message: ({ of }) => sql<{ id: string }>`
    select distinct trajectory_id as id from task
    where ${of('task')} and done_at is null and kind = 'message'
      and (reason_code like 'contact-%' or reason_code = 'message-without-agreement')`,

  closure: ({ of }) =>
    sql<{
      id: string
      evaluation: string | null
      told: Readonly<Record<string, boolean | null>> | null
    }>`select trajectory_id as id, evaluation, told from closure where ${of('closure')}`,

  phases: ({ of }) => sql<{ id: string; phases: string }>`
    select trajectory_id as id, ${lines(sql`phase`, nr(sql`from_day`))} as phases
    from trajectory_phase where ${of('trajectory_phase')} and until_day is null group by trajectory_id`,

  care: ({ of }) => sql<{ id: string; care: string }>`
    select trajectory_id as id, ${lines(sql`type`, nr(sql`checked_on`))} as care
    from parallel_care where ${of('parallel_care')} and until_day is null group by trajectory_id`,

  // Terms from before another phase began count as little as none.
  contact: ({ of }) => sql<{ id: string; confirmed_on: DayNumber | null }>`
    select t.id, case when turn.at > agreed.from_at then null else ${nr(sql`agreed.confirmed_on`)} end as confirmed_on
    from trajectory t join safe_contact_policy agreed
      on agreed.org_id = t.org_id and agreed.person_id = t.person_id and agreed.until_at is null
      left join (select p.trajectory_id, ${lastTurn} as at from trajectory_phase p where ${of('p')} group by 1) turn
        on turn.trajectory_id = t.id
    where ${of('t', 'id')}`,

  grid: ({ of }) => sql<{ id: string; filled_on: DayNumber }>`
    select trajectory_id as id, ${nr(sql`max(filled_on)`)} as filled_on
    from adversity_grid where ${of('adversity_grid')} group by trajectory_id`,

  /** The plan she has, or had last; with the day on which anything was last written in it. */
  plan: ({ of, zone }) => sql<{
    id: string
    state: PlanState
    agreed_on: DayNumber | null
    reviewed_on: DayNumber | null
    levels: (Level | null)[]
    written_on: DayNumber
  }>`
    select distinct on (p.trajectory_id) p.trajectory_id as id, p.state, ${nr(sql`p.agreed_on`)} as agreed_on,
      ${nr(sql`(select max(reviewed_on) from plan_review r where r.org_id = p.org_id and r.plan_id = p.id)`)} as reviewed_on,
      array(select level from plan_goal g where g.org_id = p.org_id and g.plan_id = p.id and let_go_on is null) as levels,
      ${nr(
        dayOf(
          zone,
          sql`greatest(p.begun_at,
        (select max(greatest(created_at, let_go_at)) from plan_goal g where g.org_id = p.org_id and g.plan_id = p.id),
        (select max(greatest(created_at, ended_at)) from plan_action a where a.org_id = p.org_id and a.plan_id = p.id),
        (select max(reviewed_at) from plan_review r where r.org_id = p.org_id and r.plan_id = p.id),
        (select max(decided_at) from plan_decision d where d.org_id = p.org_id and d.plan_id = p.id))`,
        ),
      )} as written_on
    from action_plan p where ${of('p')} order by p.trajectory_id, p.begun_at desc, p.id desc`,

  materials: ({ of }) => sql<{ id: string; begun: string[] }>`
    select trajectory_id as id, array_agg(distinct material_id) as begun
    from material_step where ${of('material_step')} and step = 'begun' group by trajectory_id`,

  handover: ({ of }) => sql<{ id: string }>`
    select distinct trajectory_id as id from handover where ${of('handover')} and held_on is not null`,

  concern: ({ of }) => sql<{
    id: string
    danger: boolean
    waits_since: DayNumber | null
    raised_on: DayNumber
  }>`
    select trajectory_id as id, bool_or(level = 'danger_now' and state <> 'closed') as danger,
      ${nr(sql`min(raised_on) filter (where raised_as = 'worker' and state in ('raised', 'acknowledged'))`)} as waits_since,
      ${nr(sql`max(raised_on)`)} as raised_on
    from concern where ${of('concern')} group by trajectory_id`,

  redFlags: ({ of }) => sql<{ id: string; since: DayNumber }>`
    select trajectory_id as id, ${nr(sql`min(noted_on)`)} as since
    from red_flag where ${of('red_flag')} and review_id is null group by trajectory_id`,

  /** After a loss nobody asks after a child, so that nothing is missed either. */
  kindchecks: ({ of }) => sql<{ id: string; count: number; at_intake: boolean }>`
    select t.id, count(k.id)::int as count, coalesce(bool_or(k.moment = 'intake'), false) as at_intake
    from trajectory t left join kindcheck k on k.org_id = t.org_id and k.trajectory_id = t.id
    where ${of('t', 'id')} and t.quiet_since is null group by t.id`,

  safetyPlan: ({ of }) => sql<{ id: string }>`
    select distinct trajectory_id as id from safety_plan where ${of('safety_plan')}`,

  moments: ({ of }) => sql<{ id: string; moments: string }>`
    select trajectory_id as id, ${lines(sql`moment`, sql`case state when 'due' then 'open' end`)} as moments
    from measure where ${of('measure')} group by trajectory_id`,

  group: groupFactsOf,

  extension: ({ of }) => sql<{ id: string }>`
    select distinct trajectory_id as id from extension where ${of('extension')} and ended_at is null`,

  // What is sealed comes with its owner's key, so that nothing has to be asked again to open it. After a loss the child
  // isn't asked after.
  child: ({ of }) => sql<Sealed>`
    select t.id, c.id as owner, c.id as row, c.birth_day_sealed as sealed, key.wrapped
    from trajectory t
      join person c on c.org_id = t.org_id and c.id = t.child_id
      join keys.data_key key on key.org_id = c.org_id and key.owner_id = c.id
    where ${of('t', 'id')} and t.quiet_since is null and c.birth_day_sealed is not null`,

  pregnancy: ({ of }) => sql<Sealed>`
    select t.id, t.person_id as owner, p.id as row, p.facts_sealed as sealed, key.wrapped
    from trajectory t
      join pregnancy p on p.org_id = t.org_id and p.trajectory_id = t.id
      join keys.data_key key on key.org_id = t.org_id and key.owner_id = t.person_id
    where ${of('t', 'id')} and t.quiet_since is null and t.child_id is null`,

  told: ({ of }) => sql<Sealed>`
    select t.id, t.person_id as owner, i.id as row, i.facts_sealed as sealed, key.wrapped
    from trajectory t
      join intake i on i.org_id = t.org_id and i.trajectory_id = t.id
      join keys.data_key key on key.org_id = t.org_id and key.owner_id = t.person_id
    where ${of('t', 'id')} and i.facts_sealed is not null`,
} satisfies Record<string, (asked: Asked) => RawBuilder<{ id: string }>>

/** A sealed field as it stands, and whose key opens it. */
export interface Sealed {
  readonly id: string
  readonly owner: string
  readonly row: string
  readonly sealed: Buffer
  readonly wrapped: Buffer | null
}
export type CasePart = keyof typeof sources
type RowOf<Part extends CasePart> =
  ReturnType<(typeof sources)[Part]> extends RawBuilder<infer Row> ? Row : never

/** One trajectory; a part that has nothing of it, or wasn't asked, is `undefined`. */
export interface CaseFacts {
  readonly trajectory: TrajectoryFacts
  readonly parts: { readonly [Part in CasePart]?: RowOf<Part> }
}

/** These parts of these trajectories, all of one programme's version. */
export async function findCaseFacts(
  db: Db,
  orgId: string,
  ids: readonly string[],
  { parts, zone, minutes }: Pick<Asked, 'zone' | 'minutes'> & { readonly parts: ReadonlySet<CasePart> },
): Promise<CaseFacts[]> {
  // Written out once for all questions. One by one is another statement than many: each keeps the plan that suits it.
  const these = `{${ids.join(',')}}`
  const of: Asked['of'] = (alias, id = 'trajectory_id') => {
    const [org, own] = [sql.ref(`${alias}.org_id`), sql.ref(`${alias}.${id}`)]
    return ids.length === 1
      ? sql`${org} = ${orgId} and ${own} = ${ids[0]}`
      : sql`${org} = ${orgId} and ${own} = any(${these}::uuid[])`
  }
  const asked = { orgId, of, zone, minutes }
  const wanted = [...parts]
  if (ids.length > 1) {
    // A plan that is kept takes ten for granted, and looks for each of a thousand among all the others.
    await sql`set local plan_cache_mode = force_custom_plan ${goesAhead}`.execute(db)
    // To start other processes for a few thousand rows takes longer than reading them.
    await sql`set local max_parallel_workers_per_gather = 0 ${goesAhead}`.execute(db)
  }
  const [rows = [], ...answers] = await askTogether<{ id: string }>(db, [
    trajectories(asked),
    ...wanted.map((part) => sources[part](asked)),
  ])
  const byId = answers.map((answer) => new Map(answer.map((row) => [row.id, row])))
  return (rows as TrajectoryFacts[]).map((trajectory) => {
    const found: Partial<Record<CasePart, unknown>> = {}
    for (const [at, part] of wanted.entries()) found[part] = byId[at]?.get(trajectory.id)
    // Each part's rows are those of its own question.
    return { trajectory, parts: found as CaseFacts['parts'] }
  })
}
