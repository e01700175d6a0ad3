import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { withClient } from './with-client.ts'

export interface Survivor {
  readonly pid: number
  /** The folder of its unix socket, as it wrote it down itself. */
  readonly sockets: string
}

/** The PostgreSQL that runs on this data folder, as it wrote itself down; `sockets` is empty until it listens. */
export function postmasterOf(data: string): Survivor | null {
  try {
    // Lines of postmaster.pid: pid, data folder, start, port, socket folder, address, shared memory, state.
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    process.kill(pid, 0)
    return { pid, sockets: lines[4] ?? '' }
  } catch {
    return null
  }
}

/** The one that a killed Naast left running here and that listens; `null` if there is none. */
export function findSurvivor(data: string): Survivor | null {
  const found = postmasterOf(data)
  return found?.sockets ? found : null
}

/** Does somebody answer there who knows our password? */
export async function answers(config: pg.ClientConfig): Promise<boolean> {
  try {
    await withClient({ ...config, connectionTimeoutMillis: 2_000 }, async () => undefined)
    return true
  } catch {
    return false
  }
}

/** Ends a PostgreSQL that is not our child, and waits until it is gone. */
export async function stopPid(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      process.kill(pid, 0)
    }
  } catch {
    // Gone.
  }
}
