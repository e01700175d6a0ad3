import pg from 'pg'
import { withClient } from './with-client.ts'

/** Makes the database if it is not there yet. True if it was made. */
export async function ensureDatabase(maintenance: pg.ClientConfig, name: string): Promise<boolean> {
  return withClient(maintenance, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return false
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
    return true
  })
}

/** Removes the database and all that is in it, if it is there. */
export async function dropDatabase(maintenance: pg.ClientConfig, name: string): Promise<void> {
  return withClient(maintenance, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  })
}
