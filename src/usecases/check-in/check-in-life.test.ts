import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type BegunMatch, begunMatch } from '#testing/begun-match.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listCheckIns } from '#usecases/check-in/list-check-ins.ts'
import { listMyCheckIns } from '#usecases/check-in/list-my-check-ins.ts'
import { takeCheckIn } from '#usecases/check-in/take-check-in.ts'
import { NotFound } from '#usecases/failure.ts'
import { handOverMatch } from '#usecases/match/hand-over-match.ts'
import { pauseMatch } from '#usecases/match/pause-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { resumeMatch } from '#usecases/match/resume-match.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let begun: BegunMatch
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo('2026-11-03')
  begun = await begunMatch(world, coordinator)
})
afterAll(() => world.close())

const versionOf = async (id = begun.matchId) => (await readMatch(world.context, coordinator, { id })).version
const take = (side: 'mother' | 'worker', said: object = {}, actor = coordinator) =>
  takeCheckIn(world.context, actor, {
    matchId: begun.matchId,
    side,
    moment: 'w3',
    on: '2026-11-24',
    way: 'phone',
    answers: { fit: 'yes' },
    ...said,
  })
const plan = async (actor = coordinator) =>
  (await listCheckIns(world.context, actor, { trajectoryId: begun.trajectoryId })).matches
const onList = async () =>
  (await readWorklist(world.context, coordinator, {})).lines.filter(
    ({ id, source }) => source.from === 'check-in' && id === begun.trajectoryId,
  ).length

describe('while it rests', () => {
  test('nobody is asked, and what comes after moves with the days of rest', async () => {
    world.turnTo('2026-11-10')
    await pauseMatch(world.context, coordinator, {
      id: begun.matchId,
      version: await versionOf(),
      reason: 'mother_away',
      until: '2026-12-08',
    })
    world.turnTo('2026-11-24')
    expect(await onList()).toBe(0)
    await expect(take('mother')).rejects.toThrow(NotFound)
    expect((await listMyCheckIns(world.context, begun.worker, {}))[0]?.asked).toBeNull()
    world.turnTo('2026-12-08')
    await resumeMatch(world.context, coordinator, { id: begun.matchId, version: await versionOf() })
    const [match] = await plan()
    // Three weeks beside each other: one before the rest, two after it.
    expect(match?.moments[0]).toMatchObject({ moment: 'w3' })
    expect(match?.moments[0]?.on.toString()).toBe('2026-12-22')
    world.turnTo('2026-12-22')
    expect(await onList()).toBe(1)
  })
})

describe('after it was handed over', () => {
  test('who goes on sees nothing of it, who left nothing more, and a coordinator all', async () => {
    world.turnTo('2026-11-24')
    await take('mother', { answers: { goOn: 'no' }, note: 'Kanarievogel' })
    await take('worker', { way: 'herself', note: 'Lijster' }, begun.worker)
    const next = await castWorker(world, { name: { given: 'Els' }, languages: ['nl'] })
    await handOverMatch(world.context, coordinator, {
      id: begun.matchId,
      version: await versionOf(),
      workerId: next,
      reason: 'worker_stops',
      agreed: true,
      meetOn: '2026-11-24',
    })
    const els = await world.memberForWorker(next)
    const hers = await listMyCheckIns(world.context, els, {})
    expect(hers).toMatchObject([{ givenName: 'Selam', asked: null, said: [] }])
    expect(await listMyCheckIns(world.context, begun.worker, {})).toEqual([])
    await expect(
      take('worker', { way: 'herself', moment: 'w10', on: '2026-11-24' }, begun.worker),
    ).rejects.toThrow(NotFound)
    await expect(take('mother', { moment: 'w3' }, els)).rejects.toThrow(NotFound)
    const all = await plan()
    expect(all).toHaveLength(2)
    expect(JSON.stringify(all)).toContain('Kanarievogel')
    // The same for one who goes on and coordinates too: another asks, and what was said before stays away from her.
    await world.owner.query(`update member set roles = '{coordinator,worker}' where id = $1`, [els.memberId])
    const both: MemberActor = { ...els, roles: ['coordinator', 'worker'] }
    const seen = await plan(both)
    expect(seen.map(({ sides }) => sides)).toEqual([['worker'], []])
    expect(JSON.stringify(seen)).not.toMatch(/Kanarievogel|Lijster/)
  })
})
