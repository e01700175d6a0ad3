import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { programmes } from '#programmes/registry.ts'
import { listMyContacts } from '#usecases/contact/list-my-contacts.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { listCaseload } from '#usecases/trajectory/list-caseload.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let early: RunningTrajectory
let late: RunningTrajectory
let elsewhere: RunningTrajectory
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  early = await runningTrajectory(world, { startedOn: '2026-09-20', given: 'Semira' })
  late = await runningTrajectory(world, { startedOn: '2026-10-25', given: 'Marta' })
  elsewhere = await runningTrajectory(world, { orgId: world.otherOrgId, given: 'Vreemd' })
})
afterAll(() => world.close())

const limit =
  (programmes[0]?.contacts?.cadenceDays.value ?? 0) + (programmes[0]?.contacts?.graceDays.value ?? 0)

describe('the caseload', () => {
  test.each(['worker', 'administrator', 'referrer', 'programme_manager', 'privacy_officer'] as const)(
    'is not for a %s',
    async (role) => {
      const member = await world.member([role])
      await expect(listCaseload(world.context, member, {})).rejects.toThrow(Forbidden)
      if (role === 'programme_manager') return
      // A privacy officer's list has what was opened in an emergency, and no woman's.
      if (role === 'privacy_officer')
        expect((await readWorklist(world.context, member, {})).lines).toEqual([])
      else await expect(readWorklist(world.context, member, {})).rejects.toThrow(Forbidden)
    },
  )
  test('has this organisation only, the longest without contact first, names opened', async () => {
    const { rows, next } = await listCaseload(world.context, coordinator, {})
    expect(rows.map(({ name }) => name)).toEqual(['Semira Achternaam', 'Marta Achternaam'])
    expect(rows[0]).toMatchObject({
      worker: 'Ans Bezoekster',
      daysWithoutContact: 44,
      limitDays: limit,
      unvisited: true,
    })
    expect(rows[1]).toMatchObject({ daysWithoutContact: 9, unvisited: false })
    expect(next).toBeNull()
  })
  test('shows who was not visited within the rhythm of her programme, and nobody else', async () => {
    const ids = async () =>
      (await readWorklist(world.context, coordinator, {})).lines
        .filter(({ source }) => source.from === 'unvisited')
        .map(({ id }) => id)
    expect(await ids()).toEqual([early.trajectoryId])
    world.turnTo(Temporal.PlainDate.from('2026-10-25').add({ days: limit }).toString())
    expect(await ids()).toEqual([early.trajectoryId])
    world.turnTo(
      Temporal.PlainDate.from('2026-10-25')
        .add({ days: limit + 1 })
        .toString(),
    )
    expect(await ids()).toEqual([early.trajectoryId, late.trajectoryId])
    world.turnTo('2026-11-03')
  })
  test('pages by key: every woman once, whatever the order', async () => {
    const many = await openWorld()
    const one = await many.member(['coordinator'])
    const { trajectoryId } = await runningTrajectory(many, { startedOn: '2026-10-01' })
    await many.owner.query(
      `with copies as (
         insert into referral (org_id, id, person_id, channel, state, received_at, received_on, contact_due_on,
           referrer_kind, answers_sealed)
         select r.org_id, gen_random_uuid(), r.person_id, r.channel, r.state, r.received_at, r.received_on,
           r.contact_due_on, r.referrer_kind, r.answers_sealed
         from referral r, generate_series(1, 119) returning *)
       insert into trajectory (org_id, id, person_id, referral_id, programme_id, programme_version, state,
         started_on, created_at)
       select c.org_id, gen_random_uuid(), c.person_id, c.id, t.programme_id, t.programme_version, 'active',
         t.started_on + (row_number() over () % 5)::int, t.created_at
       from copies c, trajectory t where t.id = $1`,
      [trajectoryId],
    )
    for (const order of ['longest', 'newest'] as const) {
      const seen: string[] = []
      let after: { since: Temporal.PlainDate; id: string } | null = null
      for (let pages = 0; pages < 9; pages += 1) {
        const page: Awaited<ReturnType<typeof listCaseload>> = await listCaseload(many.context, one, {
          order,
          after,
        })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next
        if (!after) break
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(120)
    }
    await many.close()
  })
  test('leaves a trail of whom it showed', async () => {
    await listCaseload(world.context, coordinator, {})
    const { rows } = await world.owner.query(
      `select person_ids from audit_event where event = 'list-caseload' and outcome = 'success' order by id desc limit 1`,
    )
    // The women, and the volunteers whose names stand beside theirs.
    expect(rows[0].person_ids).toEqual(expect.arrayContaining([early.motherId, late.motherId]))
    expect(rows[0].person_ids).toHaveLength(4)
  })
})

describe('a trajectory', () => {
  test('is not there for another organisation, another worker, or a worker whose match ended', async () => {
    const read = (actor: MemberActor, id: string) => readTrajectory(world.context, actor, { id })
    await expect(read(coordinator, elsewhere.trajectoryId)).rejects.toThrow(NotFound)
    await expect(read(late.worker, early.trajectoryId)).rejects.toThrow(NotFound)
    const ended = await runningTrajectory(world, { startedOn: '2026-11-01' })
    await world.owner.query('update trajectory set worker_id = null where id = $1', [ended.trajectoryId])
    await expect(read(ended.worker, ended.trajectoryId)).rejects.toThrow(NotFound)
  })
  test('tells a worker the first name and no more, and what she may do', async () => {
    const page = await readTrajectory(world.context, early.worker, { id: early.trajectoryId })
    expect(page).toMatchObject({
      name: 'Semira',
      worker: null,
      abilities: {
        plan: true,
        log: true,
        seeIntake: false,
        seeMatch: false,
        seeMeasures: false,
        close: false,
      },
    })
    expect(JSON.stringify(page)).not.toMatch(/Achternaam|Lindelaan/)
  })
  test('tells a coordinator what needs attention', async () => {
    const page = await readTrajectory(world.context, coordinator, { id: early.trajectoryId })
    expect(page).toMatchObject({ name: 'Semira Achternaam', unvisited: true, abilities: { close: true } })
    // That nobody came for so long is what the signal says; it is said once, to each of them.
    expect(page.signals.map(({ ruleId }) => ruleId)).toContain('MI-F1')
    expect(page.attention.map(({ code }) => code)).toEqual(['no-day-agreed', 'measure-due'])
    const hers = await readTrajectory(world.context, early.worker, { id: early.trajectoryId })
    expect(hers.attention.map(({ code }) => code)).toContain('unvisited')
    expect(page.childBornOn?.toString()).toBe('2026-08-01')
    expect(page.measures.map(({ moment }) => moment)).toEqual(
      programmes[0]?.measures.map(({ moment }) => moment),
    )
  })
})

describe('a worker’s own round', () => {
  test('has her own women only, by first name and without address', async () => {
    const mine = await listMyContacts(world.context, late.worker, {})
    expect(mine.map(({ givenName }) => givenName)).toEqual(['Marta'])
    expect(JSON.stringify(mine)).not.toMatch(/Achternaam|Lindelaan/)
    await expect(listMyContacts(world.context, coordinator, {})).rejects.toThrow(Forbidden)
    expect(await listMyContacts(world.context, await world.member(['worker']), {})).toEqual([])
  })
  test('gives the address on the day and the day before, and no sooner', async () => {
    const [first] = await listMyContacts(world.context, late.worker, {})
    if (!first) throw new Error('nothing planned')
    await logContact(world.context, late.worker, {
      id: first.id,
      version: 1,
      kind: 'done',
      on: '2026-11-03',
      minutes: 60,
      next: 'Boekjes meenemen',
      nextOn: '2026-11-20',
      nextReason: 'her_wish',
    })
    const [next] = await listMyContacts(world.context, late.worker, {})
    if (!next) throw new Error('nothing planned')
    expect(next).toMatchObject({
      plannedOn: Temporal.PlainDate.from('2026-11-20'),
      when: 'later',
      toLog: false,
    })
    const addressOn = async (day: string) => {
      world.turnTo(day)
      return (await readContact(world.context, late.worker, { id: next.id })).address?.street ?? null
    }
    expect(await addressOn('2026-11-18')).toBeNull()
    expect(await addressOn('2026-11-19')).toBe('Lindelaan')
    expect(await addressOn('2026-11-20')).toBe('Lindelaan')
    expect(await addressOn('2026-11-21')).toBeNull()
    const page = await readContact(world.context, late.worker, { id: next.id })
    expect(page).toMatchObject({ lastAgreed: 'Boekjes meenemen', visitNumber: 2 })
    expect(page.topics.length).toBeGreaterThan(0)
    world.turnTo('2026-11-03')
  })
})
