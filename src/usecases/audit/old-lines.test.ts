import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { turnSeals } from '#server/jobs/seals.ts'
import { checkSeals } from '#usecases/audit/check-seals.ts'
import { findOldLines } from '#usecases/audit/find-old-lines.ts'
import { listAccess } from '#usecases/audit/list-access.ts'
import { readLastAnchor } from '#usecases/audit/read-last-anchor.ts'
import { removeOldLines } from '#usecases/audit/remove-old-lines.ts'
import { Forbidden } from '#usecases/failure.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let officer: MemberActor
beforeAll(async () => {
  world = await openWorld()
  world.turnTo('2015-01-05')
  officer = await world.member(['privacy_officer'])
})
afterAll(() => world.close())

const system = () => ({ kind: 'system', orgId: world.orgId, job: 'seals' }) as const
const turn = () => turnSeals({ organisations: async () => [world.orgId], context: () => world.context })
const check = async (anchor: string | null = null) =>
  (await checkSeals(world.context, officer, { anchor })).flaws
const lines = async (before: string) =>
  (await world.owner.query('select count(*)::int as count from audit_event where at < $1', [before])).rows[0]
    ?.count

test('lines go five years after they were written down, never before, and the chain stays whole', async () => {
  for (let times = 0; times < 3; times += 1) await listAccess(world.context, officer, {})
  world.turnTo('2015-01-05T10:00')
  await turn()
  const anchor = (await readLastAnchor(world.context, officer, {}))?.text ?? ''
  expect(anchor).not.toBe('')
  const before = await lines('2015-02-01')
  expect(before).toBeGreaterThan(3)
  for (const day of ['2016-03-01', '2020-01-04']) {
    world.turnTo(day)
    await turn()
    expect(await lines('2015-02-01'), day).toBe(before)
  }
  world.turnTo('2020-01-06')
  expect(await check()).toEqual([])
  await turn()
  // That it was sealed is under the next seal, and goes with that one.
  const { rows: left } = await world.owner.query(`select event from audit_event where at < '2015-02-01'`)
  expect(left.map(({ event }) => event)).toEqual(['seal-audit'])
  expect(await check(anchor)).toEqual([])
  expect((await findOldLines(world.context, system(), {})).waiting).toBe(false)
})
test('nobody but Naast removes them, and the database keeps the young ones whoever asks', async () => {
  await expect(removeOldLines(world.context, officer, {})).rejects.toThrow(Forbidden)
  await expect(findOldLines(world.context, officer, {})).rejects.toThrow(Forbidden)
  world.turnTo('2026-11-03')
  await listAccess(world.context, officer, {})
  world.turnTo('2026-11-03T10:00')
  await turn()
  const young = await lines('2027-01-01')
  // A clock that was set wrong: Naast thinks that years have passed, the database doesn't.
  world.turnTo('2040-01-01')
  await turn()
  expect(await lines('2027-01-01')).toBeGreaterThanOrEqual(young > 0 ? 1 : 0)
  const { rows } = await world.owner.query(
    `select count(*)::int as count from audit_event where at >= '2026-11-03' and at < '2026-11-04'`,
  )
  expect(rows[0]?.count).toBeGreaterThan(0)
})
test('a part of them that went by another way is found', async () => {
  const elsewhere = await openWorld()
  try {
    elsewhere.turnTo('2015-01-05')
    const reader = await elsewhere.member(['privacy_officer'])
    for (let times = 0; times < 3; times += 1) await listAccess(elsewhere.context, reader, {})
    elsewhere.turnTo('2015-01-05T10:00')
    await turnSeals({ organisations: async () => [elsewhere.orgId], context: () => elsewhere.context })
    elsewhere.turnTo('2026-11-03')
    await elsewhere.owner.query(
      'delete from audit_event where id = (select id from audit_event order by id offset 1 limit 1)',
    )
    const { flaws } = await checkSeals(elsewhere.context, reader, {})
    expect(flaws).toContainEqual({ number: 1, flaw: 'lines-missing' })
  } finally {
    await elsewhere.close()
  }
})
