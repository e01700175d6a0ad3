import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { followErasures } from '#server/erasures/follow-erasures.ts'
import { type Ledger, openLedger } from '#server/erasures/ledger-file.ts'
import { turnSeals } from '#server/jobs/seals.ts'
import { newKey } from '#server/keys/seal.ts'
import { dropDatabase, ensureDatabase } from '#server/postgres/ensure-database.ts'
import { addDocument } from '#usecases/document/add-document.ts'
import { SafeFile } from '#usecases/document/safe-file.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { within } from '../../../testing/cast.ts'
import { passwords } from '../../../testing/cluster.ts'
import { canaries, type OneOfEach, oneOfEach } from '../../../testing/one-of-each.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { drill } from './drill.ts'
import { listBackups, makeBackup, thinOut } from './make-backup.ts'
import { restoreBackup } from './restore.ts'

let world: World
let house: OneOfEach
let folder: string
let ledger: Ledger
let owner: pg.ClientConfig
let identity: string
let recipient: string
beforeAll(async () => {
  world = await openWorld()
  house = await oneOfEach(world)
  // As the server does every quarter of an hour.
  const sealed = world.context.now().add({ hours: 1 }).toZonedDateTimeISO('Europe/Amsterdam')
  world.turnTo(sealed.toString())
  await turnSeals({ organisations: async () => [world.orgId], context: () => world.context })
  folder = mkdtempSync(path.join(tmpdir(), 'naast-backup-'))
  ledger = openLedger(path.join(folder, 'erasures'), world.rootKey)
  owner = { ...inject('cluster'), database: world.loginConfig.database }
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
}, 60_000)
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const make = (into = 'kept') =>
  makeBackup({
    owner,
    rootKey: world.rootKey,
    ledger,
    recipient,
    folder: path.join(folder, into),
    now: () => world.context.now(),
  })
let databases = 0
async function empty(): Promise<pg.ClientConfig & { database: string }> {
  databases += 1
  const database = `${owner.database}_r${databases}`
  await ensureDatabase({ ...owner, database: 'postgres' }, database)
  return { ...owner, database }
}
const drop = ({ database }: { database: string }) =>
  dropDatabase({ ...owner, database: 'postgres' }, database)
