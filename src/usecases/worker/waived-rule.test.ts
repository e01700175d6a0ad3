import { afterAll, beforeAll, expect, test } from 'vitest'
import { memosa } from '#programmes/memosa.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { signalsIn } from '#testing/signals.ts'
import { openWorld, type World } from '#testing/world.ts'
import { endWaiver } from '#usecases/worker/end-waiver.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { waiveGate } from '#usecases/worker/waive-gate.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([memosa])
})
afterAll(() => world.close())

test('a mentor without the education is a signal until her manager decides, and again once that is over', async () => {
  const coordinator = await world.member(['coordinator'])
  const manager = await world.member(['programme_manager'])
  const see = signalsIn(world)
  const one = await runningTrajectory(world, { programmeId: memosa.id })
  await agreeSafeContact(world, coordinator, one.motherId)
  expect(await see.standing(one)).not.toContain('ME-F8')
  const { workerId } = one
  await recordGate(world.context, coordinator, {
    workerId,
    kind: 'qualification',
    seenOn: '2026-11-03',
    notInOrder: true,
  })
  expect(await see.standing(one)).toContain('ME-F8')
  const decision = { workerId, kind: 'qualification', covers: 'all', reason: 'experience_instead' } as const
  await waiveGate(world.context, manager, { ...decision, until: '2026-11-05' })
  expect(await see.standing(one)).not.toContain('ME-F8')
  await see.turnTo('2026-11-05')
  expect(await see.standing(one)).not.toContain('ME-F8')
  await see.turnTo('2026-11-06')
  expect(await see.standing(one)).toContain('ME-F8')
  await waiveGate(world.context, manager, decision)
  expect(await see.standing(one)).not.toContain('ME-F8')
  await endWaiver(world.context, manager, { workerId, kind: 'qualification' })
  expect(await see.standing(one)).toContain('ME-F8')
})
