import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { calendarRoutes } from '#pages/planning/calendar-pages.tsx'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { allowCalendars } from '#usecases/calendar/allow-calendars.ts'
import { endCalendar } from '#usecases/calendar/end-calendar.ts'
import { giveCalendar, makeCalendar } from '#usecases/calendar/make-calendar.ts'
import { readCalendar } from '#usecases/calendar/read-calendar.ts'
import { readCalendarRule } from '#usecases/calendar/read-calendar-rule.ts'
import { readOwnCalendar } from '#usecases/calendar/read-own-calendar.ts'
import { calendarAt, recogniseCalendar } from '#usecases/calendar/recognise-calendar.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let administrator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  administrator = proved(await world.member(['administrator']))
})
afterAll(() => world.close())

const proved = (actor: MemberActor): MemberActor => ({ ...actor, provedAt: world.context.now() })
/** A woman with a visit at ten on the tenth, and one of whom no time was agreed. */
async function visited(programmeId: string | null = null): Promise<RunningTrajectory> {
  const one = await runningTrajectory(world, { programmeId })
  await world.owner.query(
    `update contact set planned_on = '2026-11-10', planned_at = '10:00'
      where trajectory_id = $1 and number = (select min(number) from contact where trajectory_id = $1 and state = 'planned')`,
    [one.trajectoryId],
  )
  return one
}
const made = async (worker: MemberActor) => (await giveCalendar(world.context, proved(worker))).token
const eventsIn = (text: string | null) =>
  text === null
    ? null
    : new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

describe('who has one', () => {
  test('a worker, and nobody for her', async () => {
    const tokenHash = 'a'.repeat(64)
    for (const role of ['coordinator', 'administrator', 'programme_manager', 'privacy_officer'] as const) {
      const other = proved(await world.member([role]))
      await expect(makeCalendar(world.context, other, { tokenHash })).rejects.toThrow(Forbidden)
      await expect(endCalendar(world.context, other, {})).rejects.toThrow(Forbidden)
      await expect(readOwnCalendar(world.context, other, {})).rejects.toThrow(Forbidden)
    }
    for (const role of ['coordinator', 'worker', 'privacy_officer'] as const) {
      const other = proved(await world.member([role]))
      await expect(allowCalendars(world.context, other, { rule: 'all' })).rejects.toThrow(Forbidden)
      await expect(readCalendarRule(world.context, other, {})).rejects.toThrow(Forbidden)
      await expect(recogniseCalendar(world.context, other, { tokenHash })).rejects.toThrow(Forbidden)
    }
  })
  test('only who showed a moment ago that it is she', async () => {
    const { worker } = await visited()
    await expect(
      makeCalendar(world.context, { ...worker, provedAt: null }, { tokenHash: 'a'.repeat(64) }),
    ).rejects.toMatchObject({
      code: 'proof-needed',
    })
  })
  test('nobody as long as she made none', async () => {
    const { worker } = await visited()
    expect(await readOwnCalendar(world.context, worker, {})).toEqual({ rule: 'usual', open: null })
    await expect(
      readCalendar(world.context, worker, { feedId: world.context.newId(), language: 'nl' }),
    ).rejects.toThrow(NotFound)
  })
})

describe('what stands on it', () => {
  test('is when, in one word, and nothing of whom, where or for what', async () => {
    const one = await visited()
    const text = await calendarAt(world.context, await made(one.worker))
    const [event, ...more] = eventsIn(text) ?? []
    expect(more).toEqual([])
    expect(event?.summary).toBe('Afspraak')
    expect(event?.startDate.toJSDate().toISOString()).toBe('2026-11-10T09:00:00.000Z')
    for (const telling of [
      /semira/i,
      /achternaam/i,
      /lindelaan/i,
      /waterrijk/i,
      /mim/i,
      /naast/i,
      /moeder/i,
      /@/,
    ])
      expect(text).not.toMatch(telling)
  })
  test('stays the same entry while it is the same appointment, and is nobody else’s', async () => {
    const one = await visited()
    const token = await made(one.worker)
    const first = eventsIn(await calendarAt(world.context, token))
    await world.owner.query(
      `update contact set planned_at = '11:00' where trajectory_id = $1 and planned_on is not null`,
      [one.trajectoryId],
    )
    const second = eventsIn(await calendarAt(world.context, token))
    expect(second?.map(({ uid }) => uid)).toEqual(first?.map(({ uid }) => uid))
    expect(second?.[0]?.startDate.toJSDate().toISOString()).toBe('2026-11-10T10:00:00.000Z')
    expect(
      await calendarAt(world.context, await made((await runningTrajectory(world)).worker)),
    ).not.toContain('VEVENT')
  })
  test('is nothing of a programme of the highest class, unless the organisation said so', async () => {
    const one = await visited(memosa.id)
    const token = await made(one.worker)
    expect(eventsIn(await calendarAt(world.context, token))).toEqual([])
    await allowCalendars(world.context, administrator, { rule: 'all' })
    expect(eventsIn(await calendarAt(world.context, token))).toHaveLength(1)
    await allowCalendars(world.context, administrator, { rule: 'usual' })
    expect(eventsIn(await calendarAt(world.context, token))).toEqual([])
  })
  test('is nothing any more of a woman whom she no longer visits', async () => {
    const one = await visited()
    const token = await made(one.worker)
    await world.owner.query('update trajectory set worker_id = null where id = $1', [one.trajectoryId])
    expect(eventsIn(await calendarAt(world.context, token))).toEqual([])
  })
})

