import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { changeWorker } from '#usecases/worker/change-worker.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const applicant = {
  person: {
    name: { given: 'Marijke', family: 'van den Berg' },
    languages: ['nl', 'ti'],
    address: { street: 'Lindelaan', houseNumber: '12', postcode: '3011 AB', place: 'Rotterdam' },
  },
  kind: 'volunteer' as const,
  profile: { interests: ['cooking' as const] },
  capacity: 2,
}

describe('a worker’s file', () => {
  test('is made by a coordinator and by nobody else', async () => {
    for (const role of ['worker', 'referrer', 'administrator', 'programme_manager'] as const)
      await expect(registerWorker(world.context, await world.member([role]), applicant)).rejects.toThrow(
        Forbidden,
      )
  })
  test('does not exist for another organisation, another worker or a referrer', async () => {
    const id = await castWorker(world, { given: 'Marijke' })
    const other = await castWorker(world, { given: 'Iemand' })
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(readWorker(world.context, stranger, { id })).rejects.toThrow(NotFound)
    await expect(
      recordGate(world.context, stranger, {
        workerId: id,
        kind: 'vog',
        seenOn: '2026-01-01',
        validUntil: null,
      }),
    ).rejects.toThrow(NotFound)
    await expect(readWorker(world.context, await world.memberForWorker(other), { id })).rejects.toThrow(
      NotFound,
    )
    await expect(readWorker(world.context, await world.member(['referrer']), { id })).rejects.toThrow(
      Forbidden,
    )
  })
  test('shows where she lives to her coordinator only', async () => {
    const { workerId: id } = await registerWorker(world.context, coordinator, applicant)
    const manager = await world.member(['programme_manager'])
    expect((await readWorker(world.context, coordinator, { id })).person.address?.street).toBe('Lindelaan')
    expect(await readWorker(world.context, manager, { id })).toMatchObject({
      person: { address: null, area: null },
      mayChange: false,
      steps: [],
    })
  })
  test('is written over only from what was read', async () => {
    const { workerId: id } = await registerWorker(world.context, coordinator, applicant)
    const change = (given: string) =>
      changeWorker(world.context, coordinator, {
        ...applicant,
        id,
        version: 1,
        person: { ...applicant.person, name: { given } },
      })
    await change('Marieke')
    await expect(change('Maria')).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await readWorker(world.context, coordinator, { id })).person.name.given).toBe('Marieke')
  })
})

describe('gates', () => {
  test('keep her from being ready, and open one by one', async () => {
    const { workerId: id } = await registerWorker(world.context, coordinator, applicant)
    const ready = () => stepWorkerOn(world.context, coordinator, { id, version: 1, step: 'make-ready' })
    await expect(ready()).rejects.toMatchObject({ code: 'worker-gates-closed' })
    for (const kind of ['vog', 'training', 'agreement'] as const)
      await recordGate(world.context, coordinator, {
        workerId: id,
        kind,
        seenOn: '2026-10-01',
        validUntil: null,
      })
    await expect(ready()).rejects.toMatchObject({ code: 'worker-gates-closed' })
    await recordGate(world.context, coordinator, {
      workerId: id,
      kind: 'confidentiality',
      seenOn: '2026-10-01',
      validUntil: null,
    })
    expect(await ready()).toEqual({ state: 'ready' })
  })
  test('are not seen tomorrow, and do not end before they began', async () => {
    const id = await castWorker(world, { given: 'Petra' })
    const record = (seenOn: string, validUntil: string | null) =>
      recordGate(world.context, coordinator, { workerId: id, kind: 'vog', seenOn, validUntil })
    await expect(record('2026-11-04', null)).rejects.toMatchObject({ fields: { seenOn: 'in-the-future' } })
    await expect(record('2026-11-03', '2026-11-02')).rejects.toMatchObject({
      fields: { validUntil: 'before-it-began' },
    })
  })
  test('close by themselves the day after their last day', async () => {
    const id = await castWorker(world, { given: 'Wilma' }, { seenOn: '2024-01-10' })
    const line = async () =>
      (await listWorkers(world.context, coordinator, {})).find((one) => one.workerId === id)
    world.turnTo('2027-01-10')
    expect(await line()).toMatchObject({ room: 2, closed: [] })
    world.turnTo('2027-01-11')
    expect(await line()).toMatchObject({ room: 0, closed: [{ kind: 'vog', state: 'expired' }] })
    world.turnTo('2026-11-03')
  })
})
