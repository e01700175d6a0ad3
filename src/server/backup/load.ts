import type pg from 'pg'
import { type BackedUp, listTables } from './tables.ts'

/** What the first line of every file says. */
export const firstLine = 'naast-backup-1'

const atOnce = 500
/** Of large rows fewer at once: so many letters are in memory, here and in the database. */
const lettersAtOnce = 4_000_000

/**
 * Puts lines of a backup into a database that was just made, all or nothing. What holds its tables together is taken off
 * before and put back afterwards, which checks every row of them; so is what keeps its owner out.
 */
export async function loadLines(
  client: pg.Client,
  sources: readonly AsyncIterable<string>[],
): Promise<{ rows: number }> {
  await client.query('begin')
  try {
    await client.query(`set local timezone = 'UTC'`)
    const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
    const names = [...tables.keys()]
    const guarded = [...tables.values()].filter(({ perOrganisation }) => perOrganisation)
    for (const { name } of guarded) await client.query(`alter table ${name} no force row level security`)
    const { rows: bonds } = await client.query<{ table: string; name: string; definition: string }>(`
      select format('%I.%I', n.nspname, c.relname) as table, format('%I', k.conname) as name,
        pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname in ('public', 'keys', 'auth') and k.conparentid = 0`)
    for (const { table, name } of bonds) await client.query(`alter table ${table} drop constraint ${name}`)
    // Some migrations put rows in; the backup has them as they are now.
    await client.query(`truncate ${names.join(', ')}`)
    let rows = 0
    for (const source of sources) rows += await loadOne(client, tables, source)
    for (const { table, name, definition } of bonds)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const { name } of guarded) await client.query(`alter table ${name} force row level security`)
    await client.query('commit')
    return { rows }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function loadOne(
  client: pg.Client,
  tables: ReadonlyMap<string, BackedUp>,
  lines: AsyncIterable<string>,
): Promise<number> {
  let table: BackedUp | null = null
  let waiting: string[] = []
  let letters = 0
  let count = 0
  let all = 0
  let ended = false
  const put = async () => {
    if (!table || waiting.length === 0) return
    const columns = table.columns.join(', ')
    await client.query(
      `insert into ${table.name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`,
      [`[${waiting.join(',')}]`],
    )
    count += waiting.length
    waiting = []
    letters = 0
  }
  for await (const line of lines) {
    const rest = line.slice(1)
    if (line.startsWith('R')) {
      waiting.push(rest)
      letters += rest.length
      if (waiting.length >= atOnce || letters >= lettersAtOnce) await put()
    } else if (line.startsWith('T')) {
      const found = tables.get(String(JSON.parse(rest)))
      if (!found) throw new Error('The backup has a table that this version does not know.')
      ;[table, count] = [found, 0]
    } else if (line.startsWith('E')) {
      await put()
      if (count !== Number(rest)) throw new Error('The backup has fewer rows than it says.')
      all += count
      table = null
    } else if (line === 'Z') ended = true
    else throw new Error('The backup has a line that can’t be right.')
  }
  if (!ended) throw new Error('The backup was cut off.')
  return all
}