async function ask<Row extends pg.QueryResultRow>(config: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

describe('a backup', () => {
  test('is sealed: nothing in its files says who anybody is, nor is a key in them', async () => {
    const { folder: made } = await make()
    const { rows } = await world.owner.query('select wrapped from keys.data_key where wrapped is not null')
    for (const name of readdirSync(made)) {
      const file = path.join(made, name)
      const bytes = readFileSync(file)
      expect(canaries.filter((canary) => bytes.includes(canary))).toEqual([])
      expect(rows.filter(({ wrapped }) => bytes.includes(wrapped))).toEqual([])
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    }
    expect(readdirSync(made).sort()).toEqual(['data.age', 'keys.age', 'manifest.json'])
  })
  test('comes back as it was, without the sessions of then', async () => {
    await world.owner.query(
      `insert into auth.user (id, name, email, created_at, updated_at) values ('u', 'x', 'x', now(), now())`,
    )
    await world.owner.query(
      `insert into auth.session (id, user_id, token, expires_at, started_at, seen_at, created_at, updated_at)
       values ('s', 'u', 't', now() + interval '1 day', now(), now(), now(), now())`,
    )
    // Not all zeros, so that it is as large packed.
    const file = new SafeFile({ type: 'application/pdf', body: randomBytes(9_000_000), print: 'x' })
    const { id: documentId } = await addDocument(world.context, house.members.coordinator, {
      trajectoryId: house.papers.trajectory,
      kind: 'other',
      file,
    })
    const { folder: made, manifest } = await make('again')
    const there = await empty()
    const { rows } = await restoreBackup({
      owner: there,
      passwords,
      rootKey: world.rootKey,
      ledger,
      identity,
      folder: made,
    })
    expect(rows).toBe(Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0))
    expect(rows).toBeGreaterThan(300)
    const segments = `select count(*)::int as count, sha256(string_agg(body_sealed, '' order by number)) as print
      from document_segment where document_id = '${documentId}'`
    const [here, back] = [await ask(owner, segments), await ask(there, segments)]
    expect(here).toMatchObject([{ count: 138 }])
    expect(back).toEqual(here)
    const open = await ask<{ name: string }>(
      there,
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
        where c.relkind = 'r' and relnamespace in ('public'::regnamespace, 'keys'::regnamespace)
          and not (relrowsecurity and relforcerowsecurity)`,
    )
    expect(open).toEqual([])
    const bonds = `select count(*)::int as count from pg_constraint where contype = 'f' and convalidated`
    expect(await ask(there, bonds)).toEqual(await ask(owner, bonds))
    expect(await ask(there, 'select id from auth.user')).toEqual([{ id: 'u' }])
    expect(await ask(there, 'select id from auth.session')).toEqual([])
    await expect(
      restoreBackup({ owner: there, passwords, rootKey: world.rootKey, ledger, identity, folder: made }),
    ).rejects.toThrow('in use')
    await drop(there)
  }, 180_000)
  test('of another Naast, or with an older list of what was erased, is refused', async () => {
    const older = openLedger(path.join(folder, 'older'), world.rootKey)
    const id = house.referral.received
    const { rows } = await world.owner.query('select person_id from referral where id = $1', [id])
    await within(world, (work) =>
      erasePeople(work, { people: [String(rows[0]?.person_id)], trajectories: [], referrals: [id] }),
    )
    const job = { organisations: async () => [world.orgId], context: () => world.context, ledger }
    expect((await followErasures(job)).added).toBe(1)
    const { folder: made } = await make('erased')
    const there = await empty()
    const parts = { owner: there, passwords, rootKey: world.rootKey, ledger, identity, folder: made }
    await expect(restoreBackup({ ...parts, ledger: older })).rejects.toThrow('older than this backup')
    await expect(restoreBackup({ ...parts, rootKey: { id: 'test', key: newKey() } })).rejects.toThrow(
      'not made by this Naast',
    )
    await expect(restoreBackup({ ...parts, rootKey: { id: 'x', key: newKey() } })).rejects.toThrow('root key')
    expect(await ask(there, `select to_regclass('public.organisation') as found`)).toEqual([{ found: null }])
    await drop(there)
  }, 120_000)
  test('is kept for a while, and the half-made one is cleared away', async () => {
    const keep = path.join(folder, 'nightly')
    const start = world.context.now()
    for (let night = 0; night < 3; night += 1) {
      world.turnTo(`${start.add({ hours: night }).toZonedDateTimeISO('Europe/Amsterdam').toString()}`)
      await make('nightly')
    }
    expect(listBackups(keep)).toHaveLength(3)
    expect(thinOut(keep, world.context.now())).toEqual({ removed: 2 })
    world.turnTo(start.toZonedDateTimeISO('Europe/Amsterdam').toString())
  }, 60_000)
})

describe('the drill', () => {
  test('restores what is kept, erases who was erased since, and refuses what is damaged', async () => {
    await make('drilled')
    const { trajectory } = house
    const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [
      trajectory.closed,
    ])
    await within(world, (work) =>
      erasePeople(work, {
        people: [String(rows[0]?.person_id)],
        trajectories: [trajectory.closed],
        referrals: [],
      }),
    )
    await followErasures({
      organisations: async () => [world.orgId],
      context: () => world.context,
      ledger,
    })
    const { checks, rows: restored } = await drill({
      owner,
      passwords,
      rootKey: world.rootKey,
      ledger,
      kept: { folder: path.join(folder, 'drilled'), identity },
      now: world.context.now,
    })
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks).toHaveLength(10)
    expect(restored).toBeGreaterThan(300)
    expect(checks.map(({ what }) => what).join('\n')).toMatch(/1 files were erased anew/)
    const left = await ask(owner, `select datname from pg_database where datname like 'naast_drill_%'`)
    expect(left).toEqual([])
  }, 240_000)
  test('stops at a list that was changed', async () => {
    appendFileSync(path.join(folder, 'erasures'), 'naast-erasure-1 9\n')
    await expect(
      drill({ owner, passwords, rootKey: world.rootKey, ledger, kept: null, now: world.context.now }),
    ).rejects.toThrow('damaged')
  })
})
