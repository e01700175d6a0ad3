import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { turnConcerns } from '#server/jobs/concerns.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { takeUpConcern } from '#usecases/concern/take-up-concern.ts'
import { nameDeputy } from '#usecases/duties/name-deputy.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { listOnCall } from '#usecases/on-call/list-on-call.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { takeOffCall } from '#usecases/on-call/take-off-call.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let first: MemberActor
let second: MemberActor
let lead: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([mim])
  world.turnTo('2026-10-01')
  first = await called('Eerste', ['coordinator'])
  second = await called('Tweede', ['coordinator'])
  lead = await called('Aandacht', ['safeguarding_lead'])
  manager = await world.member(['programme_manager'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query('update on_call set withdrawn_at = now(), withdrawn_by = decided_by')
})
afterAll(() => world.close())

async function called(name: string, roles: ['coordinator'] | ['safeguarding_lead']): Promise<MemberActor> {
  const { memberId } = await addMember(
    world.context,
    { kind: 'system', orgId: world.orgId, job: 'test' },
    { userId: name, name, email: `${name}@example.nl`, roles, workerId: null, language: 'nl' },
  )
  return { kind: 'member', orgId: world.orgId, memberId, roles, workerId: null }
}
const put = (actor: MemberActor, rank: number, from: string, until: string) =>
  putOnCall(world.context, first, { memberId: actor.memberId, rank, from, until })
const gaps = async (actor: MemberActor) =>
  (await readWorklist(world.context, actor, {})).lines.filter(({ source }) => source.from === 'uncovered')
const steps = async (id: string) =>
  (await readConcern(world.context, lead, { id })).steps.map(({ kind, code, asked }) =>
    [kind, code, asked].filter(Boolean).join(' '),
  )

describe('a day that nobody has', () => {
  test('is on the list of who can mend it two weeks ahead, urgent two days ahead, and gone once it is mended', async () => {
    // Nobody keeps a list here: everybody is asked then, and nothing is missed.
    expect(await gaps(first)).toEqual([])
    await put(first, 1, '2026-11-01', '2026-11-12')
    for (const actor of [first, manager])
      expect(await gaps(actor)).toMatchObject([
        { pressure: 'due', name: null, source: { first: Temporal.PlainDate.from('2026-11-13'), days: 4 } },
      ])
    expect(await gaps(lead)).toEqual([])
    world.turnTo('2026-11-12')
    expect(await gaps(first)).toMatchObject([{ pressure: 'urgent' }])
    world.turnTo('2026-11-20')
    expect(await gaps(first)).toMatchObject([{ pressure: 'urgent', source: { days: 14 } }])
    await put(second, 1, '2026-11-13', '2026-12-31')
    expect(await gaps(first)).toEqual([])
  })
  test('appears when somebody is taken off or leaves, and a hand-over closes it', async () => {
    const { id } = await put(first, 1, '2026-11-01', '2026-11-30')
    expect(await gaps(first)).toEqual([])
    await takeOffCall(world.context, second, { id })
    // The list was kept until now: somebody else of whom it is gone stands on it still.
    await put(second, 1, '2026-11-01', '2026-11-04')
    expect(await gaps(first)).toMatchObject([{ source: { days: 12 } }])
    await put(lead, 1, '2026-11-05', '2026-11-30')
    expect(await gaps(first)).toEqual([])
    await world.owner.query(`update member set active_until = '2026-11-06' where id = $1`, [lead.memberId])
    try {
      expect(await gaps(first)).toMatchObject([
        { source: { first: Temporal.PlainDate.from('2026-11-07'), days: 10 } },
      ])
    } finally {
      await world.owner.query('update member set active_until = null where id = $1', [lead.memberId])
    }
  })
})

describe('danger now, when people are away', () => {
  test('asks who stands in for her coordinator on holiday, and goes on every ten minutes until somebody is on it', async () => {
    const woman = await runningTrajectory(world)
    await world.owner.query('update trajectory set coordinator_id = $2 where id = $1', [
      woman.trajectoryId,
      first.memberId,
    ])
    const third = await called('Derde', ['coordinator'])
    const fourth = await called('Vierde', ['coordinator'])
    await nameDeputy(world.context, manager, {
      memberId: first.memberId,
      deputyId: second.memberId,
      from: '2026-11-02',
      until: '2026-11-15',
    })
    await put(third, 1, '2026-11-03', '2026-11-03')
    await put(fourth, 2, '2026-11-03', '2026-11-03')
    world.turnTo('2026-11-03T23:55:00+01:00')
    const { concernId: id } = await raiseConcern(world.context, woman.worker, {
      trajectoryId: woman.trajectoryId,
      level: 'danger_now',
    })
    expect((await steps(id)).slice(1).sort()).toEqual([
      'asked coordinator Eerste',
      'asked on_call Derde',
      'asked safeguarding_lead Aandacht',
      'asked stands_in Tweede',
    ])
    const turn = (at: string) => {
      world.turnTo(at)
      return turnConcerns({ organisations: async () => [world.orgId], context: () => world.context })
    }
    expect(await turn('2026-11-04T00:04:59+01:00')).toEqual({ asked: 0 })
    // Past midnight the list of the new day counts: nobody stands on it, so everybody who is left is asked.
    expect(await turn('2026-11-04T00:05:00+01:00')).toEqual({ asked: 1 })
    expect((await steps(id)).at(-1)).toBe('asked everyone Vierde')
    expect(await turn('2026-11-04T00:10:00+01:00')).toEqual({ asked: 0 })
    await takeUpConcern(world.context, fourth, { id })
    expect(await turn('2026-11-04T00:15:00+01:00')).toEqual({ asked: 0 })
    expect((await listOnCall(world.context, manager, {})).uncovered[0]?.toString()).toBe('2026-11-04')
  })
})
