import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Settling } from '#domain/worker/talk.ts'
import { paths } from '#pages/paths.ts'
import { oneWorkerRoutes } from '#pages/worker/one-worker.tsx'
import { beside } from '#testing/beside.ts'
import { castWorker } from '#testing/cast.ts'
import { visit } from '#testing/public-site.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { nameDeputy } from '#usecases/duties/name-deputy.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { changeOwnFile } from '#usecases/worker/change-own-file.ts'
import { endAvoidance } from '#usecases/worker/end-avoidance.ts'
import { listAvoidances } from '#usecases/worker/list-avoidances.ts'
import { planWorkerTalk } from '#usecases/worker/plan-worker-talk.ts'
import { readMyMilestone } from '#usecases/worker/read-my-milestone.ts'
import { readOwnFile } from '#usecases/worker/read-own-file.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { settleWorkerTalk } from '#usecases/worker/settle-worker-talk.ts'
import { tellAvoidance } from '#usecases/worker/tell-avoidance.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import { withdrawAway } from '#usecases/worker/withdraw-away.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const someone = async (given: string) => {
  const id = await castWorker(world, { given })
  return { id, actor: await world.memberForWorker(id) }
}
const file = {
  speaks: ['ti', 'nl'],
  reads: ['nl'],
  profile: { interests: ['walking' as const], availability: ['mon_morning'] },
  childAges: ['baby' as const],
  avoids: ['pets' as const, 'smoking' as const],
  capacity: 0,
}