describe('an address', () => {
  test('is kept nowhere, and is one that nobody can think of', async () => {
    const { worker } = await visited()
    const token = await made(worker)
    expect(token).toHaveLength(65)
    for (const table of ['calendar_feed', 'idempotency', 'audit_event'])
      expect(
        (
          await world.owner.query(
            `select count(*)::int as n from ${table} t where t::text like '%' || $1 || '%'`,
            [token.slice(22)],
          )
        ).rows[0].n,
        table,
      ).toBe(0)
  })
  test('of the same form sent twice is one, and a new one shuts the old', async () => {
    const { worker } = await visited()
    const form = { key: world.context.newId(), once: 'b'.repeat(43) }
    const [first, again] = [
      await giveCalendar(world.context, proved(worker), form),
      await giveCalendar(world.context, proved(worker), form),
    ]
    expect(again).toEqual(first)
    expect(await calendarAt(world.context, first.token)).not.toBeNull()
    const second = await made(worker)
    expect(await calendarAt(world.context, first.token)).toBeNull()
    expect(await calendarAt(world.context, second)).not.toBeNull()
  })
  test('says when something last looked there', async () => {
    const { worker } = await visited()
    const token = await made(worker)
    expect((await readOwnCalendar(world.context, worker, {})).open?.fetchedAt).toBeNull()
    await calendarAt(world.context, token)
    expect((await readOwnCalendar(world.context, worker, {})).open?.fetchedAt).not.toBeNull()
  })
  test('opens nothing once it was shut, her membership ended, she left, or her organisation forbids it', async () => {
    const ends: ((one: RunningTrajectory) => Promise<unknown>)[] = [
      ({ worker }) => endCalendar(world.context, worker, {}),
      ({ worker }) =>
        world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [worker.memberId]),
      ({ worker }) =>
        world.owner.query(`update member set roles = '{referrer}' where id = $1`, [worker.memberId]),
      ({ workerId }) => world.owner.query(`update worker set state = 'left' where id = $1`, [workerId]),
      () => allowCalendars(world.context, administrator, { rule: 'none' }),
    ]
    for (const end of ends) {
      const one = await visited()
      const token = await made(one.worker)
      expect(await calendarAt(world.context, token)).not.toBeNull()
      await end(one)
      expect(await calendarAt(world.context, token)).toBeNull()
    }
    await expect(made((await visited()).worker)).rejects.toMatchObject({ code: 'calendars-not-allowed' })
    await allowCalendars(world.context, administrator, { rule: 'usual' })
  })
  test('of another organisation opens nothing here', async () => {
    const { worker } = await visited()
    const token = await made(worker)
    const elsewhere = `${Buffer.from(world.otherOrgId.replaceAll('-', ''), 'hex').toString('base64url')}${token.slice(22)}`
    expect(await calendarAt(world.context, elsewhere)).toBeNull()
  })
})

test('whoever asks, an address that opens nothing is a page that isn’t there, byte for byte', async () => {
  const one = await visited()
  const shut = await made(one.worker)
  await endCalendar(world.context, one.worker, {})
  const left = await visited()
  const ended = await made(left.worker)
  await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [
    left.worker.memberId,
  ])
  const site = staffSite(calendarRoutes, world, administrator)
  const answers = await Promise.all(
    [
      shut,
      ended,
      `${shut.slice(0, 64)}x`,
      'x'.repeat(65),
      'nothing',
      `${'A'.repeat(22)}${shut.slice(22)}`,
    ].map(async (token) => {
      const answer = await site.request(paths.calendar(token))
      const text = (await answer.text()).replaceAll(token, '…')
      return { status: answer.status, headers: [...answer.headers], text }
    }),
  )
  expect(answers[0]?.status).toBe(404)
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const open = await site.request(paths.calendar(await made((await visited()).worker)))
  expect(open.status).toBe(200)
  expect([...open.headers].map(([name, value]) => `${name}: ${value}`).sort()).toEqual([
    'content-disposition: attachment; filename="calendar.ics"',
    'content-type: text/calendar; charset=utf-8',
  ])
})
