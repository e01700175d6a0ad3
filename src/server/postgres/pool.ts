import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '#db/tables.ts'
import { clientOf } from './client.ts'

export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, Client: clientOf(), pipeline: true })
  // An idle connection that breaks (the database restarted) is replaced on its next use.
  pool.on('error', () => undefined)
  return pool
}

export const openDatabase = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
