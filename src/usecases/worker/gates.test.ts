import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { beside } from '#testing/beside.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { endWaiver } from '#usecases/worker/end-waiver.ts'
import { listWorkerTexts } from '#usecases/worker/list-worker-texts.ts'
import { publishWorkerText } from '#usecases/worker/publish-worker-text.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { signWorkerText } from '#usecases/worker/sign-worker-text.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { waiveGate } from '#usecases/worker/waive-gate.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const gateOf = async (id: string, kind: string) =>
  (await readWorker(world.context, coordinator, { id })).gates.find((gate) => gate.kind === kind)
const lines = async (from: string, id: string) =>
  (await readWorklist(world.context, coordinator, {})).lines.filter(
    (line) => line.source.from === from && line.id === id,
  )
const words = 'Ik vertel niemand wat ik bij een moeder zie of hoor.\n\nOok later niet.'

describe('a gate', () => {
  test('says in a refusal what is missing', async () => {
    const id = await castWorker(world, { given: 'Ria' }, { ready: false })
    await recordGate(world.context, coordinator, {
      workerId: id,
      kind: 'vog',
      seenOn: '2026-11-02',
      notInOrder: true,
    })
    expect(await gateOf(id, 'vog')).toMatchObject({ state: 'missing', notInOrder: true })
    await expect(
      stepWorkerOn(world.context, coordinator, { id, version: 1, step: 'make-ready' }),
    ).rejects.toMatchObject({ code: 'worker-gates-closed', detail: { nl: 'VOG gezien' } })
    await recordGate(world.context, coordinator, {
      workerId: id,
      kind: 'vog',
      seenOn: '2026-11-02',
      profile: '84',
    })
    expect(await gateOf(id, 'vog')).toMatchObject({ state: 'met', notInOrder: false })
    await expect(
      recordGate(world.context, coordinator, {
        workerId: id,
        kind: 'vog',
        seenOn: '2026-11-02',
        profile: 'Marie',
      }),
    ).rejects.toMatchObject({ fields: { profile: 'not-a-profile' } })
  })
  test('that ends within two months stands on the worklist, pressing more at a month and a week', async () => {
    const id = await castWorker(world, { given: 'Truus' }, { seenOn: '2024-01-20' })
    expect(await lines('closing', id)).toEqual([])
    const pressureOn = async (day: string) => {
      world.turnTo(day)
      return (await lines('closing', id))[0]?.pressure
    }
    expect(await pressureOn('2026-11-22')).toBe('waiting')
    expect(await pressureOn('2026-12-21')).toBe('due')
    expect(await pressureOn('2027-01-13')).toBe('urgent')
    await recordGate(world.context, coordinator, { workerId: id, kind: 'vog', seenOn: '2027-01-12' })
    expect(await lines('closing', id)).toEqual([])
    world.turnTo('2026-11-03')
  })
})

describe('a manager’s decision that she goes on', () => {
  const waiver = (workerId: string) =>
    ({ workerId, kind: 'vog', covers: 'running', until: '2026-12-01', reason: 'on_its_way' }) as const
  test('is a manager’s of her own organisation, and never the coordinator’s who plans her work', async () => {
    const id = await castWorker(world, { given: 'Joke' })
    for (const role of ['coordinator', 'worker', 'administrator', 'safeguarding_lead'] as const)
      await expect(waiveGate(world.context, await world.member([role]), waiver(id))).rejects.toThrow(
        Forbidden,
      )
    const stranger = await world.member(['programme_manager'], world.otherOrgId)
    await expect(waiveGate(world.context, stranger, waiver(id))).rejects.toThrow(NotFound)
    await expect(endWaiver(world.context, stranger, { workerId: id, kind: 'vog' })).rejects.toThrow(NotFound)
    await expect(endWaiver(world.context, manager, { workerId: id, kind: 'vog' })).rejects.toThrow(NotFound)
    await expect(
      waiveGate(world.context, manager, { ...waiver(id), covers: 'all', until: null }),
    ).rejects.toMatchObject({ fields: { covers: 'not-waived-for-new' } })
    const both = await world.member(['programme_manager', 'coordinator'])
    await world.owner.query('update worker set coordinator_id = $2 where id = $1', [id, both.memberId])
    await expect(waiveGate(world.context, both, waiver(id))).rejects.toMatchObject({ code: 'waiver-own' })
    expect((await readWorker(world.context, both, { id })).mayWaive).toBe(false)
    expect((await readWorker(world.context, manager, { id })).mayWaive).toBe(true)
    await waiveGate(world.context, manager, waiver(id))
  })
  test('is never about herself, and nobody writes down that something of her own was seen', async () => {
    const id = await castWorker(world, { given: 'Jopie' })
    const herself = await world.memberForWorker(id)
    await world.owner.query(
      `update member set roles = '{worker,coordinator,programme_manager}' where id = $1`,
      [herself.memberId],
    )
    await expect(waiveGate(world.context, herself, waiver(id))).rejects.toMatchObject({ code: 'waiver-own' })
    await expect(
      recordGate(world.context, herself, { workerId: id, kind: 'vog', seenOn: '2026-11-03' }),
    ).rejects.toMatchObject({ code: 'gate-own' })
    await recordGate(world.context, coordinator, { workerId: id, kind: 'vog', seenOn: '2026-11-03' })
  })
  test('takes her off the list of who lacks something, until its day, and is kept with name and reason', async () => {
    const { worker } = await beside(world, coordinator)
    const id = worker.workerId ?? ''
    await world.owner.query(
      `update worker_gate set seen_on = '2020-01-01' where worker_id = $1 and kind = 'vog'`,
      [id],
    )
    expect(await lines('worker', id)).toHaveLength(1)
    await waiveGate(world.context, manager, waiver(id))
    expect(await lines('worker', id)).toEqual([])
    world.turnTo('2026-12-02')
    expect(await lines('worker', id)).toHaveLength(1)
    world.turnTo('2026-11-03')
    await waiveGate(world.context, manager, { ...waiver(id), until: '2026-11-20' })
    await endWaiver(world.context, manager, { workerId: id, kind: 'vog' })
    expect(await lines('worker', id)).toHaveLength(1)
    const { waivers } = await readWorker(world.context, manager, { id })
    expect(waivers.map(({ reason, by, ended }) => [reason, by, ended !== null])).toEqual([
      ['on_its_way', 'Lid programme_manager', true],
      ['on_its_way', 'Lid programme_manager', true],
    ])
  })
})

