import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'
import { type CaseSet, type OpenTallyId, setOf } from '#domain/figures/figures.ts'

export interface Scope {
  readonly orgId: string
  readonly programmeIds: readonly string[]
  readonly from: Day
  readonly until: Day
}
type Text = RawBuilder<string>

const none = sql<string>`'all'`
const knownOr = (text: Text): Text => sql`coalesce(${text}, 'unknown')`

/**
 * Each set: who is in it. `r` is the referral, `t` the trajectory (of `received`: the first that came of it, if one), `p`
 * the woman, `a` the area of her postcode. Files that this reader may not see the database leaves out by itself.
 */
const sets = {
  received: ({ orgId, programmeIds, from, until }: Scope, join: RawBuilder<unknown>) => sql`
    from referral r
    left join (
      select distinct on (one.referral_id) one.* from trajectory one where one.org_id = ${orgId}
      order by one.referral_id, one.created_at, one.id
    ) t on t.referral_id = r.id ${join}
    where r.org_id = ${orgId} and r.state <> 'duplicate'
      and r.received_on >= ${from} and r.received_on <= ${until}
      and coalesce(t.programme_id, r.programme_id) = any(${programmeIds})`,
  started: (scope: Scope, join: RawBuilder<unknown>) => sql`
    ${withWoman(scope, join)} and t.started_on >= ${scope.from} and t.started_on <= ${scope.until}`,
  running: (scope: Scope, join: RawBuilder<unknown>) => sql`
    ${withWoman(scope, join)} and t.started_on <= ${scope.until} and (t.closed_on is null or t.closed_on >= ${scope.from})`,
  closed: (scope: Scope, join: RawBuilder<unknown>) => sql`
    ${withWoman(scope, join)} and t.closed_on >= ${scope.from} and t.closed_on <= ${scope.until}`,
} as const
const withWoman = ({ orgId, programmeIds }: Scope, join: RawBuilder<unknown>) => sql`
  from trajectory t
  join person p on p.org_id = t.org_id and p.id = t.person_id
  left join referral r on r.org_id = t.org_id and r.id = t.referral_id
  left join postcode_area a on a.org_id = p.org_id and a.postcode = p.area
  left join closure c on c.org_id = t.org_id and c.trajectory_id = t.id ${join}
  where t.org_id = ${orgId} and t.programme_id = any(${programmeIds})`

/** Asked once of the whole table and looked up, where `exists` would be asked of each case apart. */
const among = (orgId: string, table: string, which: RawBuilder<unknown>) =>
  sql<boolean>`t.id in (select o.trajectory_id from ${sql.table(table)} o where o.org_id = ${orgId} and ${which})`
/** Who began is exactly who came to 'started' or further: packs are held against that (`hanging-together.ts`). */
const reached = ({ orgId }: Scope) => sql<string>`case
  when t.id is null then case when r.state in ('received', 'needs_info') then 'at-desk' else 'not-here' end
  when t.started_on is not null and ${among(orgId, 'closure', sql`o.result = 'completed'`)} then 'completed'
  when t.started_on is not null then 'started'
  when ${among(orgId, 'match', sql`o.mother_answer = 'yes' and o.worker_answer = 'yes'`)}
    or ${among(orgId, 'group_place', sql`o.enrolled_on is not null`)} then 'matched'
  when ${among(orgId, 'intake', sql`o.state = 'done'`)} then 'prepared'
  else 'taken-on' end`
const visitsIn = ({ orgId, from, until }: Scope) => sql`
  left join (
    select v.trajectory_id, count(*) as n from contact v
    where v.org_id = ${orgId} and v.state = 'done' and v.done_on >= ${from} and v.done_on <= ${until}
    group by v.trajectory_id
  ) visits on visits.trajectory_id = t.id`

