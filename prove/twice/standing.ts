import type { World } from '#testing/world-on.ts'

/** How an organisation's tables stand: how many rows, how often rows were changed, and a print of all that is in them. */
export interface Standing {
  readonly rows: number
  readonly versions: number
  readonly print: string
}
export type Standings = ReadonlyMap<string, Standing>

/** What Naast's own jobs write meanwhile, where a whole site runs: nobody sent it. */
export const byJobs: readonly string[] = ['collision', 'exchange_card', 'exchange_source']

/** Looks at every table of an organisation but the access log: that something was tried is written down each time. */
export async function openStandings({ owner }: Pick<World, 'owner'>, but: readonly string[] = []) {
  const { rows: tables } = await owner.query<{ name: string; versioned: boolean }>(
    `
    select c.relname as name, exists (select from pg_attribute v
        where v.attrelid = c.oid and v.attname = 'version' and v.atttypid = 'int4'::regtype) as versioned
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and n.nspname = 'public' and c.relname not like 'audit\\_%'
      and c.relname <> all($1) order by 1`,
    [but],
  )
  // Which version was last held against everybody a job writes, in its own time.
  const each = tables.map(
    ({ name, versioned }) => `
    select '${name}' as name, count(*)::int as rows, coalesce(sum(${versioned ? 'version' : '0'}), 0)::int as versions,
      coalesce(sum(hashtextextended((to_jsonb(t) - 'checked_version')::text, 0)::numeric), 0)::text as print from "${name}" t where org_id = $1`,
  )
  const question = each.join(' union all ')
  return async (orgId: string): Promise<Standings> => {
    const { rows } = await owner.query<Standing & { name: string }>(question, [orgId])
    return new Map(rows.map(({ name, ...standing }) => [name, standing]))
  }
}
export type LookAt = Awaited<ReturnType<typeof openStandings>>

/** Per table the rows that were added and the changes that were counted, as text; empty where nothing was done. */
export const effectOf = (before: Standings, after: Standings): string =>
  [...after]
    .flatMap(([name, { rows, versions }]) => {
      const was = before.get(name)
      const [added, changed] = [rows - (was?.rows ?? 0), versions - (was?.versions ?? 0)]
      return added === 0 && changed === 0 ? [] : [`${name} ${added} ${changed}`]
    })
    .join('; ')

/** Tables in which anything at all is different. */
export const differenceOf = (before: Standings, after: Standings): string =>
  [...after]
    .filter(([name, { print }]) => print !== before.get(name)?.print)
    .map(([name]) => name)
    .join(', ')