describe('a text of the organisation', () => {
  test('is published by its manager and signed by the worker herself, once', async () => {
    await expect(publishWorkerText(world.context, coordinator, { kind: 'agreement', words })).rejects.toThrow(
      Forbidden,
    )
    const id = await castWorker(world, { given: 'Bep' }, { ready: false })
    const worker = await world.memberForWorker(id)
    const { textId } = await publishWorkerText(world.context, manager, { kind: 'agreement', words })
    for (const actor of [coordinator, manager])
      await expect(signWorkerText(world.context, actor, { textId, agreed: true })).rejects.toThrow(Forbidden)
    const stranger = await world.member(['worker'], world.otherOrgId)
    await expect(signWorkerText(world.context, stranger, { textId, agreed: true })).rejects.toThrow(NotFound)
    const elsewhere = await world.memberForWorker(
      await castWorker(world, { given: 'Elders' }, { orgId: world.otherOrgId }),
      world.otherOrgId,
    )
    await expect(signWorkerText(world.context, elsewhere, { textId, agreed: true })).rejects.toThrow(NotFound)
    expect(await signWorkerText(world.context, worker, { textId, agreed: true })).toEqual({
      signedOn: '2026-11-03',
    })
    await expect(signWorkerText(world.context, worker, { textId, agreed: true })).rejects.toMatchObject({
      code: 'worker-text-signed',
    })
    expect(await gateOf(id, 'agreement')).toMatchObject({ state: 'met', seenOn: expect.anything() })
    const [own] = await listWorkerTexts(world.context, worker, {})
    expect(own).toMatchObject({ kind: 'agreement', versions: [{ number: 1, signed: 0 }] })
    expect(own?.versions[0]?.signedByMe?.toString()).toBe('2026-11-03')
  })
  test('in a new version counts for who signed before until the day that is set', async () => {
    const id = await castWorker(world, { given: 'Corrie' })
    const worker = await world.memberForWorker(id)
    const first = await publishWorkerText(world.context, manager, { kind: 'confidentiality', words })
    await expect(
      publishWorkerText(world.context, manager, { kind: 'confidentiality', words, signBy: '2026-11-03' }),
    ).rejects.toMatchObject({ fields: { signBy: 'not-after-today' } })
    const again = { kind: 'confidentiality', words: `${words} Nooit.`, signBy: '2026-11-30' } as const
    const { textId, toSignAgain } = await publishWorkerText(world.context, manager, again)
    expect(toSignAgain).toBeGreaterThan(0)
    expect((await gateOf(id, 'confidentiality'))?.validUntil?.toString()).toBe('2026-11-30')
    expect(await lines('closing', id)).toHaveLength(1)
    await expect(
      signWorkerText(world.context, worker, { textId: first.textId, agreed: true }),
    ).rejects.toMatchObject({ code: 'worker-text-outdated' })
    world.turnTo('2026-12-01')
    expect((await gateOf(id, 'confidentiality'))?.state).toBe('missing')
    world.turnTo('2026-11-10')
    await signWorkerText(world.context, worker, { textId, agreed: true })
    world.turnTo('2026-12-01')
    expect((await gateOf(id, 'confidentiality'))?.state).toBe('met')
    world.turnTo('2026-11-03')
    const [, texts] = await listWorkerTexts(world.context, coordinator, {})
    expect(texts?.versions.map(({ number, until }) => [number, until !== null])).toEqual([
      [2, false],
      [1, true],
    ])
  })
})
