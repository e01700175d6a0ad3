import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { outcomeRoutes } from '#pages/outcome/outcomes-page.tsx'
import { castWoman } from '#testing/cast.ts'
import { answer } from '#testing/referred-woman.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { readOutcomes } from '#usecases/outcome/read-outcomes.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const programmeId = 'mim-nl-18m'
const known: Awaited<ReturnType<typeof castWoman>>[] = []

/** A woman who began on this day, with these scores of her confidence; none where it was not asked yet. */
async function woman(scores: readonly (number | null)[], how: { on?: string; dueOn?: string } = {}) {
  const { on = '2026-01-15', dueOn = '2026-10-01' } = how
  const one = await castWoman(world, { given: `Vrouw${known.length}` }, { state: 'active' })
  known.push(one)
  await world.owner.query(`update trajectory set started_on = $1 where id = $2`, [on, one.trajectoryId])
  for (const [at, moment] of (['T0', 'T2'] as const).entries()) {
    const score = scores[at] ?? null
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on,
         taken_on, scores, mode, language)
       values ($1, $2, $3, $4, 'ladder_confidence', '1', $5, $6, $7, $8, 'together', 'nl')`,
      [
        world.orgId,
        world.context.newId(),
        one.trajectoryId,
        moment,
        score === null ? 'due' : 'taken',
        at === 0 ? on : dueOn,
        score === null ? null : on,
        score === null ? null : JSON.stringify({ now: score }),
      ],
    )
  }
  return one
}

const read = async (actor: MemberActor, year: number | null = null) => {
  const { outcomes, years } = await readOutcomes(world.context, actor, { programmeId, year })
  const [first] = outcomes
  if (!first) throw new Error('no outcome')
  return { ...first, years }
}
const page = async (actor: MemberActor, query = ''): Promise<string> => {
  const answered = await staffSite(outcomeRoutes, world, actor).request(
    `http://localhost/outcomes/${programmeId}${query}`,
  )
  expect(answered.status).toBe(200)
  return answered.text()
}

describe('who asks', () => {
  test('coordinates or leads the programme, here', async () => {
    for (const role of [
      'worker',
      'referrer',
      'privacy_officer',
      'administrator',
      'safeguarding_lead',
    ] as const)
      await expect(
        readOutcomes(world.context, await world.member([role]), { programmeId, year: null }),
      ).rejects.toThrow(Forbidden)
    await expect(
      readOutcomes(world.context, coordinator, { programmeId: 'nothing', year: null }),
    ).rejects.toThrow(NotFound)
  })
})

