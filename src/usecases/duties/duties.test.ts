import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { dutiesRoutes } from '#pages/duties/duties-page.tsx'
import { paths } from '#pages/paths.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { endDeputy } from '#usecases/duties/end-deputy.ts'
import { handOverDuties } from '#usecases/duties/hand-over-duties.ts'
import { listDuties } from '#usecases/duties/list-duties.ts'
import { listLoads } from '#usecases/duties/list-loads.ts'
import { nameDeputy } from '#usecases/duties/name-deputy.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { readOwnFile } from '#usecases/worker/read-own-file.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let manager: MemberActor
let coordinator: MemberActor
let colleague: MemberActor
beforeAll(async () => {
  world = await openWorld()
  manager = await world.member(['programme_manager'])
  coordinator = await world.member(['coordinator'])
  colleague = await world.member(['coordinator'])
})
afterAll(() => world.close())

const worker = async (given: string, by = coordinator) =>
  (
    await registerWorker(world.context, by, {
      person: { name: { given } },
      kind: 'volunteer',
      programmes: [],
      profile: {},
      capacity: 1,
    })
  ).workerId
const orphans = async () =>
  (await readWorklist(world.context, manager, {})).lines.filter(({ source }) => source.from === 'orphans')
const watches = async (id: string) => (await readWorker(world.context, coordinator, { id })).coordinator

