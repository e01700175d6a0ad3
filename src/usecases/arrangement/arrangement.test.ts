import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { askArrangement } from '#usecases/arrangement/ask-arrangement.ts'
import { listArrangements } from '#usecases/arrangement/list-arrangements.ts'
import { stepArrangementOn } from '#usecases/arrangement/step-arrangement.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
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
  (await listArrangements(world.context, actor, { trajectoryId })).arrangements
const ask = (actor: MemberActor, trajectoryId: string, more: object = {}) =>
  askArrangement(world.context, actor, {
    trajectoryId,
    kind: 'wmo_arrangement',
    party: 'Vraagwijzer Havenkade',
    purpose: 'Merelverhaal: iemand die thuis meehelpt',
    askedOn: '2026-11-03',
    ...more,
  })
const take = async (actor: MemberActor, trajectoryId: string, more: object = {}) => {
  const last = (await list(trajectoryId)).at(-1)
  return stepArrangementOn(world.context, actor, {
    trajectoryId,
    id: last?.id ?? '',
    version: last?.version ?? 0,
    step: 'apply',
    onDay: '2026-11-03',
    ...more,
  })
}
/** What stands on the worklist of it today. */
const toDo = async (trajectoryId: string) => {
  const { rows } = await world.owner.query<{ id: string }>('select id from task where trajectory_id = $1', [
    trajectoryId,
  ])
  const own = new Set(rows.map(({ id }) => id))
  return (await readWorklist(world.context, coordinator, {})).lines.filter(({ id }) => own.has(id))
}

describe('who may', () => {
  test('her coach and a coordinator ask and follow it; strangers and other organisations see nothing', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    await ask(worker, id)
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [stranger, elsewhere]) {
      await expect(ask(actor, id)).rejects.toThrow(NotFound)
      await expect(list(id, actor)).rejects.toThrow(NotFound)
      await expect(take(actor, id)).rejects.toThrow(NotFound)
    }
    await expect(ask(await world.member(['programme_manager']), id)).rejects.toThrow(Forbidden)
    const lead = await world.member(['safeguarding_lead'])
    await expect(take(lead, id)).rejects.toThrow(Forbidden)
    expect(await list(id, lead)).toMatchObject([{ steps: [] }])
    await take(worker, id)
    expect(await list(id, worker)).toMatchObject([{ state: 'applied' }])
  })
  test('a programme in which no party decides about anything has none', async () => {
    const { trajectoryId } = await expecting(world, { programme: mim })
    await expect(ask(coordinator, trajectoryId)).rejects.toThrow(NotFound)
    await expect(list(trajectoryId)).rejects.toThrow(NotFound)
  })
  test('what cannot be is refused with the field it is about', async () => {
    const { trajectoryId: id } = await expecting(world)
    for (const [more, fields] of [
      [{ kind: 'moon' }, { kind: 'choose-one' }],
      [{ party: null }, { party: 'required' }],
      [{ purpose: ' ' }, { purpose: 'required' }],
      [{ askedOn: '2026-11-04' }, { askedOn: 'day-to-come' }],
      [{ neededOn: '2026-11-04' }, { neededOn: 'day-after-asking' }],
    ] as const)
      await expect(ask(coordinator, id, more)).rejects.toMatchObject({ fields })
    await expect(ask(coordinator, id, { networkOrganisationId: world.otherOrgId })).rejects.toThrow(NotFound)
    await ask(coordinator, id)
    for (const [more, fields] of [
      [{ onDay: '2026-11-04' }, { onDay: 'day-to-come' }],
      [{ onDay: '2026-11-02' }, { onDay: 'day-before-last' }],
      [{ step: 'drop' }, { reason: 'choose-one' }],
      [{ step: 'wait' }, { againOn: 'required' }],
      [{ step: 'wait', againOn: '2026-11-03' }, { againOn: 'day-in-the-past' }],
    ] as const)
      await expect(take(coordinator, id, more)).rejects.toMatchObject({ fields })
    await expect(take(coordinator, id, { version: 9 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    for (const step of ['start', 'end'])
      await expect(take(coordinator, id, { step })).rejects.toMatchObject({
        code: 'arrangement-not-from-this-state',
      })
  })
})

describe('help that a party decides about', () => {
  test('is asked after on the day of each term, and no more once it began', async () => {
    const { trajectoryId: id } = await expecting(world)
    await ask(coordinator, id, { neededOn: '2026-10-30' })
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-12-15')
    const [line] = await toDo(id)
    await expect(
      finishTask(world.context, coordinator, { id: line?.id ?? '', ending: 'done' }),
    ).rejects.toMatchObject({ code: 'task-asks-an-answer' })
    await take(coordinator, id, { onDay: '2026-12-10' })
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-12-25')
    expect(await list(id)).toMatchObject([{ overdue: true, state: 'applied' }])
    expect(await toDo(id)).toHaveLength(1)
    await take(coordinator, id, { step: 'grant', onDay: '2026-12-22' })
    world.turnTo('2027-01-04')
    await take(coordinator, id, { step: 'start', onDay: '2027-01-04' })
    expect(await toDo(id)).toEqual([])
    world.turnTo('2027-03-04')
    expect(await toDo(id)).toEqual([])
    expect(await list(id)).toMatchObject([
      {
        state: 'started',
        daysToHelp: 66,
        stretches: [
          { stretch: 'asking', days: 4 },
          { stretch: 'looking', days: 37, term: 42 },
          { stretch: 'deciding', days: 12, term: 14 },
          { stretch: 'starting', days: 13, term: 14 },
        ],
      },
    ])
    await take(coordinator, id, { step: 'end', onDay: '2027-03-04' })
    expect(await list(id)).toMatchObject([{ state: 'ended', steps: [] }])
  })
  test('of which there is no word yet is asked after again on the day that was agreed', async () => {
    const { trajectoryId: id } = await expecting(world)
    await ask(coordinator, id)
    world.turnTo('2026-12-15')
    await take(coordinator, id, { step: 'wait', onDay: '2026-12-15', againOn: '2026-12-22' })
    expect(await list(id)).toMatchObject([{ state: 'asked', overdue: false }])
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-12-22')
    expect(await toDo(id)).toHaveLength(1)
    await take(coordinator, id, { step: 'refuse', onDay: '2026-12-22' })
    expect(await toDo(id)).toEqual([])
    await expect(take(coordinator, id, { step: 'grant', onDay: '2026-12-22' })).rejects.toMatchObject({
      code: 'arrangement-not-from-this-state',
    })
  })
  test('that nobody waits for any more says why', async () => {
    const { trajectoryId: id } = await expecting(world)
    await ask(coordinator, id)
    await take(coordinator, id, { step: 'drop', reason: 'not_needed' })
    expect(await list(id)).toMatchObject([{ state: 'dropped', droppedCode: 'not_needed' }])
  })
  test('keeps what it is for and of whom it was asked sealed, and no citizen number', async () => {
    const { trajectoryId: id } = await expecting(world)
    await ask(coordinator, id, { purpose: 'Merelverhaal 111222333' })
    expect((await list(id))[0]?.purpose).toBe('Merelverhaal […]')
    const { rows } = await world.owner.query(
      `select purpose_sealed::text || party_sealed::text as kept from arrangement`,
    )
    for (const { kept } of rows)
      for (const word of ['Merel', 'Vraagwijzer'])
        expect(kept).not.toContain(Buffer.from(word).toString('hex'))
  })
})