describe('what changed', () => {
  test('is not added up of four women', async () => {
    for (const [from, to] of [
      [3, 5],
      [4, 7],
      [2, 6],
      [5, 5],
    ])
      await woman([from ?? 0, to ?? 0])
    for (const actor of [coordinator, manager]) {
      expect((await read(actor)).shown.summary).toBeNull()
      const html = await page(actor)
      expect(html).toContain('tellen we niets op')
      expect(html).not.toMatch(/gemiddeld van|standaardafwijking/)
    }
    expect(await page(coordinator)).toContain('4 vrouwen zijn')
    expect(await page(manager)).not.toContain('4 vrouwen zijn')
  })

  test('is counted with who is missing beside it, and nobody’s name', async () => {
    await woman([4, 3])
    await woman([3, 6])
    // Her last measure was due, and nobody asked.
    await woman([5, null])
    // She is still on her way.
    await woman([5, null], { dueOn: '2027-01-01' })
    const { shown } = await read(coordinator)
    expect(shown.steps).toEqual({ referred: 8, started: 8, first: 8, ready: 7, both: 6, owed: 7 })
    expect(shown.summary?.change).toBeCloseTo(11 / 6, 9)
    expect(shown.summary?.bound).toBeCloseTo(11 / 7, 9)
    expect(shown.summary?.directions).toEqual({ up: 4, level: 1, down: 1 })
    const html = await page(coordinator)
    expect(html).toContain('Te klein voor een conclusie')
    expect(html).toContain('Er was geen vergelijkingsgroep')
    expect(html).not.toMatch(/Vrouw\d|[0-9a-f]{8}-[0-9a-f]{4}/)
  })

  test('is told without any single woman to who may not open her file', async () => {
    const { shown } = await read(manager)
    expect(shown.pairs).toBeNull()
    expect(shown.summary?.directions).toEqual({ up: null, level: null, down: null })
    expect(shown.summary?.bound).toBeNull()
    expect(await page(manager)).not.toContain('<svg viewBox="0 0 360')
    expect(await page(coordinator)).toContain('<svg viewBox="0 0 360')
  })

  test('is not told of all years, where that would tell of a small one', async () => {
    await woman([1, 2], { on: '2025-03-01' })
    expect((await read(manager)).heldBack).toBe(true)
    expect((await read(manager, 2026)).shown.summary?.pairs).toBe(6)
    expect((await read(manager, 2025)).shown.summary).toBeNull()
    expect((await read(coordinator)).shown.summary?.pairs).toBe(7)
    expect((await read(coordinator, 2025)).years).toEqual([2026, 2025])
  })

  test('does not use the answers of who took that back', async () => {
    const [her] = known
    if (!her) throw new Error('nobody')
    for (const state of ['given', 'withdrawn'] as const)
      await answer(world, coordinator, her.trajectoryId, 'C-7', state)
    const { shown } = await read(coordinator, 2026)
    expect([shown.steps.started, shown.steps.both, shown.summary?.pairs]).toEqual([8, 5, 5])
    await answer(world, coordinator, her.trajectoryId, 'C-7', 'given')
    expect((await read(coordinator, 2026)).shown.summary?.pairs).toBe(6)
  })

  test('leaves out who is locked for the reader, and counts her for the others', async () => {
    const [, her] = known
    if (!her) throw new Error('nobody')
    const locked = await world.member(['coordinator'])
    await setFileLock(world.context, coordinator, {
      fileId: her.referralId,
      against: { kind: 'member', id: locked.memberId },
      words: 'Zij wil niet dat hij dit weet.',
    })
    expect((await read(locked, 2026)).shown.steps).toMatchObject({ referred: 7, both: 5 })
    expect((await read(coordinator, 2026)).shown.steps).toMatchObject({ referred: 8, both: 6 })
  })

  test('is nothing of ours in another organisation', async () => {
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    const { shown, years } = await read(elsewhere)
    expect([shown.steps.referred, years]).toEqual([0, []])
  })

  test('says why last measures are missing, and of which nobody said why', async () => {
    const before = (await read(coordinator, 2026)).shown.missing
    const one = await woman([4, null])
    const afterPassing = (await read(coordinator, 2026)).shown.missing
    expect(afterPassing?.unrecorded).toBe((before?.unrecorded ?? 0) + 1)
    await declineMeasure(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      moment: 'T2',
      reason: 'forgotten',
    })
    const said = (await read(coordinator, 2026)).shown.missing
    expect([said?.unrecorded, said?.forgotten]).toEqual([before?.unrecorded, (before?.forgotten ?? 0) + 1])
    expect(await page(coordinator, '?year=2026')).toContain('Vergeten, of er was geen goed moment')
    // Who may not open her file hears of no single woman, and of all years together nothing.
    const told = (await read(manager, 2026)).shown.missing
    expect(Object.values(told ?? {}).some((count) => count !== null && count > 0 && count < 5)).toBe(false)
    expect((await read(manager)).shown.missing).toBeNull()
  })
  test('of a year that makes no sense is of all years, and no page breaks', async () => {
    for (const query of ['?year=0000', '?year=abc', '?year=99999', '?year=2031'])
      await page(coordinator, query)
  })
})
