import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import {
  type Binaries,
  locateBinaries,
  openToAll,
  type Unprivileged,
  unprivilegedRunner,
} from './binaries.ts'

/** A running PostgreSQL of our own. `connect` gives the settings to reach one of its databases as its owner. */
export interface Cluster {
  connect(database: string): pg.ClientConfig
  stop(): Promise<void>
}

interface Options {
  /** Everything the cluster keeps: data, its generated password. */
  folder: string
  /** Extra server settings. Durability is never switched off outside tests. */
  settings?: Record<string, string>
}

const owner = 'naast_owner'

/**
 * Starts the embedded PostgreSQL, making the cluster the first time. One that survived a `kill -9` of Naast is
 * taken over; one that died with it recovers by itself. Throws with PostgreSQL's own words if it can't start.
 */
export async function startCluster(options: Options): Promise<Cluster> {
  const runner = unprivilegedRunner()
  const binaries = locateBinaries(runner)
  const folder =
    runner && !openToAll(options.folder) ? sheltered(options.folder) : path.resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  const data = path.join(folder, 'postgres')
  const sockets = path.join(tmpdir(), `naast-${fingerprint(data)}`)
  mkdirSync(sockets, { recursive: true, mode: 0o700 })
  if (runner) chownSync(sockets, runner.uid, runner.gid)
  const password = passwordOf(folder)
  if (!existsSync(path.join(data, 'PG_VERSION')) || existsSync(`${data}.initialising`))
    await initialise(binaries, runner, data, password)

  const connect = (database: string): pg.ClientConfig => ({
    host: sockets,
    port: 5432,
    user: owner,
    password,
    database,
  })
  const survivor = runningPid(data)
  if (survivor !== null && (await answers(connect))) return { connect, stop: () => stopPid(survivor) }

  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    shared_buffers: '128MB',
    max_connections: '60',
    // No jit: our queries are short, and compiling them costs more than running them.
    jit: 'off',
    ...options.settings,
  }
  const args = [
    '-D',
    data,
    '-p',
    '5432',
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const server = spawn(binaries.postgres, args, {
    ...runner,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  await ready(server)
  return { connect, stop: () => stopChild(server) }
}

/** Where root keeps the data when the project's folder is closed to the database's own user. */
const sheltered = (folder: string): string =>
  path.join('/var/lib', `naast-${fingerprint(path.resolve(folder))}`)
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

function passwordOf(folder: string): string {
  const file = path.join(folder, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function initialise(
  binaries: Binaries,
  runner: Unprivileged | null,
  data: string,
  password: string,
): Promise<void> {
  // A first start that was cut off leaves half a cluster; PG_VERSION is written early, so a marker decides.
  const marker = `${data}.initialising`
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  chmodSync(data, 0o700)
  writeFileSync(marker, password, { mode: 0o600 })
  if (runner) for (const file of [data, marker]) chownSync(file, runner.uid, runner.gid)
  const args = [
    '--pgdata',
    data,
    '--username',
    owner,
    '--pwfile',
    marker,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--data-checksums',
  ]
  const child = spawn(binaries.initdb, args, {
    ...runner,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const said = collect(child)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  rmSync(marker, { force: true })
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${said()}`)
}

const collect = (child: ChildProcess): (() => string) => {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4_000)
  })
  return () => text
}

async function ready(server: ChildProcess): Promise<void> {
  const said = collect(server)
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', () => {
      if (said().includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said()}`)))
  })
}

function runningPid(data: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

async function answers(connect: Cluster['connect']): Promise<boolean> {
  const client = new pg.Client({ ...connect('postgres'), connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes everything, and leaves. */
async function stopChild(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  await gone
}

async function stopPid(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
