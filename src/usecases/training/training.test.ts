import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { cancelTraining } from '#usecases/training/cancel-training.ts'
import { certifyTraining } from '#usecases/training/certify-training.ts'
import { changeTrainingSeats } from '#usecases/training/change-training-seats.ts'
import { enrolInTraining } from '#usecases/training/enrol-in-training.ts'
import { leaveTraining } from '#usecases/training/leave-training.ts'
import { listTrainings } from '#usecases/training/list-trainings.ts'
import { planTraining } from '#usecases/training/plan-training.ts'
import { readLearningRecord } from '#usecases/training/read-learning-record.ts'
import { readTraining } from '#usecases/training/read-training.ts'
import { recordTrainingAttendance } from '#usecases/training/record-training-attendance.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const plan = async (days: readonly string[], more: object = {}) =>
  (
    await planTraining(world.context, coordinator, {
      training: {
        title: 'Basistraining',
        place: 'Buurthuis',
        gateKind: 'training',
        sessions: days.map((on) => ({ on, at: '10:00', halfDays: 3 })),
        ...more,
      },
    })
  ).trainingId
const enrol = (trainingId: string, workerId: string, actor = coordinator) =>
  enrolInTraining(world.context, actor, { trainingId, workerId })
async function was(trainingId: string, workerId: string, said: readonly ('there' | 'excused' | 'absent')[]) {
  const { sessions } = await readTraining(world.context, coordinator, { id: trainingId })
  for (const [at, one] of said.entries())
    await recordTrainingAttendance(world.context, coordinator, {
      trainingId,
      sessionId: sessions[at]?.sessionId ?? '',
      attendance: [{ workerId, was: one }],
    })
}
const certify = (trainingId: string, workerId: string) =>
  certifyTraining(world.context, coordinator, { trainingId, workerId })
const gate = async (id: string) =>
  (await readWorker(world.context, coordinator, { id })).gates.find(({ kind }) => kind === 'training')

describe('a training', () => {
  test('is planned by who watches over workers, in her own organisation', async () => {
    const training = { title: 'x y', gateKind: null, sessions: [{ on: '2026-11-10', halfDays: 1 }] }
    for (const role of ['worker', 'administrator', 'referrer', 'safeguarding_lead'] as const)
      await expect(planTraining(world.context, await world.member([role]), { training })).rejects.toThrow(
        Forbidden,
      )
    const trainingId = await plan(['2026-11-10'])
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(readTraining(world.context, stranger, { id: trainingId })).rejects.toThrow(NotFound)
    const workerId = await castWorker(world, { given: 'Ans' }, { ready: false })
    await expect(enrol(trainingId, workerId, stranger)).rejects.toThrow(NotFound)
    await expect(cancelTraining(world.context, stranger, { id: trainingId, version: 1 })).rejects.toThrow(
      NotFound,
    )
  })
  test('has seats that a worker takes for herself and for nobody else', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const [first, second] = [
      await castWorker(world, { given: 'Bea' }, { ready: false }),
      await castWorker(world, { given: 'Cor' }, { ready: false }),
    ]
    const bea = await world.memberForWorker(first)
    await expect(enrol(trainingId, second, bea)).rejects.toThrow(NotFound)
    const { placeId } = await enrol(trainingId, first, bea)
    expect(await enrol(trainingId, first, bea)).toEqual({ placeId, state: 'seat' })
    const seen = async (actor: MemberActor) =>
      (await listTrainings(world.context, actor, {})).find((one) => one.trainingId === trainingId)
    expect(await seen(bea)).toMatchObject({ mine: true, taken: 1, full: true, waitsAs: null })
    await leaveTraining(world.context, bea, { trainingId, workerId: first })
    await enrol(trainingId, second)
    expect(await seen(coordinator)).toMatchObject({ mine: false, taken: 1 })
    await expect(readTraining(world.context, bea, { id: trainingId })).rejects.toThrow(Forbidden)
  })
  test('once called off takes nobody in', async () => {
    const trainingId = await plan(['2026-11-10'])
    await cancelTraining(world.context, coordinator, { id: trainingId, version: 1 })
    const workerId = await castWorker(world, { given: 'Dina' }, { ready: false })
    await expect(enrol(trainingId, workerId)).rejects.toMatchObject({ code: 'training-over' })
    await expect(
      cancelTraining(world.context, coordinator, { id: trainingId, version: 2 }),
    ).rejects.toMatchObject({ code: 'training-over' })
  })
  test('at one moment twice is refused', async () => {
    await expect(plan(['2026-11-10', '2026-11-10'])).rejects.toMatchObject({
      fields: { 'training.sessions': 'same-moment' },
    })
  })
})

