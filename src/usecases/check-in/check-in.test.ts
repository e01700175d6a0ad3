import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type BegunMatch, begunMatch } from '#testing/begun-match.ts'
import { signalsIn } from '#testing/signals.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listCheckIns } from '#usecases/check-in/list-check-ins.ts'
import { listMyCheckIns } from '#usecases/check-in/list-my-check-ins.ts'
import { missCheckIn } from '#usecases/check-in/miss-check-in.ts'
import { readCheckIn } from '#usecases/check-in/read-check-in.ts'
import { takeCheckIn } from '#usecases/check-in/take-check-in.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readTask } from '#usecases/task/read-task.ts'
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
  // Three weeks on: the first check-in.
  world.turnTo('2026-11-24')
})
afterAll(() => world.close())

type Side = 'mother' | 'worker'
const take = (side: Side, said: object = {}, actor = coordinator) =>
  takeCheckIn(world.context, actor, {
    matchId: begun.matchId,
    side,
    moment: 'w3',
    on: '2026-11-24',
    way: 'phone',
    answers: { fit: 'yes', goOn: 'yes' },
    ...said,
  })
const fillIn = (said: object = {}, actor = begun.worker) => take('worker', { way: 'herself', ...said }, actor)
const miss = (side: Side, actor = coordinator) =>
  missCheckIn(world.context, actor, { matchId: begun.matchId, side, moment: 'w3', reason: 'not_reached' })
const list = (actor = coordinator) => listCheckIns(world.context, actor, { trajectoryId: begun.trajectoryId })
const stands = async (actor = coordinator) =>
  (await list(actor)).matches.flatMap(({ moments }) =>
    moments.map(({ moment, sides }) => [moment, ...sides.map(({ side, now }) => `${side} ${now}`)].join(' ')),
  )
const lines = async (from: 'check-in' | 'task', actor = coordinator) =>
  (await readWorklist(world.context, actor, {})).lines.filter(
    ({ id, source }) => source.from === from && (from === 'task' || id === begun.trajectoryId),
  )
const refused = (code: string) => ({ code })

