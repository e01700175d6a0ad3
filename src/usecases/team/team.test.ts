import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { changeTeam } from '#usecases/team/change-team.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { endTeam } from '#usecases/team/end-team.ts'
import { joinTeam } from '#usecases/team/join-team.ts'
import { leaveTeam } from '#usecases/team/leave-team.ts'
import { listMyTeams } from '#usecases/team/list-my-teams.ts'
import { listTeamWork } from '#usecases/team/list-team-work.ts'
import { listTeams } from '#usecases/team/list-teams.ts'
import { moveTrajectory } from '#usecases/team/move-trajectory.ts'
import { readPlacement } from '#usecases/team/read-placement.ts'
import { readTeam } from '#usecases/team/read-team.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { castWoman, castWorker } from '../../../testing/cast.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let elsewhere: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mvr])
  coordinator = await world.member(['coordinator'])
  elsewhere = await world.member(['coordinator'], world.otherOrgId)
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

let names = 0
const make = async (areas: string[] = []) => {
  names += 1
  return (await createTeam(world.context, coordinator, { team: { name: `Team ${names}`, areas } })).id
}
const refer = async (postcode: string) =>
  (
    await submitReferral(world.context, coordinator, {
      channel: 'desk',
      submission: { mother: { name: { given: 'Selam' }, address: { postcode } }, agreed: true },
    })
  ).referralId
const takeOn = async (postcode: string, teamId: string | null) =>
  (
    await acceptReferral(world.context, coordinator, {
      id: await refer(postcode),
      version: 1,
      programmeId: mim.id,
      teamId,
    })
  ).trajectoryId
const coach = async () => {
  const workerId = await castWorker(world, { name: { given: 'Coach' } }, { capacity: 3, ready: false })
  const seen = { workerId, kind: 'qualification', seenOn: '2026-10-01', validUntil: null } as const
  await recordGate(world.context, coordinator, seen)
  await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return { workerId, actor: await world.memberForWorker(workerId) }
}

