import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { enterOrganisation } from '#db/connection.ts'
import { findNames } from '#db/person.ts'
import { fullName } from '#domain/person/person.ts'
import { contextOf } from '#server/context.ts'
import { OrganisationKeys } from '#server/keys/organisation-keys.ts'
import { newKey } from '#server/keys/seal.ts'
import { openVaults } from '#server/keys/vault.ts'
import { memoryNameIndex } from '#server/name-index/memory-name-index.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { loadNames } from '#usecases/person/load-names.ts'
import { createPeople, readPeople } from '#usecases/person/person-file.ts'
import { within } from '../../../testing/cast.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { followErasures, replayLedger } from './follow-erasures.ts'
import { listenForErased } from './forget.ts'
import { openLedger } from './ledger-file.ts'
import { scrub } from './scrub.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await openWorld()
  folder = mkdtempSync(path.join(tmpdir(), 'naast-ledger-'))
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
async function somebody(): Promise<string> {
  count += 1
  const name = { given: 'Zwaluwina', family: `Nummer ${count}` }
  const [id] = await within(world, (work) =>
    createPeople(work, [
      {
        kind: 'mother',
        data: {
          name,
          phone: null,
          email: null,
          birthDay: null,
          address: null,
          languages: ['nl'],
          interpreter: null,
        },
      },
    ]),
  )
  if (!id) throw new Error('nobody')
  return id
}
const erase = (id: string) =>
  within(world, (work) => erasePeople(work, { people: [id], trajectories: [], referrals: [] }))
const nameOf = (id: string) =>
  within(world, async (work) => {
    const person = (await readPeople(work, [id])).get(id)
    return person && !person.erased ? fullName(person.name) : null
  })
const jobWith = (file: string) => ({
  organisations: async () => [world.orgId, world.otherOrgId],
  context: () => world.context,
  ledger: openLedger(path.join(folder, file), world.rootKey),
})

describe('the list outside the database', () => {
  test('has everybody whose key was destroyed, once, and for nobody else to read', async () => {
    const job = jobWith('list')
    const ids = [await somebody(), await somebody()]
    for (const id of ids) await erase(id)
    expect(await followErasures(job)).toEqual({ added: 2 })
    expect(await followErasures(job)).toEqual({ added: 0 })
    expect(
      job.ledger
        .read()
        .erased.map(({ ownerId }) => ownerId)
        .sort(),
    ).toEqual([...ids].sort())
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'list')).mode & 0o077).toBe(0)
  })
  test('erases anew whom a backup brought back, also in a database that knows nothing of it', async () => {
    const job = jobWith('replay')
    const [gone, stays] = [await somebody(), await somebody()]
    const { rows } = await world.owner.query('select wrapped from keys.data_key where owner_id = $1', [gone])
    await erase(gone)
    await followErasures(job)
    await world.owner.query(
      'update keys.data_key set wrapped = $2, destroyed_at = null where owner_id = $1',
      [gone, rows[0]?.wrapped],
    )
    expect(await nameOf(gone)).not.toBeNull()
    expect(await replayLedger(job)).toEqual({ erased: 1 })
    expect(await nameOf(gone)).toBeNull()
    expect(await nameOf(stays)).not.toBeNull()
    expect(await replayLedger(job)).toEqual({ erased: 0 })
  })
  test('is not believed when it was changed, or written with another key', async () => {
    const job = jobWith('changed')
    await erase(await somebody())
    await followErasures(job)
    const file = path.join(folder, 'changed')
    const text = readFileSync(file, 'utf8')
    expect(() => openLedger(file, { id: 'other', key: newKey() }).read()).toThrow('not-signed')
    writeFileSync(file, text.slice(text.indexOf('\n') + 1))
    expect(() => job.ledger.read()).toThrow('line-missing')
    await expect(replayLedger(job)).rejects.toThrow()
  })
})

describe('memory', () => {
  /** A second server over the same database, with a memory of its own. */
  const another = () => {
    const names = memoryNameIndex()
    const vault = openVaults(new OrganisationKeys(world.rootKey), world.context.now)
    const context = contextOf({ ...world.context, names, vault }, 'another')
    return { names, vault, context }
  }
  test('of every process forgets her, as soon as the database says so', async () => {
    const id = await somebody()
    const { names, vault, context } = another()
    await loadNames(context, { kind: 'system', orgId: world.orgId, job: 'warm' }, {})
    const knows = () => names.versionOf(world.orgId, id) !== null
    expect(knows()).toBe(true)
    const heard = Promise.withResolvers<void>()
    const listener = listenForErased({
      login: world.loginConfig,
      forget: (orgId, ownerId) => {
        names.drop(orgId, ownerId)
        vault.forget(orgId, ownerId)
        if (ownerId === id) heard.resolve()
      },
      trouble: (error) => heard.reject(error),
    })
    await listener.ready
    await erase(id)
    await heard.promise
    expect(knows()).toBe(false)
    await listener.stop()
  })
  test('serves nothing of her, also where nothing was heard: her row is what counts', async () => {
    const id = await somebody()
    const { vault } = another()
    const read = () =>
      world.context.db.transaction().execute(async (tx) => {
        await enterOrganisation(tx, world.orgId)
        const own = vault(tx, world.orgId)
        const [row] = await findNames(tx, world.orgId, [id])
        if (!row) return 'nobody'
        await own.take([{ owner: id, wrapped: row.wrapped }])
        return own.open(id, { table: 'person', column: 'name_sealed', row: id }, row.name_sealed)
      })
    expect(await read()).toContain('Zwaluwina')
    await erase(id)
    expect(await read()).toBeNull()
  })
})

describe('the files of the database', () => {
  test('hold her key no more once they were scrubbed; until then they do', async () => {
    const id = await somebody()
    const { rows } = await world.owner.query('select wrapped from keys.data_key where owner_id = $1', [id])
    const key: Buffer = rows[0]?.wrapped
    const { rows: where } = await world.owner.query(
      `select current_setting('data_directory') as folder, (select oid from pg_database where datname = current_database()) as oid`,
    )
    const base = path.join(String(where[0]?.folder), 'base', String(where[0]?.oid))
    const found = async () => {
      await world.owner.query('checkpoint')
      return readdirSync(base).filter((file) => {
        try {
          return readFileSync(path.join(base, file)).includes(key)
        } catch {
          // Gone between listing and reading.
          return false
        }
      }).length
    }
    expect(await found()).toBeGreaterThan(0)
    // Somebody who still looks at it as it was: otherwise PostgreSQL may tidy that very page by itself, just now.
    const looking = new pg.Client({ ...inject('cluster'), database: world.loginConfig.database })
    await looking.connect()
    await looking.query('begin isolation level repeatable read')
    await looking.query('select count(*) from keys.data_key')
    await erase(id)
    expect(await found()).toBeGreaterThan(0)
    const scrubNow = () => scrub({ ...inject('cluster'), database: world.loginConfig.database })
    // As long as she looks it is copied along, and that is what it says.
    expect(await scrubNow()).toBe(false)
    expect(await found()).toBeGreaterThan(0)
    await looking.end()
    // Her server process ends a moment after her side of the line did.
    await expect.poll(scrubNow, { timeout: 20_000 }).toBe(true)
    expect(await found()).toBe(0)
  })
})
