import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveForms } from '../prove/twice/forms.ts'
import { byJobs, openStandings } from '../prove/twice/standing.ts'
import { oneOfEach } from '../testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '../testing/whole-site.ts'
import { openWorld, type World } from '../testing/world.ts'

/** Every form of the house, as `prove/twice` sends it (security.md T18); `npm run prove` calls every use case so too. */
let world: World
let site: WholeSite
beforeAll(async () => {
  world = await openWorld()
  site = await openWholeSite(world)
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

test('every form does once what it does, however often it arrives', async () => {
  const houses = [await oneOfEach(world), await oneOfEach(world, world.otherOrgId)] as const
  const look = await openStandings(world, byJobs)
  const { tried, told, otherBodies, wrong } = await proveForms(site, houses, look, () => true)
  console.log(`${tried} forms, ${told} of them did something, ${otherBodies} sent with other words too`)
  expect(wrong).toEqual([])
  expect(told).toBeGreaterThan(90)
}, 600_000)