/** In which row, and in which column, each case of a tally stands. */
const places = {
  'received.reached': (scope: Scope) => ({ row: reached(scope) }),
  'received.referrer': () => ({
    row: sql`r.referrer_kind`,
    column: sql`case when t.started_on is not null then 'started' else 'not-started' end`,
  }),
  'received.decided': () => ({
    row: sql`case when r.state in ('received', 'needs_info') then 'open' else 'decided' end`,
  }),
  'started.programme': () => ({ row: sql`t.programme_id` }),
  'started.municipality': () => ({ row: knownOr(sql`a.municipality`) }),
  'started.district': () => ({ row: knownOr(sql`a.district`) }),
  'started.area': () => ({
    row: sql`case when a.municipality is not null then 'known' when p.area is not null then 'not-imported' else 'unknown' end`,
  }),
  'started.language': () => ({ row: knownOr(sql`p.languages[1]`) }),
  'started.interpreter': () => ({
    row: sql`case when p.interpreter is null then 'without' else 'with' end`,
  }),
  'started.referrer': () => ({ row: knownOr(sql`r.referrer_kind`) }),
  'running.visits': (scope: Scope) => ({
    row: sql`case when visits.n is null then '0' when visits.n <= 3 then '1-3' when visits.n <= 8 then '4-8'
      when visits.n <= 15 then '9-15' else '16-' end`,
    join: visitsIn(scope),
  }),
  'running.next': () => ({
    row: sql`case when t.state = 'closed' then 'closed' when t.next_contact_on is null then 'none' else 'planned' end`,
  }),
  'running.measures': ({ orgId, until }: Scope) => ({
    row: sql`case when not ${among(orgId, 'measure', sql`o.due_on <= ${until}`)} then 'none-due'
      when ${among(orgId, 'measure', sql`o.due_on <= ${until} and o.state = 'due'`)} then 'open' else 'settled' end`,
  }),
  'closed.result': () => ({ row: knownOr(sql`c.result`) }),
  'closed.reason': () => ({ row: knownOr(sql`t.closure_reason`) }),
  'closed.evaluation': () => ({
    row: sql`case when c.result = 'not_started' then 'not-started' else ${knownOr(sql`c.evaluation`)} end`,
  }),
  'closed.length': () => ({
    row: sql`case when c.result = 'not_started' then 'not-started' when t.started_on is null then 'unknown' when t.closed_on - t.started_on < 91 then '0-3'
      when t.closed_on - t.started_on < 183 then '3-6' when t.closed_on - t.started_on < 365 then '6-12' else '12-' end`,
  }),
} as const satisfies Record<OpenTallyId, (scope: Scope) => Place>

interface Place {
  readonly row: Text
  readonly column?: Text
  /** What has to be joined for it, under a name of its own. */
  readonly join?: RawBuilder<unknown>
}

const caseId = (set: CaseSet) => sql.ref(set === 'received' ? 'r.id' : 't.id')

const casesOf = (id: OpenTallyId, scope: Scope) => casesAt(setOf(id), places[id](scope), scope)
const casesAt = (set: CaseSet, { row, column, join }: Place, scope: Scope) => sql`
  select ${caseId(set)} as case_id, ${row} as at_row, ${column ?? none} as at_column
  ${sets[set](scope, join ?? sql``)}`

export interface Counted {
  readonly row: string
  readonly column: string
  readonly count: number
}

/** How many cases of each tally stand where. Tallies of one set are counted in one go through its cases. */
export async function countTallies(
  db: Db,
  ids: readonly OpenTallyId[],
  scope: Scope,
): Promise<ReadonlyMap<OpenTallyId, readonly Counted[]>> {
  const counted = new Map<OpenTallyId, Counted[]>(ids.map((id) => [id, []]))
  for (const [set, some] of Map.groupBy(new Set(ids), setOf)) {
    const each = some.map((id, at): Numbered => ({ at, ...places[id](scope) }))
    const { rows } = await inOneGo(set, each, scope).execute(db)
    for (const { which, at_row, at_column, cases } of rows) {
      const id = some[which]
      if (id) counted.get(id)?.push({ row: at_row, column: at_column, count: Number(cases) })
    }
  }
  return counted
}

