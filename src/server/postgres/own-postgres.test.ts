import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { passwords } from '../../../testing/cluster.setup.ts'
import { selfCheck } from '../self-check.ts'
import { migrate } from './migrate.ts'
import { refuseFull } from './refuse-real.ts'

/** What docs/deploy.md tells whoever runs a PostgreSQL to do once, as a superuser; the roles are there already. */
const prepare = (owner: string, database: string) => [
  `create role ${owner} login createrole password 'of-the-owner'`,
  `grant naast_work, naast_login, naast_auth to ${owner} with admin option`,
  `create database ${database} owner ${owner}`,
]
const once = [
  'revoke execute on function pg_catalog.set_config(text, text, boolean) from public',
  'grant execute on function pg_catalog.set_config(text, text, boolean) to naast_login',
]

describe('a PostgreSQL of somebody else, reached by an owner that is no superuser', () => {
  const mark = randomBytes(4).toString('hex')
  const names = { owner: `plain_owner_${mark}`, database: `naast_own_${mark}` }
  const superuser = () => ({ ...inject('cluster'), database: 'postgres' })
  const owner = () => ({
    ...inject('cluster'),
    user: names.owner,
    password: 'of-the-owner',
    database: names.database,
  })

  const run = async (config: pg.ClientConfig, statements: readonly string[]) => {
    const client = new pg.Client(config)
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  beforeAll(() => run(superuser(), prepare(names.owner, names.database)))
  afterAll(() =>
    run(superuser(), [
      `drop database if exists ${names.database} with (force)`,
      `drop owned by ${names.owner} cascade`,
      `drop role ${names.owner}`,
    ]),
  )

  const check = () =>
    selfCheck(
      { mode: 'demo', url: 'http://localhost:3000', host: 'localhost' },
      { owner: owner(), embedded: false, rootKeyId: 'any' },
    )

  test('is refused while who works for one organisation could choose another', async () => {
    await migrate(owner(), passwords)
    await expect(check()).rejects.toThrow(/naast_work may execute set_config.*docs\/deploy\.md/)
  })
  test('passes once that is mended, and migrates again', async () => {
    await run({ ...superuser(), database: names.database }, once)
    await migrate(owner(), passwords)
    await check()
  })
  test('gets no demo once there is somebody in it', async () => {
    await refuseFull(owner())
    await run(owner(), [
      `insert into organisation (id, name, slug, created_at) values (gen_random_uuid(), 'Echt', 'echt', now())`,
    ])
    await expect(refuseFull(owner())).rejects.toThrow(/not empty/)
  })
})
