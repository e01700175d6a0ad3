import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#domain/member/role.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readAccreditation } from '#usecases/accreditation/read-accreditation.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
const read = async (role: (typeof roles)[number], period = '2026', at = world) =>
  readAccreditation(at.context, await at.member([role]), { period })

test('is for who leads this location and who coordinates', async () => {
  for (const role of roles.filter((one) => one !== 'coordinator' && one !== 'programme_manager'))
    await expect(read(role)).rejects.toThrow(Forbidden)
})
test('is over a period that is one', async () => {
  await expect(read('coordinator', 'dit jaar')).rejects.toThrow(Invalid)
})
test('of a location where nothing happened yet says nought, and invents nothing', async () => {
  const pack = await read('programme_manager')
  expect(pack.workers).toMatchObject({ gates: [], consultation: { asked: 0, late: 0 } })
  expect(pack.coordinators.workersOfNobody).toBe(0)
  expect(pack.organisation.uncovered).toBe(pack.organisation.rotaDays)
  expect(pack.organisation.leads).toBeGreaterThan(0)
})
test('counts its workers by what is asked of them, and none of another location', async () => {
  const other = await openWorld()
  const before = await read('coordinator')
  await runningTrajectory(world)
  const after = await read('coordinator')
  const asked = (pack: typeof after) => Math.max(0, ...pack.workers.gates.map((gate) => gate.asked))
  expect(asked(after)).toBe(asked(before) + 1)
  for (const gate of after.workers.gates)
    expect([gate.kind, gate.inOrder + gate.exempt + gate.lacking]).toEqual([gate.kind, gate.asked])
  expect(after.coordinators.workersOfNobody).toBe(1)
  expect(asked(await read('coordinator', '2026', other))).toBe(0)
  await other.close()
})
test('names nobody', async () => {
  const whole = JSON.stringify(await read('coordinator'))
  expect(whole).not.toMatch(/Ans|Bezoekster|Semira|Achternaam/)
})
