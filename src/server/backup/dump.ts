import type pg from 'pg'
import { firstLine } from './load.ts'
import { type BackedUp, enter } from './tables.ts'

const atOnce = 500

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
      for (;;) {
        const { rows } = await client.query<{ line: string }>(`fetch ${atOnce} from backup`)
        if (rows.length === 0) break
        count += rows.length
        yield rows.map(({ line }) => `R${line}\n`).join('')
      }
      await client.query('close backup')
    }
    yield `E${count}\n`
  }
  yield 'Z\n'
}
