import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentStates, mayAnswer } from '#domain/consent/consent.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { consentCodes } from '#domain/programme/definition.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listConsents } from '#usecases/consent/list-consents.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

type Input = Parameters<typeof changeConsent>[2]
const say = (trajectoryId: string, more: Partial<Input> = {}, actor = coordinator) =>
  changeConsent(world.context, actor, { trajectoryId, code: 'C-5', state: 'given', how: 'spoken', ...more })
const entry = async (trajectoryId: string, code = 'C-5') =>
  (await listConsents(world.context, coordinator, { trajectoryId })).entries.find((one) => one.code === code)

describe('who may keep her answers', () => {
  test('not a volunteer, an administrator, or anyone from elsewhere', async () => {
    const one = await runningTrajectory(world)
    await expect(say(one.trajectoryId, {}, one.worker)).rejects.toThrow(Forbidden)
    await expect(say(one.trajectoryId, {}, await world.member(['administrator']))).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(say(one.trajectoryId, {}, elsewhere)).rejects.toThrow(NotFound)
    await expect(listConsents(world.context, elsewhere, { trajectoryId: one.trajectoryId })).rejects.toThrow(
      NotFound,
    )
  })
})

describe('the register', () => {
  test('keeps every answer; the last one counts', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id, { state: 'refused' })
    await say(id)
    await say(id, { state: 'withdrawn' })
    const answers = (await entry(id))?.answers.map(({ state, live }) => [state, live])
    expect(answers).toEqual([
      ['withdrawn', true],
      ['given', false],
      ['refused', false],
    ])
  })
  test('refuses an answer that can’t follow the last', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const code = 'consent-not-from-this-answer'
    await expect(say(id, { state: 'withdrawn' })).rejects.toMatchObject({ code })
    await say(id)
    await expect(say(id, { state: 'refused' })).rejects.toMatchObject({ code })
    await expect(say(id, { code: 'C-3', state: 'refused' })).rejects.toMatchObject({ code })
  })
  test('keeps each party apart, until the last day she gave', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await expect(say(id, { code: 'C-6' })).rejects.toMatchObject({ fields: { party: 'choose-one' } })
    await expect(say(id, { code: 'C-6', party: 'gp', untilDay: '2026-11-02' })).rejects.toMatchObject({
      fields: { untilDay: 'day-in-the-past' },
    })
    await say(id, { code: 'C-6', party: 'gp', untilDay: '2026-11-04' })
    await say(id, { code: 'C-6', party: 'midwife' })
    world.turnTo('2026-11-05')
    const live = (await entry(id, 'C-6'))?.answers.map(({ party, state }) => [party, state])
    expect(live).toEqual([
      ['midwife', 'given'],
      ['gp', 'expired'],
    ])
    world.turnTo('2026-11-03')
  })
  test('holds one live answer, also when two say something at once', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await Promise.all(Array.from({ length: 8 }, () => say(id)))
    expect((await entry(id))?.answers.filter(({ live }) => live)).toHaveLength(1)
    expect((await entry(id))?.answers).toHaveLength(8)
  })
  test('taking back what carries the trajectory is a task for its coordinator', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id, { code: 'C-2' })
    await say(id, { code: 'C-2', state: 'withdrawn' })
    const { rows } = await world.owner.query('select kind, reason_code from task where trajectory_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ kind: 'consent', reason_code: 'consent-withdrawn' }])
  })
  test('can never be taken back before it was given, along whatever road', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...consentCodes),
        fc.array(fc.constantFrom(...consentStates)),
        (code, road) => {
          let now: (typeof consentStates)[number] | null = null
          for (const next of road) {
            if (!mayAnswer(code, now, next)) continue
            if (next === 'withdrawn') expect(now).toBe('given')
            now = next
          }
        },
      ),
    )
  })
})