interface Numbered extends Place {
  readonly at: number
}
function inOneGo(set: CaseSet, each: readonly Numbered[], scope: Scope) {
  const name = (kind: 'row' | 'column', at: number) => sql.ref(`${kind}_${at}`)
  const list = (part: (one: Numbered) => RawBuilder<unknown>, between = sql`, `) =>
    sql.join(each.map(part), between)
  const joins = list(({ join }) => join ?? sql``, sql` `)
  // Of the tally that a line is grouped by; the places of all others are empty there.
  const grouped = (of: (at: number) => RawBuilder<unknown>) =>
    sql`case ${list(({ at }) => sql`when grouping(${name('row', at)}) = 0 then ${of(at)}`, sql` `)} end`
  return sql<{ which: number; at_row: string; at_column: string; cases: string }>`
    select ${grouped((at) => sql`${at}::int`)} as which, ${grouped((at) => name('row', at))} as at_row,
      ${grouped((at) => name('column', at))} as at_column, count(*) as cases
    from (
      select ${list(({ at, row, column }) => sql`${row} as ${name('row', at)}, ${column ?? none} as ${name('column', at)}`)}
      ${sets[set](scope, joins)}
    ) cases
    group by grouping sets (${list(({ at }) => sql`(${name('row', at)}, ${name('column', at)})`)})`
}

/** How many cases of this tally stand where. */
export const countCases = async (db: Db, id: OpenTallyId, scope: Scope): Promise<readonly Counted[]> =>
  (await countTallies(db, [id], scope)).get(id) ?? []

/** How many cases of a set stand in which row of two of its tallies at once. */
export async function countTogether(
  db: Db,
  rows: OpenTallyId,
  columns: OpenTallyId,
  scope: Scope,
): Promise<readonly Counted[]> {
  const [down, across]: [Place, Place] = [places[rows](scope), places[columns](scope)]
  const join = sql.join([down.join ?? sql``, across.join ?? sql``], sql` `)
  const cases = casesAt(setOf(rows), { row: down.row, column: across.row, join }, scope)
  const { rows: found } = await sql<{ at_row: string; at_column: string; cases: string }>`
    select at_row, at_column, count(*) as cases from (${cases}) cases group by at_row, at_column`.execute(db)
  return found.map(({ at_row, at_column, cases }) => ({
    row: at_row,
    column: at_column,
    count: Number(cases),
  }))
}

/** The cases that stand there: referrals of what was received, trajectories of everything else. */
export async function listCases(
  db: Db,
  id: OpenTallyId,
  scope: Scope,
  at: { readonly row: string; readonly column: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from (${casesOf(id, scope)}) cases
    where at_row = ${at.row} and at_column = ${at.column} order by case_id limit ${at.limit}`.execute(db)
  return rows.map(({ case_id }) => case_id)
}

/** Every case of a tally with the row in which it stands. */
export async function listPlaces(db: Db, id: OpenTallyId, scope: Scope) {
  const { rows } = await sql<{ case_id: string; at_row: string }>`
    select case_id, at_row from (${casesOf(id, scope)}) cases order by case_id`.execute(db)
  return rows.map(({ case_id, at_row }) => ({ caseId: case_id, row: at_row }))
}

/** How many cases of a set are of which programme, and in which group she was last, if in one. */
export async function countByGroup(db: Db, set: CaseSet, scope: Scope) {
  const join = sql`left join (
    select distinct on (g.trajectory_id) g.trajectory_id, g.group_id from group_place g
    where g.org_id = ${scope.orgId} and g.enrolled_on is not null
    order by g.trajectory_id, g.enrolled_on desc, g.id
  ) placed on placed.trajectory_id = t.id`
  const { rows } = await sql<{ programme_id: string | null; group_id: string | null; cases: string }>`
    select coalesce(t.programme_id, r.programme_id) as programme_id, placed.group_id, count(*) as cases
    ${sets[set](scope, join)} group by 1, 2`.execute(db)
  return rows.map(({ programme_id, group_id, cases }) => ({
    programmeId: programme_id,
    groupId: group_id,
    count: Number(cases),
  }))
}

/** What is needed to count who began by what stands sealed of a pregnancy; none but the first so many. */
export async function listStartedWithPregnancy(db: Db, scope: Scope, limit: number) {
  const join = sql`left join pregnancy g on g.org_id = t.org_id and g.trajectory_id = t.id`
  const { rows } = await sql<{
    id: string
    person_id: string
    child_id: string | null
    quiet_since: Temporal.Instant | null
    referred_on: Day
    pregnancy_id: string | null
    facts_sealed: Buffer | null
  }>`select t.id, t.person_id, t.child_id, t.quiet_since, coalesce(r.received_on, t.started_on) as referred_on,
    g.id as pregnancy_id, g.facts_sealed ${sets.started(scope, join)} order by t.id limit ${limit}`.execute(
    db,
  )
  return rows
}
