import { inventList, timeImport } from './import-list.ts'
import { lookAtPages } from './look.ts'
import { type Measured, print, write } from './report.ts'
import { serveApart } from './served.ts'
import { full, type Size, small } from './size.ts'
import { caseloadOverFloor, memoryAfter, mixedPages, trajectoryOverFloor } from './time-pages.ts'
import { searchByName } from './time-search.ts'
import { timeStarts } from './warm-start.ts'
import { makeWorld } from './world.ts'

const port = 3210

/**
 * Measures Naast against its floor in one run and says how it stands to the goals. For work on one of them:
 * `--small` is a quick try, `--only=caseload,search` does some, `--profile` leaves a CPU profile of the server, and
 * `--serve` only makes the region and lets one walk around in it. Only a whole run is written down
 * (`docs/benchmarks.md`).
 */
export async function bench(args: readonly string[]): Promise<void> {
  const size = args.includes('--small') ? small : full
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  const wants = (what: string) => !args.includes('--serve') && (only === undefined || only.includes(what))
  const measured: Measured[] = []

  if (wants('start')) measured.push(...(await timeStarts(size.starts, port)))
  console.log(`Making a region: ${size.trajectories} trajectories, ${size.women} women …`)
  const world = await makeWorld(size, port)
  try {
    const profile = args.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=dist/profile'] : []
    const served = await serveApart(world.opening, profile)
    try {
      const looked = await lookAtPages(served, world)
      if (args.includes('--serve')) await untilInterrupted(served.url)
      const timing = { served, size, ids: looked.trajectoryIds }
      if (wants('caseload')) measured.push(await caseloadOverFloor(timing))
      if (wants('trajectory')) measured.push(await trajectoryOverFloor(timing))
      if (wants('mix')) measured.push(...(await mixedPages(timing)))
      if (wants('search')) measured.push(...(await searchByName(timing, world)))
      if (wants('memory')) measured.push(await memoryAfter(timing))
    } finally {
      await served.stop()
    }
    if (wants('import')) measured.push(await importing(world, size))
    print(measured)
    if (size === full && only === undefined) write(measured, size, world.postgres)
  } finally {
    await world.close()
  }
}

const untilInterrupted = (url: string): Promise<void> => {
  console.log(`The region is at ${url}/sign-in until Ctrl-C.`)
  return new Promise((resolve) => process.once('SIGINT', () => resolve()))
}

async function importing(
  { context, coordinator }: Awaited<ReturnType<typeof makeWorld>>,
  { rows, women }: Size,
): Promise<Measured> {
  const took = await timeImport(context, coordinator, inventList(rows, Temporal.Now.plainDateISO()))
  if (took.imported !== rows) throw new Error(`${took.imported} of ${rows} rows were imported`)
  const parts = [
    `store ${took.store.toFixed(1)}`,
    `judge ${took.judge.toFixed(1)}`,
    `make ${took.run.toFixed(1)}`,
  ]
  return {
    what: `Import of ${rows} rows beside ${women} women (s)`,
    value: took.all,
    most: 10,
    note: parts.join(', '),
  }
}