describe('her own file', () => {
  test('is changed by herself, from what was read, and by nobody else through this door', async () => {
    const { id, actor } = await someone('Lea')
    const { version } = await readOwnFile(world.context, actor, {})
    await changeOwnFile(world.context, actor, { version, file })
    await expect(changeOwnFile(world.context, actor, { version, file })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect(await readOwnFile(world.context, actor, {})).toMatchObject({
      speaks: ['ti', 'nl'],
      reads: ['nl'],
      avoids: ['pets', 'smoking'],
      capacity: 0,
      room: 0,
    })
    expect(await readWorker(world.context, coordinator, { id })).toMatchObject({
      person: { languages: ['ti', 'nl'], name: { given: 'Lea' } },
      childAges: ['baby'],
    })
    for (const role of ['coordinator', 'programme_manager', 'referrer'] as const)
      await expect(readOwnFile(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
    await expect(readOwnFile(world.context, await world.member(['worker']), {})).rejects.toThrow(NotFound)
  })
})

describe('when she is away', () => {
  const period = (workerId: string, kind: 'away' | 'phone_only') =>
    ({ workerId, kind, from: '2026-11-05', until: '2026-11-12' }) as const
  test('is said by herself or her coordinator, and taken back', async () => {
    const { id, actor } = await someone('Mia')
    const other = await someone('Noor')
    await expect(tellAway(world.context, other.actor, period(id, 'away'))).rejects.toThrow(NotFound)
    await expect(
      tellAway(world.context, await world.member(['programme_manager']), period(id, 'away')),
    ).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(tellAway(world.context, stranger, period(id, 'away'))).rejects.toThrow(NotFound)
    await expect(
      tellAway(world.context, actor, { ...period(id, 'away'), until: '2026-11-04' }),
    ).rejects.toMatchObject({ fields: { until: 'before-it-began' } })
    const { awayId } = await tellAway(world.context, coordinator, period(id, 'away'))
    await expect(withdrawAway(world.context, other.actor, { workerId: other.id, awayId })).rejects.toThrow(
      NotFound,
    )
    await withdrawAway(world.context, actor, { workerId: id, awayId })
    await expect(withdrawAway(world.context, actor, { workerId: id, awayId })).rejects.toThrow(NotFound)
    expect((await readOwnFile(world.context, actor, {})).away).toEqual([])
  })
  test('no visit is planned for her, and by phone only a call', async () => {
    const { worker, contactId } = await beside(world, coordinator)
    const workerId = worker.workerId ?? ''
    const plan = async (mode: 'home' | 'phone', on = '2026-11-10') => {
      const { rows } = await world.owner.query('select version from contact where id = $1', [contactId])
      return planContact(world.context, worker, {
        id: contactId,
        version: rows[0].version,
        on,
        mode,
        reason: 'her_wish',
        askedBy: 'worker',
      })
    }
    const { awayId } = await tellAway(world.context, worker, period(workerId, 'phone_only'))
    await expect(plan('home')).rejects.toMatchObject({ code: 'worker-by-phone-then' })
    await plan('phone')
    await withdrawAway(world.context, worker, { workerId, awayId })
    await tellAway(world.context, worker, period(workerId, 'away'))
    await expect(plan('phone')).rejects.toMatchObject({ code: 'worker-away-then' })
    await plan('home', '2026-11-13')
  })
})

test('whom she must not meet is sealed, hers to say, and the safeguarding lead’s alone to read', async () => {
  const { id, actor } = await someone('Olga')
  const { avoidanceId } = await tellAvoidance(world.context, actor, { words: 'Kees, Lindelaan, mijn ex' })
  const { rows } = await world.owner.query('select words_sealed from worker_avoidance where id = $1', [
    avoidanceId,
  ])
  expect(rows[0].words_sealed.toString('latin1')).not.toContain('Kees')
  const lead = await world.member(['safeguarding_lead'])
  expect((await listAvoidances(world.context, lead, {})).told).toMatchObject([
    { name: 'Olga', words: 'Kees, Lindelaan, mijn ex' },
  ])
  for (const role of ['coordinator', 'programme_manager', 'administrator', 'worker'] as const)
    await expect(listAvoidances(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
  const stranger = await world.member(['safeguarding_lead'], world.otherOrgId)
  expect(await listAvoidances(world.context, stranger, {})).toEqual({ told: [], pairs: [] })
  expect(JSON.stringify(await readWorker(world.context, coordinator, { id }))).not.toContain('Kees')
  const other = await someone('Pia')
  await expect(endAvoidance(world.context, other.actor, { avoidanceId })).rejects.toThrow(NotFound)
  await endAvoidance(world.context, actor, { avoidanceId })
  expect((await listAvoidances(world.context, lead, {})).told).toEqual([])
})

describe('a talk with her', () => {
  test('is planned ahead, and said how it went, once', async () => {
    const { id, actor } = await someone('Quinta')
    const plan = (on: string, more: object = {}, by = coordinator) =>
      planWorkerTalk(world.context, by, { workerId: id, kind: 'supervision', on, ...more })
    await expect(plan('2026-11-10', {}, actor)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(plan('2026-11-10', {}, stranger)).rejects.toThrow(NotFound)
    await expect(plan('2026-11-02')).rejects.toMatchObject({ fields: { on: 'already-over' } })
    await expect(plan('2026-11-04', { held: true })).rejects.toMatchObject({
      fields: { on: 'in-the-future' },
    })
    const { talkId } = await plan('2026-11-05')
    const settle = (how: Settling, more: object = {}, by = coordinator) =>
      settleWorkerTalk(world.context, by, { id: talkId, version: 1, how, ...more })
    await expect(settle('done')).rejects.toMatchObject({ code: 'talk-to-come' })
    await expect(settle('cancelled', { reason: 'other' }, stranger)).rejects.toThrow(NotFound)
    await expect(settle('cancelled', { reason: 'other' }, actor)).rejects.toThrow(Forbidden)
    await expect(settle('cancelled')).rejects.toMatchObject({ fields: { reason: 'choose-one' } })
    for (const [next, code] of [
      [null, 'required'],
      ['2026-11-02', 'day-passed'],
      ['2026-11-05', 'choose-another'],
    ])
      await expect(settle('moved', { next })).rejects.toMatchObject({ fields: { next: code } })
    world.turnTo('2026-11-06')
    expect((await readOwnFile(world.context, actor, {})).talks).toMatchObject([{ unsaid: true }])
    await settle('missed', { next: '2026-11-12' })
    await expect(settle('done', { version: 2 })).rejects.toMatchObject({ code: 'talk-settled' })
    await expect(settle('done')).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await readWorker(world.context, coordinator, { id })).talks).toMatchObject([
      { state: 'planned', kind: 'supervision' },
      { state: 'missed' },
    ])
    world.turnTo('2026-11-03')
  })
  test('presses on who watches over her and who stands in, until it was held, moved or dropped', async () => {
    const owner = await world.member(['coordinator'])
    const deputy = await world.member(['coordinator'])
    const workerId = await castWorker(world, { given: 'Roza' })
    const watchedBy = (memberId: string | null) =>
      world.owner.query('update worker set coordinator_id = $2 where id = $1', [workerId, memberId])
    await watchedBy(owner.memberId)
    const lines = async (by: MemberActor) =>
      (await readWorklist(world.context, by, {})).lines.filter(({ source }) => source.from === 'talk')
    const { talkId } = await planWorkerTalk(world.context, owner, {
      workerId,
      kind: 'talk',
      on: '2026-11-10',
    })
    expect(await lines(owner)).toEqual([])
    world.turnTo('2026-11-10')
    expect(await lines(owner)).toMatchObject([{ id: talkId, pressure: 'due', source: { workerId } }])
    world.turnTo('2026-11-11')
    expect(await lines(owner)).toMatchObject([{ id: talkId, pressure: 'urgent', name: 'Roza' }])
    expect(await lines(deputy)).toEqual([])
    await nameDeputy(world.context, owner, {
      memberId: owner.memberId,
      deputyId: deputy.memberId,
      from: '2026-11-11',
      until: '2026-11-20',
    })
    expect(await lines(deputy)).toMatchObject([{ id: talkId }])
    // Who coordinates no more watches over nobody: then it is everybody's.
    await watchedBy((await world.member(['programme_manager'])).memberId)
    expect(await lines(coordinator)).toMatchObject([{ id: talkId }])
    await watchedBy(null)
    expect(await lines(coordinator)).toMatchObject([{ id: talkId }])
    await watchedBy(owner.memberId)
    await settleWorkerTalk(world.context, deputy, {
      id: talkId,
      version: 1,
      how: 'moved',
      next: '2026-11-12',
    })
    expect(await lines(owner)).toEqual([])
    world.turnTo('2026-11-13')
    const [line] = await lines(owner)
    await settleWorkerTalk(world.context, owner, {
      id: line?.id ?? '',
      version: 1,
      how: 'cancelled',
      reason: 'spoke_already',
    })
    expect(await lines(owner)).toEqual([])
    world.turnTo('2026-11-03')
  })
  test('is settled on her page, each talk by a form of its own, and nothing typed is lost', async () => {
    const workerId = await castWorker(world, { given: 'Saar' })
    for (const on of ['2026-11-03', '2026-11-10'])
      await planWorkerTalk(world.context, coordinator, { workerId, kind: 'talk', on })
    const site = staffSite(oneWorkerRoutes, world, coordinator)
    const [, first] = (await readWorker(world.context, coordinator, { id: workerId })).talks
    const talkId = first?.talkId ?? ''
    const post = (more: Record<string, string>) =>
      visit(
        site,
        paths.worker.settleTalk(workerId),
        new URLSearchParams({
          talkId,
          version: '1',
          ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${name}-${talkId}`, value])),
        }),
      )
    const again = (await post({ how: 'moved', next: '2-11-2026' })).html
    expect(again).toContain('Er klopt iets niet')
    expect(again).toContain('value="2-11-2026"')
    expect(new Set(again.match(/ id="field-how[^"]*"/g))).toHaveLength(2)
    expect((await post({})).html).toContain('Er klopt iets niet')
    const saved = await post({ how: 'moved', next: '12-11-2026' })
    expect(saved.headers.get('location')).toContain(paths.worker.one(workerId))
    expect((await readWorker(world.context, coordinator, { id: workerId })).talks).toMatchObject([
      { state: 'planned' },
      { state: 'planned' },
      { state: 'moved' },
    ])
  })
  test('counts, once it was held, as having spoken with her where a rule of the programme asks', async () => {
    const { trajectoryId, workerId } = await runningTrajectory(world, { startedOn: '2026-09-01' })
    const standing = async () =>
      (
        await world.owner.query(
          `select rule_id from signal where trajectory_id = $1 and rule_id = 'MI-F8' and ended_at is null`,
          [trajectoryId],
        )
      ).rows.length
    const talk = (on: string, held: boolean) =>
      planWorkerTalk(world.context, coordinator, { workerId, kind: 'talk', on, held })
    await talk('2026-11-04', false)
    expect(await standing()).toBe(1)
    await talk('2026-11-03', true)
    expect(await standing()).toBe(0)
    world.turnTo('2027-01-05')
    const { talkId } = await talk('2027-01-05', false)
    expect(await standing()).toBe(1)
    await settleWorkerTalk(world.context, coordinator, { id: talkId, version: 1, how: 'done' })
    expect(await standing()).toBe(0)
    world.turnTo('2026-11-03')
  })
})

test('her first, tenth and hundredth visit are noticed for two weeks, on her page and her coordinator’s', async () => {
  const { worker, trajectoryId } = await beside(world, coordinator)
  const id = worker.workerId ?? ''
  const noticed = async () => (await readOwnFile(world.context, worker, {})).milestone?.visits ?? null
  const visits = (count: number, on: string) =>
    world.owner.query(
      `insert into contact (org_id, id, trajectory_id, worker_id, number, state, origin, mode, due_from, due_until, done_on)
       select $1, gen_random_uuid(), $2, $3, 1000 + n, 'done', 'extra', 'home', $4::date, $4::date, $4::date
       from generate_series(1, $5::int) n`,
      [world.orgId, trajectoryId, id, on, count],
    )
  expect(await noticed()).toBeNull()
  await visits(1, '2026-11-03')
  expect(await noticed()).toBe(1)
  expect((await readWorker(world.context, coordinator, { id })).milestone?.visits).toBe(1)
  // Where each of them begins: on her own page, and on the list of whoever watches over her.
  expect((await readMyMilestone(world.context, worker, {}))?.visits).toBe(1)
  const listed = async (actor: MemberActor) =>
    (await readWorklist(world.context, actor, {})).lines.filter(
      (line) => line.id === id && line.source.from === 'milestone',
    )
  await world.owner.query('update worker set coordinator_id = $1 where id = $2', [coordinator.memberId, id])
  expect(await listed(coordinator)).toMatchObject([{ pressure: 'waiting', source: { visits: 1 } }])
  expect(await listed(await world.member(['coordinator']))).toEqual([])
  expect(await readMyMilestone(world.context, await world.member(['worker']), {})).toBeNull()
  world.turnTo('2026-11-18')
  expect(await noticed()).toBeNull()
  expect(await listed(coordinator)).toEqual([])
  world.turnTo('2026-11-03')
})
