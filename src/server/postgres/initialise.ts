import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Binaries, Unprivileged } from './binaries.ts'

/** Who owns everything in the embedded cluster. Nobody works as this one. */
export const clusterOwner = 'naast_owner'

/** The owner's password, made the first time, for the owner of the folder only. */
export function passwordOf(folder: string): string {
  const file = path.join(folder, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

// A first start that was cut off leaves half a cluster; PG_VERSION is written early, so a marker decides.
const markerOf = (data: string): string => `${data}.initialising`

/**
 * Is there no cluster here yet, or only what a first start left that was cut off? Throws if there is something else:
 * what may be somebody's data is never cleared away.
 */
export function halfMade(data: string): boolean {
  if (existsSync(markerOf(data))) return true
  if (existsSync(path.join(data, 'PG_VERSION'))) return false
  if (existsSync(data) && readdirSync(data).length > 0)
    throw new Error(`${data} holds something that is not a PostgreSQL cluster. Naast leaves it alone.`)
  return true
}

/** Makes the cluster, with checksums on every page. Throws with PostgreSQL's own words. */
export async function initialise(
  { initdb }: Binaries,
  runner: Unprivileged | null,
  data: string,
  password: string,
): Promise<void> {
  const marker = markerOf(data)
  // The marker comes first: whatever happens from here on, half a cluster is known as one.
  writeFileSync(marker, password, { mode: 0o600 })
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  chmodSync(data, 0o700)
  if (runner) for (const file of [data, marker]) chownSync(file, runner.uid, runner.gid)
  const args = [
    '--pgdata',
    data,
    '--username',
    clusterOwner,
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
  const child = spawn(initdb, args, {
    ...runner,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const said = collect(child)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${said()}`)
  rmSync(marker, { force: true })
}

/** The last that a process said, for when it fails. */
export const collect = (child: ChildProcess): (() => string) => {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4_000)
  })
  return () => text
}
