import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { overviewRoutes } from '#pages/audit/overview-page.tsx'
import { paths } from '#pages/paths.ts'
import { showAccess } from '#usecases/audit/show-access.ts'
import { breakGlass } from '#usecases/break-glass/break-glass.ts'
import { readGlassFile } from '#usecases/break-glass/read-glass-file.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { type ReferredWoman, referredWoman } from '../../../testing/referred-woman.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let officer: MemberActor
let manager: MemberActor
let woman: ReferredWoman
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  officer = await world.member(['privacy_officer'])
  manager = await world.member(['programme_manager'])
  woman = await referredWoman(world, coordinator)
  for (const minute of [10, 20, 30]) {
    world.turnTo(`2026-11-03T10:${minute}`)
    await readReferral(world.context, coordinator, { id: woman.referralId })
  }
  world.turnTo('2026-11-04T11:00')
  await readTrajectory(world.context, coordinator, { id: woman.trajectoryId })
  await readTrajectory(world.context, await world.member(['worker']), { id: woman.trajectoryId }).catch(
    () => null,
  )
  world.turnTo('2026-11-05T12:00')
  await raiseConcern(world.context, coordinator, { trajectoryId: woman.trajectoryId, level: 'worried' })
  const { id } = await breakGlass(world.context, manager, {
    name: 'Selam Tesfay',
    birthDay: '2001-04-05',
    category: 'medical',
    words: 'De verloskundige belde, het gaat niet goed.',
  })
  await readGlassFile(world.context, manager, { id })
})
afterAll(() => world.close())

const show = (actor: MemberActor, more: object = {}) =>
  showAccess(world.context, actor, { personId: woman.personId, ...more })
const view = async (actor: MemberActor, query = '') => {
  const site = staffSite(overviewRoutes, world, actor)
  const answer = await site.request(`${paths.audit.ofPerson(woman.personId)}${query}`)
  return { status: answer.status, html: await answer.text() }
}

describe('who looked in her file', () => {
  test('is for who answers for it and the privacy officer, and nobody elsewhere', async () => {
    for (const role of ['worker', 'referrer', 'administrator', 'programme_manager'] as const)
      await expect(show(await world.member([role]))).rejects.toThrow(Forbidden)
    for (const role of ['coordinator', 'privacy_officer'] as const)
      await expect(show(await world.member([role], world.otherOrgId))).rejects.toThrow(NotFound)
    await expect(showAccess(world.context, officer, { personId: coordinator.memberId })).rejects.toThrow(
      NotFound,
    )
  })
  test('stands in order, once for each person, day and part, with how often', async () => {
    const { entries } = await show(coordinator)
    expect(entries.find(({ part, deed }) => part === 'referral' && deed === 'looked')).toMatchObject({
      times: 3,
      roles: ['coordinator'],
      name: null,
    })
    const days = entries.map(({ on }) => on.toString())
    expect(days).toEqual(days.toSorted())
  })
  test('marks the emergency', async () => {
    const { entries } = await show(coordinator)
    const marked = entries.filter(({ emergency }) => emergency)
    expect(marked.map(({ roles }) => roles)).toEqual([['programme_manager']])
    expect(marked[0]?.times).toBe(2)
  })
  test('can be narrowed to a time', async () => {
    const { entries } = await show(coordinator, { from: '2026-11-04', until: '2026-11-04' })
    expect(new Set(entries.map(({ on }) => on.toString()))).toEqual(new Set(['2026-11-04']))
  })
  test('gives names to the privacy officer alone, and keeps that she asked', async () => {
    await expect(show(coordinator, { names: true })).rejects.toThrow(Forbidden)
    const { entries } = await show(officer, { names: true })
    expect(entries.map(({ name }) => name)).toContain('Lid coordinator')
    const { rows } = await world.owner.query(
      `select event, detail from audit_event where actor_id = $1 order by at desc, id desc limit 1`,
      [officer.memberId],
    )
    expect(rows).toEqual([{ event: 'show-access', detail: { names: 1 } }])
    expect((await show(officer)).entries.every(({ name }) => name === null)).toBe(true)
  })
})

describe('on the page', () => {
  test('she reads plain words, and nothing of what is heaviest', async () => {
    const { html } = await view(coordinator)
    expect(html).toContain('Bekeek je aanmelding (3 keer)')
    expect(html).toContain('Programmaleider')
    expect(html).toContain('Noodgeval')
    expect(html).not.toMatch(/zorg gemeld|Lid coordinator|Tesfay|Selam|verloskundige/i)
  })
  test('also in English', async () => {
    const { html } = await view(coordinator, '?lang=en')
    expect(html).toContain('Looked at your referral (3 times)')
  })
  test('keeps what can’t be a day where it was typed', async () => {
    const { html } = await view(officer, '?from=morgen')
    expect(html).toContain('value="morgen"')
    expect(html).toContain('id="error-from"')
  })
})
