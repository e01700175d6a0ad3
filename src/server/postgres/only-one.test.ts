import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../database.ts'

/** Two on one folder: the second would stop the first one's database when it leaves (security.md T16). */
let folder: string
let first: OpenDatabase
const open = () =>
  openDatabase({ databaseUrl: null, dataFolder: folder, rootKey: Buffer.alloc(32, 7), fresh: false })
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'naast-one-'))
  chmodSync(folder, 0o755)
  first = await open()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function organisations(): Promise<number> {
  const client = new pg.Client(first.owner)
  await client.connect()
  try {
    return (await client.query('select count(*)::int as n from organisation')).rows[0].n
  } finally {
    await client.end()
  }
}

test('a second one is told which folder is taken, each time, and the first goes on', async () => {
  for (let trial = 0; trial < 3; trial += 1) {
    await expect(open()).rejects.toThrow(`Another Naast is running on ${folder}`)
    expect(await organisations()).toBe(0)
  }
}, 120_000)

test('two at once are both told', async () => {
  const both = await Promise.allSettled([open(), open()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await organisations()).toBe(0)
}, 120_000)

test('once the first has left it is free', async () => {
  await first.stop()
  first = await open()
  expect(await organisations()).toBe(0)
  await first.stop()
}, 120_000)
