import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { childFormRoutes } from '#pages/course/child-forms.tsx'
import { courseRoutes } from '#pages/course/course.tsx'
import { paths } from '#pages/paths.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { castWoman } from '#testing/cast.ts'
import { type Expecting, expecting, versionNow } from '#testing/expecting.ts'
import { visit } from '#testing/public-site.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { correctBirth } from '#usecases/pregnancy/correct-birth.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { recordDueDate } from '#usecases/pregnancy/record-due-date.ts'
import { takeBackBirth } from '#usecases/pregnancy/take-back-birth.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mvr])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

const place = async (trajectoryId: string) => ({
  trajectoryId,
  version: await versionNow(world, trajectoryId),
})
const course = (trajectoryId: string) => readCourse(world.context, coordinator, { trajectoryId })
const born = async (trajectoryId: string, ...days: string[]) =>
  recordBirth(world.context, coordinator, {
    ...(await place(trajectoryId)),
    children: days.map((bornOn) => ({ bornOn })),
  })
const back = async (trajectoryId: string, actor = coordinator) =>
  takeBackBirth(world.context, actor, { ...(await place(trajectoryId)), reason: 'not_born' })
const plan = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select 'contact' as what, due_from::text as on, due_until::text as until from contact
         where trajectory_id = $1 and state = 'planned'
       union all select moment, max(due_on)::text, state from measure where trajectory_id = $1 group by moment, state
       order by 1, 2, 3`,
      [trajectoryId],
    )
  ).rows
const childFiles = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select m.until_day::text as until from household_member m
        join person p on p.org_id = m.org_id and p.id = m.person_id
       where p.kind = 'child' and m.household_id in (select household_id from household_member
         where person_id = (select person_id from trajectory where id = $1))`,
      [trajectoryId],
    )
  ).rows.map(({ until }) => until)

/** Another trajectory of the same woman, expecting the same child. */
async function second({ personId }: Expecting): Promise<string> {
  const other = await expecting(world, { dueOn: '2026-11-10', programme: mim })
  await world.owner.query('update trajectory set person_id = $1 where id = $2', [
    personId,
    other.trajectoryId,
  ])
  // What was said of it was sealed under another woman's key: said anew, under hers.
  await world.owner.query('delete from pregnancy where trajectory_id = $1', [other.trajectoryId])
  await recordDueDate(world.context, coordinator, {
    ...(await place(other.trajectoryId)),
    dueOn: '2026-11-10',
  })
  return other.trajectoryId
}