describe('a check-in', () => {
  test('is a coordinator’s, and nobody’s of another organisation', async () => {
    for (const role of ['administrator', 'referrer', 'privacy_officer', 'programme_manager'] as const) {
      const actor = await world.member([role])
      for (const tries of [() => list(actor), () => take('mother', {}, actor), () => miss('mother', actor)])
        await expect(tries()).rejects.toThrow(Forbidden)
    }
    await expect(list(await world.member(['safeguarding_lead']))).rejects.toThrow(Forbidden)
    await expect(list(begun.worker)).rejects.toThrow(Forbidden)
    await expect(miss('worker', begun.worker)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    for (const tries of [
      () => list(stranger),
      () => take('mother', {}, stranger),
      () => miss('worker', stranger),
    ])
      await expect(tries()).rejects.toThrow(NotFound)
    await expect(
      readCheckIn(world.context, stranger, { matchId: begun.matchId, side: 'mother', moment: 'w3' }),
    ).rejects.toThrow(NotFound)
  })
  test('is due for both sides, each apart, and leaves the list when both were heard', async () => {
    expect((await stands()).slice(0, 1)).toEqual(['w3 mother due worker due'])
    expect(await lines('check-in')).toMatchObject([
      { name: 'Selam Tesfay', pressure: 'due', source: { sides: ['mother', 'worker'], week: 3 } },
    ])
    await take('mother')
    expect(await lines('check-in')).toMatchObject([{ source: { sides: ['worker'] } }])
    await miss('worker')
    expect(await lines('check-in')).toEqual([])
    expect((await stands()).slice(0, 1)).toEqual(['w3 mother done worker missed'])
  })
  test('is late after a week and says by when', async () => {
    const [line] = await lines('check-in')
    expect(line?.by?.toString()).toBe('2026-12-01')
    world.turnTo('2026-12-02')
    expect(await lines('check-in')).toMatchObject([{ pressure: 'urgent' }])
  })
  test('is not held long before its day, nor when it was never planned', async () => {
    world.turnTo('2026-11-16')
    await expect(take('mother', { on: '2026-11-16' })).rejects.toMatchObject(refused('check-in-not-now'))
    world.turnTo('2026-11-17')
    await take('mother', { on: '2026-11-17' })
    await expect(take('worker', { moment: 'w4' })).rejects.toThrow(NotFound)
  })
  test('is settled once, also when two do it at the same time', async () => {
    const both = await Promise.allSettled([take('mother'), take('mother', { answers: { fit: 'no' } })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(take('mother')).rejects.toMatchObject(refused('check-in-settled'))
    await expect(miss('mother')).rejects.toMatchObject(refused('check-in-settled'))
  })
  test('says what is wrong with what was typed', async () => {
    await expect(take('mother', { on: '2026-11-25' })).rejects.toMatchObject({
      fields: { on: 'in-the-future' },
    })
    await expect(take('mother', { on: '2026-11-02' })).rejects.toMatchObject({
      fields: { on: 'before-they-began' },
    })
    await expect(take('mother', { answers: {}, note: '  ' })).rejects.toMatchObject(refused('check-in-empty'))
    await expect(take('mother', { answers: { fit: 'perhaps' } })).rejects.toMatchObject({
      fields: { 'answers.fit': 'not-valid' },
    })
  })
  test('asks a mother only as she agreed', async () => {
    for (const way of ['written', 'herself'] as const)
      await expect(take('mother', { way })).rejects.toMatchObject(refused('check-in-not-this-way'))
    await take('mother', { way: 'phone' })
    // Nobody fills in a worker's form in her stead.
    await expect(take('worker', { way: 'herself' })).rejects.toMatchObject(refused('check-in-not-this-way'))
  })
  test('keeps words under the key of who said them', async () => {
    await take('mother', { note: 'Kanarievogel zong' })
    await fillIn({ note: 'Lijster zweeg' })
    const { rows } = await world.owner.query('select c::text as all from check_in c where match_id = $1', [
      begun.matchId,
    ])
    for (const { all } of rows)
      for (const words of ['Kanarievogel', 'Lijster'])
        expect(all).not.toContain(Buffer.from(words).toString('hex'))
    const [match] = (await list()).matches
    expect(match?.moments[0]?.sides.map(({ said }) => said?.note)).toEqual([
      'Kanarievogel zong',
      'Lijster zweeg',
    ])
  })
})

describe('the other side', () => {
  test('hears nothing: a worker sees her own answers and no others', async () => {
    await take('mother', { answers: { fit: 'no', goOn: 'no' }, note: 'Kanarievogel' })
    const [mine] = await listMyCheckIns(world.context, begun.worker, {})
    expect(mine).toMatchObject({ givenName: 'Selam', asked: { moment: 'w3', late: false }, said: [] })
    expect(JSON.stringify(mine)).not.toContain('Kanarievogel')
    await fillIn({ note: 'Lijster' })
    const [after] = await listMyCheckIns(world.context, begun.worker, {})
    expect(after).toMatchObject({ asked: null, said: [{ note: 'Lijster', answers: { fit: 'yes' } }] })
    await expect(take('mother', {}, begun.worker)).rejects.toThrow(NotFound)
  })
  test('nor does a worker of another match, or one without any', async () => {
    const other = await begunMatch(world, coordinator, { given: 'Rosa' })
    await expect(fillIn({}, other.worker)).rejects.toThrow(NotFound)
    await take('worker')
    expect(await listMyCheckIns(world.context, other.worker, {})).toMatchObject([
      { givenName: 'Rosa', said: [] },
    ])
    expect(await listMyCheckIns(world.context, await world.member(['worker']), {})).toEqual([])
  })
  test('nor does a coordinator who stands beside her herself', async () => {
    const both: MemberActor = await world.memberForWorker(begun.workerId).then(async (worker) => {
      await world.owner.query(`update member set roles = '{coordinator,worker}' where id = $1`, [
        worker.memberId,
      ])
      return { ...worker, roles: ['coordinator', 'worker'] }
    })
    await take('mother', { answers: { goOn: 'no' }, note: 'Kanarievogel' })
    const seen = await list(both)
    expect(seen.matches[0]?.sides).toEqual(['worker'])
    expect(JSON.stringify(seen)).not.toContain('Kanarievogel')
    await expect(take('mother', {}, both)).rejects.toThrow(NotFound)
    // The task that came of it is her colleague's.
    const { rows } = await world.owner.query('select id from task where trajectory_id = $1 and kind = $2', [
      begun.trajectoryId,
      'check_in',
    ])
    const task = { id: String(rows[0].id) }
    const seenBy = async (actor: MemberActor) => (await lines('task', actor)).map(({ id }) => id)
    expect(await seenBy(coordinator)).toContain(task.id)
    expect(await seenBy(both)).not.toContain(task.id)
    await expect(readTask(world.context, both, { id: task.id })).rejects.toThrow(NotFound)
    await expect(
      readTask(world.context, await world.member(['safeguarding_lead']), { id: task.id }),
    ).rejects.toThrow(NotFound)
  })
})

describe('a talk with a worker about how it goes', () => {
  test('is a talk with her, and what she only fills in is none', async () => {
    const { turnTo, standing } = signalsIn(world)
    await turnTo('2027-01-08')
    expect(await standing(begun)).toContain('MI-F8')
    await fillIn({ moment: 'w10', on: '2027-01-08' })
    expect(await standing(begun)).toContain('MI-F8')
    world.turnTo('2027-03-09')
    await take('worker', { moment: 'w18', on: '2027-03-09' })
    expect(await standing(begun)).not.toContain('MI-F8')
  })
})

describe('that it does not go well', () => {
  const tasksOf = async () =>
    (
      await world.owner.query(
        `select reason_code from task where kind = 'check_in' and trajectory_id = $1 and done_at is null`,
        [begun.trajectoryId],
      )
    ).rows.map(({ reason_code }) => reason_code)
  test('makes one task for her coordinator, whoever says it, and ends nothing', async () => {
    await take('mother', { answers: { fit: 'no' } })
    expect(await tasksOf()).toEqual(['check-in-does-not-fit'])
    await fillIn({ answers: { fit: 'no', goOn: 'no' } })
    expect((await tasksOf()).sort()).toEqual(['check-in-does-not-fit', 'check-in-wants-to-stop'])
    const { rows } = await world.owner.query('select ended_on from match where id = $1', [begun.matchId])
    expect(rows).toEqual([{ ended_on: null }])
  })
  test('is not said of what is only hard', async () => {
    await take('mother', { answers: { fit: 'partly', hard: 'yes', goOn: 'unsure', often: 'less' } })
    expect(await tasksOf()).toEqual([])
  })
})
