import type pg from 'pg'
import { firstLine } from './load.ts'
import { type BackedUp, enter } from './tables.ts'

const atOnce = 500
/** Of large rows, such as those of documents, fewer at once: so many letters are in memory. */
const lettersAtOnce = 4_000_000

/**
 * Everything in these tables as lines of text: `T` begins a table, `R` is a row of it, `E` ends it with its count. A row
 * is JSON by the names of its columns, so that it fits a table whose columns came in another order.
 */
export async function* dumpLines(
  client: pg.Client,
  tables: readonly BackedUp[],
  organisations: readonly string[],
): AsyncGenerator<string> {
  yield `${firstLine}\n`
  for (const { name, perOrganisation } of tables) {
    yield `T${JSON.stringify(name)}\n`
    let count = 0
    for (const orgId of perOrganisation ? organisations : [null]) {
      await enter(client, orgId)
      const which = orgId === null ? '' : `where org_id = ${client.escapeLiteral(orgId)}`
      await client.query(
        `declare backup no scroll cursor for select to_jsonb(t)::text as line from ${name} t ${which}`,
      )
      // A few first, to see how large they are.
      let few = 16
      for (;;) {
        const { rows } = await client.query<{ line: string }>(`fetch ${few} from backup`)
        if (rows.length === 0) break
        count += rows.length
        const letters = rows.reduce((sum, { line }) => sum + line.length, 0)
        few = Math.min(atOnce, Math.max(1, Math.floor((lettersAtOnce * rows.length) / letters)))
        yield rows.map(({ line }) => `R${line}\n`).join('')
      }
      await client.query('close backup')
    }
    yield `E${count}\n`
  }
  yield 'Z\n'
}
