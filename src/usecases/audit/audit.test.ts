import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { exportAccess, listAccess } from '#usecases/audit/list-access.ts'
import { listFileAccess } from '#usecases/audit/list-file-access.ts'
import { listOutliers } from '#usecases/audit/list-outliers.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { beside } from '../../../testing/beside.ts'
import { type ReferredWoman, referredWoman } from '../../../testing/referred-woman.ts'
import { openWorld, type World } from '../../../testing/world.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('../../../testing/left-out.ts'))
/** What keeps a curious colleague away, or shows her: each can be left out here, to see that it is missed. */
const leaveOut = vi.hoisted(() => ({
  policy: 'who may ask at all',
  rows: 'which files are hers',
  log: 'the line that a look leaves',
  outliers: 'looking for who stands out',
}))
vi.mock('#domain/trajectory/trajectory-policy.ts', async (original) => {
  const real = await original<typeof import('#domain/trajectory/trajectory-policy.ts')>()
  const read = unlessLeftOut(leaveOut.policy, real.trajectoryPolicy.read, () => true)
  return { ...real, trajectoryPolicy: { ...real.trajectoryPolicy, read } }
})
vi.mock('#db/trajectory-page.ts', async (original) => {
  const real = await original<typeof import('#db/trajectory-page.ts')>()
  const find = real.findTrajectoryPage
  return {
    ...real,
    findTrajectoryPage: unlessLeftOut(leaveOut.rows, find, (db, { orgId }, ...rest) =>
      find(db, { kind: 'system', orgId, job: 'left out' }, ...rest),
    ),
  }
})
vi.mock('#db/audit.ts', async (original) => {
  const real = await original<typeof import('#db/audit.ts')>()
  return { ...real, appendAudit: unlessLeftOut(leaveOut.log, real.appendAudit, async () => undefined) }
})
vi.mock('#domain/audit/outliers.ts', async (original) => {
  const real = await original<typeof import('#domain/audit/outliers.ts')>()
  return { ...real, outliersOf: unlessLeftOut(leaveOut.outliers, real.outliersOf, () => []) }
})

let world: World
let coordinator: MemberActor
let officer: MemberActor
let woman: ReferredWoman
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  officer = await world.member(['privacy_officer'])
  woman = await referredWoman(world, coordinator)
  await readReferral(world.context, coordinator, { id: woman.referralId })
})
afterAll(() => world.close())

const lastEvent = async () =>
  (await world.owner.query('select event, outcome, actor_id from audit_event order by id desc limit 1'))
    .rows[0]

