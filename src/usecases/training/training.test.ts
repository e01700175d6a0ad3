import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { cancelTraining } from '#usecases/training/cancel-training.ts'
import { certifyTraining } from '#usecases/training/certify-training.ts'
import { enrolInTraining } from '#usecases/training/enrol-in-training.ts'
import { leaveTraining } from '#usecases/training/leave-training.ts'
import { listTrainings } from '#usecases/training/list-trainings.ts'
import { planTraining } from '#usecases/training/plan-training.ts'
import { readLearningRecord } from '#usecases/training/read-learning-record.ts'
import { readTraining } from '#usecases/training/read-training.ts'
import { recordTrainingAttendance } from '#usecases/training/record-training-attendance.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'

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
  test('has seats that a worker takes for herself and for nobody else, until it is full', async () => {
    const trainingId = await plan(['2026-11-10'], { seats: 1 })
    const [first, second] = [
      await castWorker(world, { given: 'Bea' }, { ready: false }),
      await castWorker(world, { given: 'Cor' }, { ready: false }),
    ]
    const bea = await world.memberForWorker(first)
    await expect(enrol(trainingId, second, bea)).rejects.toThrow(NotFound)
    const { placeId } = await enrol(trainingId, first, bea)
    expect(await enrol(trainingId, first, bea)).toEqual({ placeId })
    await expect(enrol(trainingId, second)).rejects.toMatchObject({ code: 'training-full' })
    const seen = async (actor: MemberActor) =>
      (await listTrainings(world.context, actor, {})).find((one) => one.trainingId === trainingId)
    expect(await seen(bea)).toMatchObject({ mine: true, taken: 1, open: false })
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
