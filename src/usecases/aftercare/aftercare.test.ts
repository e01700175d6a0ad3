import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { askAftercare } from '#usecases/aftercare/ask-aftercare.ts'
import { endAftercare } from '#usecases/aftercare/end-aftercare.ts'
import { listOwnAftercare } from '#usecases/aftercare/list-own-aftercare.ts'
import { moveAftercare } from '#usecases/aftercare/move-aftercare.ts'
import { readAftercare } from '#usecases/aftercare/read-aftercare.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let woman: RunningTrajectory
beforeAll(async () => {
  world = await openWorld([mim])
  world.turnTo('2026-10-01')
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  woman = await runningTrajectory(world)
})
afterAll(() => world.close())

const raise = (level: 'worried' | 'danger_now', actor = woman.worker) =>
  raiseConcern(world.context, actor, { trajectoryId: woman.trajectoryId, level })
const own = async (actor = woman.worker) => (await listOwnAftercare(world.context, actor, {})).talks
const lines = async (actor = coordinator) =>
  (await readWorklist(world.context, actor, {})).lines.filter(({ source }) => source.from === 'aftercare')

describe('a talk after something heavy', () => {
  test('is planned for the next working day when a worker tells of danger; not for every worry, nor for a colleague', async () => {
    await raise('worried')
    await raise('danger_now', coordinator)
    expect(await own()).toEqual([])
    await raise('danger_now')
    await raise('danger_now')
    const talks = await own()
    expect(talks.map(({ on }) => on.toString())).toEqual(['2026-11-04'])
    const line = async () => (await lines()).find(({ id }) => id === talks[0]?.id)
    expect(await line()).toMatchObject({ name: 'Ans Bezoekster', pressure: 'due' })
    world.turnTo('2026-11-05')
    expect(await line()).toMatchObject({ pressure: 'urgent' })
  })
  test('is asked for by the worker in one tap, also after a visit of hers only', async () => {
    await askAftercare(world.context, woman.worker, {})
    expect((await own()).map(({ on }) => on.toString())).toEqual(['2026-11-06'])
    const other = await runningTrajectory(world)
    const { rows } = await world.owner.query('select id from contact where trajectory_id = $1 limit 1', [
      other.trajectoryId,
    ])
    await expect(askAftercare(world.context, woman.worker, { contactId: rows[0].id })).rejects.toThrow(
      NotFound,
    )
    await expect(askAftercare(world.context, woman.worker, { workerId: other.workerId })).rejects.toThrow(
      NotFound,
    )
    const asked = await askAftercare(world.context, coordinator, {
      workerId: other.workerId,
      on: '2026-11-09',
    })
    expect(await readAftercare(world.context, coordinator, { id: asked.aftercareId })).toMatchObject({
      because: 'asked',
      state: 'planned',
    })
    for (const on of ['2026-11-02', '2027-11-02'])
      await expect(
        askAftercare(world.context, coordinator, { workerId: woman.workerId, on }),
      ).rejects.toThrow(Invalid)
  })
  test('is hers to decline and her coordinator’s to hold, once; nobody else finds it', async () => {
    const { aftercareId: id } = await askAftercare(world.context, woman.worker, {})
    const { worker: other } = await runningTrajectory(world)
    const end = (actor: MemberActor, ending: 'done' | 'declined', version = 1) =>
      endAftercare(world.context, actor, { id, version, ending })
    await expect(end(other, 'declined')).rejects.toThrow(NotFound)
    await expect(end(woman.worker, 'done')).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(end(elsewhere, 'done')).rejects.toThrow(NotFound)
    for (const role of ['referrer', 'programme_manager', 'administrator', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(end(actor, 'done')).rejects.toThrow(Forbidden)
      await expect(readAftercare(world.context, actor, { id })).rejects.toThrow(Forbidden)
    }
    await expect(
      moveAftercare(world.context, woman.worker, { id, version: 1, on: '2026-11-10' }),
    ).rejects.toThrow(Forbidden)
    await expect(
      moveAftercare(world.context, coordinator, { id, version: 1, on: '2026-11-02' }),
    ).rejects.toThrow(Invalid)
    await moveAftercare(world.context, coordinator, { id, version: 1, on: '2026-11-10' })
    await expect(end(coordinator, 'done')).rejects.toThrow(new Refused('changed-meanwhile'))
    await end(coordinator, 'done', 2)
    await expect(end(woman.worker, 'declined', 3)).rejects.toThrow(new Refused('not-from-this-state'))
    expect(await own()).toEqual([])
    const { aftercareId } = await askAftercare(world.context, woman.worker, {})
    await endAftercare(world.context, woman.worker, { id: aftercareId, version: 1, ending: 'declined' })
    expect((await lines()).map((line) => line.id)).not.toContain(aftercareId)
  })
})
