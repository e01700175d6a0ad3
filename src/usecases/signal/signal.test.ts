import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { actOnSignal } from '#usecases/signal/act-on-signal.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { findDueSignals } from '#usecases/signal/find-due-signals.ts'
import { listSignals } from '#usecases/signal/list-signals.ts'
import { readSignal } from '#usecases/signal/read-signal.ts'
import { setSignalAside } from '#usecases/signal/set-signal-aside.ts'
import { snoozeSignal } from '#usecases/signal/snooze-signal.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { waiveGate } from '#usecases/worker/waive-gate.ts'
import { agreeSafeContact } from '../../../testing/referred-woman.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { signalsIn } from '../../../testing/signals.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let manager: MemberActor
let see: ReturnType<typeof signalsIn>
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  manager = await world.member(['programme_manager'])
  see = signalsIn(world)
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const begin = async (programmeId: string, how: { startedOn?: string; bornOn?: string } = {}) => {
  const one = await runningTrajectory(world, { programmeId, ...how })
  await agreeSafeContact(world, coordinator, one.motherId)
  return one
}
const planned = async ({ trajectoryId }: RunningTrajectory) =>
  (
    await world.owner.query<{ id: string; version: number }>(
      `select id, version from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
      [trajectoryId],
    )
  ).rows[0] ?? { id: '', version: 0 }
const log = async (one: RunningTrajectory, what: object) =>
  logContact(world.context, one.worker, { ...(await planned(one)), kind: 'done', mode: 'home', ...what })
const [inMim, inMemosa] = [mim.id, memosa.id]

describe('a signal', () => {
  test('of how it ended stays until somebody accepts it, and the rest is over when it is closed', async () => {
    const one = await begin(inMim, { startedOn: '2026-08-20' })
    await see.turnTo('2026-11-03')
    expect(await see.standing(one)).toContain('MI-F1')
    await see.close(coordinator, one)
    expect(await see.standing(one)).toEqual(['MI-F3'])
    const mine = async () => (await listSignals(world.context, manager, {})).signals
    const [signal] = (await mine()).filter(({ trajectoryId }) => trajectoryId === one.trajectoryId)
    expect(signal).toMatchObject({ ruleId: 'MI-F3', owner: 'manager', name: null })
    await see.act(manager, one, 'MI-F3', 'accepted')
    world.turnTo('2028-11-03')
    expect((await mine()).map(({ trajectoryId }) => trajectoryId)).not.toContain(one.trajectoryId)
  })
})

describe('a rule that stops work', () => {
  test('stops the next visit and says why, and not the writing down of what took place', async () => {
    const one = await begin(inMim)
    await see.gate(coordinator, one, 'training', '2026-10-01')
    await world.owner.query(`delete from worker_gate where worker_id = $1 and kind = 'vog'`, [one.workerId])
    const contact = await planned(one)
    const plan = () =>
      planContact(world.context, one.worker, {
        ...contact,
        on: '2026-11-04',
        mode: 'home',
        reason: 'holiday',
      })
    await expect(plan()).rejects.toMatchObject({
      code: 'signal-stops-coordinator',
      detail: { rule: 'MI-F4', nl: expect.stringContaining('VOG') },
    })
    await expect(log(one, { on: '2026-11-03', minutes: 75, nextOn: '2026-11-20' })).rejects.toMatchObject({
      code: 'signal-stops-coordinator',
    })
    await log(one, { on: '2026-11-03', minutes: 75 })
    expect(await see.standing(one)).toContain('MI-F4')
    const signal = await see.signalOf(one, 'MI-F4')
    const aside = { ...signal, reason: 'someone_goes_along' } as const
    for (const actor of [lead, manager, one.worker, await world.member(['coordinator'], world.otherOrgId)])
      await expect(setSignalAside(world.context, actor, aside)).rejects.toThrow()
    await setSignalAside(world.context, coordinator, aside)
    await expect(setSignalAside(world.context, coordinator, aside)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    const next = await planned(one)
    const again = () =>
      planContact(world.context, one.worker, { ...next, on: '2026-11-20', mode: 'home', reason: 'holiday' })
    // The rule goes by; that something is missing is for a manager to give grace for, never for who plans her work.
    await expect(again()).rejects.toMatchObject({ code: 'worker-gates-closed-visit' })
    await waiveGate(world.context, manager, {
      workerId: one.workerId,
      kind: 'vog',
      covers: 'running',
      until: '2026-11-20',
      reason: 'on_its_way',
    })
    await again()
    const page = await readSignal(world.context, coordinator, { id: signal.id })
    expect(page.steps).toMatchObject([{ kind: 'set_aside', code: 'someone_goes_along' }])
  })
  test('may say that nobody sets it aside', async () => {
    const one = await runningTrajectory(world, { programmeId: inMim })
    const signal = await see.signalOf(one, 'G-F1')
    await expect(
      setSignalAside(world.context, coordinator, { ...signal, reason: 'by_phone_only' }),
    ).rejects.toMatchObject({ code: 'signal-never-aside' })
  })
})

describe('who may', () => {
  let one: RunningTrajectory
  let signal: { id: string; version: number }
  beforeEach(async () => {
    one = await begin(inMemosa)
    await log(one, { kind: 'cancelled', by: 'partner', mode: null })
    signal = await see.signalOf(one, 'ME-F2')
  })
  test('see a signal: whose it is to answer, and who watches over her', async () => {
    for (const actor of [coordinator, lead])
      expect(await readSignal(world.context, actor, { id: signal.id })).toMatchObject({
        ruleId: 'ME-F2',
        name: 'Semira Achternaam',
        why: { nl: [expect.stringContaining('partner')] },
      })
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [manager, one.worker, elsewhere]) {
      await expect(readSignal(world.context, actor, { id: signal.id })).rejects.toThrow(NotFound)
      await expect(actOnSignal(world.context, actor, { ...signal, deed: 'reviewed' })).rejects.toThrow(
        NotFound,
      )
    }
    for (const role of ['referrer', 'administrator', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(listSignals(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(readSignal(world.context, actor, { id: signal.id })).rejects.toThrow(Forbidden)
    }
    await expect(evaluateSignals(world.context, coordinator, { ids: [one.trajectoryId] })).rejects.toThrow(
      Forbidden,
    )
    await expect(findDueSignals(world.context, coordinator, { limit: 1 })).rejects.toThrow(Forbidden)
  })
  test('let it wait: its owner, with a reason, and danger no longer than a day', async () => {
    const wait = (actor: MemberActor, until: string) =>
      snoozeSignal(world.context, actor, { ...signal, until, reason: 'appointment_made' })
    await expect(wait(coordinator, '2026-11-04')).rejects.toThrow(Forbidden)
    await expect(wait(lead, '2026-11-05')).rejects.toMatchObject({ code: 'signal-waits-too-long' })
    await expect(wait(lead, '2026-11-03')).rejects.toThrow(Invalid)
    await wait(lead, '2026-11-04')
    const listed = async () =>
      (await listSignals(world.context, lead, {})).signals.some(({ id }) => id === signal.id)
    expect(await listed()).toBe(false)
    // It never leaves her trajectory.
    expect(
      (await readTrajectory(world.context, lead, { id: one.trajectoryId })).signals.map(
        ({ ruleId }) => ruleId,
      ),
    ).toContain('ME-F2')
    world.turnTo('2026-11-04')
    expect(await listed()).toBe(true)
  })
  test('say what was done, once for what was seen, and never just accept danger', async () => {
    await expect(actOnSignal(world.context, lead, { ...signal, deed: 'accepted' })).rejects.toThrow(Invalid)
    await expect(actOnSignal(world.context, lead, { ...signal, deed: 'supervised' })).rejects.toThrow(Invalid)
    await actOnSignal(world.context, lead, { ...signal, deed: 'spoke_with_mother' })
    await expect(
      actOnSignal(world.context, lead, { ...signal, deed: 'spoke_with_mother' }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const page = await readSignal(world.context, lead, { id: signal.id })
    expect(page.steps).toMatchObject([
      { kind: 'done', code: 'spoke_with_mother', by: 'Lid safeguarding_lead' },
    ])
    world.turnTo('2026-11-05')
    await see.visit(one, '2026-11-05')
    await expect(
      actOnSignal(world.context, lead, { id: signal.id, version: page.version + 1, deed: 'reviewed' }),
    ).rejects.toMatchObject({ code: 'signal-ended' })
    const { signals } = await listSignals(world.context, lead, {
      trajectoryId: one.trajectoryId,
      ended: true,
    })
    expect(signals.find(({ id }) => id === signal.id)?.endedOn?.toString()).toBe('2026-11-05')
  })
})
