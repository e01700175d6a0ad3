import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { withoutIds } from '#testing/without-ids.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { listMyProposals } from '#usecases/match/list-my-proposals.ts'
import { listWaiting } from '#usecases/match/list-waiting.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { showWishes } from '#usecases/match/show-wishes.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'
import { withdrawMatch } from '#usecases/match/withdraw-match.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  await importPostcodes(world.context, await world.member(['administrator']), {
    rows: [
      { postcode: '3011', place: 'Rotterdam', lat: 51.9244, lon: 4.4877 },
      { postcode: '3012', place: 'Rotterdam', lat: 51.9211, lon: 4.4747 },
      { postcode: '3511', place: 'Utrecht', lat: 52.0929, lon: 5.1155 },
    ],
  })
})
afterAll(() => world.close())

const her = (given: string, more: object = {}) =>
  castWoman(world, { given, languages: ['nl'], ...more }).then((one) => one.trajectoryId)
const propose = (trajectoryId: string, workerId: string, actor = coordinator) =>
  proposeMatch(world.context, actor, { trajectoryId, workerId })
const versionOf = async (id: string) => (await readMatch(world.context, coordinator, { id })).version
const answer = async (id: string, side: 'mother' | 'worker', said: 'yes' | 'no', actor = coordinator) =>
  answerMatch(world.context, actor, { id, version: await versionOf(id), side, answer: said })
const introduced = async (trajectoryId: string, workerId: string, on = '2026-11-03') => {
  const { matchId: id } = await propose(trajectoryId, workerId)
  await answer(id, 'mother', 'yes')
  await answer(id, 'worker', 'yes')
  await planIntroduction(world.context, coordinator, { id, version: await versionOf(id), on })
  return id
}
const start = async (id: string) =>
  startMatch(world.context, coordinator, { id, version: await versionOf(id) })
const refused = (code: string) => ({ code })

describe('proposing', () => {
  test('is for coordinators, of this organisation', async () => {
    const [trajectoryId, workerId] = [await her('Selam'), await castWorker(world, { given: 'Petra' })]
    const worker = await world.memberForWorker(workerId)
    await expect(propose(trajectoryId, workerId, worker)).rejects.toThrow(Forbidden)
    await expect(weighWorkers(world.context, worker, { trajectoryId })).rejects.toThrow(Forbidden)
    await expect(listWaiting(world.context, worker, {})).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(propose(trajectoryId, workerId, stranger)).rejects.toThrow(NotFound)
    await expect(weighWorkers(world.context, stranger, { trajectoryId })).rejects.toThrow(NotFound)
  })
  test('knows no worker of another organisation', async () => {
    const elsewhere = await castWorker(world, { given: 'Elders' }, { orgId: world.otherOrgId })
    await expect(propose(await her('Hana'), elsewhere)).rejects.toThrow(NotFound)
  })
  test('is possible on a VOG’s last day and not on the day after', async () => {
    const workerId = await castWorker(world, { given: 'Wilma' }, { seenOn: '2023-11-03' })
    const trajectoryId = await her('Lea')
    world.turnTo('2026-11-04')
    await expect(propose(trajectoryId, workerId)).rejects.toMatchObject(refused('match-gate-expired'))
    const { impossible } = await weighWorkers(world.context, coordinator, { trajectoryId })
    expect(impossible.find((one) => one.workerId === workerId)?.blocks).toMatchObject([
      { code: 'gate-expired', mend: 'worker', gate: { kind: 'vog' } },
    ])
    world.turnTo('2026-11-03')
    await propose(trajectoryId, workerId)
  })
  test('not with an applicant, nor without a shared language, nor in the same street', async () => {
    const trajectoryId = await her('Noor', {
      address: { street: 'Lindelaan', postcode: '3011AB', houseNumber: '1' },
    })
    const applicant = await castWorker(world, { given: 'Nieuw' }, { ready: false })
    await expect(propose(trajectoryId, applicant)).rejects.toMatchObject(refused('match-not-ready'))
    const pole = await castWorker(world, { name: { given: 'Ewa' }, languages: ['pl'] })
    await expect(propose(trajectoryId, pole)).rejects.toMatchObject(refused('match-shared-language'))
    const neighbour = await castWorker(world, {
      name: { given: 'Buur' },
      address: { street: 'lindelaan ', postcode: '3011 CD', houseNumber: '99' },
    })
    await expect(propose(trajectoryId, neighbour)).rejects.toMatchObject(refused('match-not-same-street'))
  })
  test('one at a time for each woman, also when two coordinators do it at once', async () => {
    const trajectoryId = await her('Rosa')
    const workers = await Promise.all(['A', 'B', 'C'].map((given) => castWorker(world, { given })))
    const all = await Promise.allSettled(workers.map((workerId) => propose(trajectoryId, workerId)))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('match-open-already'))
  })
  test('never asks a worker for more women than she has room for', async () => {
    const workerId = await castWorker(world, { given: 'Vol' }, { capacity: 1 })
    const women = await Promise.all(['D', 'E', 'F'].map((given) => her(given)))
    const all = await Promise.allSettled(women.map((trajectoryId) => propose(trajectoryId, workerId)))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('match-full'))
  })
  test('ranks by what they share and says by which criterion', async () => {
    const trajectoryId = await her('Yusra', { languages: ['ti'], address: { postcode: '3011 AB' } })
    await changeWishes(world.context, coordinator, {
      trajectoryId,
      version: 0,
      wishes: { backgrounds: ['eritrea_ethiopia'], availability: ['mon_morning'] },
    })
    const profile = { backgrounds: ['eritrea_ethiopia' as const], availability: ['mon_morning'] }
    const best = await castWorker(
      world,
      { name: { given: 'Best' }, languages: ['ti'], address: { postcode: '3012 AA' } },
      { profile },
    )
    const far = await castWorker(
      world,
      { name: { given: 'Ver' }, languages: ['ti'], address: { postcode: '3511 AA' } },
      { profile: {} },
    )
    const { proposals, woman } = await weighWorkers(world.context, coordinator, { trajectoryId })
    expect(woman.place).toBe('Rotterdam')
    expect(proposals.map((one) => one.workerId)).toEqual([best, far])
    expect(proposals[0]?.criteria.find((one) => one.criterion === 'background')).toMatchObject({ score: 1 })
    expect(proposals[1]?.criteria.find((one) => one.criterion === 'distance')).toMatchObject({ code: 'far' })
    const { matchId } = await propose(trajectoryId, best)
    const { rows } = await world.owner.query('select explanation from match where id = $1', [matchId])
    // Which background they share stands nowhere unsealed beside the pair.
    expect(JSON.stringify(rows[0].explanation)).not.toContain('eritrea')
  })
})

