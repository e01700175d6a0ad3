import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '#db/tables.ts'

// Days and instants keep their own types on the way in and out; a day must never pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text))
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T')))

const written = (value: unknown): unknown =>
  value instanceof Temporal.PlainDate || value instanceof Temporal.Instant ? value.toString() : value

class Client extends pg.Client {
  // pg would write a Temporal value as quoted JSON text; its own text form is what PostgreSQL reads.
  override query(...args: unknown[]): never {
    if (Array.isArray(args[1])) args[1] = args[1].map(written)
    return (super.query as (...all: unknown[]) => never)(...args)
  }
}

export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, Client })
  // An idle connection that breaks (the database restarted) is replaced on its next use.
  pool.on('error', () => undefined)
  return pool
}

export const openDatabase = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
