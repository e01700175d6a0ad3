import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockTrajectory } from '#db/trajectory.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { turnPhases } from '#server/jobs/phases.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { extendTrajectory } from '#usecases/course/extend-trajectory.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { findDuePhases } from '#usecases/phase/find-due-phases.ts'
import { followTime } from '#usecases/phase/follow-time.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { correctBirth } from '#usecases/pregnancy/correct-birth.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { recordDueDate } from '#usecases/pregnancy/record-due-date.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { within } from '../../../testing/cast.ts'
import { expecting, versionNow } from '../../../testing/expecting.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let stranger: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mvr])
  coordinator = await world.member(['coordinator'])
  stranger = await world.member(['coordinator'], world.otherOrgId)
})
afterAll(() => world.close())

const place = async (trajectoryId: string) => ({
  trajectoryId,
  version: await versionNow(world, trajectoryId),
})
const course = (trajectoryId: string, actor = coordinator) =>
  readCourse(world.context, actor, { trajectoryId })
const contactsOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select id, state, due_from::text, due_until::text, planned_on::text from contact
       where trajectory_id = $1 and state <> 'skipped' order by due_from, number`,
      [trajectoryId],
    )
  ).rows
const measuresOf = async (trajectoryId: string) =>
  Object.fromEntries(
    (
      await world.owner.query(
        `select moment, max(due_on)::text as due from measure where trajectory_id = $1 group by moment`,
        [trajectoryId],
      )
    ).rows.map(({ moment, due }) => [moment, due]),
  )
const born = async (trajectoryId: string, ...days: string[]) =>
  recordBirth(world.context, coordinator, {
    ...(await place(trajectoryId)),
    children: days.map((bornOn) => ({ bornOn })),
  })
const filesOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select p.id, p.kind from household_member m join person p on p.org_id = m.org_id and p.id = m.person_id
       where m.household_id = (select household_id from household_member
         where person_id = (select person_id from trajectory where id = $1)) order by p.id`,
      [trajectoryId],
    )
  ).rows

