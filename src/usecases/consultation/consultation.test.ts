import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { askConsultation } from '#usecases/consultation/ask-consultation.ts'
import { listConsultations } from '#usecases/consultation/list-consultations.ts'
import { stepConsultationOn } from '#usecases/consultation/step-consultation.ts'
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
  (await listConsultations(world.context, actor, { trajectoryId })).consultations
const ask = (actor: MemberActor, trajectoryId: string, more: object = {}) =>
  askConsultation(world.context, actor, {
    trajectoryId,
    kind: 'mild_intellectual_disability',
    party: 'Orthopedagoog Havenkade',
    question: 'Merelverhaal: zij vergeet afspraken. Hoe leg ik dit uit?',
    telling: 'anonymous',
    askedOn: '2026-11-03',
    ...more,
  })
const take = async (actor: MemberActor, trajectoryId: string, more: object = {}) => {
  const last = (await list(trajectoryId)).at(-1)
  return stepConsultationOn(world.context, actor, {
    trajectoryId,
    id: last?.id ?? '',
    version: last?.version ?? 0,
    step: 'answer',
    onDay: '2026-11-03',
    advice: 'Merelverhaal: teken het.',
    ...more,
  })
}
const toDo = async (trajectoryId: string) => {
  const { rows } = await world.owner.query<{ id: string }>('select id from task where trajectory_id = $1', [
    trajectoryId,
  ])
  const own = new Set(rows.map(({ id }) => id))
  return (await readWorklist(world.context, coordinator, {})).lines.filter(({ id }) => own.has(id))
}

describe('who may', () => {
  test('her coach and a coordinator ask; strangers and other organisations see nothing', async () => {
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
  })
  test('a programme in which nobody thinks along has none', async () => {
    const { trajectoryId } = await expecting(world, { programme: mim })
    await expect(ask(coordinator, trajectoryId)).rejects.toThrow(NotFound)
    await expect(list(trajectoryId)).rejects.toThrow(NotFound)
  })
  test('what cannot be is refused with the field it is about', async () => {
    const { trajectoryId: id } = await expecting(world)
    for (const [more, fields] of [
      [{ kind: 'moon' }, { kind: 'choose-one' }],
      [{ party: null }, { party: 'required' }],
      [{ question: ' ' }, { question: 'required' }],
      [{ askedOn: '2026-11-04' }, { askedOn: 'day-to-come' }],
      [{ telling: 'named' }, { recipient: 'choose-one' }],
    ] as const)
      await expect(ask(coordinator, id, more)).rejects.toMatchObject({ fields })
    await ask(coordinator, id)
    for (const [more, fields] of [
      [{ onDay: '2026-11-04' }, { onDay: 'day-to-come' }],
      [{ onDay: '2026-11-02' }, { onDay: 'day-before-last' }],
      [{ advice: '' }, { advice: 'required' }],
      [{ step: 'drop' }, { reason: 'choose-one' }],
      [{ step: 'wait' }, { againOn: 'required' }],
      [{ step: 'wait', againOn: '2026-11-03' }, { againOn: 'day-in-the-past' }],
    ] as const)
      await expect(take(coordinator, id, more)).rejects.toMatchObject({ fields })
    await expect(take(coordinator, id, { version: 9 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
})

describe('her name', () => {
  test('is not in a question without it, nor anything else by which she is known', async () => {
    const { trajectoryId: id } = await expecting(world)
    const { name } = await listConsultations(world.context, coordinator, { trajectoryId: id })
    for (const question of [
      `Hoe leg ik dit uit aan ${name.split(' ')[0]}?`,
      'Bel haar op 06 12345678',
      'Zij woont op 3011 AB',
    ])
      await expect(ask(coordinator, id, { question }), question).rejects.toMatchObject({
        fields: { question: 'tells-who-she-is' },
      })
    expect(await list(id)).toEqual([])
  })
  test('is said only with her consent for that party, by who may share, and stands in the ledger', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    const named = { telling: 'named', recipient: 'other' }
    await expect(ask(worker, id, named)).rejects.toThrow(Forbidden)
    await expect(ask(coordinator, id, named)).rejects.toMatchObject({ code: 'sharing-without-consent' })
    await changeConsent(world.context, coordinator, {
      trajectoryId: id,
      code: 'C-6',
      party: 'other',
      state: 'given',
      how: 'spoken',
    })
    await expect(ask(coordinator, id, { ...named, recipient: 'gp' })).rejects.toMatchObject({
      code: 'sharing-without-consent',
    })
    await ask(coordinator, id, named)
    expect(await list(id)).toMatchObject([{ telling: 'named' }])
    const { rows } = await world.owner.query(
      'select recipient, items from sharing where trajectory_id = $1',
      [id],
    )
    expect(rows).toEqual([{ recipient: 'other', items: ['takes_part', 'needs'] }])
  })
})

describe('asking an expert', () => {
  test('comes back on the worklist if there is no answer, and only an answer ends that', async () => {
    const { trajectoryId: id } = await expecting(world)
    await ask(coordinator, id)
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-11-17')
    const [line] = await toDo(id)
    await expect(
      finishTask(world.context, coordinator, { id: line?.id ?? '', ending: 'done' }),
    ).rejects.toMatchObject({ code: 'task-asks-an-answer' })
    await take(coordinator, id, { step: 'wait', onDay: '2026-11-17', againOn: '2026-11-24' })
    expect(await toDo(id)).toEqual([])
    world.turnTo('2026-11-24')
    expect(await list(id)).toMatchObject([{ overdue: true }])
    expect(await toDo(id)).toHaveLength(1)
    await take(coordinator, id, { onDay: '2026-11-24' })
    expect(await toDo(id)).toEqual([])
    expect(await list(id)).toMatchObject([
      { state: 'answered', advice: 'Merelverhaal: teken het.', days: 21, steps: [], overdue: false },
    ])
    await expect(take(coordinator, id, { onDay: '2026-11-24' })).rejects.toMatchObject({
      code: 'consultation-not-from-this-state',
    })
  })
  test('that nobody waits for says why, and keeps all words sealed', async () => {
    const { trajectoryId: id } = await expecting(world)
    await ask(coordinator, id)
    await take(coordinator, id, { step: 'drop', reason: 'party_cannot', advice: null })
    expect(await list(id)).toMatchObject([{ state: 'dropped', droppedCode: 'party_cannot' }])
    const { rows } = await world.owner.query(
      `select question_sealed::text || party_sealed::text || coalesce(advice_sealed::text, '') as kept from consultation`,
    )
    for (const { kept } of rows)
      for (const word of ['Merel', 'Ortho']) expect(kept).not.toContain(Buffer.from(word).toString('hex'))
  })
})
