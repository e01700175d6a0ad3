import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureSetIds, figureSets, type TallyId, tallyIds } from '#domain/figures/figures.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { castWoman } from '#testing/cast.ts'
import { oneOfEach } from '#testing/one-of-each.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { listCases } from '#usecases/figures/list-cases.ts'
import { readFigures } from '#usecases/figures/read-figures.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
beforeAll(async () => {
  world = await openWorld()
  await oneOfEach(world)
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
}, 300_000)
afterAll(() => world?.close())

const period = '2026'
const setOfTally = (id: TallyId) =>
  figureSetIds.find((set) => (figureSets[set].tallies as readonly TallyId[]).includes(id)) ?? 'funnel'
const read = (set: (typeof figureSetIds)[number], by = coordinator, at = period, programme = '') =>
  readFigures(world.context, by, { set, period: at, programme })
const tallyOf = async (id: TallyId, by = coordinator, at = period) =>
  (await read(setOfTally(id), by, at)).tallies.find((one) => one.id === id)

describe('figures are refused', () => {
  test('to everybody who may not see the files behind them', async () => {
    for (const role of roles.filter((one) => one !== 'coordinator' && one !== 'safeguarding_lead'))
      await expect(read('funnel', await world.member([role]))).rejects.toThrow(Forbidden)
  })
  test('of safety to a coordinator', async () => {
    await expect(read('safety')).rejects.toThrow(Forbidden)
    expect((await read('safety', lead)).facts.length).toBeGreaterThan(0)
  })
  test('of a programme that was never offered here, and of a period that isn’t one', async () => {
    await expect(read('funnel', coordinator, period, 'elsewhere')).rejects.toThrow(NotFound)
    await expect(read('funnel', coordinator, 'dit jaar')).rejects.toThrow(Invalid)
  })
  test('with names of referrals to who has no desk', async () => {
    const at = { row: 'started', column: 'all', period }
    await expect(listCases(world.context, lead, { ...at, tally: 'received.reached' })).rejects.toThrow(
      Forbidden,
    )
    await listCases(world.context, lead, { ...at, tally: 'started.language' })
  })
})

describe('figures', () => {
  test('count who stands behind them, cell by cell', async () => {
    let cells = 0
    for (const tally of tallyIds) {
      const counted = await tallyOf(tally)
      for (const { code: row, counts } of counted?.rows ?? [])
        for (const [at, column] of (counted?.columns ?? []).entries()) {
          const { cases } = await listCases(world.context, coordinator, { tally, row, column, period })
          expect([tally, row, column, cases.length]).toEqual([tally, row, column, counts[at]])
          if (cases.length > 0) cells += 1
        }
    }
    expect(cells).toBeGreaterThan(10)
  })
  test('of one set of women have the same total, however they are told apart', async () => {
    for (const set of ['received', 'started', 'running', 'closed']) {
      const totals = new Set<number | undefined>()
      for (const id of tallyIds.filter((one) => one.startsWith(`${set}.`)))
        totals.add((await tallyOf(id))?.total)
      expect([set, totals.size]).toEqual([set, 1])
    }
  })
  test('of quarters are together the year of what began', async () => {
    let sum = 0
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4'])
      sum += (await tallyOf('started.programme', coordinator, `2026-${quarter}`))?.total ?? 0
    expect(sum).toBe((await tallyOf('started.programme'))?.total)
  })
  test('of a period without anything are none, and nothing is made up', async () => {
    for (const set of figureSetIds) {
      const by = set === 'safety' ? lead : coordinator
      const { tallies: none, facts } = await read(set, by, '2019')
      expect(none.every(({ total }) => total === 0)).toBe(true)
      for (const { id, value } of facts)
        if (id.startsWith('wait.') || id.endsWith('in-window')) expect(value).toBeNull()
        else if (!id.startsWith('workers.') && !id.startsWith('coordinators.')) expect(value ?? 0).toBe(0)
    }
  })
  test('of another organisation count nobody of this one', async () => {
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    const before = (await tallyOf('received.decided', stranger))?.total ?? 0
    await castWoman(world, { given: 'Nieuw' })
    expect((await tallyOf('received.decided', stranger))?.total ?? 0).toBe(before)
  })
  test('do not count a woman whose file is closed to who reads them', async () => {
    const { referralId } = await castWoman(world, { given: 'Verborgen' })
    const locked = await world.member(['coordinator'])
    const before = (await tallyOf('received.decided', locked))?.total ?? 0
    await setFileLock(world.context, coordinator, {
      fileId: referralId,
      against: { kind: 'member', id: locked.memberId },
      words: 'Zij kent hem.',
    })
    expect((await tallyOf('received.decided', locked))?.total).toBe(before - 1)
    expect((await tallyOf('received.decided'))?.total).toBe(before)
    const { cases } = await listCases(world.context, locked, {
      tally: 'received.decided',
      row: 'decided',
      period,
    })
    expect(cases.map(({ name }) => name)).not.toContain('Verborgen')
  })
})
