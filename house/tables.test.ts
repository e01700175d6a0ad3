import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

/** Tables that belong to no organisation, and why. Everything else must keep organisations apart. */
const platform: Record<string, string> = {
  'public.organisation': 'the organisations themselves',
  'public.installation': 'whether this is the demo or the real thing',
  'public.kysely_migration': 'which migrations ran',
  'public.kysely_migration_lock': 'one migration at a time',
}
/** Sign-in is before organisations: its schema is closed to the role that does organisations' work. */
const signIn = /^auth\./

/** Rows about somebody who can be hidden, though no policy of locks looks at them; and why. */
const outsideLocks: Record<string, string> = {
  'public.worker': 'a worker’s own file is nobody’s who is supported',
  'public.lock_reach': 'what the policies themselves look at; only its own floor reads it',
  'public.retention_reach': 'what the policies of what is put away look at; only its own floor reads it',
}

interface Table {
  name: string
  forced: boolean
  enabled: boolean
  policies: number
}

let world: World
let tables: Table[]
let tenant: Table[]
beforeAll(async () => {
  world = await openWorld()
  const { rows } = await world.owner.query<Table>(`
    select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
    order by 1`)
  tables = rows
  tenant = tables.filter(({ name }) => !(name in platform) && !signIn.test(name))
})
afterAll(() => world.close())

const query = async <Row extends object>(text: string) => (await world.owner.query<Row>(text)).rows

describe('the tables', () => {
  test('of organisations have row-level security, forced, with a policy', () => {
    expect(tenant.length).toBeGreaterThan(20)
    expect(tenant.filter(({ forced, enabled, policies }) => !forced || !enabled || policies === 0)).toEqual(
      [],
    )
  })
  test('are keyed, referenced and unique by organisation first', async () => {
    const constraints = await query<{
      table: string
      name: string
      kind: string
      first: string
      target: string
    }>(`
      select n.nspname || '.' || c.relname as table, k.conname as name, k.contype as kind,
        (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) as first,
        coalesce(k.confrelid::regclass::text, '') as target
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype in ('p', 'u', 'f')`)
    const names = new Set(tenant.map(({ name }) => name))
    const wrong = constraints
      .filter(({ table }) => names.has(table))
      .filter(({ first }) => first !== 'org_id')
    expect(wrong).toEqual([])
    const indexes = await query<{ table: string; name: string; first: string }>(`
      select n.nspname || '.' || c.relname as table, i.relname as name, a.attname as first
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisunique`)
    expect(indexes.filter(({ table, first }) => names.has(table) && first !== 'org_id')).toEqual([])
  })
  test('with rows about somebody keep them from whom her file is locked for', async () => {
    const rows = await query<{ table: string; walled: boolean; columns: string[]; targets: string[] }>(`
      select n.nspname || '.' || c.relname as table,
        exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
          and p.polname like 'not_locked%' and p.polcmd = '*' and p.polwithcheck is not null) as walled,
        array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0) as columns,
        array(select distinct tn.nspname || '.' || t.relname from pg_constraint k join pg_class t on t.oid = k.confrelid
          join pg_namespace tn on tn.oid = t.relnamespace where k.conrelid = c.oid and k.contype = 'f') as targets
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'keys') order by 1`)
    const walled = new Set(rows.filter((row) => row.walled).map(({ table }) => table))
    expect(walled.size).toBeGreaterThan(60)
    const open = rows
      .filter(({ table }) => !walled.has(table) && !(table in outsideLocks))
      .filter(
        ({ columns, targets }) =>
          columns.some((column) => /^(person|trajectory|referral)_ids?$/.test(column)) ||
          targets.some((target) => walled.has(target)),
      )
    expect(open.map(({ table }) => table)).toEqual([])
  })
  test('with rows about somebody hide them as well when her file is put away', async () => {
    // What is put away must be gone everywhere: a new table gets `awayPolicy` beside `lockPolicy` (0063-retention.ts).
    const rows = await query<{ table: string; locked: boolean; away: boolean }>(`
      select n.nspname || '.' || c.relname as table,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polname like 'not_locked%') as locked,
        exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
          and p.polname like 'not_away%' and p.polcmd = '*' and p.polwithcheck is not null) as away
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'keys') order by 1`)
    expect(rows.filter(({ locked, away }) => locked && !away).map(({ table }) => table)).toEqual([
      // A key alone opens nothing; the log has numbers only; a hold and the hiding itself are for the privacy officer.
      'keys.data_key',
      'public.audit_event',
      'public.legal_hold',
      'public.retention_hiding',
    ])
  })
  test('have no triggers, views, or functions that run with their owner’s rights', async () => {
    expect(await query(`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
    expect(
      await query(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and n.nspname in ('public', 'keys', 'auth')`),
    ).toEqual([])
    expect(
      await query(`select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname in ('public', 'keys', 'auth')`),
    ).toEqual([])
  })
  test('keep clear text out: names, contact details and free text are sealed', async () => {
    const columns = await query<{ table: string; column: string; type: string }>(`
      select table_schema || '.' || table_name as table, column_name as column, data_type as type
      from information_schema.columns where table_schema in ('public', 'keys')`)
    const names = new Set(tenant.map(({ name }) => name))
    const suspicious = columns
      .filter(({ table, type }) => names.has(table) && type !== 'bytea')
      .filter(({ column }) =>
        /(^|_)(name|given|family|phone|email|street|house|birth|note|text|body|subject|reason)$/.test(column),
      )
      .map(({ table, column }) => `${table}.${column}`)
    // Reasons and subjects here are codes; the name of a service is a system's, the name of an organisation, a team or a region no person's.
    expect(suspicious.sort()).toEqual([
      'public.account_recovery.reason',
      'public.boundary.name',
      'public.contact.outside_reason',
      'public.contact.skip_reason',
      'public.document.removal_reason',
      'public.match.end_reason',
      'public.network_organisation.name',
      'public.person_request.subject',
      'public.retention_hiding.subject',
      'public.service.name',
      'public.team.name',
      'public.trajectory.closure_reason',
    ])
  })
})

