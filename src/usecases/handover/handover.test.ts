import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { arrangeHandover } from '#usecases/handover/arrange-handover.ts'
import { checkHandover } from '#usecases/handover/check-handover.ts'
import { dropHandover } from '#usecases/handover/drop-handover.ts'
import { holdHandoverTalk } from '#usecases/handover/hold-handover.ts'
import { listHandovers } from '#usecases/handover/list-handovers.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, mim])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const list = async (trajectoryId: string, actor = coordinator) =>
  (await listHandovers(world.context, actor, { trajectoryId })).handovers
const arrange = (actor: MemberActor, trajectoryId: string, more: object = {}) =>
  arrangeHandover(world.context, actor, {
    trajectoryId,
    party: 'Jeugdverpleegkundige Havenkade',
    talkOn: '2026-11-05',
    ...more,
  })
const which = async (trajectoryId: string) => {
  const last = (await list(trajectoryId)).at(-1)
  return { trajectoryId, id: last?.id ?? '', version: last?.version ?? 0 }
}
const hold = async (actor: MemberActor, trajectoryId: string, more: object = {}) =>
  holdHandoverTalk(world.context, actor, {
    ...(await which(trajectoryId)),
    heldOn: '2026-11-05',
    checkOn: '2026-12-05',
    ...more,
  })
const check = async (actor: MemberActor, trajectoryId: string, more: object = {}) =>
  checkHandover(world.context, actor, { ...(await which(trajectoryId)), answer: 'started', ...more })
/** What her handovers put on the worklist today. */
const toDo = async (trajectoryId: string) => {
  const { rows } = await world.owner.query<{ id: string }>('select id from task where trajectory_id = $1', [
    trajectoryId,
  ])
  const own = new Set(rows.map(({ id }) => id))
  return (await readWorklist(world.context, coordinator, {})).lines.filter(({ id }) => own.has(id))
}

describe('who may', () => {
  test('her coach and a coordinator arrange it, a coordinator checks; others see nothing of it', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    await arrange(worker, id)
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [stranger, elsewhere]) {
      await expect(arrange(actor, id)).rejects.toThrow(NotFound)
      await expect(list(id, actor)).rejects.toThrow(NotFound)
      await expect(hold(actor, id)).rejects.toThrow(NotFound)
    }
    await expect(arrange(await world.member(['programme_manager']), id)).rejects.toThrow(Forbidden)
    world.turnTo('2026-11-05')
    await hold(worker, id)
    await expect(check(worker, id)).rejects.toThrow(Forbidden)
    expect((await list(id, worker))[0]).toMatchObject({ mayCheck: false })
  })
  test('a programme that doesn’t ask for one has none', async () => {
    const { trajectoryId } = await expecting(world, { programme: mim })
    await expect(arrange(coordinator, trajectoryId)).rejects.toThrow(NotFound)
    await expect(list(trajectoryId)).rejects.toThrow(NotFound)
  })
})

describe('a warm handover', () => {
  test('is arranged, held, and asked after on its day, by answering and in no other way', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    await arrange(worker, id)
    world.turnTo('2026-11-05')
    await hold(worker, id)
    expect(await list(id)).toMatchObject([{ state: 'held', party: 'Jeugdverpleegkundige Havenkade' }])
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-12-05')
    const [line] = await toDo(id)
    await expect(
      finishTask(world.context, coordinator, { id: line?.id ?? '', ending: 'done' }),
    ).rejects.toMatchObject({ code: 'task-asks-an-answer' })
    await check(coordinator, id)
    expect(await toDo(id)).toEqual([])
    expect(await list(id)).toMatchObject([{ state: 'checked', answer: 'started', mayCheck: false }])
    await expect(check(coordinator, id)).rejects.toMatchObject({ code: 'handover-not-from-this-state' })
  })
  test('of which nobody answered is asked after once more in a week', async () => {
    const { trajectoryId: id } = await expecting(world)
    await arrange(coordinator, id)
    world.turnTo('2026-11-05')
    await hold(coordinator, id)
    world.turnTo('2026-12-05')
    await check(coordinator, id, { answer: 'not_reached', askAgain: true })
    expect(await list(id)).toMatchObject([
      { state: 'held', checkOn: Temporal.PlainDate.from('2026-12-12'), answer: null },
    ])
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-12-12')
    expect(await toDo(id)).toHaveLength(1)
    await check(coordinator, id, { answer: 'not_started' })
    expect((await list(id))[0]).toMatchObject({ answer: 'not_started' })
  })
  test('has days that can be: no talk to come, no check before it', async () => {
    const { trajectoryId: id } = await expecting(world)
    await expect(arrange(coordinator, id, { talkOn: '2026-11-02' })).rejects.toMatchObject({
      fields: { talkOn: 'day-in-the-past' },
    })
    await expect(arrange(coordinator, id, { party: ' ' })).rejects.toMatchObject({
      fields: { party: 'required' },
    })
    await arrange(coordinator, id)
    await expect(hold(coordinator, id)).rejects.toMatchObject({ fields: { heldOn: 'day-to-come' } })
    world.turnTo('2026-11-05')
    await expect(hold(coordinator, id, { checkOn: '2026-11-05' })).rejects.toMatchObject({
      fields: { checkOn: 'day-before-talk' },
    })
    await expect(hold(coordinator, id, { version: 9 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('that came to nothing says why, and what was held stays', async () => {
    const { trajectoryId: id } = await expecting(world)
    await arrange(coordinator, id)
    await dropHandover(world.context, coordinator, { ...(await which(id)), reason: 'party_cannot' })
    expect(await list(id)).toMatchObject([{ state: 'dropped', droppedCode: 'party_cannot', mayHold: false }])
    world.turnTo('2026-11-06')
    await expect(hold(coordinator, id)).rejects.toMatchObject({ code: 'handover-not-from-this-state' })
  })
  test('keeps the party sealed, and goes on when the trajectory is over', async () => {
    const { trajectoryId: id } = await expecting(world)
    await world.owner.query(
      `update trajectory set state = 'closed', closed_on = '2026-11-03' where id = $1`,
      [id],
    )
    await arrange(coordinator, id)
    world.turnTo('2026-11-05')
    await hold(coordinator, id)
    await check(coordinator, id)
    const { rows } = await world.owner.query(`select party_sealed::text as kept from handover`)
    for (const { kept } of rows) expect(kept).not.toContain(Buffer.from('Jeugd').toString('hex'))
  })
})