describe('a birth entered by mistake', () => {
  test('is taken back by a coordinator, with a reason, and everything is planned as before', async () => {
    const { trajectoryId } = await expecting(world, { dueOn: '2026-11-10' })
    const before = { course: await course(trajectoryId), plan: await plan(trajectoryId) }
    await born(trajectoryId, '2026-11-01', '2026-11-01')
    expect(await plan(trajectoryId)).not.toEqual(before.plan)
    await back(trajectoryId)
    const { version: _now, ...after } = await course(trajectoryId)
    const { version: _then, ...stood } = before.course
    expect(after).toEqual(stood)
    expect(await plan(trajectoryId)).toEqual(before.plan)
    expect((await readTrajectory(world.context, coordinator, { id: trajectoryId })).childBornOn).toBeNull()
    expect(await childFiles(trajectoryId)).toEqual(['2026-11-03', '2026-11-03'])
    // It may be written down again, on the day it is so.
    await born(trajectoryId, '2026-11-02')
    expect((await course(trajectoryId)).children.map(({ bornOn }) => `${bornOn}`)).toEqual(['2026-11-02'])
  })
  test('of a child that was known at intake leaves nothing known', async () => {
    const { trajectoryId } = await expecting(world, { dueOn: null, programme: mim })
    await born(trajectoryId, '2026-09-01')
    await world.owner.query('delete from pregnancy where trajectory_id = $1', [trajectoryId])
    expect((await course(trajectoryId)).children).toHaveLength(1)
    await back(trajectoryId)
    expect(await course(trajectoryId)).toMatchObject({ children: [], dueOn: null })
  })
  test('is nobody else’s to take back, nor what is no birth', async () => {
    const one = await expecting(world, { dueOn: '2026-11-10' })
    await expect(back(one.trajectoryId)).rejects.toMatchObject({ code: 'not-from-this-state' })
    await born(one.trajectoryId, '2026-11-01')
    for (const role of roles.filter((role) => role !== 'coordinator'))
      await expect(back(one.trajectoryId, await world.member([role])), role).rejects.toThrow(Forbidden)
    await expect(back(one.trajectoryId, one.worker)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(back(one.trajectoryId, stranger)).rejects.toThrow(NotFound)
    await expect(
      takeBackBirth(world.context, coordinator, {
        ...(await place(one.trajectoryId)),
        reason: 'no reason' as 'not_born',
      }),
    ).rejects.toThrow(Invalid)
    await expect(
      takeBackBirth(world.context, coordinator, {
        trajectoryId: one.trajectoryId,
        version: 0,
        reason: 'not_born',
      }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await quietTrajectory(world.context, coordinator, { trajectoryId: one.trajectoryId, loss: 'not_said' })
    await expect(back(one.trajectoryId)).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
  test('is a form of her coordinator’s, that asks why', async () => {
    const { trajectoryId, worker } = await expecting(world, { dueOn: '2026-11-10' })
    await born(trajectoryId, '2026-11-01')
    const routes = [...courseRoutes, ...childFormRoutes]
    const site = staffSite(routes, world, coordinator)
    const page = await visit(site, paths.course.one(trajectoryId))
    expect(page.html).toContain(paths.course.birthBack(trajectoryId))
    const hers = await visit(staffSite(routes, world, worker), paths.course.one(trajectoryId))
    expect(hers.html).not.toContain(paths.course.birthBack(trajectoryId))
    const address = paths.course.birthBack(trajectoryId)
    const { html } = await visit(site, address)
    const main = html.slice(html.indexOf('<main')).replace('<form method="post"', `<form action="${address}"`)
    const fields = formIn(main, address)
    expect((await visit(site, address, fields)).status).toBe(422)
    fields.set('reason', 'entered_twice')
    expect((await visit(site, address, fields)).status).toBe(303)
    expect((await course(trajectoryId)).children).toEqual([])
  })
})

describe('a woman with two trajectories', () => {
  test('has one birth: said in both, with one file, put right and taken back in both', async () => {
    const one = await expecting(world, { dueOn: '2026-11-10' })
    const other = await second(one)
    const stranger = await expecting(world, { dueOn: '2026-11-10' })
    await born(one.trajectoryId, '2026-11-01')
    const [child] = (await course(one.trajectoryId)).children
    expect((await course(other)).children).toMatchObject([{ childId: child?.childId }])
    expect((await course(stranger.trajectoryId)).children).toEqual([])
    expect(await childFiles(one.trajectoryId)).toEqual([null])
    await correctBirth(world.context, coordinator, {
      ...(await place(other)),
      children: [{ childId: child?.childId ?? '', bornOn: '2026-10-30' }],
    })
    for (const id of [one.trajectoryId, other])
      expect((await course(id)).children.map(({ bornOn }) => `${bornOn}`)).toEqual(['2026-10-30'])
    await back(one.trajectoryId)
    for (const id of [one.trajectoryId, other])
      expect(await course(id)).toMatchObject({ children: [], dueOn: Temporal.PlainDate.from('2026-11-10') })
  })
  test('gets no second file for a child that the other knew before', async () => {
    const one = await expecting(world, { dueOn: '2026-11-10' })
    await born(one.trajectoryId, '2026-11-01')
    const { trajectoryId: later } = await castWoman(
      world,
      { given: 'Semira' },
      { programmeId: mvr.id, programmeVersion: mvr.version },
    )
    await world.owner.query('update trajectory set person_id = $1 where id = $2', [one.personId, later])
    await born(later, '2026-11-01')
    expect(await childFiles(one.trajectoryId)).toEqual([null])
    const [first, again] = [await course(one.trajectoryId), await course(later)]
    expect(again.children.map(({ childId }) => childId)).toEqual(first.children.map(({ childId }) => childId))
  })
})
