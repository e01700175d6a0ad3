import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Attendance } from '#domain/training/training.ts'
import { memosa } from '#programmes/memosa.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { cancelSupervision } from '#usecases/supervision/cancel-supervision.ts'
import { listMySupervision } from '#usecases/supervision/list-my-supervision.ts'
import { listSupervision } from '#usecases/supervision/list-supervision.ts'
import { planSupervision } from '#usecases/supervision/plan-supervision.ts'
import { readSupervision } from '#usecases/supervision/read-supervision.ts'
import { recordSupervision } from '#usecases/supervision/record-supervision.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let one: RunningTrajectory
let two: RunningTrajectory
beforeAll(async () => {
  world = await openWorld([memosa])
  world.turnTo('2026-10-01')
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query(`update supervision_session set state = 'cancelled' where state = 'planned'`)
  await world.owner.query(`update worker set state = 'left', until_day = '2026-11-01'`)
  one = await runningTrajectory(world, { programmeId: memosa.id })
  two = await runningTrajectory(world, { programmeId: memosa.id })
})
afterAll(() => world.close())

const plan = (more: object = {}, actor = coordinator) =>
  planSupervision(world.context, actor, {
    kind: 'peer_consultation',
    on: '2026-11-10',
    at: '19:30',
    workerIds: [one.workerId, two.workerId],
    ...more,
  })
const read = (id: string, actor = coordinator) => readSupervision(world.context, actor, { id })
const record = async (id: string, was: readonly [Attendance, Attendance], more: object = {}) =>
  recordSupervision(world.context, coordinator, {
    id,
    version: (await read(id)).version,
    attendance: [
      { workerId: one.workerId, was: was[0] },
      { workerId: two.workerId, was: was[1] },
    ],
    ...more,
  })
const mine = (of = one) => listMySupervision(world.context, of.worker, {})
const lines = async (from: 'supervision' | 'peer-consultation') =>
  (await readWorklist(world.context, coordinator, {})).lines.filter(({ source }) => source.from === from)

