import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { beside } from '#testing/beside.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
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

type Said = Omit<Parameters<typeof stepWorkerOn>[2], 'id' | 'version'>
async function step(id: string, said: Said, actor = coordinator) {
  const { version } = await readWorker(world.context, coordinator, { id })
  return stepWorkerOn(world.context, actor, { id, version, ...said })
}
const leave = { step: 'go-on-leave', reason: 'health', until: '2026-12-01' } as const
const lines = async () =>
  (await readWorklist(world.context, coordinator, {})).lines.filter(({ source }) => source.from === 'leave')

describe('a step with a worker', () => {
  test('is a coordinator’s of her own organisation', async () => {
    const id = await castWorker(world, { given: 'Petra' })
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(step(id, leave, stranger)).rejects.toThrow(NotFound)
    for (const role of ['worker', 'programme_manager', 'safeguarding_lead'] as const)
      await expect(step(id, leave, await world.member([role]))).rejects.toThrow(Forbidden)
  })
  test('keeps who took it, when and why, in order', async () => {
    const id = await castWorker(world, { given: 'Marga' }, { ready: false })
    await step(id, { step: 'plan-interview' })
    await step(id, { step: 'start-training' })
    await step(id, { step: 'request-vog' })
    await step(id, { step: 'make-ready' })
    await expect(step(id, { step: 'go-on-leave' })).rejects.toMatchObject({
      fields: { reason: 'choose-one', until: 'required' },
    })
    await expect(step(id, { ...leave, on: '2026-11-02' })).rejects.toMatchObject({
      fields: { on: 'before-last-step' },
    })
    await step(id, leave)
    const { history, stateUntil } = await readWorker(world.context, coordinator, { id })
    expect(stateUntil?.toString()).toBe('2026-12-01')
    expect(history.map((one) => one.step)).toEqual([
      'go-on-leave',
      'make-ready',
      'request-vog',
      'start-training',
      'plan-interview',
      'register',
    ])
    expect(history[0]).toMatchObject({ reason: 'health', by: 'Lid coordinator' })
    await expect(step(id, { step: 'leave', reason: 'withdrew' })).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    expect(await step(id, { step: 'leave', reason: 'moved' })).toEqual({ state: 'left' })
    expect((await readWorker(world.context, coordinator, { id })).untilDay?.toString()).toBe('2026-11-03')
  })
})

describe('leave', () => {
  test('while women count on her stands on the worklist, and back she is where her matches say', async () => {
    const { worker, matchId } = await beside(world, coordinator)
    const id = worker.workerId ?? ''
    await step(id, leave)
    expect((await lines()).find((line) => line.id === id)).toMatchObject({
      pressure: 'due',
      source: { state: 'on_leave', women: 1 },
    })
    await expect(step(id, { step: 'leave', reason: 'moved' })).rejects.toMatchObject({
      code: 'worker-has-matches',
    })
    await step(id, { step: 'stay-away', reason: 'rest', until: '2026-12-20' })
    await step(id, { step: 'come-back' })
    expect((await readWorker(world.context, coordinator, { id })).state).toBe('active')
    expect((await lines()).filter((line) => line.id === id)).toEqual([])
    await step(id, { step: 'announce-leaving', reason: 'no_time' })
    await step(id, { step: 'stay' })
    const { version } = await readMatch(world.context, coordinator, { id: matchId })
    await endMatch(world.context, coordinator, { id: matchId, version, reason: 'moved' })
    const { state, history } = await readWorker(world.context, coordinator, { id })
    expect(state).toBe('ready')
    expect(history[0]).toMatchObject({ step: 'be-free', to: 'ready' })
    expect(history.map((one) => one.step)).toContain('begin')
  })
  test('that is over comes up on its day, also when nobody counts on her', async () => {
    const id = await castWorker(world, { given: 'Rita' })
    await step(id, leave)
    expect((await lines()).filter((line) => line.id === id)).toEqual([])
    world.turnTo('2026-12-01')
    expect((await lines()).find((line) => line.id === id)).toMatchObject({ pressure: 'waiting' })
    world.turnTo('2026-11-03')
  })
})
