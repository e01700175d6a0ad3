import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** Processor time in seconds. */
export interface Spent {
  readonly here: number
  readonly database: number
}

/**
 * What this process and the database's connections have used until now: steadier than a clock on a machine that others
 * use too. The database's is read from Linux, and is zero elsewhere.
 */
export async function spentUntilNow(owner: pg.Client): Promise<Spent> {
  const { user, system } = process.cpuUsage()
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity')
  return { here: (user + system) / 1e6, database: rows.reduce((sum, { pid }) => sum + ticks(pid), 0) / 100 }
}

export const between = (from: Spent, to: Spent): Spent => ({
  here: to.here - from.here,
  database: to.database - from.database,
})

/** User and system time of a process, in hundredths of a second. */
function ticks(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}
