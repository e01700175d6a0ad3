import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { bringBackContact } from '#usecases/planning/bring-back-contact.ts'
import { confirmContact } from '#usecases/planning/confirm-contact.ts'
import { planSeries } from '#usecases/planning/plan-series.ts'
import { previewSeries } from '#usecases/planning/preview-series.ts'
import { proposeVisitMoments } from '#usecases/planning/propose-visit-moments.ts'
import { skipContact } from '#usecases/planning/skip-contact.ts'
import { agreeSafeContact, tuesdayMornings } from '../../../testing/referred-woman.ts'
import {
  type RunningTrajectory,
  replanTestTrajectory,
  runningTrajectory,
} from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const contactsOf = async (trajectoryId: string) =>
  (await world.owner.query('select * from contact where trajectory_id = $1 order by number', [trajectoryId]))
    .rows
const firstPlanned = async ({ trajectoryId }: RunningTrajectory) => {
  const row = (await contactsOf(trajectoryId)).find(({ state }) => state === 'planned')
  if (!row) throw new Error('nothing planned')
  return row
}
const tasksOf = async (trajectoryId: string) =>
  (await world.owner.query('select reason_code from task where trajectory_id = $1', [trajectoryId])).rows.map(
    ({ reason_code }) => reason_code,
  )
const plan = (actor: MemberActor, row: { id: string; version: number }, what: object) =>
  planContact(world.context, actor, {
    id: row.id,
    version: row.version,
    on: '2026-11-10',
    at: '10:00',
    mode: 'home',
    reason: 'her_wish',
    ...what,
  })

describe('who may plan', () => {
  const asks = (id: string, version: number, trajectoryId: string) =>
    [
      (actor: MemberActor) => proposeVisitMoments(world.context, actor, { contactId: id }),
      (actor: MemberActor) => skipContact(world.context, actor, { id, version, reason: 'holiday' }),
      (actor: MemberActor) => bringBackContact(world.context, actor, { id, version }),
      (actor: MemberActor) => confirmContact(world.context, actor, { id, version }),
      (actor: MemberActor) => previewSeries(world.context, actor, { trajectoryId, ...weekly }),
      (actor: MemberActor) => planSeries(world.context, actor, { trajectoryId, ...weekly }),
    ] as const
  test('not another worker, and not a coordinator of another organisation', async () => {
    const one = await runningTrajectory(world)
    const other = await runningTrajectory(world)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    const { id, version } = await firstPlanned(one)
    for (const ask of asks(id, version, one.trajectoryId)) {
      await expect(ask(other.worker)).rejects.toThrow(NotFound)
      await expect(ask(stranger)).rejects.toThrow(NotFound)
    }
  })
  test.each([
    'administrator',
    'referrer',
    'programme_manager',
    'privacy_officer',
    'safeguarding_lead',
  ] as const)('not a %s', async (role) => {
    const one = await runningTrajectory(world)
    const { id, version } = await firstPlanned(one)
    for (const ask of asks(id, version, one.trajectoryId))
      await expect(ask(await world.member([role]))).rejects.toThrow(Forbidden)
  })
})
const weekly = { first: '2026-11-10', everyWeeks: 1, at: '10:00', until: '2027-04-30', mode: 'home' } as const

describe('what is proposed', () => {
  test('stays in her hours, and goes round what her worker has and when she is away', async () => {
    const one = await runningTrajectory(world)
    await agreeSafeContact(world, coordinator, one.motherId, {
      ...tuesdayMornings,
      hours: [{ days: [2, 4], from: '09:00', until: '13:00' }],
    })
    await world.owner.query(
      `insert into worker_away (org_id, id, worker_id, kind, from_day, until_day, said_at)
        values ($1, $2, $3, 'away', '2026-11-05', '2026-11-10', now())`,
      [world.orgId, world.context.newId(), one.workerId],
    )
    const { moments, none } = await proposeVisitMoments(world.context, one.worker, {
      contactId: (await firstPlanned(one)).id,
    })
    expect(none).toBeNull()
    expect(moments.length).toBeGreaterThan(0)
    for (const { on, at } of moments) {
      expect([2, 4]).toContain(on.dayOfWeek)
      expect(at >= '09:00' && at <= '11:30').toBe(true)
      expect(Temporal.PlainDate.compare(on, '2026-11-10')).toBeGreaterThan(0)
    }
  })
  test('is nothing in a programme of the highest class as long as nobody asked her when', async () => {
    const one = await runningTrajectory(world, { programmeId: memosa.id })
    const { id } = await firstPlanned(one)
    expect(await proposeVisitMoments(world.context, one.worker, { contactId: id })).toEqual({
      moments: [],
      none: 'hours-not-known',
    })
  })
})

