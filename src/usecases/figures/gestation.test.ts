import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting, versionNow } from '#testing/expecting.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listCases } from '#usecases/figures/list-cases.ts'
import { readFigures } from '#usecases/figures/read-figures.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
}, 120_000)
afterAll(() => world?.close())

/** Today is 3 November 2026, and the day of referral too. */
const weeks = (number: number) =>
  Temporal.PlainDate.from('2026-11-03')
    .add({ days: (40 - number) * 7 })
    .toString()
const counted = async (by = coordinator) => {
  const { tallies } = await readFigures(world.context, by, { set: 'reach', period: '2026' })
  const rows = tallies.find(({ id }) => id === 'started.gestation')?.rows ?? []
  return Object.fromEntries(rows.map(({ code, counts }) => [code, counts[0]]))
}
const behind = async (row: string) =>
  (
    await listCases(world.context, coordinator, { tally: 'started.gestation', row, period: '2026' })
  ).cases.map(({ id }) => id)

test('is counted of who began, opens to whom it counts, and says nothing more after a loss', async () => {
  const [early, late, later] = [
    await expecting(world, { dueOn: weeks(10) }),
    await expecting(world, { dueOn: weeks(30) }),
    await expecting(world, { dueOn: weeks(31) }),
  ]
  const unknown = await expecting(world, { dueOn: null })
  expect(await counted()).toEqual({ 'weeks-0': 1, 'weeks-28': 2, unknown: 1 })
  expect(await behind('weeks-0')).toEqual([early.trajectoryId])
  expect(new Set(await behind('weeks-28'))).toEqual(new Set([late.trajectoryId, later.trajectoryId]))

  // On the day of the referral the child was there.
  await recordBirth(world.context, coordinator, {
    trajectoryId: late.trajectoryId,
    version: await versionNow(world, late.trajectoryId),
    children: [{ bornOn: '2026-11-03' }],
  })
  await quietTrajectory(world.context, coordinator, { trajectoryId: later.trajectoryId, loss: 'not_said' })
  expect(await counted()).toEqual({ 'weeks-0': 1, born: 1, unknown: 2 })
  expect(new Set(await behind('unknown'))).toEqual(new Set([unknown.trajectoryId, later.trajectoryId]))
})

test('leaves out a file that is shut for who reads', async () => {
  const one = await expecting(world, { dueOn: weeks(20) })
  const locked = await world.member(['coordinator'])
  await setFileLock(world.context, coordinator, {
    fileId: one.trajectoryId,
    against: { kind: 'member', id: locked.memberId },
    words: 'Zij kent haar.',
  })
  expect(await counted()).toMatchObject({ 'weeks-14': 1 })
  expect(await counted(locked)).not.toHaveProperty('weeks-14')
})