describe('duties', () => {
  test('go over in one step, by a manager, to somebody who coordinates here', async () => {
    const id = await worker('Ans')
    const { trajectoryId } = await castWoman(world, { given: 'Semira' })
    await world.owner.query('update trajectory set coordinator_id = $2 where id = $1', [
      trajectoryId,
      coordinator.memberId,
    ])
    const all = { from: coordinator.memberId, to: colleague.memberId, reason: 'leaves' } as const
    for (const actor of [coordinator, await world.member(['administrator'])])
      await expect(handOverDuties(world.context, actor, all)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(handOverDuties(world.context, manager, { ...all, to: stranger.memberId })).rejects.toThrow(
      NotFound,
    )
    await expect(handOverDuties(world.context, manager, { ...all, from: stranger.memberId })).rejects.toThrow(
      NotFound,
    )
    await expect(
      handOverDuties(world.context, manager, { ...all, to: manager.memberId }),
    ).rejects.toMatchObject({ fields: { to: 'no-coordinator' } })
    await expect(
      handOverDuties(world.context, manager, { ...all, to: coordinator.memberId }),
    ).rejects.toMatchObject({ fields: { to: 'choose-another' } })
    expect(await handOverDuties(world.context, manager, all)).toEqual({
      workers: 1,
      trajectories: 1,
      tasks: 0,
    })
    expect((await watches(id))?.name).toBe('Lid coordinator')
    const { coordinators, handovers } = await listDuties(world.context, manager, {})
    expect(coordinators.find(({ memberId }) => memberId === colleague.memberId)).toMatchObject({
      workers: 1,
      trajectories: 1,
    })
    expect(handovers).toMatchObject([{ reason: 'leaves', workers: 1, by: 'Lid programme_manager' }])
  })
  test('without an owner stand on the manager’s worklist until somebody has them', async () => {
    expect(await orphans()).toEqual([])
    const leaver = await world.member(['coordinator'])
    await worker('Bep', leaver)
    const administrator = await world.member(['administrator'])
    await endMember(world.context, administrator, { memberId: leaver.memberId, version: 1 })
    world.turnTo('2026-11-05')
    expect(await orphans()).toMatchObject([{ pressure: 'urgent', source: { workers: 1, trajectories: 0 } }])
    const found = (await listDuties(world.context, manager, {})).orphans
    expect(found).toMatchObject([{ memberId: leaver.memberId, workers: 1 }])
    await handOverDuties(world.context, manager, {
      from: leaver.memberId,
      to: colleague.memberId,
      reason: 'nobody_had_them',
    })
    expect(await orphans()).toEqual([])
    await castWoman(world, { given: 'Nobody' })
    expect(await orphans()).toMatchObject([{ source: { trajectories: 1 } }])
    await handOverDuties(world.context, manager, {
      from: null,
      to: colleague.memberId,
      reason: 'nobody_had_them',
    })
    expect(await orphans()).toEqual([])
    expect(
      (await readWorklist(world.context, colleague, {})).lines.filter(
        ({ source }) => source.from === 'orphans',
      ),
    ).toEqual([])
    world.turnTo('2026-11-03')
  })
})

describe('how much people carry', () => {
  test('is seen by who watches over them, who stands in, and their manager; the fullest first', async () => {
    const owner = await world.member(['coordinator'])
    const other = await world.member(['coordinator'])
    const beside = async (given: string, capacity: number, women: number) => {
      const id = await castWorker(world, { given }, { capacity })
      await world.owner.query('update worker set coordinator_id = $2 where id = $1', [id, owner.memberId])
      for (let one = 0; one < women; one++) {
        const { trajectoryId } = await castWoman(world, { given: 'Vrouw', languages: ['nl'] })
        await proposeMatch(world.context, coordinator, { trajectoryId, workerId: id })
      }
      return id
    }
    const easy = await beside('Ria', 3, 1)
    const full = await beside('Toos', 1, 1)
    await beside('Vrij', 2, 0)
    const seen = async (by: MemberActor) => (await listLoads(world.context, by, {})).workers
    expect(await seen(owner)).toMatchObject([
      { workerId: full, name: 'Toos', load: { state: 'full', taken: 1, max: 1, room: 0 } },
      { workerId: easy, name: 'Ria', load: { state: 'easy', room: 2 } },
    ])
    expect(await seen(other)).toEqual([])
    expect((await seen(manager)).map(({ workerId }) => workerId)).toEqual(
      expect.arrayContaining([full, easy]),
    )
    await nameDeputy(world.context, owner, {
      memberId: owner.memberId,
      deputyId: other.memberId,
      from: '2026-11-03',
      until: '2026-11-05',
    })
    expect(await seen(other)).toHaveLength(2)
    for (const role of ['worker', 'administrator', 'safeguarding_lead'] as const)
      await expect(listLoads(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
    const stranger = await world.member(['programme_manager'], world.otherOrgId)
    expect(await seen(stranger)).toEqual([])
    const { html } = await visit(staffSite(dutiesRoutes, world, owner), paths.duties.list())
    expect(html).toContain('1 van 1: vol')
    expect(html).not.toContain('Vrouw')
  })
})

describe('a deputy', () => {
  const period = { from: '2026-11-03', until: '2026-11-10' }
  test('is named by the coordinator herself or her manager, and seen by her workers for those days', async () => {
    const id = await worker('Corrie')
    const own = await world.memberForWorker(id)
    const deputy = { memberId: coordinator.memberId, deputyId: colleague.memberId, ...period }
    await expect(nameDeputy(world.context, colleague, deputy)).rejects.toThrow(Forbidden)
    await expect(nameDeputy(world.context, own, deputy)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(
      nameDeputy(world.context, coordinator, { ...deputy, deputyId: stranger.memberId }),
    ).rejects.toThrow(NotFound)
    await expect(
      nameDeputy(world.context, coordinator, { ...deputy, deputyId: coordinator.memberId }),
    ).rejects.toMatchObject({ fields: { deputyId: 'choose-another' } })
    await expect(
      nameDeputy(world.context, coordinator, { ...deputy, deputyId: manager.memberId }),
    ).rejects.toMatchObject({ fields: { deputyId: 'no-coordinator' } })
    const { id: deputyId } = await nameDeputy(world.context, coordinator, deputy)
    const seen = async () => (await readOwnFile(world.context, own, {})).coordinator?.deputy?.name ?? null
    expect(await seen()).toBe('Lid coordinator')
    world.turnTo('2026-11-11')
    expect(await seen()).toBeNull()
    world.turnTo('2026-11-03')
    await expect(endDeputy(world.context, colleague, { id: deputyId })).rejects.toThrow(Forbidden)
    await expect(endDeputy(world.context, stranger, { id: deputyId })).rejects.toThrow(NotFound)
    await endDeputy(world.context, coordinator, { id: deputyId })
    expect(await seen()).toBeNull()
    await expect(endDeputy(world.context, manager, { id: deputyId })).rejects.toThrow(NotFound)
  })
})

test('a worker who was registered has her coordinator from the first day', async () => {
  const id = await castWorker(world, { given: 'Dora' })
  expect(await watches(id)).not.toBeNull()
})