describe('a day that was agreed', () => {
  test('is moved by somebody, and what it was stays', async () => {
    const one = await runningTrajectory(world)
    const row = await firstPlanned(one)
    await plan(one.worker, row, {})
    const stands = { id: row.id, version: row.version + 1 }
    await expect(plan(one.worker, stands, { on: '2026-11-12' })).rejects.toMatchObject({
      fields: { askedBy: 'choose-one' },
    })
    await confirmContact(world.context, one.worker, stands)
    await plan(
      one.worker,
      { ...stands, version: stands.version + 1 },
      { on: '2026-11-12', askedBy: 'mother' },
    )
    const { rows } = await world.owner.query('select * from contact_move where contact_id = $1', [row.id])
    expect(rows).toMatchObject([{ asked_by: 'mother', was_at: '10:00:00' }])
    expect(String(rows[0].was_on)).toBe('2026-11-10')
    expect(await firstPlanned(one)).toMatchObject({ confirmed_on: null })
    expect(await tasksOf(one.trajectoryId)).toEqual([])
  })
  test('moved by her partner is a safety fact, the same as called off', async () => {
    const one = await runningTrajectory(world)
    const row = await firstPlanned(one)
    await plan(one.worker, row, {})
    const said = await plan(
      one.worker,
      { id: row.id, version: row.version + 1 },
      { on: '2026-11-12', askedBy: 'partner' },
    )
    expect(said.safetyFact).toBe(true)
    expect(await tasksOf(one.trajectoryId)).toEqual(['moved-by-partner'])
  })
  test('moved while a visit is logged leaves behind what it was', async () => {
    const one = await runningTrajectory(world)
    const rows = (await contactsOf(one.trajectoryId)).filter(({ state }) => state === 'planned')
    await plan(one.worker, rows[1], { on: '2026-11-24' })
    await logContact(world.context, one.worker, {
      id: rows[0].id,
      version: rows[0].version,
      kind: 'done',
      on: '2026-11-03',
      minutes: 60,
      mode: 'home',
      nextOn: '2026-12-01',
      nextReason: 'her_wish',
    })
    const { rows: moves } = await world.owner.query('select * from contact_move where contact_id = $1', [
      rows[1].id,
    ])
    expect(moves).toMatchObject([{ asked_by: null }])
  })
  test('at the same time as another is said, and stands all the same', async () => {
    const one = await runningTrajectory(world)
    const [first, second] = (await contactsOf(one.trajectoryId)).filter(({ state }) => state === 'planned')
    expect((await plan(one.worker, first, {})).clash).toBeNull()
    expect((await plan(one.worker, second, { at: '10:30' })).clash).toBe('overlap')
    expect(await contactsOf(one.trajectoryId)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: second.id, planned_at: '10:30:00' })]),
    )
  })
  test('is confirmed only where there is one, and it is still to come', async () => {
    const one = await runningTrajectory(world)
    const row = await firstPlanned(one)
    await expect(
      confirmContact(world.context, one.worker, { id: row.id, version: row.version }),
    ).rejects.toMatchObject({ code: 'confirm-no-day' })
  })
})

