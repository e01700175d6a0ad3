import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { applyAsWorker } from '#usecases/worker/apply-as-worker.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const form = (more: object = {}) => ({
  application: {
    name: { given: 'Fatma', family: 'Öztürk' },
    phone: '+31610000001',
    languages: ['tr'],
    words: 'Ik was zelf jonge moeder.',
    language: 'nl' as const,
    agreed: true as const,
    ...more,
  },
})
const visitor = () => world.visitor('applicant')
const lines = async () =>
  (await readWorklist(world.context, coordinator, {})).lines.filter(
    ({ source }) => source.from === 'applicant',
  )

describe('an application', () => {
  test('comes in through its own form and through no other door', async () => {
    for (const door of ['professional', 'self'] as const) {
      await expect(applyAsWorker(world.context, world.visitor(door), form())).rejects.toThrow(Forbidden)
    }
    await expect(applyAsWorker(world.context, coordinator, form())).rejects.toThrow(Forbidden)
  })
  test('asks a way to reach her, her agreement, and a programme that is offered', async () => {
    const refused = async (more: object) =>
      applyAsWorker(world.context, visitor(), form(more)).catch((error: unknown) =>
        error instanceof Invalid ? error.fields : error,
      )
    expect(await refused({ phone: null })).toEqual({ 'application.phone': 'phone-or-email' })
    expect(await refused({ agreed: false })).toEqual({ 'application.agreed': 'agreement-needed' })
    expect(await refused({ programmes: ['iets-anders'] })).toEqual({ programmes: 'unknown-programme' })
    expect(await refused({ role: 'administrator' })).toEqual({ 'application.role': 'unknown-field' })
    expect(await refused({ words: 'x'.repeat(2001) })).toEqual({ 'application.words': 'too-long' })
  })
  test('stands on the worklist of the coordinators until a step is taken, with a day by which she hears', async () => {
    expect(await applyAsWorker(world.context, visitor(), form())).toEqual({ answerBy: '2026-11-10' })
    const [line] = await lines()
    expect(line).toMatchObject({ name: 'Fatma Öztürk', pressure: 'due' })
    world.turnTo('2026-11-11')
    expect((await lines())[0]).toMatchObject({ pressure: 'urgent' })
    world.turnTo('2026-11-03')
    const id = line?.id ?? ''
    const worker = await readWorker(world.context, coordinator, { id })
    expect(worker).toMatchObject({
      state: 'applicant',
      applications: [{ words: 'Ik was zelf jonge moeder.' }],
      history: [{ step: 'apply', by: null }],
      room: 1,
    })
    expect(
      (await listWorkers(world.context, coordinator, {})).find(({ workerId }) => workerId === id)?.room,
    ).toBe(0)
    await stepWorkerOn(world.context, coordinator, { id, version: 1, step: 'plan-interview' })
    expect(await lines()).toEqual([])
    expect((await readWorker(world.context, coordinator, { id })).coordinator?.name).toBe('Lid coordinator')
    const manager = await world.member(['programme_manager'])
    expect((await readWorker(world.context, manager, { id })).applications).toEqual([])
  })
  test('sent twice is one applicant, and says the same both times', async () => {
    const before = (await listWorkers(world.context, coordinator, {})).length
    const again = form({ name: { given: 'F.' }, words: 'Nog iets.', phone: '+31610000001' })
    expect(await applyAsWorker(world.context, visitor(), again)).toEqual({ answerBy: '2026-11-10' })
    const all = await listWorkers(world.context, coordinator, {})
    expect(all).toHaveLength(before)
    const id = all.find(({ name }) => name === 'Fatma Öztürk')?.workerId ?? ''
    expect(
      (await readWorker(world.context, coordinator, { id })).applications.map(({ words }) => words),
    ).toEqual(expect.arrayContaining(['Nog iets.', 'Ik was zelf jonge moeder.']))
  })
  test('keeps no BSN, wherever one is typed', async () => {
    await applyAsWorker(
      world.context,
      visitor(),
      form({ name: { given: '111222333' }, phone: '+31610000002', words: 'Mijn BSN is 111222333.' }),
    )
    const line = (await lines()).find(({ name }) => name === '—')
    const worker = await readWorker(world.context, coordinator, { id: line?.id ?? '' })
    expect(JSON.stringify(worker)).not.toContain('111222333')
    expect(worker.applications[0]?.words).toBe('Mijn BSN is […].')
  })
})
