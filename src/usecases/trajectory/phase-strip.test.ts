import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'
import { mvr } from '#programmes/mvr.ts'
import { expecting, versionNow } from '#testing/expecting.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

test('phases that people set are drawn on the strip and said in its table; none after a loss', async () => {
  const { trajectoryId } = await expecting(world)
  world.turnTo('2026-12-08')
  await movePhases(world.context, coordinator, {
    trajectoryId,
    version: await versionNow(world, trajectoryId),
    phases: ['basics', 'child'],
    reason: 'beside',
  })
  world.turnTo('2027-01-12')
  const { phaseSpans } = await readTrajectory(world.context, coordinator, { id: trajectoryId })
  expect(phaseSpans.map(({ phase, from, until }) => [phase, `${from}`, until])).toEqual([
    ['basics', '2026-11-03', null],
    ['child', '2026-12-08', null],
  ])
  const site = staffSite(trajectoryRoutes, world, coordinator)
  const { html } = await visit(site, paths.trajectory.one(trajectoryId))
  expect(html).toContain('naast-strip__band')
  expect(html).toContain('1+2')
  expect(html).toContain('Fase: Het kind')
  await quietTrajectory(world.context, coordinator, { trajectoryId, loss: 'not_said' })
  expect((await readTrajectory(world.context, coordinator, { id: trajectoryId })).phaseSpans).toEqual([])
  const after = await visit(site, paths.trajectory.one(trajectoryId))
  expect(after.html).not.toContain('Het kind')
})
