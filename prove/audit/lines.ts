import type { Actor } from '#domain/member/actor.ts'
import type { Chance } from '#simulation/chance.ts'
import type { OneOfEach } from '#testing/one-of-each.ts'
import { tappedContext } from '#testing/tapped-vault.ts'
import type { World } from '#testing/world-on.ts'
import type { UseCase } from '#usecases/use-case.ts'
import { inputsWithIds, ownInputs } from '../../house/inputs-by-use-case.ts'
import { whoWasRead } from '../../house/who-was-read.ts'
import { everyUseCase } from '../every-use-case.ts'

export interface Call {
  readonly call: UseCase
  readonly actor: Actor
  readonly input: unknown
}

/** Every use case, as everybody who may ask it, with everything of this house that it may be asked about. */
export function everyCall(house: OneOfEach): Call[] {
  const { orgId, serviceId } = house
  const system: Actor = { kind: 'system', orgId, job: 'proof' }
  const service: Actor = {
    kind: 'service',
    orgId,
    serviceId,
    scopes: ['referral.create', 'referral.read'],
  }
  return [...everyUseCase].flatMap(([name, call]) => {
    const inputs = ownInputs[name]?.(house) ??
      inputsWithIds[name]?.foreign(house, house).map(({ input }) => input) ?? [{}]
    return [...Object.values(house.members), system, service]
      .filter((actor) => call.useCase.may(actor))
      .flatMap((actor) => inputs.map((input) => ({ call, actor, input })))
  })
}

export interface Line {
  readonly event: string
  readonly outcome: string
  /** By herself, or by her trajectory. */
  readonly person_ids: readonly string[]
}
export interface Traced {
  readonly calls: number
  readonly opened: number
  /** What left no line, or one that doesn't name whom it was about. */
  readonly wrong: readonly string[]
}

/** Calls in any order, each held against the lines that it left. */
export async function holdAgainstLog(
  world: World,
  calls: readonly Call[],
  count: number,
  chance: Chance,
  /** What the proof must notice: lines that don't say about whom. */
  { silent = false } = {},
): Promise<Traced> {
  const wrong: string[] = []
  let opened = 0
  for (let at = 0; at < count; at += 1) {
    // Each once before any comes again.
    const { call, actor, input } = (at < calls.length ? calls[at] : chance.pick(calls)) ?? chance.pick(calls)
    const { name, kind } = call.useCase
    const label = `${name} ${actor.kind === 'member' ? actor.roles.join() : actor.kind}`
    const requestId = world.context.newId()
    const tap = tappedContext({ ...world.context, requestId })
    const answer = await call(tap.context, actor, input).then(
      () => 'let in',
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    )
    const { rows: lines } = await world.owner.query<Line>(
      `select event, outcome, person_ids || array(
           select t.person_id from trajectory t where t.org_id = a.org_id and t.id = any(a.trajectory_ids)) as person_ids
         from audit_event a where request_id = $1`,
      [requestId],
    )
    if (answer === 'Invalid') continue
    const [line] = silent ? lines.map((one) => ({ ...one, person_ids: [] })) : lines
    const read = answer === 'let in' ? await whoWasRead(world, name, tap.opened) : []
    opened += read.length
    if (lines.length > 1) wrong.push(`${label}: ${lines.length} lines`)
    if (!line && (kind === 'command' || answer !== 'let in' || read.length > 0))
      wrong.push(`${label}: ${answer}, and no line`)
    const unnamed = read.filter((id) => !line?.person_ids.includes(id))
    if (unnamed.length > 0)
      wrong.push(`${label}: not named: ${unnamed.map((id) => tap.places.get(id)).join()}`)
  }
  return { calls: count, opened, wrong }
}

/** What a line must say whatever happened (NEN 7513), and lines that don't. */
const mustSay: Readonly<Record<string, string>> = {
  'what happened': `event <> '' and action <> '' and outcome <> ''`,
  when: 'at is not null',
  'who, where it was somebody': `actor_kind <> '' and (actor_kind in ('system', 'visitor') or actor_id is not null)`,
  'her roles': `actor_kind <> 'member' or cardinality(actor_roles) > 0`,
  'on what ground': `access_basis <> '' and policy_version <> ''`,
  'in which request': `request_id <> ''`,
}
export async function unfilled({ owner }: Pick<World, 'owner'>): Promise<{ lines: number; wrong: string[] }> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from audit_event')
  const wrong: string[] = []
  for (const [what, rule] of Object.entries(mustSay)) {
    const found = await owner.query<{ event: string }>(
      `select distinct event from audit_event where not (${rule})`,
    )
    for (const { event } of found.rows) wrong.push(`${event} doesn't say ${what}`)
  }
  return { lines: rows[0]?.n ?? 0, wrong }
}

const tenantTables = async ({ owner }: Pick<World, 'owner'>): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(`
      select table_schema || '.' || table_name as name from information_schema.columns
      where column_name = 'org_id' and table_schema in ('public', 'keys') order by 1`)
  ).rows.map(({ name }) => name)

/** Rows that were written in a transaction without a line; `outside` is what stood there before. */
export async function unseenRows(world: World, outside: ReadonlySet<string>): Promise<string[]> {
  const wrong: string[] = []
  for (const table of await tenantTables(world)) {
    const { rows } = await world.owner.query<{ n: number }>(
      `select count(*)::int as n from ${table} where xmin::text not in (select xmin::text from audit_event) and xmin::text <> all($1)`,
      [[...outside]],
    )
    if ((rows[0]?.n ?? 0) > 0) wrong.push(`${table}: ${rows[0]?.n} rows that no line tells of`)
  }
  return wrong
}

/** Transactions that no line tells of, at this moment: what a test's own hand wrote. */
export async function outsideNow(world: World): Promise<Set<string>> {
  const outside = new Set<string>()
  for (const table of await tenantTables(world)) {
    const { rows } = await world.owner.query<{ xmin: string }>(
      `select distinct xmin::text as xmin from ${table} where xmin::text not in (select xmin::text from audit_event)`,
    )
    for (const { xmin } of rows) outside.add(xmin)
  }
  return outside
}

/** With no line to be written: whoever got something of somebody all the same. */
export async function holdWithoutLog(world: World, calls: readonly Call[]): Promise<Traced> {
  const wrong: string[] = []
  let opened = 0
  await world.owner.query('revoke insert on audit_event from naast_work')
  try {
    for (const { call, actor, input } of calls) {
      const tap = tappedContext(world.context)
      const came = await call(tap.context, actor, input).then(
        () => true,
        () => false,
      )
      opened += tap.opened.size
      if (!came || call.useCase.name === 'load-names') continue
      // What names nobody leaves no line, and so may be told without.
      const read = await whoWasRead(world, call.useCase.name, tap.opened)
      if (call.useCase.kind === 'command' || read.length > 0)
        wrong.push(`without a line: ${call.useCase.name}`)
    }
  } finally {
    await world.owner.query('grant insert on audit_event to naast_work')
  }
  return { calls: calls.length, opened, wrong }
}
