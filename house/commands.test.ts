import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../tools/build.ts'

/**
 * `npm start` as somebody has it in her terminal: the real command in a process group of its own, each world in a
 * folder of its own. npm's part is `tools/bootstrap.mjs`, which is in here; installing is what CI does.
 */
interface Running {
  readonly child: ChildProcess
  readonly url: string
  said(): string
  /** Until it says so. Fails with all it said if it leaves first. */
  until(text: string): Promise<void>
  /** What it said by the time it was gone. */
  gone(): Promise<string>
  /** To the whole group, as a terminal does; to the server alone if asked. */
  signal(signal: NodeJS.Signals): void
}

const folders: string[] = []
const running: Running[] = []

/** PostgreSQL runs as another user when we are root: the folder must let it in. */
function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-commands-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function start(folder: string, settings: Record<string, string> = {}): Promise<Running> {
  const port = settings.PORT ?? String(await freePort())
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NAAST_|DATABASE_URL$|PORT$|NODE_OPTIONS$|VITEST|npm_)/.test(name),
  )
  const child = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    env: { ...Object.fromEntries(inherited), NAAST_DATA: folder, PORT: port, ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  let left = false
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    left = true
  })
  const one: Running = {
    child,
    url: `http://localhost:${port}`,
    said: () => text,
    until: async (expected) => {
      while (!text.includes(expected)) {
        if (left) throw new Error(`It left before it said “${expected}”:\n${text}`)
        await wait(10)
      }
    },
    gone: async () => {
      await closed
      return text
    },
    signal: (signal) => {
      if (child.pid && !left) process.kill(-child.pid, signal)
    },
  }
  running.push(one)
  return one
}

/** The PostgreSQL of this folder, as it wrote itself down; `null` if none is there. */
function postgresOf(folder: string): number | null {
  const file = path.join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

const textAt = async (url: string): Promise<string> => (await fetch(url)).text()
const ready = 'Naast is at'

/** One sign-in page with the whole cast on it, once. */
async function expectDemo({ url }: Running): Promise<void> {
  const page = await textAt(`${url}/sign-in`)
  expect(page.match(/Stichting Naast Elkaar Waterrijk/g)).toHaveLength(1)
  expect(page).toContain('Coördinator')
}

beforeAll(async () => {
  // Else the command would install anew, under the feet of the tests that run beside this one.
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (readFileSync('node_modules/.naast-installed', 'utf8') !== lock)
    throw new Error('What is installed is not what package-lock.json says. Run npm test.')
  await buildIfNeeded()
}, 300_000)
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.signal('SIGKILL')
    await one.gone()
  }
  for (const folder of folders) {
    const pid = postgresOf(folder)
    if (pid !== null) process.kill(pid, 'SIGINT')
    while (postgresOf(folder) !== null) await wait(20)
  }
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('npm start', { timeout: 300_000 }, () => {
  const demo = newFolder()

  test('makes a living demo of nothing, and leaves nothing behind after Ctrl-C', async () => {
    const one = await start(demo)
    await one.until(ready)
    await expectDemo(one)
    one.signal('SIGINT')
    await one.gone()
    expect(one.child.exitCode).toBe(0)
    expect(postgresOf(demo)).toBeNull()
  })

  test('keeps its world, and stands in nobody’s way a second time', async () => {
    const one = await start(demo)
    await one.until(ready)
    expect(one.said()).not.toContain('Building the demo')
    const samePort = await start(demo, { PORT: new URL(one.url).port })
    expect((await samePort.gone()).trim()).toMatch(/^Port \d+ is in use\. Choose another one, .*$/)
    const sameFolder = await start(demo)
    expect((await sameFolder.gone()).trim()).toMatch(/^Another Naast is running on .*$/)
    expect([samePort.child.exitCode, sameFolder.child.exitCode]).toEqual([1, 1])
    await expectDemo(one)
  })

  test('says whether its access log is whole, once it has stopped', async () => {
    const folder = newFolder()
    const naast = await start(folder)
    await naast.until('Naast is at')
    naast.signal('SIGINT')
    await naast.gone()
    const asked = spawnSync(process.execPath, ['tools/bootstrap.mjs', 'audit-verify'], {
      env: { ...process.env, NAAST_DATA: folder },
      encoding: 'utf8',
    })
    expect(asked.stdout + asked.stderr).toMatch(/^[0-9a-f-]{36}: \d+ seals over \d+ lines, whole$/m)
    expect(asked.status).toBe(0)
  })
  test('takes over the database of one that was killed', async () => {
    const killed = await start(demo)
    await killed.until(ready)
    const survivor = postgresOf(demo)
    killed.signal('SIGKILL')
    await killed.gone()
    expect(postgresOf(demo)).toBe(survivor)
    const next = await start(demo)
    await next.until(ready)
    expect(postgresOf(demo)).toBe(survivor)
    await expectDemo(next)
    next.signal('SIGTERM')
    await next.gone()
    expect(postgresOf(demo)).toBeNull()
  })

  test('recovers when its database was killed with it', async () => {
    const killed = await start(demo)
    await killed.until(ready)
    const database = postgresOf(demo)
    killed.signal('SIGKILL')
    if (database !== null) process.kill(database, 'SIGKILL')
    await killed.gone()
    const next = await start(demo)
    await next.until(ready)
    await expectDemo(next)
  })

  test('takes its database along when only the process before it is killed', async () => {
    const one = await start(demo)
    await one.until(ready)
    one.child.kill('SIGKILL')
    await one.gone()
    while (postgresOf(demo) !== null) await wait(20)
    await expect(fetch(one.url)).rejects.toThrow()
  })

  test('begins a demo again whose building was cut off', async () => {
    const folder = newFolder()
    const cut = await start(folder)
    await cut.until('Building the demo')
    await wait(300)
    cut.signal('SIGKILL')
    await cut.gone()
    const next = await start(folder)
    await next.until(ready)
    await expectDemo(next)
  })
})

