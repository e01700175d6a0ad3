import { expect, test } from 'vitest'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import type { TellAsk } from '#domain/disclosure/tell-safely.ts'
import { openDisclosureSolver } from './disclosure-solver.ts'

const table = (counts: readonly number[], more: Partial<CountTable> = {}): CountTable => ({
  id: 'reach',
  population: 'started',
  dimensions: [
    { id: 'place', categories: ['delft', 'rijswijk', 'westland'] },
    { id: 'language', categories: ['nl', 'ar', 'pl'] },
  ],
  counts,
  sensitive: false,
  ...more,
})
const ask = (tables: readonly CountTable[]): TellAsk => ({ tables, earlier: [], relations: [], least: 10 })
const counted = [40, 3, 20, 25, 30, 12, 18, 22, 31]
/** A thread that dies before it said anything, or never says anything. */
const thread = (deed: string) => new URL(`data:text/javascript,${encodeURIComponent(deed)}`)

test('a thread hides the small one and the cheapest three that give it away, and is gone', async () => {
  const solver = openDisclosureSolver()
  try {
    const told = await solver.makeSafe(ask([table(counted)]), { withinMs: 20_000 })
    const [safe] = told?.tables ?? []
    expect(safe?.cells).toEqual([40, null, null, 25, null, null, 18, 22, 31])
    expect(safe?.total).toBe(201)
    expect(safe?.rowTotals).toEqual([63, 67, 71])
    expect(told).toMatchObject({ lost: 0, outOfTime: false })
    await expect(
      solver.makeSafe(ask([table(counted), table(counted.map((n) => n + 1))]), { withinMs: 20_000 }),
    ).rejects.toThrow('place=delft')
  } finally {
    await solver.close()
  }
})
test('without time for a proof nothing is told, and of what needs none everything is', async () => {
  const solver = openDisclosureSolver()
  const late = await solver.makeSafe(ask([table(counted)]), { withinMs: -1 })
  expect(late?.outOfTime).toBe(true)
  expect(late?.tables).toMatchObject([{ refused: 'cannot-be-made-safe', cells: [] }])
  const whole = counted.map((n) => n + 10)
  const plain = await solver.makeSafe(ask([table(whole)]), { withinMs: -1 })
  expect(plain?.tables[0]?.cells).toEqual(whole)
  await solver.close()
})
test('whatever becomes of the thread, no answer is no table', async () => {
  for (const deed of ['process.exit(3)', "throw new Error('out of memory')", 'for (;;) {}']) {
    const solver = openDisclosureSolver({ thread: thread(deed), graceMs: 50 })
    expect(await solver.makeSafe(ask([table(counted)]), { withinMs: 100 })).toBeNull()
    await solver.close()
    expect(await solver.makeSafe(ask([table(counted)]), { withinMs: 100 })).toBeNull()
  }
})