describe('the waiting list of a training', () => {
  const three = async (name: string) => {
    const ids = []
    for (const nth of ['een', 'twee', 'drie'])
      ids.push(await castWorker(world, { given: `${name} ${nth}` }, { ready: false }))
    return [ids[0] ?? '', ids[1] ?? '', ids[2] ?? ''] as const
  }
  const view = (id: string) => readTraining(world.context, coordinator, { id })
  const waiting = async (id: string) => (await view(id)).waiting.map(({ workerId }) => workerId)
  const seated = async (id: string) => (await view(id)).places.map(({ workerId }) => workerId)
  const leave = (trainingId: string, workerId: string, actor = coordinator) =>
    leaveTraining(world.context, actor, { trainingId, workerId })
  const seats = async (id: string, to: number | null, actor = coordinator) =>
    changeTrainingSeats(world.context, actor, { id, version: (await view(id)).version, seats: to })
  const tasksOf = async (workerId: string) =>
    (
      await world.owner.query(
        `select task.reason_code from task join worker on worker.person_id = task.person_id where worker.id = $1`,
        [workerId],
      )
    ).rows.map((row) => row.reason_code)

  test('is for herself and in order; nobody takes another off it, or changes the seats', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const [first, second, third] = await three('Noor')
    const [two, three_] = [await world.memberForWorker(second), await world.memberForWorker(third)]
    await enrol(trainingId, first)
    expect(await enrol(trainingId, second, two)).toMatchObject({ state: 'waiting' })
    expect(await enrol(trainingId, third, three_)).toMatchObject({ state: 'waiting' })
    await expect(leave(trainingId, second, three_)).rejects.toThrow(NotFound)
    await expect(seats(trainingId, 5, two)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(seats(trainingId, 5, stranger)).rejects.toThrow(NotFound)
    expect(await waiting(trainingId)).toEqual([second, third])
    const own = async (actor: MemberActor) =>
      (await listTrainings(world.context, actor, {})).find((one) => one.trainingId === trainingId)
    expect(await own(three_)).toMatchObject({ mine: false, waitsAs: 2, waiting: 2, taken: 1 })
    // Signing up twice is once, and keeps her place in the line.
    expect(await enrol(trainingId, second, two)).toMatchObject({ state: 'waiting' })
    expect(await waiting(trainingId)).toEqual([second, third])
    // She leaves it and comes back: now she is the last.
    expect(await leave(trainingId, second, two)).toEqual({ trainingId, state: 'waiting' })
    await enrol(trainingId, second, two)
    expect(await waiting(trainingId)).toEqual([third, second])
    expect(await leave(trainingId, first)).toEqual({ trainingId, state: 'seat' })
    expect(await seated(trainingId)).toEqual([third])
    expect(await own(three_)).toMatchObject({
      mine: true,
      waitsAs: null,
      movedUpOn: Temporal.PlainDate.from('2026-11-03'),
    })
    expect(await tasksOf(third)).toEqual(['training-moved-up'])
    expect(await tasksOf(second)).toEqual([])
  })
  test('has nobody in it with attendance or a certificate', async () => {
    const trainingId = await plan(['2026-10-20'], { seats: 1 })
    const [first] = await three('Saar')
    await world.owner.query(
      `insert into training_place (org_id, id, training_id, worker_id, state, number, from_day, decided_at)
       select org_id, $2, id, $3, 'waiting', 1, created_at, created_at from training where id = $1`,
      [trainingId, world.context.newId(), first],
    )
    await expect(certify(trainingId, first)).rejects.toThrow(NotFound)
    await expect(was(trainingId, first, ['there'])).rejects.toThrow(NotFound)
    expect(await readLearningRecord(world.context, coordinator, { workerId: first })).toMatchObject({
      lines: [],
    })
    // It is over: no seat is given out by itself any more, and who was there all the same is written down by hand.
    await expect(seats(trainingId, 3)).rejects.toMatchObject({ code: 'training-over' })
    expect(await seated(trainingId)).toEqual([])
    expect(await enrol(trainingId, first)).toMatchObject({ state: 'seat' })
  })
  test('moves up when there are more seats, and never below who takes part', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const all = await three('Tess')
    for (const workerId of all) await enrol(trainingId, workerId)
    const old = (await view(trainingId)).version
    await seats(trainingId, 2)
    await expect(
      changeTrainingSeats(world.context, coordinator, { id: trainingId, version: old, seats: 3 }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await seated(trainingId)).toHaveLength(2)
    expect(await waiting(trainingId)).toEqual([all[2]])
    await expect(seats(trainingId, 1)).rejects.toMatchObject({ fields: { seats: 'training-seats-taken' } })
    await seats(trainingId, null)
    expect(await waiting(trainingId)).toEqual([])
    expect(await tasksOf(all[2])).toEqual(['training-moved-up'])
  })
  test('passes over who left, and gives on the seat of who leaves', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const [first, second, third] = await three('Una')
    for (const workerId of [first, second, third]) await enrol(trainingId, workerId)
    const gone = async (id: string) => {
      const { version } = await readWorker(world.context, coordinator, { id })
      await stepWorkerOn(world.context, coordinator, { id, version, step: 'leave', reason: 'withdrew' })
    }
    await gone(second)
    expect(await waiting(trainingId)).toEqual([third])
    await gone(first)
    expect(await seated(trainingId)).toEqual([third])
    expect(await tasksOf(second)).toEqual([])
  })
  test('at the last seat lets two at the same moment in once', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const all = await three('Vera')
    const states = await Promise.all(all.map((workerId) => enrol(trainingId, workerId)))
    expect(states.map(({ state }) => state).sort()).toEqual(['seat', 'waiting', 'waiting'])
    // Two who go at once let two in, each once.
    await seats(trainingId, 2)
    const [a, b] = await seated(trainingId)
    await Promise.all([leave(trainingId, a ?? ''), leave(trainingId, b ?? '')])
    expect(await seated(trainingId)).toHaveLength(1)
    expect(await waiting(trainingId)).toEqual([])
    const moved = await Promise.all(all.map(tasksOf))
    expect(moved.flat()).toHaveLength(2)
  })
  test('of a training that is called off gives nothing out', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const [first, second] = await three('Wies')
    for (const workerId of [first, second]) await enrol(trainingId, workerId)
    await cancelTraining(world.context, coordinator, { id: trainingId, version: 1 })
    await leave(trainingId, first)
    expect(await seated(trainingId)).toEqual([])
  })
})

