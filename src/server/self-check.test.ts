import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { refuseReal } from './postgres/refuse-real.ts'
import { selfCheck } from './self-check.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
afterEach(() => world.owner.query('delete from installation'))

const check = (mode: 'demo' | 'production', url = 'https://naast.example.nl', host = 'localhost') => {
  const { database } = world.loginConfig
  return selfCheck({ mode, url, host }, { owner: { ...inject('cluster'), database }, embedded: true })
}

const look = (
  mode: 'demo' | 'production',
  { reach = {}, here = {} }: { reach?: object; here?: { node?: string; now?: () => Temporal.Instant } } = {},
) => {
  const { database } = world.loginConfig
  return selfCheck(
    { mode, url: 'https://naast.example.nl', host: 'localhost' },
    { owner: { ...inject('cluster'), database }, embedded: true, ...reach },
    { now: () => Temporal.Now.instant(), node: process.versions.node, ...here },
  )
}

describe('before anybody is let in, Naast looks', () => {
  test('whether the database keeps what people save (this test’s own does not)', async () => {
    await expect(check('production')).rejects.toThrow(/fsync off/)
  })
  test('less strictly in the demo', async () => {
    await check('demo', 'http://localhost:3000')
  })
  test('whether the demo’s world is in a real server, or the other way round', async () => {
    await check('demo')
    await expect(check('production')).rejects.toThrow(/holds the demo/)
    await world.owner.query(`update installation set mode = 'production'`)
    await expect(check('demo')).rejects.toThrow(/is a real one/)
  })
  test('whether it is reached over plain http', async () => {
    await expect(check('production', 'http://naast.example.nl')).rejects.toThrow(/plain http/)
    await expect(check('production', 'http://localhost:3000')).rejects.not.toThrow(/plain http/)
  })
  test('whether it listens to the network without an address', async () => {
    const local = 'http://localhost:3000'
    await expect(check('production', local, '0.0.0.0')).rejects.toThrow(/NAAST_HOST/)
    await expect(check('production', local, '::')).rejects.toThrow(/NAAST_HOST/)
    await expect(check('production', local, '::1')).rejects.not.toThrow(/NAAST_HOST/)
    await expect(check('production', 'https://naast.example.nl', '0.0.0.0')).rejects.not.toThrow(/NAAST_HOST/)
  })
  test('whether who works for one organisation could choose another', async () => {
    await world.owner.query('grant execute on function set_config(text, text, boolean) to naast_work')
    await expect(check('demo')).rejects.toThrow(/set_config/)
    await world.owner.query('revoke execute on function set_config(text, text, boolean) from naast_work')
    await check('demo')
  })
  test('whether its root key is the one that the data was sealed under', async () => {
    const { database } = world.loginConfig
    const reach = { owner: { ...inject('cluster'), database }, embedded: true, rootKeyId: 'mine' }
    await selfCheck({ mode: 'demo', url: 'http://localhost:3000', host: 'localhost' }, reach)
    await world.owner.query(
      `insert into keys.organisation_key (org_id, wrapped, wrapped_by) values ($1, '', 'lost')`,
      [world.orgId],
    )
    await expect(
      selfCheck({ mode: 'demo', url: 'http://localhost:3000', host: 'localhost' }, reach),
    ).rejects.toThrow(/root key lost; this server holds mine/)
    await world.owner.query('delete from keys.organisation_key')
  })
  test('whether every table keeps organisations apart', async () => {
    await world.owner.query('alter table trajectory no force row level security')
    await expect(check('production')).rejects.toThrow(/table trajectory/)
    await world.owner.query('alter table trajectory force row level security')
    await expect(check('production')).rejects.not.toThrow(/does not keep/)
  })
  test('on which Node it runs, in the demo too', async () => {
    await expect(look('demo', { here: { node: '22.22.0' } })).rejects.toThrow(
      /Node 22\.22\.0, which is too old/,
    )
    await look('demo', { here: { node: '26.0.0' } })
    await look('demo', { here: { node: '100.1.0' } })
  })
  test('whether its clock and the database’s are apart', async () => {
    const by = (seconds: number) => ({ here: { now: () => Temporal.Now.instant().add({ seconds }) } })
    await expect(look('production', by(30))).rejects.toThrow(/30 seconds apart|29 seconds apart/)
    await expect(look('production', by(-30))).rejects.toThrow(/seconds apart/)
    await expect(look('production')).rejects.not.toThrow(/seconds apart/)
  })
  test('whether somebody else changed the tables', async () => {
    await expect(look('production')).rejects.not.toThrow(/changed by somebody else/)
    await world.owner.query('create policy all_of_it on task using (true)')
    await expect(look('production')).rejects.toThrow(/changed by somebody else/)
    await world.owner.query('drop policy all_of_it on task')
    await expect(look('production')).rejects.not.toThrow(/changed by somebody else/)
  })
  test('whether everything is whole, after a stop that was no stop', async () => {
    await world.owner.query(`
      create function side(int) returns int immutable language sql as 'select $1';
      create table broken as select n from generate_series(1, 100) n;
      create index broken_by_side on broken (side(n));
      create or replace function side(int) returns int immutable language sql as 'select -$1'`)
    await expect(look('production', { reach: { stoppedHard: true } })).rejects.toThrow(
      /broken_by_side is damaged/,
    )
    await expect(look('production')).rejects.not.toThrow(/is damaged/)
    await world.owner.query('drop table broken; drop function side')
    await expect(look('production', { reach: { stoppedHard: true } })).rejects.not.toThrow(/is damaged/)
  })
  test('whether its own roles may too much', async () => {
    await world.owner.query('alter role naast_login createrole')
    try {
      await expect(look('production')).rejects.toThrow(/naast_login may do too much/)
    } finally {
      await world.owner.query('alter role naast_login nocreaterole')
    }
  })
  test('at what should be known and keeps nobody from starting', async () => {
    const { rows } = await world.owner.query(`select current_setting('data_checksums') = 'on' as checksums`)
    expect(await look('demo', { reach: { stoppedHard: true } })).toEqual({ ...rows[0], stoppedHard: true })
  })
  test('whether there are accounts of the demo', async () => {
    await world.owner.query(
      `insert into auth.user (id, name, email, created_at, updated_at) values ('x', '', 'x@account.invalid', now(), now())`,
    )
    await expect(check('production')).rejects.toThrow(/accounts of the demo/)
  })
})

test('a demo never begins again over a real database', async () => {
  const cluster = inject('cluster')
  const { database } = world.loginConfig
  const over = (name = database) =>
    refuseReal({ ...cluster, database: 'postgres' }, { ...cluster, database: name })
  await over('naast_not_there')
  await over()
  await world.owner.query(`insert into installation (mode) values ('demo')`)
  await over()
  await world.owner.query(`update installation set mode = 'production'`)
  await expect(over()).rejects.toThrow(/holds a real database/)
})