describe('npm start for real', { timeout: 300_000 }, () => {
  const real = newFolder()
  const production = (settings: Record<string, string> = {}) =>
    start(real, { NAAST_MODE: 'production', ...settings })

  test('starts empty, and lets in who has the code from its terminal', async () => {
    const one = await production()
    await one.until('give this code:')
    expect(one.said()).toMatch(/first-run and give this code: [A-Z2-9]{5}-[A-Z2-9]{5}/)
    const page = await fetch(`${one.url}/first-run`)
    expect(page.status).toBe(200)
    expect(await textAt(`${one.url}/sign-in`)).not.toContain('sign-in/demo')
  })

  test.each([
    ['plain http behind a public address', { NAAST_URL: 'http://naast.example.nl' }, /plain http/],
    ['the network without an address', { NAAST_HOST: '0.0.0.0' }, /NAAST_HOST opens Naast to the network/],
    ['a secret that somebody thought up', { NAAST_ROOT_KEY: 'changeme' }, /NAAST_ROOT_KEY must be 32 random/],
    ['a secret that is no secret', { NAAST_AUTH_SECRET: '0'.repeat(64) }, /NAAST_AUTH_SECRET must be 32/],
    [
      'a setting that can’t be right',
      { NAAST_TRUSTED_PROXIES: 'many' },
      /NAAST_TRUSTED_PROXIES should be how/,
    ],
  ])('refuses %s', async (_what, settings, line) => {
    const one = await production(settings)
    const said = await one.gone()
    expect(said).toMatch(line)
    expect(said).not.toMatch(/^\s+at /m)
    expect(one.child.exitCode).toBe(1)
    expect(postgresOf(real)).toBeNull()
  })

  test('and the demo stay out of each other’s database', async () => {
    const made = await production()
    await made.until(ready)
    made.signal('SIGINT')
    await made.gone()
    const demo = await start(real)
    expect(await demo.gone()).toContain('holds a real database')
    expect(postgresOf(real)).toBeNull()
  })

  test('says in a line which folder it can’t use', async () => {
    const file = path.join(newFolder(), 'file')
    writeFileSync(file, '')
    const one = await start(path.join(file, 'data'))
    expect((await one.gone()).trim()).toMatch(
      /^.*file.* (is not a folder|can’t be made there)\. Give Naast .*$/,
    )
  })
})
