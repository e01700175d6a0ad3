import { turnSignals } from '#server/jobs/signals.ts'
import { timeDisclosure } from './disclosure/time-disclosure.ts'
import { timeFigures } from './figures/time-figures.ts'
import { timeGroups } from './groups/time-groups.ts'
import { copyHeld, hold } from './held.ts'
import { inventList, timeImport } from './import-list.ts'
import { lookAtPages } from './look.ts'
import { makeRegion } from './region.ts'
import { type Measured, print, write } from './report.ts'
import { serveApart } from './served.ts'
import { full, type Size, small } from './size.ts'
import { timeField } from './time-field.ts'
import { caseloadOverFloor, memoryAfter, mixedPages, trajectoryOverFloor } from './time-pages.ts'
import { searchByName } from './time-search.ts'
import { allRunning, timeSignals } from './time-signals.ts'
import { timeStarts } from './warm-start.ts'
import { openWorld } from './world.ts'

/** What needs no region. */
const alone = ['start', 'signals', 'groups', 'disclosure', 'field', 'figures']

/**
 * Measures Naast against its floor in one run and says how it stands to the goals. For work on one of them:
 * `--small` is a quick try, `--only=caseload,search` does some, `--profile` leaves a CPU profile of the server, and
 * `--serve` only makes the region and lets one walk around in it. `--hold` makes a region and keeps it; meanwhile
 * `--held` measures on a copy of that one, also twice at once with another `--port=`; with `--only=signals` it is the
 * region of signals that is made and held. Only a whole run is written down (`docs/benchmarks.md`).
 */
export async function bench(args: readonly string[], port: number): Promise<void> {
  const wanted = args.includes('--small') ? small : full
  const held = args.includes('--held')
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  if (args.includes('--hold')) return hold(wanted, only?.includes('signals') ? allRunning(wanted) : wanted)
  const wants = (what: string) => !args.includes('--serve') && (only === undefined || only.includes(what))
  const measured: Measured[] = []

  if (wants('start')) measured.push(...(await timeStarts(wanted.starts, port)))
  if (wants('groups')) measured.push(...timeGroups())
  if (wants('disclosure')) measured.push(...(await timeDisclosure()))
  if (wants('field')) measured.push(...(await timeField(wanted.starts)))
  if (wants('figures')) measured.push(...(await timeFigures(wanted.figures)))
  if (wants('signals')) measured.push(...(await timeSignals(wanted, port, held)))
  if (only?.every((what) => alone.includes(what))) return print(measured)
  if (!held) console.log(`Making a region: ${wanted.trajectories} trajectories, ${wanted.women} women …`)
  const { region, size, stop } = held ? await copyHeld() : { size: wanted, ...(await makeRegion(wanted)) }
  const world = await openWorld(region, port)
  try {
    // As on any evening: what the clock turned is looked at, and the database knows its tables.
    await turnSignals({ organisations: async () => [region.orgId], context: () => world.context })
    await world.owner.query('vacuum analyze')
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
    if (size === full && only === undefined) write(measured, size, region.postgres)
  } finally {
    await world.close()
    await stop()
  }
}

const untilInterrupted = (url: string): Promise<void> => {
  console.log(`The region is at ${url}/sign-in until Ctrl-C.`)
  return new Promise((resolve) => process.once('SIGINT', () => resolve()))
}

async function importing(
  { context, coordinator }: Awaited<ReturnType<typeof openWorld>>,
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
