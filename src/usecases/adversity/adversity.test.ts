import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { readAdversityGrid } from '#usecases/adversity/read-adversity-grid.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, mim])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const fill = (
  actor: MemberActor,
  trajectoryId: string,
  counts: Record<string, string> = { adversityMoney: '3', adversityHousing: '1' },
  words: string | null = null,
) => fillAdversityGrid(world.context, actor, { trajectoryId, counts, words })
const read = (trajectoryId: string, actor = coordinator) =>
  readAdversityGrid(world.context, actor, { trajectoryId })

describe('who may', () => {
  test('her coach and a coordinator; nobody else sees that there is one', async () => {
    const one = await expecting(world)
    await fill(one.worker, one.trajectoryId)
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [stranger, elsewhere]) {
      await expect(fill(actor, one.trajectoryId)).rejects.toThrow(NotFound)
      await expect(read(one.trajectoryId, actor)).rejects.toThrow(NotFound)
    }
    const manager = await world.member(['programme_manager'])
    await expect(read(one.trajectoryId, manager)).rejects.toThrow(Forbidden)
    const lead = await world.member(['safeguarding_lead'])
    expect((await read(one.trajectoryId, lead)).mayFill).toBe(false)
    await expect(fill(lead, one.trajectoryId)).rejects.toThrow(Forbidden)
  })
  test('no programme without a grid has one', async () => {
    const { trajectoryId } = await expecting(world, { programme: mim })
    await expect(fill(coordinator, trajectoryId)).rejects.toThrow(NotFound)
    await expect(read(trajectoryId)).rejects.toThrow(NotFound)
  })
})

describe('a measure that asks the same', () => {
  const carried = async (trajectoryId: string) =>
    (await listMeasures(world.context, coordinator, { trajectoryId })).carried
  test('has what was said lately in it, and nothing of another time', async () => {
    const one = await expecting(world)
    expect(await carried(one.trajectoryId)).toBeNull()
    await fill(one.worker, one.trajectoryId)
    expect(await carried(one.trajectoryId)).toEqual({
      on: Temporal.PlainDate.from('2026-11-03'),
      answers: { 'adversity_grid.adversityMoney': '3', 'adversity_grid.adversityHousing': '1' },
    })
    world.turnTo('2026-12-10')
    expect(await carried(one.trajectoryId)).toBeNull()
  })
  test('and none in a programme without a grid', async () => {
    const { trajectoryId } = await expecting(world, { programme: mim, dueOn: null })
    expect(await carried(trajectoryId)).toBeNull()
  })
})

describe('a grid', () => {
  test('is kept sealed, shown then and now, and asked for again after half a year', async () => {
    const one = await expecting(world)
    const id = one.trajectoryId
    expect(await read(id)).toMatchObject({ grids: [], againOn: null, mayFill: true })
    await fill(one.worker, id, { adversityMoney: '3' }, 'Elke dag een brief')
    world.turnTo('2027-05-04')
    await fill(coordinator, id, { adversityMoney: '1', adversityWork: '0' })
    const { grids, words, againOn } = await read(id)
    expect(
      grids.map(({ on, counts }) => [on.toString(), counts.adversityMoney, counts.adversityWork]),
    ).toEqual([
      ['2026-11-03', 3, null],
      ['2027-05-04', 1, 0],
    ])
    expect([words, againOn?.toString()]).toEqual([null, '2027-11-02'])
    const { rows } = await world.owner.query(`select answers_sealed::text as kept from adversity_grid`)
    for (const { kept } of rows) expect(kept).not.toContain(Buffer.from('adversityMoney').toString('hex'))
  })
  test('says what is wrong with what was chosen, and that nothing was', async () => {
    const { trajectoryId: id } = await expecting(world)
    await expect(fill(coordinator, id, { adversityMoney: '6' })).rejects.toMatchObject({
      fields: { adversityMoney: 'choose-one' },
    })
    await expect(fill(coordinator, id, { adversityLuck: '1' })).rejects.toMatchObject({
      fields: { adversityLuck: 'unknown-field' },
    })
    await expect(fill(coordinator, id, { adversityMoney: '' })).rejects.toMatchObject({ code: 'grid-empty' })
  })
  test('asks nothing about a child after a loss, and shows none of what was said of one', async () => {
    const { trajectoryId: id } = await expecting(world)
    await fill(coordinator, id, { adversityMoney: '1', adversityParenting: '2' })
    await quietTrajectory(world.context, coordinator, { trajectoryId: id, loss: 'not_said' })
    const { domains } = await read(id)
    expect(domains.map(({ label }) => label.nl).join()).not.toMatch(/kind|zwanger|opvoed/i)
    await expect(fill(coordinator, id, { adversityParenting: '1' })).rejects.toMatchObject({
      fields: { adversityParenting: 'unknown-field' },
    })
  })
  test('isn’t filled in any more once it is over', async () => {
    const { trajectoryId: id } = await expecting(world)
    await world.owner.query(
      `update trajectory set state = 'closed', closed_on = '2026-11-03' where id = $1`,
      [id],
    )
    await expect(fill(coordinator, id)).rejects.toMatchObject({ code: 'not-from-this-state' })
    expect((await read(id)).mayFill).toBe(false)
  })
})
