import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { beside } from '#testing/beside.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { NotFound } from '#usecases/failure.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { proveRevocation } from '../../prove/revocation/prove.ts'

/**
 * What was taken away is gone at once: a read that begins after the end was acknowledged gives nothing, whatever
 * eight others are reading meanwhile (security.md T6, in small; `npm run prove` does the rest).
 */
let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())
const seed = 20_261_103

test('nothing is read any more once it is over, in each of eight ways', async () => {
  const { reads, gaveAfter, empty } = await proveRevocation(world, 16, seed)
  console.log(`T6: seed ${seed}, 16 runs, ${reads} reads, ${gaveAfter.length} gave anything after the end`)
  expect({ gaveAfter, empty }).toEqual({ gaveAfter: [], empty: [] })
}, 240_000)

test('who decides by what was true when he began is seen', async () => {
  const { endings } = await proveRevocation(world, 3, seed, {
    remembered: true,
    only: ({ name }) => /match ends|another role|locked/.test(name),
  })
  expect(endings).toHaveLength(3)
}, 120_000)

test('a coordinator still finds her', async () => {
  const her = await beside(world, coordinator)
  await endMatch(world.context, coordinator, { id: her.matchId, version: 5, reason: 'no_click' })
  expect(await readTrajectory(world.context, coordinator, { id: her.trajectoryId })).toMatchObject({
    state: 'waiting',
  })
  await expect(readContact(world.context, her.worker, { id: her.contactId })).rejects.toThrow(NotFound)
})
