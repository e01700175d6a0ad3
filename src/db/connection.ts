import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '#db/tables.ts'

/** Reads take `Db`, writes demand `Tx`: Kysely's transaction type is nominal, so a write outside one does not compile. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** What a JSON column is given: text that the database parses. */
export const json = (value: unknown): string => JSON.stringify(value)

/**
 * At the end of a statement whose answer nobody reads: it is not waited for, but goes to the database together with
 * the next statement of its transaction, and its failure is that one's failure (`commit`, at the latest). What the
 * pool makes of it stands in `server/postgres/client.ts`; a pool that doesn't know it sees a comment.
 */
export const goesAhead = sql`/* goes ahead */`

/**
 * Asks several questions in one way to the database and back; their answers come in the same order. Through the
 * connection itself: a transaction would wait for each answer before it asks the next.
 */
export const askTogether = <Row>(db: Db, questions: readonly RawBuilder<Row>[]): Promise<Row[][]> =>
  db
    .getExecutor()
    .provideConnection((connection) =>
      Promise.all(
        questions.map(async (question) => (await connection.executeQuery<Row>(question.compile(db))).rows),
      ),
    )

/**
 * Opens the work of one organisation in this transaction: sets the tenant and who asks (a member or a service; nobody
 * for Naast's own jobs and public pages), then gives up the right to set them again (`naast_work` may not execute
 * `set_config`; setting `role` for the transaction is `set local role`). From here on the database keeps every other
 * organisation's rows away, and every file that is locked for who asks. Goes ahead of the statement that follows: if
 * it fails, so does that one, and before it is done nothing can be read.
 */
export async function openOrganisation(tx: Tx, orgId: string, viewerId: string | null = null): Promise<void> {
  await sql`
    select set_config('naast.org', ${orgId}, true), set_config('naast.viewer', ${viewerId ?? ''}, true),
      set_config('role', 'naast_work', true) ${goesAhead}
  `.execute(tx)
}

/**
 * Opens the work of one organisation. Returns its time zone and the count of changes to its programmes, or `null` if
 * there is none with this id.
 */
export async function enterOrganisation(
  tx: Tx,
  orgId: string,
  viewerId: string | null = null,
): Promise<{ zone: string; programmesStamp: number } | null> {
  await openOrganisation(tx, orgId, viewerId)
  const { rows } = await sql<{ time_zone: string; programmes_stamp: number }>`
    select time_zone, programmes_stamp from organisation where id = ${orgId}
  `.execute(tx)
  const [row] = rows
  return row ? { zone: row.time_zone, programmesStamp: row.programmes_stamp } : null
}

/**
 * What a lock on somebody's file stopped in the database (`0043-file-lock.ts`): who asks wrote about a file that is
 * hidden from her, or somebody was given work for whom that file is locked. `null` for every other error.
 */
export function stoppedByLock(error: unknown): 'hidden' | 'barred' | null {
  if (!(error instanceof Error && 'code' in error && error.code === '42501')) return null
  // Put away because its term is over (`0063-retention.ts`): gone for everybody, so it says the same.
  if (error.message.includes('"not_locked') || error.message.includes('"not_away')) return 'hidden'
  return error.message.includes('"not_barred') ? 'barred' : null
}

/** The database ended this transaction because it and another waited for each other. */
export const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01'
