import { createReadStream, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { World } from '#testing/world-on.ts'
import { canariesIn } from './canary.ts'

/** What a thief carried off: how much of it was looked through, and the words that were found, by where they stood. */
export interface Loot {
  readonly bytes: number
  readonly found: ReadonlyMap<string, ReadonlySet<string>>
}
export function openLoot() {
  const found = new Map<string, Set<string>>()
  let bytes = 0
  return {
    look(where: string, content: Buffer): void {
      bytes += content.length
      for (const one of canariesIn(content)) found.set(where, (found.get(where) ?? new Set()).add(one))
    },
    get loot(): Loot {
      return { bytes, found }
    },
  }
}
type Look = ReturnType<typeof openLoot>['look']

/** Each table as text, as a dump has it, and what PostgreSQL counted of its values. */
export async function lookThroughTables({ owner }: Pick<World, 'owner'>, look: Look): Promise<number> {
  const { rows: columns } = await owner.query<{ place: string; name: string; column: string }>(`
    select format('%I.%I', table_schema, table_name) as place, table_name as name, quote_ident(column_name) as column
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1, 3`)
  for (const { place, name, column } of columns) {
    const { rows } = await owner.query<{ text: string | null }>(
      `select string_agg(${column}::text, E'\\n') as text from ${place}`,
    )
    look(`${name}.${column}`, Buffer.from(rows[0]?.text ?? ''))
  }
  await owner.query('analyze')
  const { rows } = await owner.query<{ tablename: string; attname: string; line: string }>(`
    select tablename, attname, concat(most_common_vals::text, histogram_bounds::text, most_common_elems::text) as line
      from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`)
  for (const { tablename, attname, line } of rows) look(`${tablename}.${attname}`, Buffer.from(line))
  return columns.length
}

/** Every file under a folder, in pieces that overlap, so that no word is cut in two. */
export async function lookThroughFiles(
  folder: string,
  look: (file: string, content: Buffer) => void,
): Promise<number> {
  let files = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    // A database that runs clears things away meanwhile.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue
    files += 1
    let rest = Buffer.alloc(0)
    try {
      for await (const piece of createReadStream(file, { highWaterMark: 8 * 1024 * 1024 })) {
        const content = Buffer.concat([rest, piece as Buffer])
        look(name, content)
        rest = Buffer.from(content.subarray(-128))
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  return files
}
