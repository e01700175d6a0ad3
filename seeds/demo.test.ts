import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { buildDemo } from './demo.ts'

let world: World
let orgId: string
beforeAll(async () => {
  world = await openWorld()
  // The test's own organisation has the demo's name for its page.
  await world.owner.query(`update organisation set slug = 'proef' where slug = 'waterrijk'`)
  orgId = (await buildDemo(world.context)).orgId
})
afterAll(() => world.close())

const counted = async (text: string) =>
  Object.fromEntries(
    (await world.owner.query<{ key: string; count: number }>(text, [orgId])).rows.map(({ key, count }) => [
      key,
      count,
    ]),
  )

test('the demo’s world has somebody in every state', async () => {
  expect(
    await counted(`select state as key, count(*)::int as count from trajectory where org_id = $1 group by 1`),
  ).toEqual({
    active: 3,
    closed: 3,
    intake: 1,
    waiting: 3,
  })
  expect(
    await counted(`select state as key, count(*)::int as count from referral where org_id = $1 group by 1`),
  ).toMatchObject({
    received: 4,
    redirected: 1,
  })
})

test('what went through use cases left its trail', async () => {
  const trail = await counted(
    `select event as key, count(*)::int as count from audit_event where org_id = $1 group by 1`,
  )
  expect(trail['log-contact']).toBeGreaterThan(30)
  expect(trail['close-trajectory']).toBe(2)
})