describe('the access log', () => {
  test('is for the privacy officer; that somebody else tried stands in it', async () => {
    const others: Role[] = [
      'administrator',
      'coordinator',
      'worker',
      'safeguarding_lead',
      'programme_manager',
      'referrer',
    ]
    for (const role of others) {
      const actor = await world.member([role])
      await expect(listAccess(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(exportAccess(world.context, actor, {})).rejects.toThrow(Forbidden)
      expect(await lastEvent()).toEqual({
        event: 'export-access',
        outcome: 'denied',
        actor_id: actor.memberId,
      })
    }
  })
  test('holds nothing of another organisation', async () => {
    const elsewhere = await world.member(['privacy_officer'], world.otherOrgId)
    const { lines } = await listAccess(world.context, elsewhere, {})
    expect(lines.flatMap(({ personIds }) => personIds)).not.toContain(woman.personId)
    expect(lines.map(({ event }) => event)).not.toContain('read-referral')
  })
  test('says who saw whom, by name of the member', async () => {
    const { lines } = await listAccess(world.context, officer, { personId: woman.personId })
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.find(({ event }) => event === 'read-referral')).toMatchObject({
      action: 'read',
      outcome: 'success',
      actorName: 'Lid coordinator',
      basis: 'role',
    })
  })
  test('can be narrowed to a period and a member', async () => {
    const none = await listAccess(world.context, officer, { until: '2026-11-02' })
    expect(none.lines).toEqual([])
    const day = await listAccess(world.context, officer, { from: '2026-11-03', until: '2026-11-03' })
    expect(day.lines.length).toBeGreaterThan(5)
    const hers = await listAccess(world.context, officer, { memberId: coordinator.memberId })
    expect(new Set(hers.lines.map(({ actorId }) => actorId))).toEqual(new Set([coordinator.memberId]))
  })
  test('keeps that it was read and taken along', async () => {
    await listAccess(world.context, officer, {})
    expect(await lastEvent()).toMatchObject({ event: 'list-access', actor_id: officer.memberId })
    const lines = await exportAccess(world.context, officer, {})
    expect(lines.length).toBeGreaterThan(5)
    expect(await lastEvent()).toMatchObject({ event: 'export-access', outcome: 'success' })
  })
  test('goes on where the page ended', async () => {
    for (let at = 0; at < 101; at += 1)
      await readReferral(world.context, coordinator, { id: woman.referralId })
    const first = await listAccess(world.context, officer, {})
    expect(first.lines).toHaveLength(100)
    const second = await listAccess(world.context, officer, { before: first.next })
    expect(second.lines[0]?.id).not.toBe(first.lines.at(-1)?.id)
    expect((second.lines[0]?.id ?? '') < (first.lines.at(-1)?.id ?? '')).toBe(true)
  })
})

describe('who saw this file', () => {
  test('is not asked by a volunteer, nor from elsewhere', async () => {
    const { trajectoryId } = woman
    for (const role of ['worker', 'privacy_officer', 'referrer'] as const)
      await expect(
        listFileAccess(world.context, await world.member([role]), { trajectoryId }),
      ).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(listFileAccess(world.context, elsewhere, { trajectoryId })).rejects.toThrow(NotFound)
  })
  test('shows her coordinator everything about her and nothing about others, and is kept', async () => {
    const other = await referredWoman(world, coordinator)
    const { lines } = await listFileAccess(world.context, coordinator, { trajectoryId: woman.trajectoryId })
    expect(lines.length).toBeGreaterThan(2)
    for (const { personIds } of lines) expect(personIds).toContain(woman.personId)
    expect(lines.some(({ personIds }) => personIds.includes(other.personId))).toBe(false)
    expect(await lastEvent()).toMatchObject({ event: 'list-file-access', actor_id: coordinator.memberId })
  })
})

describe('what stands out', () => {
  test('is for the privacy officer, counts women of this organisation, and asks of the night by its clock', async () => {
    for (const role of ['coordinator', 'administrator', 'safeguarding_lead'] as const)
      await expect(listOutliers(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
    const owl = await world.member(['coordinator'])
    world.turnTo('2026-11-03T22:59')
    await readReferral(world.context, owl, { id: woman.referralId })
    const ofOwl = async (actor = officer) =>
      (await listOutliers(world.context, actor, {})).filter(({ memberId }) => memberId === owl.memberId)
    expect(await ofOwl()).toEqual([])
    world.turnTo('2026-11-03T23:00')
    await readReferral(world.context, owl, { id: woman.referralId })
    for (let times = 0; times < 5; times += 1)
      await readReferral(world.context, owl, { id: owl.memberId }).catch(() => null)
    expect(await ofOwl()).toMatchObject([
      { kind: 'at-night', count: 1, name: 'Lid coordinator' },
      { kind: 'turned-away', count: 5 },
    ])
    expect(await ofOwl(await world.member(['privacy_officer'], world.otherOrgId))).toEqual([])
    world.turnTo('2026-12-20')
    expect(await ofOwl()).toEqual([])
    world.turnTo('2026-11-03')
  })
})

describe('a curious colleague (domain.md 7.6, H11)', () => {
  const notTold = ['not told: many-files', 'not told: at-night']
  const colleagues = ['administrator', 'programme_manager', 'privacy_officer', 'referrer'] as const
  let seen: readonly ReferredWoman[] = []
  beforeAll(async () => {
    seen = await Promise.all(Array.from({ length: 10 }, () => referredWoman(world, coordinator)))
  })
  /** What she got that isn't hers, and what nobody came to know of what she looked at. */
  async function curious(): Promise<readonly string[]> {
    world.turnTo('2026-11-03T23:30')
    const her = await beside(world, coordinator)
    const neighbour = await beside(world, coordinator)
    const { trajectoryId: id, personId } = her
    const wrong: string[] = []
    const tries = async (who: string, look: () => Promise<unknown>) => {
      const got = await look().catch((error: unknown) => {
        if (error instanceof Error && /^(NotFound|Forbidden)$/.test(error.name)) return null
        throw error
      })
      if (got) wrong.push(`given to ${who}`)
    }
    const { worker: nosy } = neighbour
    await tries('worker', () => readTrajectory(world.context, nosy, { id }))
    await tries('worker', () => showSafeContact(world.context, nosy, { personId }))
    await tries('worker', async () => {
      const { people } = await searchPeople(world.context, nosy, { text: 'Semira' })
      return people.some((one) => one.personId === personId)
    })
    for (const role of colleagues) {
      const actor = await world.member([role])
      await tries(role, () => readTrajectory(world.context, actor, { id }))
    }
    // Whose work it is to see many may look; that she did is seen by somebody else.
    const owl = await world.member(['coordinator'])
    for (const { referralId } of seen) await readReferral(world.context, owl, { id: referralId })
    const { lines } = await listAccess(world.context, officer, { memberId: owl.memberId })
    const known = new Set(lines.flatMap(({ personIds }) => personIds))
    if (seen.some((one) => !known.has(one.personId))) wrong.push('a look that left no line')
    const turnedAway = await listAccess(world.context, officer, { memberId: nosy.memberId })
    if (!turnedAway.lines.some(({ outcome }) => outcome === 'denied')) wrong.push('a try that left no line')
    const kinds = (await listOutliers(world.context, officer, {}))
      .filter(({ memberId }) => memberId === owl.memberId)
      .map(({ kind }) => kind)
    for (const kind of ['many-files', 'at-night'] as const)
      if (!kinds.includes(kind)) wrong.push(`not told: ${kind}`)
    world.turnTo('2026-11-03')
    return wrong
  }
  test('gets nothing that isn’t hers, and what she looks at is known and stands out', async () => {
    expect(await curious()).toEqual([])
  })
  test.each([
    // Two walls, one behind the other: without the second whoever may ask gets it, without both everybody.
    { parts: [leaveOut.rows], noticed: ['given to worker'] },
    {
      parts: [leaveOut.policy, leaveOut.rows],
      noticed: ['given to worker', ...colleagues.map((role) => `given to ${role}`)],
    },
    { parts: [leaveOut.log], noticed: ['a look that left no line', 'a try that left no line', ...notTold] },
    { parts: [leaveOut.outliers], noticed: notTold },
  ])('and it is noticed without $parts', async ({ parts, noticed }) => {
    expect(await without(parts, curious)).toEqual(noticed)
  })
})
