import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '#server/postgres/migrate.ts'
import { makeRegion, type Region, type RegionSize } from './region.ts'
import type { Size } from './size.ts'

/** How to reach the region that is held, with the keys to it: they open invented people only. */
const file = 'dist/bench-region.json'

/** Makes a region and keeps it until Ctrl-C, so that many measurements need only one. */
export async function hold(size: Size, made: RegionSize = size): Promise<void> {
  console.log(`Making a region to hold: ${made.trajectories} trajectories, ${made.women} women …`)
  const { region, stop } = await makeRegion(made)
  try {
    writeFileSync(file, JSON.stringify({ region, size }), { mode: 0o600 })
    console.log(`The region is held until Ctrl-C; ${file} says where. Measure with --held.`)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
  } finally {
    rmSync(file, { force: true })
    await stop()
  }
}

/**
 * A copy of the held region: whatever a measurement does to it, the next one begins as this one did, and two may run
 * at the same time. `stop` drops the copy.
 */
export async function copyHeld(): Promise<{ region: Region; size: Size; stop(): Promise<void> }> {
  const { region, size } = JSON.parse(readFileSync(file, 'utf8')) as { region: Region; size: Size }
  const database = `bench_${process.pid}`
  const asked = async (text: string) => {
    const client = new pg.Client({ ...region.owner, database: 'postgres' })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await asked(`create database ${database} template ${region.owner.database} strategy file_copy`)
  const { login, auth, owner } = region
  // The code that is measured may be newer than the region.
  await migrate({ ...owner, database }, { login: String(login.password), auth: String(auth.password) })
  return {
    region: {
      ...region,
      login: { ...login, database },
      auth: { ...auth, database },
      owner: { ...owner, database },
    },
    size,
    stop: () => asked(`drop database ${database} with (force)`),
  }
}