describe('who may change the course', () => {
  test('nobody of another organisation or role, nor a worker who isn’t hers', async () => {
    const { trajectoryId, worker } = await expecting(world)
    const at = await place(trajectoryId)
    const due = { ...at, dueOn: '2027-01-20' }
    const move = { ...at, phases: ['basics', 'child'], reason: 'beside' as const }
    const other = await expecting(world)
    for (const actor of [stranger, other.worker]) {
      await expect(recordDueDate(world.context, actor, due)).rejects.toThrow(NotFound)
      await expect(movePhases(world.context, actor, move)).rejects.toThrow(NotFound)
      await expect(course(trajectoryId, actor)).rejects.toThrow(NotFound)
    }
    for (const role of ['administrator', 'safeguarding_lead', 'privacy_officer'] as const)
      await expect(recordDueDate(world.context, await world.member([role]), due)).rejects.toThrow(Forbidden)
    const longer = { ...at, until: '2029-06-01', reviewOn: '2029-03-01', reason: 'relapse_risk' }
    await expect(extendTrajectory(world.context, worker, longer)).rejects.toThrow(Forbidden)
    await recordDueDate(world.context, worker, due)
    await expect(recordDueDate(world.context, worker, due)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })
})

describe('a due date', () => {
  test.each([
    ['1926-01-15', 'due-day-past'],
    ['2126-01-15', 'due-day-far'],
  ])('in %s is refused, and nothing is lost', async (dueOn, code) => {
    const { trajectoryId } = await expecting(world)
    const before = await course(trajectoryId)
    await expect(
      recordDueDate(world.context, coordinator, { ...(await place(trajectoryId)), dueOn }),
    ).rejects.toMatchObject({ fields: { dueOn: code } })
    expect(await course(trajectoryId)).toEqual(before)
  })
  test('moves what nobody touched, and leaves what was agreed', async () => {
    const { trajectoryId, worker } = await expecting(world)
    // A visit is only agreed with somebody who has what the programme asks of her.
    await recordGate(world.context, coordinator, {
      workerId: worker.workerId ?? '',
      kind: 'qualification',
      seenOn: '2026-10-01',
      validUntil: null,
    })
    const before = await contactsOf(trajectoryId)
    expect(before.length).toBeGreaterThan(50)
    expect((await measuresOf(trajectoryId)).T2).toBeNull()
    const agreed = before[3]
    await planContact(world.context, coordinator, {
      id: agreed.id,
      version: 1,
      on: agreed.due_from,
      mode: 'phone',
    })
    await recordDueDate(world.context, coordinator, { ...(await place(trajectoryId)), dueOn: '2027-02-15' })
    const { endsOn, dueOn, weeks } = await course(trajectoryId)
    expect([endsOn?.toString(), dueOn?.toString()]).toEqual(['2029-02-15', '2027-02-15'])
    expect(weeks).toEqual({ weeks: 25, days: 1 })
    const after = await contactsOf(trajectoryId)
    expect(after.length).toBeGreaterThan(before.length)
    expect(after.find(({ id }) => id === agreed.id)).toMatchObject({ planned_on: agreed.due_from })
    expect(after.at(-1).due_until).toBe('2029-02-15')
  })
  test('recorded in one go or after another gives the same plan; planning again changes nothing', async () => {
    const [one, two] = [await expecting(world, { dueOn: null }), await expecting(world)]
    for (const dueOn of ['2026-12-01', '2027-05-01', '2027-02-15'])
      await recordDueDate(world.context, coordinator, { ...(await place(two.trajectoryId)), dueOn })
    await recordDueDate(world.context, coordinator, {
      ...(await place(one.trajectoryId)),
      dueOn: '2027-02-15',
    })
    const bare = async (id: string) =>
      (await contactsOf(id)).map(({ due_from, due_until }) => [due_from, due_until])
    expect(await bare(two.trajectoryId)).toEqual(await bare(one.trajectoryId))
    expect(await measuresOf(two.trajectoryId)).toEqual(await measuresOf(one.trajectoryId))
    const stood = [await contactsOf(one.trajectoryId), await measuresOf(one.trajectoryId)]
    await within(world, async (work) => {
      const row = await lockTrajectory(work.tx, work.actor, one.trajectoryId)
      if (row) await replanCourse(work, row, mvr)
      return {}
    })
    expect([await contactsOf(one.trajectoryId), await measuresOf(one.trajectoryId)]).toEqual(stood)
  })
})

describe('a birth', () => {
  test.each([
    ['2026-11-04', 'day-to-come'],
    ['2026-04-09', 'birth-before-pregnancy'],
  ])('on %s is refused at that child', async (bornOn, code) => {
    const { trajectoryId } = await expecting(world, { dueOn: '2027-01-15' })
    await expect(born(trajectoryId, '2026-11-02', bornOn)).rejects.toMatchObject({
      fields: { 'children.1.bornOn': code },
    })
    expect((await course(trajectoryId)).children).toEqual([])
  })
  test('of twins gives each a file of her own, and the programme goes by it', async () => {
    const { trajectoryId, worker } = await expecting(world, { dueOn: '2026-11-10' })
    await born(trajectoryId, '2026-11-01', '2026-11-02')
    const seen = await course(trajectoryId, worker)
    expect(seen.children.map(({ bornOn }) => bornOn.toString())).toEqual(['2026-11-01', '2026-11-02'])
    expect(seen).toMatchObject({ dueOn: null, weeks: null })
    const files = await filesOf(trajectoryId)
    expect(files.map(({ kind }) => kind).sort()).toEqual(['child', 'child', 'mother'])
    const { rows } = await world.owner.query(
      'select count(*)::int as n from keys.data_key where owner_id = any($1)',
      [files.map(({ id }) => id)],
    )
    expect(rows[0].n).toBe(3)
    expect((await measuresOf(trajectoryId)).T3).toBe('2027-11-01')
    expect((await course(trajectoryId)).endsOn?.toString()).toBe('2028-11-01')
    const page = await readTrajectory(world.context, worker, { id: trajectoryId })
    expect(page).toMatchObject({ childCount: 2, dueOn: null })
    await expect(born(trajectoryId, '2026-11-01')).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
  test('put right moves the plan again; a second child may be added and none left out', async () => {
    const { trajectoryId } = await expecting(world, { dueOn: '2026-11-10' })
    await born(trajectoryId, '2026-11-01')
    const [first] = (await course(trajectoryId)).children
    const children = [
      { childId: first?.childId ?? '', given: 'Noor', bornOn: '2026-10-31' },
      { childId: null, bornOn: '2026-11-01' },
    ]
    const at = await place(trajectoryId)
    await expect(
      correctBirth(world.context, coordinator, { ...at, children: children.slice(1) }),
    ).rejects.toMatchObject({ fields: { children: 'not-valid' } })
    await correctBirth(world.context, coordinator, { ...at, children })
    expect((await course(trajectoryId)).children).toMatchObject([{ given: 'Noor' }, { given: null }])
    expect((await measuresOf(trajectoryId)).T3).toBe('2027-10-31')
    const other = await expecting(world, { dueOn: '2026-11-10' })
    await born(other.trajectoryId, '2026-11-01')
    await expect(
      correctBirth(world.context, coordinator, { ...(await place(other.trajectoryId)), children }),
    ).rejects.toMatchObject({ fields: { children: 'not-valid' } })
  })
})

describe('phases', () => {
  const move = async (trajectoryId: string, phases: string[], actor = coordinator) =>
    movePhases(world.context, actor, { ...(await place(trajectoryId)), phases, reason: 'goal_reached' })

  test('begin with the trajectory, overlap, and set the rhythm; safe contact is asked again', async () => {
    const { trajectoryId, worker } = await expecting(world)
    expect((await course(trajectoryId)).live).toEqual(['basics'])
    await move(trajectoryId, ['basics', 'child'], worker)
    const tasks = async () =>
      (
        await world.owner.query(`select reason_code from task where trajectory_id = $1 and done_at is null`, [
          trajectoryId,
        ])
      ).rows
    // The first phase still leads: nothing about her rhythm changes.
    expect(await tasks()).toEqual([{ reason_code: 'contact-after-phase' }])
    const before = (await contactsOf(trajectoryId)).length
    await move(trajectoryId, ['child'], worker)
    expect(await tasks()).toEqual([{ reason_code: 'contact-after-phase' }])
    const after = (await contactsOf(trajectoryId)).length
    expect(after).toBeLessThan(before * 0.6)
    const { phases, live } = await course(trajectoryId)
    expect(live).toEqual(['child'])
    expect(phases).toMatchObject([
      { label: mvr.phases[0]?.label, byRule: true, until: expect.anything() },
      { label: mvr.phases[1]?.label, byRule: false, code: 'goal_reached', until: null },
    ])
    await move(trajectoryId, ['basics'])
    expect(await contactsOf(trajectoryId)).toHaveLength(before)
  })
  test('are refused where visits make them, when nothing changes, and in none at all', async () => {
    const { trajectoryId } = await expecting(world)
    await expect(move(trajectoryId, [])).rejects.toMatchObject({ code: 'phase-none' })
    await expect(move(trajectoryId, ['basics'])).rejects.toMatchObject({ code: 'phase-unchanged' })
    const talks = await expecting(world, { programme: mim, dueOn: null })
    await born(talks.trajectoryId, '2026-10-01')
    await expect(move(talks.trajectoryId, ['widening'])).rejects.toMatchObject({ code: 'phase-by-visits' })
    expect(await course(talks.trajectoryId)).toMatchObject({ phases: [{ byRule: true, until: null }] })
  })
})

describe('phases that go by time', () => {
  const timed = {
    ...mvr,
    version: '2026.9.0',
    phases: mvr.phases.map((phase) =>
      phase.id === 'child' ? { ...phase, startsWhen: 'childAgeMonths >= 1' } : phase,
    ),
  }
  const job = () => ({ organisations: async () => [world.orgId], context: () => world.context })
  /** A version of her organisation's own, made by one and approved by another. */
  const publish = async () => {
    const other = await world.member(['programme_manager'])
    await world.owner.query(
      `insert into programme_version (org_id, id, programme_id, version, state, definition, made_by, made_at, decided_by, decided_at)
       values ($1, gen_random_uuid(), $2, $3, 'published', $4, $5, now(), $6, now())`,
      [world.orgId, timed.id, timed.version, JSON.stringify(timed), coordinator.memberId, other.memberId],
    )
    await world.owner.query(
      `insert into programme_offer (org_id, id, programme_id, version, from_day, until_day, decided_at)
       values ($1, gen_random_uuid(), $2, $3, '2026-01-01', '2026-01-02', now())`,
      [world.orgId, timed.id, timed.version],
    )
    await world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1')
  }
  test('move by the clock, once, and not while it is quiet', async () => {
    await publish()
    const [one, two] = [
      await expecting(world, { programme: timed, dueOn: '2026-11-10' }),
      await expecting(world, { programme: timed, dueOn: '2026-11-10' }),
    ]
    for (const { trajectoryId } of [one, two]) await born(trajectoryId, '2026-11-01')
    await quietTrajectory(world.context, coordinator, { trajectoryId: two.trajectoryId, loss: 'not_said' })
    expect(await turnPhases(job())).toEqual({ moved: 0 })
    world.turnTo('2026-12-01')
    expect(await turnPhases(job())).toEqual({ moved: 1 })
    expect(await turnPhases(job())).toEqual({ moved: 0 })
    expect((await course(one.trajectoryId)).live).toEqual(['basics', 'child'])
    const { rows } = await world.owner.query(
      `select phase from trajectory_phase where trajectory_id = $1 and until_day is null`,
      [two.trajectoryId],
    )
    expect(rows).toEqual([{ phase: 'basics' }])
    world.turnTo('2026-11-03')
    await expect(followTime(world.context, coordinator, one)).rejects.toThrow(Forbidden)
    await expect(findDuePhases(world.context, coordinator, {})).rejects.toThrow(Forbidden)
  })
})

describe('an extension', () => {
  const longer = async (trajectoryId: string, more: object = {}) =>
    extendTrajectory(world.context, coordinator, {
      ...(await place(trajectoryId)),
      until: '2029-06-01',
      reviewOn: '2029-03-01',
      reason: 'relapse_risk',
      ...more,
    })
  test('keeps its reason, moves the end, and is looked at again', async () => {
    const { trajectoryId } = await expecting(world)
    await longer(trajectoryId)
    expect(await course(trajectoryId)).toMatchObject({
      extension: { label: mvr.extension?.reasons[0]?.label },
      endsOn: Temporal.PlainDate.from('2029-06-01'),
      endsByRule: Temporal.PlainDate.from('2029-01-15'),
    })
    expect((await contactsOf(trajectoryId)).at(-1).due_until).toBe('2029-06-01')
    const { rows } = await world.owner.query(
      'select reason_code, due_on::text from task where trajectory_id = $1',
      [trajectoryId],
    )
    expect(rows).toEqual([{ reason_code: 'review-extension', due_on: '2029-03-01' }])
  })
  test.each([
    [{ reason: 'because' }, { reason: 'choose-one' }],
    [{ until: '2029-01-15' }, { until: 'day-before-end' }],
    [{ reviewOn: '2029-06-02' }, { reviewOn: 'day-not-between' }],
    [{ reviewOn: '2026-11-03' }, { reviewOn: 'day-not-between' }],
  ])('%o is refused', async (more, fields) => {
    const { trajectoryId } = await expecting(world)
    await expect(longer(trajectoryId, more)).rejects.toMatchObject({ fields })
  })
  test('isn’t offered where the programme has no reasons for it', async () => {
    const { trajectoryId } = await expecting(world, { programme: { ...mim }, dueOn: '2026-11-10' })
    if (!mim.extension)
      await expect(longer(trajectoryId)).rejects.toMatchObject({ code: 'extension-not-offered' })
  })
})
