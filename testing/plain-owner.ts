import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { withClient } from '#server/postgres/with-client.ts'

/** What docs/deploy.md tells whoever runs a PostgreSQL to do once, as a superuser; the roles are there already. */
const prepare = (owner: string, databases: readonly string[]) => [
  `create role ${owner} login createrole password 'of-the-owner'`,
  `grant naast_work, naast_login, naast_auth to ${owner} with admin option`,
  ...databases.map((database) => `create database ${database} owner ${owner}`),
]
const fixedTenant = [
  'revoke execute on function pg_catalog.set_config(text, text, boolean) from public',
  'grant execute on function pg_catalog.set_config(text, text, boolean) to naast_login',
]

export async function run(config: pg.ClientConfig, statements: readonly string[]): Promise<void> {
  await withClient(config, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
}

/** Databases of somebody else's PostgreSQL, with an owner who is no superuser. */
export async function openPlainOwner(count = 1) {
  const mark = randomBytes(4).toString('hex')
  const user = `plain_owner_${mark}`
  const databases = Array.from({ length: count }, (_, at) => `naast_own_${mark}_${at}`)
  const superuser = { ...inject('cluster'), database: 'postgres' }
  await run(superuser, prepare(user, databases))
  return {
    owners: databases.map((database) => ({
      ...inject('cluster'),
      user,
      password: 'of-the-owner',
      database,
    })),
    /** So that whoever works for one organisation may not choose another one. */
    async fixTenant(): Promise<void> {
      for (const database of databases) await run({ ...superuser, database }, fixedTenant)
    },
    async close(): Promise<void> {
      await run(superuser, [
        ...databases.map((database) => `drop database if exists ${database} with (force)`),
        `drop owned by ${user} cascade`,
        `drop role ${user}`,
      ])
    },
  }
}