describe('answering', () => {
  test('a worker sees the proposal that is hers, without a name or an address', async () => {
    const trajectoryId = await her('Sanne', {
      family: 'Geheim',
      address: { street: 'Nergens', postcode: '3011 AB', houseNumber: '4' },
    })
    const [workerId, otherId] = [
      await castWorker(world, { given: 'Gevraagd' }),
      await castWorker(world, { given: 'Ander' }),
    ]
    const { matchId } = await propose(trajectoryId, workerId)
    const asked = await world.memberForWorker(workerId)
    const other = await world.memberForWorker(otherId)
    const [mine] = await listMyProposals(world.context, asked, {})
    expect(mine).toMatchObject({ matchId, firstName: null, place: 'Rotterdam' })
    expect(withoutIds(JSON.stringify(mine))).not.toMatch(/Sanne|Geheim|Nergens|3011/)
    expect(await listMyProposals(world.context, other, {})).toEqual([])
    const yes = { id: matchId, version: 1, side: 'worker' as const, answer: 'yes' as const }
    await expect(answerMatch(world.context, other, yes)).rejects.toThrow(NotFound)
    await expect(answerMatch(world.context, asked, { ...yes, side: 'mother' })).rejects.toThrow(Forbidden)
    expect(await answerMatch(world.context, asked, yes)).toMatchObject({ state: 'proposed' })
    expect(await answer(matchId, 'mother', 'yes')).toMatchObject({ state: 'agreed' })
    // Once both said yes she hears whom she will meet, by her first name.
    expect(await listMyProposals(world.context, asked, {})).toMatchObject([{ firstName: 'Sanne' }])
  })
  test('a no ends it, needs no reason, and the two are not proposed again', async () => {
    const trajectoryId = await her('Emma')
    const workerId = await castWorker(world, { given: 'Nee' })
    const { matchId } = await propose(trajectoryId, workerId)
    const worker = await world.memberForWorker(workerId)
    const no = { id: matchId, version: 1, side: 'worker' as const, answer: 'no' as const }
    expect(await answerMatch(world.context, worker, no)).toMatchObject({ state: 'declined' })
    expect(await listMyProposals(world.context, worker, {})).toEqual([])
    await expect(propose(trajectoryId, workerId)).rejects.toMatchObject(refused('match-declined-before'))
  })
  test('what was taken back was nobody’s no', async () => {
    const trajectoryId = await her('Lotte')
    const workerId = await castWorker(world, { given: 'Terug' })
    const { matchId } = await propose(trajectoryId, workerId)
    await withdrawMatch(world.context, coordinator, { id: matchId, version: 1 })
    await propose(trajectoryId, workerId)
  })
})