describe('a certificate', () => {
  test('opens the gate for who was there all the time, from her last day, and is given once', async () => {
    const trainingId = await plan(['2026-10-13', '2026-10-20'], { validMonths: 24 })
    const workerId = await castWorker(world, { given: 'Els' }, { ready: false, seenOn: '2020-01-01' })
    await enrol(trainingId, workerId)
    await expect(certify(trainingId, workerId)).rejects.toMatchObject({ code: 'training-not-enough' })
    await was(trainingId, workerId, ['there', 'absent'])
    await expect(certify(trainingId, workerId)).rejects.toMatchObject({ code: 'training-not-enough' })
    await was(trainingId, workerId, ['there', 'there'])
    expect(await certify(trainingId, workerId)).toEqual({ certifiedOn: '2026-10-20' })
    await expect(certify(trainingId, workerId)).rejects.toMatchObject({ code: 'training-certified' })
    await expect(leaveTraining(world.context, coordinator, { trainingId, workerId })).rejects.toMatchObject({
      code: 'training-certified',
    })
    expect((await gate(workerId))?.state).toBe('met')
    expect((await readTraining(world.context, coordinator, { id: trainingId })).state).toBe('given')
  })
  test('counts what she missed here and did elsewhere, up to what her programme asks', async () => {
    const [first, second] = [await plan(['2026-10-05', '2026-10-12']), await plan(['2026-10-06'])]
    const workerId = await castWorker(world, { given: 'Fien' }, { ready: false })
    for (const trainingId of [first, second]) await enrol(trainingId, workerId)
    await was(first, workerId, ['there', 'excused'])
    await expect(certify(first, workerId)).rejects.toMatchObject({ code: 'training-not-enough' })
    await was(second, workerId, ['there'])
    expect(await certify(first, workerId)).toEqual({ certifiedOn: '2026-10-05' })
  })
  test('is for nobody without a seat, and attendance for no day that is still to come', async () => {
    const trainingId = await plan(['2026-11-04'])
    const workerId = await castWorker(world, { given: 'Gre' }, { ready: false })
    await expect(certify(trainingId, workerId)).rejects.toThrow(NotFound)
    await enrol(trainingId, workerId)
    await expect(was(trainingId, workerId, ['there'])).rejects.toMatchObject({ code: 'training-day-to-come' })
    const other = await plan(['2026-10-04'])
    await expect(was(other, workerId, ['there'])).rejects.toThrow(NotFound)
  })
})

test('her learning record is hers and her organisation’s, and says what she did', async () => {
  const trainingId = await plan(['2026-10-01', '2026-10-02'], { title: 'Jong en moeder', gateKind: null })
  const workerId = await castWorker(world, { given: 'Hanna', family: 'Kok' }, { ready: false })
  await enrol(trainingId, workerId)
  await was(trainingId, workerId, ['there', 'excused'])
  // What is still to come taught her nothing yet.
  await enrol(await plan(['2026-12-01'], { title: 'Nog te geven' }), workerId)
  const own = await readLearningRecord(world.context, await world.memberForWorker(workerId), { workerId })
  expect(own).toMatchObject({
    name: 'Hanna Kok',
    halfDays: 3,
    lines: [{ title: 'Jong en moeder', halfDays: 3, ofHalfDays: 6, certifiedOn: null }],
  })
  const other = await world.memberForWorker(await castWorker(world, { given: 'Iris' }))
  const stranger = await world.member(['coordinator'], world.otherOrgId)
  for (const actor of [other, stranger])
    await expect(readLearningRecord(world.context, actor, { workerId })).rejects.toThrow(NotFound)
  await expect(
    readLearningRecord(world.context, await world.member(['referrer']), { workerId }),
  ).rejects.toThrow(Forbidden)
})
