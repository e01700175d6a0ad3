import pg from 'pg'
import { turnSignals } from '#server/jobs/signals.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { mostAtOnce } from '#usecases/signal/evaluate-signals.ts'
import { findDueSignals } from '#usecases/signal/find-due-signals.ts'
import { copyHeld } from './held.ts'
import { median, percentiles } from './load.ts'
import { makeRegion, type Region, type RegionSize } from './region.ts'
import type { Measured } from './report.ts'
import { floorOfChange, floorOfReading } from './signal-floor.ts'
import { changeOne, type Parts, weighInParts } from './signals-in-parts.ts'
import type { Size } from './size.ts'
import { between, type Spent, spentUntilNow } from './spent.ts'
import { type BenchWorld, openWorld } from './world.ts'

const seconds = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}
const changesTimed = 500
const rounds = 3

/** A region of its own: every trajectory runs, shared out over the programmes with the most different rules. */
export const allRunning = ({ signals }: Size): RegionSize => ({
  trajectories: signals,
  women: signals,
  running: true,
  programmeIds: ['mim-nl-18m', 'mim-denhaag-48m', 'memosa', 'mvr', 'evt-group'],
})

/**
 * Signals of a region in which every trajectory runs: all of them weighed anew, one after a change, and what a new day
 * brings. With what stands in the tables and nothing remembered from the time before.
 */
export async function timeSignals(size: Size, port: number, held: boolean): Promise<Measured[]> {
  if (!held) console.log(`Making a region for signals: ${size.signals} running trajectories …`)
  const { region, stop } = await (held ? copyHeld() : makeRegion(allRunning(size)))
  const world = await openWorld(region, port)
  const floor = new pg.Pool(region.login)
  try {
    const all = await timeAll(world, region, floor)
    return [...all.measured, ...(await timeChanges(world, floor, all.ids)), await timeNewDay(world, region)]
  } finally {
    await floor.end()
    await world.close()
    await stop()
  }
}

const jobOf = ({ context }: Pick<BenchWorld, 'context'>, { orgId }: Region) => ({
  organisations: async () => [orgId],
  context: () => context,
})
const systemOf = ({ orgId }: { readonly orgId: string }) => ({ kind: 'system', orgId, job: 'bench' }) as const

async function timeAll(world: BenchWorld, region: Region, floor: pg.Pool) {
  const job = jobOf(world, region)
  // Plans are made and code is warm, as in a process that runs.
  let looked = (await turnSignals(job, { everyone: true })).looked
  const times: number[] = []
  const spent: Spent[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await spentUntilNow(world.owner)
    times.push(
      await seconds(async () => {
        looked = (await turnSignals(job, { everyone: true })).looked
      }),
    )
    spent.push(between(before, await spentUntilNow(world.owner)))
  }
  const { rows } = await world.owner.query<{ standing: number }>(
    'select count(*)::int as standing from signal where ended_at is null',
  )
  const { ids } = await findDueSignals(world.context, systemOf(region), { everyone: true, limit: 200_000 })
  const batches = Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, at) =>
    ids.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  )
  const parts: Parts = { read: 0, open: 0, weigh: 0 }
  const inParts = await seconds(async () => {
    for (const batch of batches) {
      const one = await weighInParts(world.context, systemOf(region), { ids: batch })
      for (const part of ['read', 'open', 'weigh'] as const) parts[part] += one[part] / 1000
    }
  })
  const reading = await seconds(async () => {
    for (const batch of batches) await floorOfReading(floor, region.orgId, batch)
  })
  const value = median(times)
  const share = (part: number) => `${Math.round((100 * part) / inParts)} %`
  const measured: Measured[] = [
    {
      what: `Signals: all ${looked} running trajectories weighed anew (s)`,
      value,
      floor: reading,
      ratio: reading / value,
      most: 10,
      note: `${rows[0]?.standing ?? 0} signals stand; best ${Math.min(...times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)}; processor here ${median(spent.map(({ here }) => here)).toFixed(1)}, database ${median(spent.map(({ database }) => database)).toFixed(1)}`,
    },
    {
      what: 'Signals: the same one batch after another, nothing written (s)',
      value: inParts,
      note: `read ${share(parts.read)}, open ${share(parts.open)}, weigh ${share(parts.weigh)}, the rest in and out of the door`,
    },
  ]
  return { measured, ids }
}

async function timeChanges(world: BenchWorld, floor: pg.Pool, ids: readonly string[]): Promise<Measured[]> {
  const { context, coordinator } = world
  // Spread over all programmes; each of them once.
  const step = Math.max(1, Math.floor(ids.length / (2 * changesTimed)))
  const chosen = ids.filter((_, at) => at % step === 0)
  const [signals, whole, visits, floors] = [[], [], [], []] as [number[], number[], number[], number[]]
  for (const [at, id] of chosen.entries()) {
    if (at % 2 === 0) {
      let took = 0
      const all = await seconds(async () => {
        took = (await changeOne(context, systemOf(coordinator), { id })).took
      })
      signals.push(took)
      whole.push(1000 * all)
    } else {
      const on = Temporal.Now.plainDateISO().toString()
      const visit = { trajectoryId: id, kind: 'done', on, minutes: 75 } as const
      visits.push(1000 * (await seconds(() => addContact(context, coordinator, visit))))
      floors.push(1000 * (await seconds(() => floorOfChange(floor, coordinator.orgId, id))))
    }
  }
  // The first of each are the ones that make the plans.
  const settled = (times: number[]) => percentiles(times.slice(50))
  const [one, own, visit, least] = [settled(signals), settled(whole), settled(visits), settled(floors)]
  return [
    {
      what: 'Signals: one change, what its transaction spends on signals: p95 (ms)',
      value: one.p95,
      floor: least.p95,
      ratio: least.p95 / one.p95,
      most: 5,
      note: `half within ${one.p50.toFixed(1)} ms; with the update, the access log and the commit ${own.p50.toFixed(1)}, p95 ${own.p95.toFixed(1)}; an update and its commit by hand ${least.p50.toFixed(1)}, p95 ${least.p95.toFixed(1)}`,
    },
    {
      what: 'Signals: a visit written down, the whole of it: p95 (ms)',
      value: visit.p95,
      floor: least.p95,
      ratio: least.p95 / visit.p95,
      note: `half within ${visit.p50.toFixed(1)} ms`,
    },
  ]
}

async function timeNewDay(world: BenchWorld, region: Region): Promise<Measured> {
  const { context } = world
  const tomorrow = { ...context, now: () => context.now().add({ hours: 24 }) }
  let day = { looked: 0, arose: 0, ended: 0 }
  const value = await seconds(async () => {
    day = await turnSignals(jobOf({ context: tomorrow }, region))
  })
  return {
    what: 'Signals: a new day (s)',
    value,
    note: `${day.looked} looked at, ${day.arose} signals arose, ${day.ended} ended`,
  }
}