describe('starting', () => {
  test('not before both said yes, nor before they met', async () => {
    const { matchId: id } = await propose(await her('Ilse'), await castWorker(world, { given: 'Ria' }))
    await answer(id, 'worker', 'yes')
    const plan = async (on: string) =>
      planIntroduction(world.context, coordinator, { id, version: await versionOf(id), on })
    await expect(plan('2026-11-06')).rejects.toMatchObject(refused('match-not-from-this-state'))
    await expect(start(id)).rejects.toMatchObject(refused('match-not-from-this-state'))
    await answer(id, 'mother', 'yes')
    await plan('2026-11-06')
    await expect(start(id)).rejects.toMatchObject(refused('match-not-introduced'))
  })
  test('not if her VOG expired between the proposal and the start', async () => {
    const workerId = await castWorker(world, { given: 'Trees' }, { seenOn: '2023-11-10' })
    const id = await introduced(await her('Mia'), workerId, '2026-11-09')
    world.turnTo('2026-11-11')
    await expect(start(id)).rejects.toMatchObject(refused('match-gate-expired'))
    expect((await readMatch(world.context, coordinator, { id })).blocks).toMatchObject([
      { code: 'gate-expired' },
    ])
    world.turnTo('2026-11-10')
    await start(id)
    world.turnTo('2026-11-03')
  })
  test('makes the trajectory active with its worker, and her busy', async () => {
    const workerId = await castWorker(world, { given: 'Joke' })
    const trajectoryId = await her('Anna')
    const id = await introduced(trajectoryId, workerId)
    await start(id)
    const { rows } = await world.owner.query(
      'select state, worker_id, started_on::text from trajectory where id = $1',
      [trajectoryId],
    )
    expect(rows[0]).toEqual({ state: 'active', worker_id: workerId, started_on: '2026-11-03' })
    const worker = await readWorker(world.context, coordinator, { id: workerId })
    expect(worker).toMatchObject({ state: 'active', taken: 1, room: 1 })
    await expect(start(id)).rejects.toMatchObject(refused('match-not-from-this-state'))
  })
})

describe('ending', () => {
  test('puts her back on the waiting list and gives the worker her place back', async () => {
    const workerId = await castWorker(world, { given: 'Greet' }, { capacity: 1 })
    const trajectoryId = await her('Nina')
    const id = await introduced(trajectoryId, workerId)
    await start(id)
    await expect(propose(trajectoryId, workerId)).rejects.toMatchObject(refused('match-not-waiting'))
    await endMatch(world.context, coordinator, { id, version: await versionOf(id), reason: 'no_click' })
    const waiting = await listWaiting(world.context, coordinator, {})
    expect(waiting.find((one) => one.id === trajectoryId)).toMatchObject({ match: null, waitingDays: 0 })
    expect(await readWorker(world.context, coordinator, { id: workerId })).toMatchObject({
      state: 'ready',
      room: 1,
    })
  })
})

describe('what a woman hopes for', () => {
  test('is read back as it was written, with the version that a change is based on', async () => {
    const trajectoryId = await her('Hanna')
    const nothing = await showWishes(world.context, coordinator, { trajectoryId })
    expect(nothing).toMatchObject({ name: 'Hanna', version: 0, wishes: { interests: [] } })
    const change = { trajectoryId, version: 0, wishes: { interests: ['walking' as const] } }
    await changeWishes(world.context, coordinator, change)
    expect(await showWishes(world.context, coordinator, { trajectoryId })).toMatchObject({
      version: 1,
      wishes: { interests: ['walking'] },
    })
    await expect(changeWishes(world.context, coordinator, change)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    )
  })
})