describe('the roles', () => {
  test('own nothing and bypass nothing', async () => {
    const roles = await query(
      `select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname like 'naast_%' and rolname <> 'naast_owner' order by 1`,
    )
    expect(roles).toEqual([
      { rolname: 'naast_auth', rolsuper: false, rolbypassrls: false, rolcanlogin: true },
      { rolname: 'naast_login', rolsuper: false, rolbypassrls: false, rolcanlogin: true },
      { rolname: 'naast_work', rolsuper: false, rolbypassrls: false, rolcanlogin: false },
    ])
    expect(
      await query(
        `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('naast_auth', 'naast_login', 'naast_work')`,
      ),
    ).toEqual([])
  })
  test('of the work can’t choose an organisation, nor see sign-in', async () => {
    const probes = await query<{ config: boolean; auth: boolean }>(`
      select has_function_privilege('naast_work', 'pg_catalog.set_config(text,text,boolean)', 'execute') as config,
        has_schema_privilege('naast_work', 'auth', 'usage') as auth`)
    expect(probes).toEqual([{ config: false, auth: false }])
  })
  test('may add to the access log, read it, and remove what is older than five years; never change it', async () => {
    const rights = await query(
      `select privilege_type from information_schema.role_table_grants where table_name = 'audit_event' and grantee = 'naast_work' order by 1`,
    )
    expect(rights.map((one) => Object.values(one)[0])).toEqual(['DELETE', 'INSERT', 'SELECT'])
    const kept = await query<{ rule: string }>(
      `select pg_get_expr(polqual, polrelid) as rule from pg_policy
        where polrelid = 'audit_event'::regclass and polcmd = 'd' and not polpermissive`,
    )
    expect(kept).toEqual([{ rule: "(at < (now() - '5 years'::interval))" }])
  })
})