describe('a meeting of workers', () => {
  test('is planned by a coordinator, with workers of her own organisation who are still there', async () => {
    for (const role of [
      'worker',
      'referrer',
      'administrator',
      'privacy_officer',
      'safeguarding_lead',
    ] as const)
      await expect(plan({}, await world.member([role]))).rejects.toThrow(Forbidden)
    const elsewhere = await runningTrajectory(world, { orgId: world.otherOrgId, programmeId: memosa.id })
    await expect(plan({ workerIds: [elsewhere.workerId] })).rejects.toThrow(NotFound)
    await expect(plan({ workerIds: [] })).rejects.toThrow(Invalid)
    for (const on of ['2026-02-30', '2026-08-01', '2028-11-10'])
      await expect(plan({ on })).rejects.toThrow(Invalid)
    await expect(plan({ at: '25:00' })).rejects.toThrow(Invalid)
    const { id } = await plan({ ledBy: coordinator.memberId, place: 'Buurthuis' })
    expect(await read(id)).toMatchObject({ at: '19:30', ledBy: 'Lid coordinator', people: [{}, {}] })
    await expect(read(id, await world.member(['coordinator'], world.otherOrgId))).rejects.toThrow(NotFound)
    await expect(read(id, one.worker)).rejects.toThrow(Forbidden)
    expect((await mine()).planned).toMatchObject([
      { id, at: '19:30', place: 'Buurthuis', ledBy: 'Lid coordinator' },
    ])
  })
  test('is told of on its day, of everybody who was expected and nobody else, and pressing until then', async () => {
    const { id } = await plan({ kind: 'supervision' })
    await expect(record(id, ['there', 'absent'])).rejects.toThrow(new Refused('talk-to-come'))
    expect(await lines('supervision')).toEqual([])
    world.turnTo('2026-11-10')
    expect(await lines('supervision')).toMatchObject([{ id, pressure: 'due' }])
    world.turnTo('2026-11-11')
    expect(await lines('supervision')).toMatchObject([{ id, pressure: 'urgent' }])
    await expect(
      record(id, ['there', 'absent'], { attendance: [{ workerId: one.workerId, was: 'there' }] }),
    ).rejects.toThrow(Invalid)
    const third = await runningTrajectory(world, { programmeId: memosa.id })
    await expect(
      record(id, ['there', 'absent'], { attendance: [{ workerId: third.workerId, was: 'there' }] }),
    ).rejects.toThrow(NotFound)
    await record(id, ['there', 'absent'], { agreed: 'We bellen elkaar na een zwaar bezoek.' })
    expect(await lines('supervision')).toEqual([])
    const gates = async () =>
      (
        await world.owner.query(
          `select worker_id, seen_on::text from worker_gate where kind = 'supervision' and seen_on = '2026-11-10'`,
        )
      ).rows
    expect(await gates()).toEqual([{ worker_id: one.workerId, seen_on: '2026-11-10' }])
    // Said again, with another word for the other: it counts once for each.
    await record(id, ['there', 'there'], { agreed: 'We bellen elkaar.' })
    expect((await gates()).length).toBe(2)
    expect((await mine()).agreed).toMatchObject({ words: 'We bellen elkaar.' })
    const { rows } = await world.owner.query('select * from supervision_session where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('bellen')
  })
  test('is called off before it was held, once, and then nobody missed it', async () => {
    const { id } = await plan({ on: '2026-11-03' })
    await expect(
      cancelSupervision(world.context, await world.member(['coordinator'], world.otherOrgId), {
        id,
        version: 1,
      }),
    ).rejects.toThrow(NotFound)
    await expect(cancelSupervision(world.context, one.worker, { id, version: 1 })).rejects.toThrow(Forbidden)
    await expect(cancelSupervision(world.context, coordinator, { id, version: 9 })).rejects.toThrow(
      new Refused('changed-meanwhile'),
    )
    await cancelSupervision(world.context, coordinator, { id, version: 1 })
    await expect(cancelSupervision(world.context, coordinator, { id, version: 2 })).rejects.toThrow(
      new Refused('not-from-this-state'),
    )
    await expect(record(id, ['there', 'there'])).rejects.toThrow(new Refused('not-from-this-state'))
    expect((await mine()).planned).toEqual([])
  })
})

describe('peer consultation that is asked of her', () => {
  test('is overdue on her own page and on her coordinator’s list, until she was there', async () => {
    expect((await mine()).obligation).toMatchObject({ late: 0, missed: 0, pressing: false })
    expect((await mine()).obligation?.by.toString()).toBe('2026-12-04')
    world.turnTo('2026-12-05')
    expect((await mine()).obligation).toMatchObject({ late: 1, pressing: true })
    expect((await lines('peer-consultation')).map((line) => line.id)).toEqual(
      expect.arrayContaining([one.workerId, two.workerId]),
    )
    const { id } = await plan({ on: '2026-12-05' })
    await record(id, ['there', 'excused'])
    expect((await lines('peer-consultation')).map((line) => line.id)).toEqual([two.workerId])
    expect((await mine()).obligation).toMatchObject({ late: 0, pressing: false })
    const { standings } = await listSupervision(world.context, coordinator, {})
    expect(standings).toMatchObject([
      { workerId: two.workerId, pressing: true, missed: 1 },
      { workerId: one.workerId, pressing: false },
    ])
    // What is agreed is read by who was there.
    expect((await mine(two)).agreed).toBeNull()
  })
  test('that she missed twice in a row is said before its term is over', async () => {
    for (const on of ['2026-11-03', '2026-11-04']) {
      world.turnTo(on)
      const { id } = await plan({ on })
      await record(id, ['absent', 'there'])
    }
    expect(await lines('peer-consultation')).toMatchObject([
      { id: one.workerId, source: { from: 'peer-consultation', missed: 2 } },
    ])
  })
  test('is shown to who plans it, and to nobody else', async () => {
    await expect(listSupervision(world.context, one.worker, {})).rejects.toThrow(Forbidden)
    await expect(listMySupervision(world.context, coordinator, {})).rejects.toThrow(Forbidden)
  })
})
