import { z } from 'zod'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { prepareRelease, type ToRelease } from '#usecases/report-release/prepare-release.ts'
import { command } from '#usecases/use-case.ts'
import type { World } from './world-on.ts'

/** Three places by three languages: one small cell, and one woman more in the first when asked. */
export const someCounts = (more = 0): CountTable => ({
  id: 'reach',
  population: 'started',
  dimensions: [
    { id: 'place', categories: ['a', 'b', 'c'] },
    { id: 'language', categories: ['nl', 'ar', 'pl'] },
  ],
  counts: [40 + more, 3, 20, 25, 30, 12, 18, 22, 31],
  sensitive: false,
})

/** Prepares a pack as a report's command does. */
export async function preparedRelease(
  world: World,
  by: MemberActor,
  more: Partial<ToRelease> = {},
): Promise<string> {
  const prepare = command({
    name: 'prepare-for-a-test',
    action: 'create',
    may: () => true,
    input: z.strictObject({}),
    run: (work) =>
      prepareRelease(work, {
        template: { id: 'reach', version: 1 },
        period: {
          from: Temporal.PlainDate.from('2026-01-01'),
          to: Temporal.PlainDate.from('2026-12-31'),
        },
        recipient: 'municipality',
        tables: [someCounts()],
        ...more,
      }),
  })
  return (await prepare(world.context, by, {})).id
}
