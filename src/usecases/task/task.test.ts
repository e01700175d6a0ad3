import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { listMessages } from '#usecases/message/list-messages.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { readTask } from '#usecases/task/read-task.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { outboxOf, queueAppointment, referredWoman } from '../../../testing/referred-woman.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let taskId: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  const woman = await referredWoman(world, coordinator)
  // Without a safe-contact agreement nothing may leave: a person gets the task.
  await queueAppointment(world.context, outboxOf(world), {
    personId: woman.personId,
    trajectoryId: woman.trajectoryId,
    dedupeKey: 'one',
  })
  const { rows } = await world.owner.query('select id from task')
  taskId = rows[0].id
})
afterAll(() => world.close())

/** What of the worklist comes from tasks. */
const tasks = async (actor: MemberActor) =>
  (await readWorklist(world.context, actor, {})).lines.filter(({ source }) => source.from === 'task')

describe('a task', () => {
  test('is not there for a volunteer, a referrer, or another organisation', async () => {
    for (const role of ['worker', 'referrer', 'administrator', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      if (role === 'privacy_officer') expect((await readWorklist(world.context, actor, {})).lines).toEqual([])
      else await expect(readWorklist(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(finishTask(world.context, actor, { id: taskId, ending: 'done' })).rejects.toThrow(
        Forbidden,
      )
      await expect(listMessages(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    expect((await readWorklist(world.context, elsewhere, {})).lines).toEqual([])
    expect(await listMessages(world.context, elsewhere, {})).toEqual([])
    await expect(readTask(world.context, elsewhere, { id: taskId })).rejects.toThrow(NotFound)
    await expect(finishTask(world.context, elsewhere, { id: taskId, ending: 'done' })).rejects.toThrow(
      NotFound,
    )
  })
  test('stands on the worklist of who coordinates, says why, and is put away once', async () => {
    expect(await tasks(coordinator)).toMatchObject([
      { id: taskId, name: 'Selam Tesfay', source: { reason: 'message-without-agreement' } },
    ])
    const other = await world.member(['coordinator'])
    expect(await tasks(other)).toMatchObject([{ id: taskId }])
    await finishTask(world.context, other, { id: taskId, ending: 'done_otherwise' })
    expect(await tasks(coordinator)).toEqual([])
    expect(await readTask(world.context, coordinator, { id: taskId })).toMatchObject({
      doneCode: 'done_otherwise',
    })
    await expect(
      finishTask(world.context, coordinator, { id: taskId, ending: 'done' }),
    ).rejects.toMatchObject({ code: 'task-already-done' })
  })
  test('put away does not send what could not leave', async () => {
    expect(await listMessages(world.context, coordinator, {})).toMatchObject([
      { state: 'refused', reasonCode: 'message-without-agreement', name: 'Selam Tesfay' },
    ])
  })
})
