import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import {
  type Binaries,
  locateBinaries,
  openToAll,
  shelter,
  type Unprivileged,
  unprivilegedRunner,
} from './binaries.ts'
import { endedInOrder } from './control-file.ts'
import { clusterOwner, collect, halfMade, initialise, passwordOf } from './initialise.ts'
import { answers, findSurvivor, stopPid } from './survivor.ts'

/** A running PostgreSQL of our own. `connect` gives the settings to reach one of its databases as its owner. */
export interface Cluster {
  connect(database: string): pg.ClientConfig
  stop(): Promise<void>
  /** Somebody else's: it ran already, and goes on when this one leaves. */
  readonly visited: boolean
  /** It had ended without being asked to: power, a kill -9 of PostgreSQL itself. */
  readonly stoppedHard: boolean
}

interface Options {
  /** Everything the cluster keeps: data, its generated password. */
  folder: string
  /** Extra server settings. Durability is never switched off outside tests. */
  settings?: Record<string, string>
  /**
   * Keeps Ctrl-C in the terminal from PostgreSQL, so that requests that are running can end first. Whoever asks
   * this calls `stop` when he is asked to leave.
   */
  outOfReach?: boolean
  /** Leaves one that runs already to whoever started it: for commands beside a server. */
  visit?: boolean
}

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
  const password = passwordOf(folder)
  if (halfMade(data)) await initialise(binaries, runner, data, password)
  const stoppedHard = !endedInOrder(data)

  const at =
    (host: string) =>
    (database: string): pg.ClientConfig => ({ host, port: 5432, user: clusterOwner, password, database })
  for (let attempt = 1; ; attempt++) {
    const survivor = findSurvivor(data)
    if (survivor && (await answers(at(survivor.sockets)('postgres'))))
      return {
        connect: at(survivor.sockets),
        visited: options.visit ?? false,
        stoppedHard: false,
        stop: async () => {
          if (options.visit) return
          await stopPid(survivor.pid)
          tidy(survivor.sockets)
        },
      }
    const sockets = socketFolder(data, runner)
    const server = spawnServer(binaries, runner, data, sockets, options)
    const problem = await ready(server)
    if (problem === null)
      return {
        connect: at(sockets),
        visited: false,
        stoppedHard,
        stop: () => stopChild(server).then(() => tidy(sockets)),
      }
    // What is left of one that was killed is still leaving, or another one is still waking up.
    if (attempt === 20 || !/postmaster\.pid|shared memory/.test(problem))
      throw new Error(`PostgreSQL did not start:\n${problem}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Where root keeps the data when the project's folder is closed to the database's own user. */
const sheltered = (folder: string): string => path.join(shelter, `naast-${fingerprint(path.resolve(folder))}`)
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** A unix socket's path must be short, so it is not in the data folder. Nobody else's folder is taken for ours. */
function socketFolder(data: string, runner: Unprivileged | null): string {
  const folder = path.join(tmpdir(), `naast-${fingerprint(data)}`)
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (runner) chownSync(folder, runner.uid, runner.gid)
  }
  const found = lstatSync(folder)
  const owner = runner?.uid ?? process.getuid?.()
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner))
    throw new Error(`${folder} is somebody else's. Remove it, or set TMPDIR to another folder.`)
  return folder
}

/** An empty folder is not left behind; one with something in it is somebody's. */
function tidy(sockets: string): void {
  try {
    rmdirSync(sockets)
  } catch {
    // Not empty, or gone already.
  }
}

function spawnServer(
  { postgres }: Binaries,
  runner: Unprivileged | null,
  data: string,
  sockets: string,
  { settings, outOfReach }: Options,
): ChildProcess {
  const all = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    shared_buffers: '128MB',
    max_connections: '60',
    // No jit: our queries are short, and compiling them costs more than running them.
    jit: 'off',
    ...settings,
  }
  const server = spawn(
    postgres,
    ['-D', data, '-p', '5432', ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...runner,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
      detached: outOfReach ?? false,
    },
  )
  // However this process leaves, short of a kill -9, PostgreSQL leaves too.
  const leave = () => server.kill('SIGINT')
  process.once('exit', leave)
  server.once('exit', () => process.off('exit', leave))
  return server
}

/** `null` when it takes connections; what it said when it gave up. */
async function ready(server: ChildProcess): Promise<string | null> {
  const said = collect(server)
  return new Promise((resolve) => {
    server.stderr?.on('data', () => {
      if (said().includes('ready to accept connections')) resolve(null)
    })
    server.once('error', (error) => resolve(error.message))
    server.once('close', () => resolve(said()))
  })
}

/** SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes everything, and leaves. */
async function stopChild(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  await gone
}
