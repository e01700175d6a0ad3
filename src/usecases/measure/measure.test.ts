import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { answer } from '../../../testing/referred-woman.ts'
import { replanTestTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

type Input = Parameters<typeof takeMeasure>[2]
const take = (trajectoryId: string, more: Partial<Input> = {}, actor = coordinator) =>
  takeMeasure(world.context, actor, {
    trajectoryId,
    moment: 'T0',
    takenOn: '2026-11-03',
    mode: 'together',
    answers: { 'ladder_confidence.now': '6', 'ladder_support.now': '' },
    agreed: true,
    ...more,
  })
const measuresOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select moment, instrument_id, state, due_on, scores, answers_sealed from measure
       where trajectory_id = $1 order by moment, instrument_id`,
      [trajectoryId],
    )
  ).rows

describe('who may ask', () => {
  test('not her volunteer, whom she might want to please, nor anyone from elsewhere', async () => {
    const one = await runningTrajectory(world)
    await expect(take(one.trajectoryId, {}, one.worker)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(take(one.trajectoryId, {}, elsewhere)).rejects.toThrow(NotFound)
    await expect(listMeasures(world.context, elsewhere, one)).rejects.toThrow()
    const skip = { trajectoryId: one.trajectoryId, moment: 'T0', reason: 'rather_not' as const }
    await expect(declineMeasure(world.context, elsewhere, skip)).rejects.toThrow(NotFound)
  })
})

describe('the plan of measures', () => {
  test('stands as the programme has it, and planning again changes no answer', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const planned = await measuresOf(id)
    expect(new Set(planned.map(({ moment }) => moment))).toEqual(new Set(['T0', 'T1', 'T2']))
    await take(id)
    const system = { kind: 'system', orgId: world.orgId, job: 'test' } as const
    await replanTestTrajectory(world.context, system, { trajectoryId: id, bornOn: '2026-07-01' })
    const again = await measuresOf(id)
    expect(again).toHaveLength(planned.length)
    expect(again.filter(({ state }) => state === 'taken')).toHaveLength(3)
    expect(String(again.find(({ moment }) => moment === 'T1')?.due_on)).toContain('2027-04-01')
  })
})

describe('her answers', () => {
  test('are kept only if she agrees, now or before', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await expect(take(id, { agreed: false })).rejects.toMatchObject({ code: 'measure-without-consent' })
    await answer(world, coordinator, id, 'C-7', 'given')
    await take(id, { agreed: false })
    await answer(world, coordinator, id, 'C-7', 'withdrawn')
    await expect(take(id, { moment: 'T1', agreed: false })).rejects.toMatchObject({
      code: 'measure-without-consent',
    })
  })
  test('stand sealed but for the numbers that count; what she left open stays open', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await take(id)
    const rows = await measuresOf(id)
    const one = rows.find((row) => row.moment === 'T0' && row.instrument_id === 'ladder_confidence')
    expect(one.scores).toEqual({ now: 6 })
    expect(one.answers_sealed.toString()).not.toContain('now')
    const { moments } = await listMeasures(world.context, coordinator, { trajectoryId: id })
    const [first] = moments
    expect(first?.measures.map(({ instrument, answers }) => [instrument.id, answers?.now])).toEqual([
      ['ladder_confidence', '6'],
      ['ladder_support', null],
      ['ladder_knowing_the_way', null],
      // Nothing was said to it: it is asked another time.
      ['osss3-nl', undefined],
    ])
  })
  test('are taken once, on a day that has come, from the ladder as it is', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await expect(take(id, { takenOn: '2026-11-04' })).rejects.toMatchObject({
      fields: { takenOn: 'day-to-come' },
    })
    await expect(take(id, { answers: { 'ladder_confidence.now': '11' } })).rejects.toMatchObject({
      fields: { 'ladder_confidence.now': 'choose-one' },
    })
    await expect(take(id, { answers: {} })).rejects.toMatchObject({ code: 'measure-empty' })
    await expect(take(id, { moment: 'T9' })).rejects.toThrow(NotFound)
    await take(id)
    await expect(take(id)).rejects.toMatchObject({ code: 'measure-done-meanwhile' })
  })
  test('that she did not want to give are not asked again', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const skip = { trajectoryId: id, moment: 'T0', reason: 'rather_not' as const }
    await declineMeasure(world.context, coordinator, skip)
    await expect(take(id)).rejects.toMatchObject({ code: 'measure-not-due' })
    await expect(declineMeasure(world.context, coordinator, skip)).rejects.toMatchObject({
      code: 'measure-not-due',
    })
  })
})
