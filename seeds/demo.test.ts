import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { countChoicesOtherwise } from '#usecases/matching-meeting/count-choices-otherwise.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'
import { readMatchingMeeting } from '#usecases/matching-meeting/read-matching-meeting.ts'
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
    active: 5,
    closed: 3,
    intake: 1,
    paused: 1,
    waiting: 13,
  })
  expect(
    await counted(`select state as key, count(*)::int as count from referral where org_id = $1 group by 1`),
  ).toMatchObject({
    received: 4,
    redirected: 1,
  })
  expect(
    await counted(`select state as key, count(*)::int as count from match where org_id = $1 group by 1`),
  ).toEqual({ active: 3, ended: 2, introduction: 1, paused: 1, proposed: 1, tapering: 1, trial: 1 })
  expect(
    await counted(`select state as key, count(*)::int as count from worker where org_id = $1 group by 1`),
  ).toEqual({
    active: 5,
    applicant: 1,
    in_training: 1,
    interview: 1,
    leaving: 1,
    on_leave: 1,
    ready: 6,
    vog_requested: 1,
  })
})

test('a meeting can begin: for most who wait there is somebody, and last week’s left its choice', async () => {
  const [coordinator] = (
    await world.owner.query<{ id: string }>(
      `select id from member where org_id = $1 and 'coordinator' = any(roles)`,
      [orgId],
    )
  ).rows
  const actor: MemberActor = {
    kind: 'member',
    orgId,
    memberId: coordinator?.id ?? '',
    roles: ['coordinator'],
    workerId: null,
  }
  const { meetingId: id } = await openMatchingMeeting(world.context, actor, {})
  const meeting = await readMatchingMeeting(world.context, actor, { id })
  if (meeting.state !== 'open') throw new Error('not open')
  const given = new Map(meeting.women.map(({ name, proposed }) => [name, proposed?.worker.name ?? null]))
  expect(given.size).toBe(11)
  expect([...given.values()].filter((worker) => worker === null).length).toBeLessThan(4)
  // Nobody who is there speaks her language; one pair can't be, and the plan goes round it.
  expect(given.get('Hodan Warsame')).toBeNull()
  expect(given.get('Rania Darwish')).not.toBe('Khadija Benali')
  const { programmes } = await countChoicesOtherwise(world.context, actor, {})
  expect(programmes.flatMap(({ reasons }) => reasons.map(({ reason }) => reason))).toContain('language')
})

test('what went through use cases left its trail', async () => {
  const trail = await counted(
    `select event as key, count(*)::int as count from audit_event where org_id = $1 group by 1`,
  )
  expect(trail['log-contact']).toBeGreaterThan(30)
  expect(trail['close-trajectory']).toBe(2)
  expect(trail).toMatchObject({ 'add-supporter': 5, 'change-supporter': 1, 'record-reliance': 3 })
})
