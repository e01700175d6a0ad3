import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { listOnCall } from '#usecases/on-call/list-on-call.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { takeOffCall } from '#usecases/on-call/take-off-call.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
let lead: MemberActor
beforeAll(async () => {
  world = await openWorld()
  world.turnTo('2026-10-01')
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  lead = await world.member(['safeguarding_lead'])
  world.turnTo('2026-11-03')
})
afterAll(() => world.close())

const put = (actor: MemberActor, more: object = {}) =>
  putOnCall(world.context, actor, {
    memberId: lead.memberId,
    rank: 1,
    from: '2026-11-03',
    until: '2026-11-05',
    ...more,
  })

describe('the on-call list', () => {
  test('is kept by coordinators and the programme manager, read by the safeguarding lead, and nobody else', async () => {
    for (const role of ['administrator', 'worker', 'referrer', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(listOnCall(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(put(actor)).rejects.toThrow(Forbidden)
    }
    await expect(put(lead)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(put(elsewhere)).rejects.toThrow(NotFound)
    expect(await listOnCall(world.context, lead, {})).toMatchObject({
      duties: [],
      today: [],
      mayChange: false,
    })
  })
  test('says which days nobody has, and is asked anew after who was put on it is taken off', async () => {
    const before = await listOnCall(world.context, manager, {})
    expect(before.uncovered).toHaveLength(28)
    const { id } = await put(manager)
    await put(coordinator, { memberId: coordinator.memberId, rank: 2, until: '2026-11-10' })
    const now = await listOnCall(world.context, coordinator, {})
    expect(now.today).toEqual(['Lid safeguarding_lead', 'Lid coordinator'])
    expect(now.uncovered).toHaveLength(20)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(takeOffCall(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    await takeOffCall(world.context, coordinator, { id })
    await expect(takeOffCall(world.context, coordinator, { id })).rejects.toThrow(
      new Refused('changed-meanwhile'),
    )
    expect((await listOnCall(world.context, coordinator, {})).today).toEqual(['Lid coordinator'])
  })
  test('takes nobody who may not decide, and no days that are over, turned round or without an end', async () => {
    const worker = await world.member(['worker'])
    await expect(put(manager, { memberId: worker.memberId })).rejects.toThrow(Invalid)
    for (const [from, until] of [
      ['2026-10-01', '2026-11-02'],
      ['2026-11-05', '2026-11-04'],
      ['2026-11-05', '2028-11-04'],
      ['2026-02-30', '2026-11-10'],
    ])
      await expect(put(manager, { from, until })).rejects.toThrow(Invalid)
    await expect(put(manager, { rank: 0 })).rejects.toThrow(Invalid)
  })
  test('counts nobody who left or may not decide any more', async () => {
    const leaving = await world.member(['coordinator'])
    await put(manager, { memberId: leaving.memberId, rank: 1, from: '2026-12-01', until: '2026-12-01' })
    await world.owner.query(`update member set active_until = '2026-11-01' where id = $1`, [leaving.memberId])
    const { duties } = await listOnCall(world.context, manager, {})
    expect(duties.filter(({ able }) => !able)).toHaveLength(1)
    await expect(put(manager, { memberId: leaving.memberId })).rejects.toThrow(NotFound)
  })
})
