import { turnSignals } from '#server/jobs/signals.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { findDueSignals } from '#usecases/signal/find-due-signals.ts'
import { percentiles } from './load.ts'
import { makeRegion } from './region.ts'
import type { Measured } from './report.ts'
import type { Size } from './size.ts'
import { openWorld } from './world.ts'

const seconds = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}
const changesTimed = 500

/**
 * Signals of a region in which every trajectory runs: all of them weighed anew, one after a change, and what a new day
 * brings. With what stands in the tables and nothing remembered from the time before.
 */
export async function timeSignals(
  { signals: running }: Pick<Size, 'signals'>,
  port: number,
): Promise<Measured[]> {
  console.log(`Making a region for signals: ${running} running trajectories …`)
  const { region, stop } = await makeRegion({ trajectories: running, women: running, running: true })
  const world = await openWorld(region, port)
  try {
    const { context } = world
    const { orgId } = region
    const job = { organisations: async () => [orgId], context: () => context }
    const actor = { kind: 'system', orgId, job: 'bench' } as const
    // Plans are made and code is warm, as in a process that runs.
    await turnSignals(job, { everyone: true })
    let all = { looked: 0, arose: 0, ended: 0 }
    const times: number[] = []
    for (let round = 0; round < 3; round += 1)
      times.push(
        await seconds(async () => {
          all = await turnSignals(job, { everyone: true })
        }),
      )
    const { rows } = await world.owner.query<{ standing: number }>(
      'select count(*)::int as standing from signal where ended_at is null',
    )
    const { ids } = await findDueSignals(context, actor, { everyone: true, limit: changesTimed })
    const each: number[] = []
    for (const id of ids)
      each.push(1000 * (await seconds(() => evaluateSignals(context, actor, { ids: [id] }))))
    const one = percentiles(each)
    // The same world, tomorrow.
    const tomorrow = { ...context, now: () => context.now().add({ hours: 24 }) }
    let day = all
    const next = await seconds(async () => {
      day = await turnSignals({ ...job, context: () => tomorrow })
    })
    return [
      {
        what: `Signals: all ${all.looked} running trajectories weighed anew (s)`,
        value: times.sort((a, b) => a - b)[1] ?? 0,
        most: 10,
        note: `${rows[0]?.standing ?? 0} signals stand; best ${Math.min(...times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)}`,
      },
      {
        what: 'Signals: one change, its transaction and commit included: p95 (ms)',
        value: one.p95,
        most: 5,
        note: `half within ${one.p50.toFixed(1)} ms`,
      },
      {
        what: `Signals: a new day, of ${all.looked} trajectories (s)`,
        value: next,
        note: `${day.looked} looked at, ${day.arose} signals arose, ${day.ended} ended`,
      },
    ]
  } finally {
    await world.close()
    await stop()
  }
}
