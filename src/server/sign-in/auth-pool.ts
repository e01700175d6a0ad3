import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type AuthDb, sessionQuery } from '#db/sign-in.ts'
import type { AuthTables } from '#db/sign-in-tables.ts'

export interface AuthPool {
  /** For our own queries. */
  readonly db: AuthDb
  /** For better-auth, which names columns its own way. */
  readonly forLibrary: Kysely<unknown>
  close(): Promise<void>
}

const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.TIMESTAMPTZ
    ? (text: string) => new Date(text)
    : pg.types.getTypeParser(oid, format as 'text')

class Client extends pg.Client {
  // Only this one query is prepared by name. It names its columns, so a plan that is kept survives a migration.
  override query(...args: unknown[]): never {
    const asked = args[0] === sessionQuery ? [{ name: 'session', text: args[0], values: args[1] }] : args
    return (super.query as (...all: unknown[]) => never)(...asked)
  }
}

/** A pool of `naast_auth`. Moments are `Date` here, whatever the rest of the server does: better-auth counts on it. */
export function openAuthPool(config: pg.PoolConfig): AuthPool {
  const pool = new pg.Pool({ max: 6, ...config, Client, types: { getTypeParser: parserOf } })
  // An idle connection that breaks (the database restarted) is replaced on its next use.
  pool.on('error', () => undefined)
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<AuthTables>({ dialect })
  return {
    db,
    forLibrary: new Kysely<unknown>({ dialect, plugins: [new CamelCasePlugin()] }),
    close: () => db.destroy(),
  }
}
