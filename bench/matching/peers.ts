import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

export const folder = 'dist/matching'
const here = 'bench/matching'

export interface Run {
  readonly solver: string
  /** CPU time, all threads. */
  readonly ms: number
  readonly wall?: number
  readonly value?: string
  readonly peakMb?: number
}

/** A program that prints one line of JSON for each run; empty if it isn't there or gave up. */
export function runs<Line = Run>(command: string, args: readonly string[], seconds = 600): Line[] {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', timeout: seconds * 1000 })
  if (status !== 0) return []
  return stdout
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line))
}

/** Compiles what is written in C and C++, if there is a compiler and what it needs. */
export function compiled(source: string, compiler: string, flags: readonly string[]): string | null {
  mkdirSync(folder, { recursive: true })
  const from = path.join(here, source)
  const to = path.join(folder, path.parse(source).name)
  if (existsSync(to) && statSync(to).mtimeMs > statSync(from).mtimeMs) return to
  try {
    execFileSync(compiler, ['-O3', '-march=native', '-w', '-o', to, from, ...flags], { stdio: 'ignore' })
    return to
  } catch {
    return null
  }
}

/** Debian's own Python, because that is the one its packages are for. */
export function scipy(): string | null {
  for (const python of ['/usr/bin/python3', 'python3'])
    if (spawnSync(python, ['-c', 'import scipy.sparse.csgraph, scipy.optimize']).status === 0) return python
  return null
}

/** npm's own, if `install-others.sh` put it there. */
export const hasMunkres = (): boolean => existsSync(path.join(folder, 'node_modules/munkres/package.json'))