describe('a visit that is left out', () => {
  test('has a reason, is called off by nobody, and nothing is owed in its place', async () => {
    const one = await runningTrajectory(world)
    const row = await firstPlanned(one)
    const before = (await contactsOf(one.trajectoryId)).length
    await skipContact(world.context, one.worker, {
      id: row.id,
      version: row.version,
      reason: 'seen_elsewhere',
    })
    const after = await contactsOf(one.trajectoryId)
    expect(after).toHaveLength(before)
    expect(after.find(({ id }) => id === row.id)).toMatchObject({
      state: 'skipped',
      skip_reason: 'seen_elsewhere',
      cancelled_by: null,
    })
    expect(await tasksOf(one.trajectoryId)).toEqual([])
  })
  test('is not one for which a day was agreed: then somebody calls it off', async () => {
    const one = await runningTrajectory(world)
    const row = await firstPlanned(one)
    await plan(one.worker, row, {})
    await expect(
      skipContact(world.context, one.worker, { id: row.id, version: row.version + 1, reason: 'holiday' }),
    ).rejects.toMatchObject({ code: 'skip-agreed-day' })
  })
  test('stays out when the plan is made anew, until somebody asks for it again', async () => {
    const one = await runningTrajectory(world)
    const row = await firstPlanned(one)
    await skipContact(world.context, one.worker, { id: row.id, version: row.version, reason: 'not_needed' })
    await replanTestTrajectory(
      world.context,
      { kind: 'system', orgId: world.orgId, job: 'test' },
      { trajectoryId: one.trajectoryId, bornOn: '2026-08-01' },
    )
    const out = (await contactsOf(one.trajectoryId)).find(({ id }) => id === row.id)
    expect(out).toMatchObject({ state: 'skipped' })
    await bringBackContact(world.context, one.worker, { id: row.id, version: out.version })
    const back = (await contactsOf(one.trajectoryId)).find(({ id }) => id === row.id)
    expect(back).toMatchObject({ state: 'planned', skip_reason: null })
    await expect(
      bringBackContact(world.context, one.worker, { id: row.id, version: back.version }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
})

describe('a rhythm', () => {
  test('agrees what it showed, each inside its own window, and nothing else', async () => {
    const one = await runningTrajectory(world)
    const seen = await previewSeries(world.context, one.worker, { trajectoryId: one.trajectoryId, ...weekly })
    expect(seen.agreed.length).toBeGreaterThan(1)
    const { agreed } = await planSeries(world.context, one.worker, {
      trajectoryId: one.trajectoryId,
      ...weekly,
    })
    expect(agreed).toBe(seen.agreed.length)
    const rows = (await contactsOf(one.trajectoryId)).filter(({ planned_on }) => planned_on)
    expect(rows.map(({ id, planned_on }) => [id, String(planned_on)])).toEqual(
      seen.agreed.map(({ id, on }) => [id, on.toString()]),
    )
    for (const row of rows) {
      expect(Temporal.PlainDate.compare(row.planned_on, row.due_from)).toBeGreaterThanOrEqual(0)
      expect(Temporal.PlainDate.compare(row.planned_on, row.due_until)).toBeLessThanOrEqual(0)
    }
  })
  test('outside her hours, or with nothing to agree, is refused', async () => {
    const one = await runningTrajectory(world)
    await agreeSafeContact(world, coordinator, one.motherId, {
      ...tuesdayMornings,
      hours: [{ days: [1], from: '09:00', until: '13:00' }],
    })
    await expect(
      planSeries(world.context, one.worker, { trajectoryId: one.trajectoryId, ...weekly }),
    ).rejects.toMatchObject({ code: 'series-without-a-day' })
    const { unfit } = await previewSeries(world.context, one.worker, {
      trajectoryId: one.trajectoryId,
      ...weekly,
    })
    expect(new Set(unfit.map(({ why }) => why))).toContain('not-her-hours')
  })
  test.each([
    [{ first: '2026-11-01' }, { code: 'plan-in-the-past' }],
    [{ until: '2026-11-09' }, { fields: { until: 'before-it-began' } }],
    [{ until: '2028-01-01' }, { code: 'plan-too-far' }],
    [{ mode: 'accompanied_appointment' }, { fields: { mode: 'not-valid' } }],
    [{ everyWeeks: 0 }, { fields: { everyWeeks: 'too-small' } }],
  ] as const)('like %o is no rhythm', async (changed, why) => {
    const one = await runningTrajectory(world)
    await expect(
      previewSeries(world.context, one.worker, { trajectoryId: one.trajectoryId, ...weekly, ...changed }),
    ).rejects.toMatchObject(why)
  })
})
