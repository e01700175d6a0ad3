import pg from 'pg'
import type { Bond, Row, Table } from './copies.ts'

/** What came of one attempt: what was got, or the code with which PostgreSQL refused. */
export interface Came {
  readonly rows: number
  readonly code: string | null
}

/** One organisation's hand in the database, as the app has it: tenant first, then the role that may not set it again. */
export class Hand {
  readonly #client: pg.Client
  private constructor(client: pg.Client) {
    this.#client = client
  }
  static async open(config: pg.ClientConfig): Promise<Hand> {
    const client = new pg.Client(config)
    await client.connect()
    return new Hand(client)
  }
  /** Opens the work of an organisation; whatever is done in it is undone. */
  async as<Result>(orgId: string, work: () => Promise<Result>): Promise<Result> {
    const client = this.#client
    await client.query('begin')
    try {
      await client.query(
        `select set_config('naast.org', $1, true), set_config('naast.viewer', '', true), set_config('role', 'naast_work', true)`,
        [orgId],
      )
      await client.query('set constraints all immediate')
      return await work()
    } finally {
      await client.query('rollback')
    }
  }
  async try(text: string, values: readonly unknown[]): Promise<Came> {
    const client = this.#client
    await client.query('savepoint attempt')
    try {
      const { rowCount } = await client.query(text, [...values])
      return { rows: rowCount ?? 0, code: null }
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      return { rows: 0, code: error.code ?? 'unknown' }
    } finally {
      await client.query('rollback to savepoint attempt')
    }
  }
  close(): Promise<void> {
    return this.#client.end()
  }
}

export const insert = (table: string) =>
  `insert into ${table} select (jsonb_populate_record(null::${table}, $1::jsonb)).*`

/** Points one of our own rows at a row of theirs: the key is whole, only the organisation is another. */
export function pointing(
  { name }: Table,
  { columns, targetColumns }: Bond,
  own: Row,
  theirs: Row,
): { text: string; values: unknown[] } {
  const pairs = columns.flatMap((column, at) => {
    const value = theirs[targetColumns[at] ?? '']
    return column === 'org_id' ? [] : [[column, value] as const]
  })
  const set = pairs.map(([column], at) => `"${column}" = $${at + 2}`).join(', ')
  return {
    text: `update ${name} t set ${set} where to_jsonb(t) = $1::jsonb`,
    values: [JSON.stringify(own), ...pairs.map(([, value]) => value)],
  }
}
