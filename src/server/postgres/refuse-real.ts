import type pg from 'pg'
import { withClient } from './with-client.ts'

/**
 * Throws if this database was ever used for real: the demo begins again by dropping what is there, and a forgotten
 * `NAAST_MODE` must never cost anybody's data. A database that is not there yet, or whose making was cut off, is none.
 */
export async function refuseReal(maintenance: pg.ClientConfig, owner: pg.ClientConfig): Promise<void> {
  if (!(await answersYes(maintenance, 'select 1 from pg_database where datname = $1', [owner.database])))
    return
  if (!(await answersYes(owner, `select 1 from pg_tables where tablename = 'installation'`, []))) return
  if (await answersYes(owner, `select 1 from installation where mode = 'production'`, []))
    throw new Error(
      'This data folder holds a real database. The demo does not touch it: set NAAST_MODE=production, or give the demo a folder of its own (NAAST_DATA).',
    )
}

/** Throws unless there is nobody in this database yet: the demo's world is built in an empty one. */
export async function refuseFull(owner: pg.ClientConfig): Promise<void> {
  if (!(await answersYes(owner, `select 1 from pg_tables where tablename = 'organisation'`, []))) return
  if (await answersYes(owner, 'select 1 from organisation limit 1', []))
    throw new Error(
      'The database at DATABASE_URL is not empty, and this data folder did not build the demo in it. Give the demo an empty database, or set NAAST_MODE=production.',
    )
}

async function answersYes(config: pg.ClientConfig, text: string, values: unknown[]): Promise<boolean> {
  return withClient(config, async (client) => {
    return ((await client.query(text, values)).rowCount ?? 0) > 0
  })
}
