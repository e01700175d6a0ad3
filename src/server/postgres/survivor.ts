import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export interface Survivor {
  readonly pid: number
  /** The folder of its unix socket, as it wrote it down itself. */
  readonly sockets: string
}

/** The PostgreSQL that runs on this data folder, left by a Naast that was killed; `null` if none does. */
export function findSurvivor(data: string): Survivor | null {
  try {
    // Lines of postmaster.pid: pid, data folder, start, port, socket folder, address, shared memory, state.
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, sockets] = [Number(lines[0]), lines[4]]
    process.kill(pid, 0)
    return sockets ? { pid, sockets } : null
  } catch {
    return null
  }
}

/** Does somebody answer there who knows our password? */
export async function answers(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    await client.end()
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
