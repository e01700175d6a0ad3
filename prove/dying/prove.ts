import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { openDatabase } from '#server/database.ts'
import { newId as idAt } from '#server/ids.ts'
import { postmasterOf } from '#server/postgres/survivor.ts'
import { chanceOf } from '#simulation/chance.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import { openContext } from './context.ts'
import { type Kept, whatIsKept } from './kept.ts'
import type { Told, Writing } from './writing.ts'

export interface Proof {
  readonly cycles: number
  readonly acknowledged: number
  /** Said to be done, and not there. */
  readonly lost: number
  /** There more than once, or under another id than was said. */
  readonly doubled: number
  /** Only a part of it is there. */
  readonly torn: readonly string[]
}

const newId = () => idAt(Temporal.Now.instant())
const victims = ['Naast', 'the database', 'both'] as const

/**
 * Starts Naast on a database of its own, sends referrals, and kills Naast, its database or both with SIGKILL at a
 * moment drawn by chance; again and again on the same folder. What was under way is sent again by the next, as a phone
 * does. At the end everything is sent once more and must turn out to be known.
 */
export async function proveDying(cycles: number, seed: number, { careless = false } = {}): Promise<Proof> {
  await built()
  const chance = chanceOf(seed)
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-dying-'))
  chmodSync(folder, 0o755)
  const rootKey = { id: 'proof', key: randomBytes(32).toString('hex') }
  try {
    const orgId = await found(folder, rootKey)
    const acknowledged = new Map<string, string>()
    let wrongId = 0
    const sent: string[] = []
    const run = async (
      keys: readonly string[],
      until: (child: ChildProcess, said: () => number) => Promise<void>,
    ) => {
      const child = start({ dataFolder: folder, rootKey, orgId, careless, keys })
      let said = 0
      const ended = once(child, 'exit')
      const opened = new Promise<void>((resolve, reject) => {
        ended.then(() => reject(new Error('it left before it was open')))
        createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
          const told: Told = JSON.parse(line)
          if ('open' in told) resolve()
          if (!('key' in told)) return
          said += 1
          const before = acknowledged.get(told.key)
          if (before !== undefined && before !== told.referralId) wrongId += 1
          acknowledged.set(told.key, told.referralId)
        })
      })
      await opened
      await until(child, () => said)
      await ended
    }
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const underWay = sent.filter((key) => !acknowledged.has(key))
      const keys = [...underWay, ...Array.from({ length: 100 }, newId)]
      const victim = chance.pick(victims)
      const [after, wait] = [chance.between(5, 60), chance.between(0, 40)]
      sent.push(...keys.slice(underWay.length))
      await run(keys, async (child, said) => {
        while (said() < after && child.exitCode === null) await sleep(2)
        await sleep(wait)
        kill(victim, child, folder)
      })
    }
    const before = new Map(acknowledged)
    // What was never begun is no part of it.
    await run(sent, async () => undefined)
    const lost = [...before].filter(([key, id]) => acknowledged.get(key) !== id).length
    const kept = await whatIsKept({ folder, rootKey: Buffer.from(rootKey.key, 'hex'), orgId })
    return proofOf(cycles, before.size, lost, wrongId, sent.length, kept)
  } finally {
    kill('the database', null, folder)
    await gone(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

const proofOf = (
  cycles: number,
  acknowledged: number,
  lost: number,
  wrongId: number,
  sent: number,
  { referrals, torn }: Kept,
): Proof => ({
  cycles,
  acknowledged,
  lost,
  doubled: Math.max(wrongId - lost, 0) + Math.abs(referrals - sent),
  torn,
})

/** The organisation, made before anything dies. */
async function found(dataFolder: string, rootKey: Writing['rootKey']): Promise<string> {
  const { login, stop } = await openDatabase({
    databaseUrl: null,
    dataFolder,
    rootKey: Buffer.from(rootKey.key, 'hex'),
    fresh: false,
  })
  const { context, db } = openContext(login, rootKey)
  const orgId = newId()
  const named = { orgId, name: 'Stichting Waterrijk', slug: 'waterrijk' }
  await createOrganisation(context, named, { only: true, administrator: null })
  await db.destroy()
  await stop()
  return orgId
}

/** Built, as what `npm start` runs is. */
const writer = 'dist/prove-writing'
const built = () =>
  build({
    logLevel: 'error',
    build: { ssr: 'prove/dying/writing-process.ts', outDir: writer, emptyOutDir: true },
  })

/** What to write is told on its standard input: for an argument or a setting it grows too long. */
function start(writing: Writing): ChildProcess {
  const child = spawn(process.execPath, [path.join(writer, 'writing-process.js')], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH },
  })
  // Who is killed hears no more.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(JSON.stringify(writing))
  return child
}
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function kill(victim: (typeof victims)[number], child: ChildProcess | null, folder: string): void {
  const database = postgresOf(folder)
  if (victim !== 'Naast' && database !== null) process.kill(database, 'SIGKILL')
  // Whose database is gone has nothing left to say; it goes too.
  child?.kill('SIGKILL')
}

const postgresOf = (folder: string): number | null => postmasterOf(path.join(folder, 'postgres'))?.pid ?? null
async function gone(folder: string): Promise<void> {
  while (postgresOf(folder) !== null) await sleep(20)
}
