import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import { startCluster } from '../postgres/cluster.ts'
import { findSurvivor } from '../postgres/survivor.ts'
import { damaged } from './after-a-crash.ts'
import { secondsApart } from './clock.ts'
import { installationState } from './installation-state.ts'
import { changedTables } from './schema-hash.ts'

let world: World
let client: pg.Client
const owner = () => ({ ...inject('cluster'), database: world.loginConfig.database })
beforeAll(async () => {
  world = await openWorld()
  client = new pg.Client(owner())
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await world.close()
})

describe('the tables as Naast left them', () => {
  const changes: Readonly<Record<string, readonly [string, string]>> = {
    'a wall that is down': [
      'alter table task no force row level security',
      'alter table task force row level security',
    ],
    'a policy that lets everybody': [
      'create policy all_of_it on task using (true)',
      'drop policy all_of_it on task',
    ],
    'a rule that is gone': [
      'alter table role_approval alter column roles drop not null',
      'alter table role_approval alter column roles set not null',
    ],
    'somebody who may more': [
      'grant delete on member to naast_work',
      'revoke delete on member from naast_work',
    ],
    'a column that may be written': [
      'grant update (time_zone) on organisation to naast_work',
      'revoke update (time_zone) on organisation from naast_work',
    ],
    'a column of somebody else’s': [
      'alter table person add column nota text',
      'alter table person drop column nota',
    ],
  }
  beforeAll(async () => {
    await client.query(`insert into installation (mode) values ('production') on conflict do nothing`)
    expect(await changedTables(client)).toBeNull()
  })
  afterAll(() => client.query('delete from installation'))

  test('are known again, also with another index on them', async () => {
    expect(await changedTables(client)).toBeNull()
    await client.query('create index mine on task (org_id)')
    expect(await changedTables(client)).toBeNull()
    await client.query('drop index mine')
  })
  test.each(Object.entries(changes))('are not, with %s', async (_, [change, back]) => {
    await client.query(change)
    expect(await changedTables(client)).toMatch(/changed by somebody else/)
    await client.query(back)
    expect(await changedTables(client)).toBeNull()
  })
  test('are remembered anew after the steps of another version', async () => {
    await client.query('alter table person add column nota text')
    await client.query(`update installation set schema_of = '0001-house on 18'`)
    expect(await changedTables(client)).toBeNull()
    await client.query('alter table person drop column nota')
    expect(await changedTables(client)).toMatch(/changed by somebody else/)
    await client.query('update installation set schema_of = null')
    expect(await changedTables(client)).toBeNull()
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('after a stop that was no stop', () => {
  test('what is whole is found whole, and nothing is left behind', async () => {
    expect(await damaged(owner())).toEqual([])
    const { rows } = await client.query(`select 1 from pg_extension where extname = 'amcheck'`)
    expect(rows).toEqual([])
  })
  test('an index that no longer fits its table is found', async () => {
    // What a bad disk does to an index, done by the function that orders it.
    await client.query(`
      create function side(int) returns int immutable language sql as 'select $1';
      create table broken as select n from generate_series(1, 100) n;
      create index broken_by_side on broken (side(n));
      create or replace function side(int) returns int immutable language sql as 'select -$1'`)
    expect(await damaged(owner())).toEqual([expect.stringMatching(/the index broken_by_side is damaged/)])
    await client.query('drop table broken; drop function side')
  })
  test('is known from the database itself', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'naast-hard-'))
    try {
      const start = () => startCluster({ folder })
      const first = await start()
      expect(first.stoppedHard).toBe(false)
      await first.stop()
      const second = await start()
      expect(second.stoppedHard).toBe(false)
      const there = new pg.Client(second.connect('postgres'))
      await there.connect()
      there.on('error', () => undefined)
      const { rows } = await there.query<{ data_directory: string }>('show data_directory')
      // At once, as with the power gone: it writes nothing more and says nothing.
      const pid = findSurvivor(rows[0]?.data_directory ?? '')?.pid ?? 0
      process.kill(pid, 'SIGQUIT')
      await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
      await second.stop()
      const third = await start()
      expect(third.stoppedHard).toBe(true)
      await third.stop()
      const fourth = await start()
      expect(fourth.stoppedHard).toBe(false)
      await fourth.stop()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('clocks that are apart are measured in both directions', async () => {
  const by = (seconds: number) => secondsApart(client, () => Temporal.Now.instant().add({ seconds }))
  expect(await by(0)).toBeLessThan(1)
  expect(await by(60)).toBeGreaterThan(58)
  expect(await by(-60)).toBeGreaterThan(58)
})

test('who administers is told what there is to mend, but never of a demo', () => {
  const config = {
    mode: 'production' as const,
    mail: null,
    backup: { folder: path.join(tmpdir(), 'naast-no-backups'), recipient: null },
  }
  const looked = { checksums: false, stoppedHard: true }
  const now = Temporal.Now.instant()
  const all = ['backups-off', 'mail-off', 'checksums-off', 'stopped-hard']
  expect(installationState(config, looked, now)).toEqual(all)
  expect(installationState({ ...config, mode: 'demo' }, looked, now)).toEqual([])
  const backup = { ...config.backup, recipient: 'age1x' }
  const more = installationState({ ...config, backup }, looked, now)
  expect(more).toEqual(['backup-never', 'drill-late', ...all.slice(1)])
})