describe('a team', () => {
  test('is not for a volunteer or a referrer to keep, and not there for another organisation', async () => {
    const id = await make()
    for (const role of ['worker', 'referrer', 'programme_manager'] as const)
      await expect(listTeams(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
    await expect(readTeam(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    await expect(
      joinTeam(world.context, elsewhere, { id, workerId: (await coach()).workerId }),
    ).rejects.toThrow(NotFound)
    expect(await listTeams(world.context, elsewhere, {})).toEqual([])
  })
  test('has a name of its own and keeps where it worked before', async () => {
    await createTeam(world.context, coordinator, { team: { name: 'Team Oost', areas: [] } })
    await expect(
      createTeam(world.context, coordinator, { team: { name: 'team oost', areas: [] } }),
    ).rejects.toMatchObject({ code: 'team-name-taken' })
    const id = await make(['3011-3014', '3016'])
    world.turnTo('2026-11-20')
    await changeTeam(world.context, coordinator, {
      id,
      version: 1,
      team: { name: 'Anders', areas: ['3016', '3020'] },
    })
    expect(await readTeam(world.context, coordinator, { id })).toMatchObject({
      name: 'Anders',
      areas: ['3016', '3020'],
    })
    const { rows } = await world.owner.query(
      'select area, until_day::text as until from team_area where team_id = $1 order by area',
      [id],
    )
    expect(rows).toEqual([
      { area: '3011-3014', until: '2026-11-20' },
      { area: '3016', until: null },
      { area: '3020', until: null },
    ])
  })
  test('is joined once at a time, and left with the day kept', async () => {
    const id = await make()
    const { workerId } = await coach()
    await joinTeam(world.context, coordinator, { id, workerId })
    await expect(joinTeam(world.context, coordinator, { id, workerId })).rejects.toMatchObject({
      code: 'team-member-already',
    })
    await leaveTeam(world.context, coordinator, { id, workerId })
    await expect(leaveTeam(world.context, coordinator, { id, workerId })).rejects.toMatchObject({
      code: 'team-member-not',
    })
    await joinTeam(world.context, coordinator, { id, workerId })
    expect(
      (await readTeam(world.context, coordinator, { id })).members.map(({ until }) => until === null),
    ).toEqual([true, false])
  })
  test('is proposed by her postcode, the narrowest first, among forty-three', async () => {
    for (let at = 0; at < 42; at += 1) await make([String(4000 + at)])
    const wide = await make(['3900-3999'])
    const narrow = await make(['3950-3955'])
    const seen = await readReferral(world.context, coordinator, { id: await refer('3952 AB') })
    expect(seen.proposed.map(({ id }) => id)).toEqual([narrow, wide])
    expect(seen.teams.length).toBeGreaterThan(43)
  })
  test('does not end while women are with it', async () => {
    const id = await make()
    await takeOn('3661 AB', id)
    await expect(endTeam(world.context, coordinator, { id, version: 1 })).rejects.toMatchObject({
      code: 'team-has-work',
    })
    const empty = await make()
    await endTeam(world.context, coordinator, { id: empty, version: 1 })
    await expect(takeOn('3661 AB', empty)).rejects.toMatchObject({ code: 'team-ended' })
  })
})

describe('a trajectory', () => {
  test('moves between teams with its reason, and its history is kept', async () => {
    const [first, second] = [await make(), await make()]
    const trajectoryId = await takeOn('3661 AB', first)
    const move = (teamId: string) =>
      moveTrajectory(world.context, coordinator, { trajectoryId, teamId, reason: 'moved_house' })
    await expect(move(first)).rejects.toMatchObject({ code: 'team-placed-already' })
    await expect(
      moveTrajectory(world.context, elsewhere, { trajectoryId, teamId: second, reason: 'other' }),
    ).rejects.toThrow(NotFound)
    await expect(
      moveTrajectory(world.context, await world.member(['administrator']), {
        trajectoryId,
        teamId: second,
        reason: 'other',
      }),
    ).rejects.toThrow(Forbidden)
    world.turnTo('2026-11-20')
    await move(second)
    const { placements } = await readPlacement(world.context, coordinator, { trajectoryId })
    expect(
      placements.map(({ teamId, reason, until }) => [teamId, reason, until?.toString() ?? null]),
    ).toEqual([
      [second, 'moved_house', null],
      [first, 'postcode', '2026-11-20'],
    ])
  })
  test('of the team is not seen by a coach who is in it, unless its programme says so', async () => {
    const id = await make()
    const { workerId, actor } = await coach()
    await joinTeam(world.context, coordinator, { id, workerId })
    const trajectoryId = await takeOn('3661 AB', id)
    expect(await listMyTeams(world.context, actor, {})).toMatchObject([{ id }])
    expect(await listTeamWork(world.context, actor, {})).toEqual([])
    // As a version that lets the team see would have placed it.
    await world.owner.query('update team_placement set team_sees = true where trajectory_id = $1', [
      trajectoryId,
    ])
    expect(await listTeamWork(world.context, actor, {})).toMatchObject([{ id: trajectoryId, mine: false }])
    // As a version says so itself, a trajectory that comes to the team is seen from then on.
    const { trajectoryId: neighbour } = await castWoman(
      world,
      { given: 'Noor' },
      { programmeId: mvr.id, programmeVersion: mvr.version, state: 'active' },
    )
    await moveTrajectory(world.context, coordinator, {
      trajectoryId: neighbour,
      teamId: id,
      reason: 'postcode',
    })
    expect((await listTeamWork(world.context, actor, {})).map((one) => one.id)).toContain(neighbour)
    await leaveTeam(world.context, coordinator, { id, workerId })
    expect(await listTeamWork(world.context, actor, {})).toEqual([])
    await expect(listTeamWork(world.context, coordinator, {})).rejects.toThrow(Forbidden)
  })
})
