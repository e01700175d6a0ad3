import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { turnSignals } from '#server/jobs/signals.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
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
import { createTask } from '#usecases/task/create-task.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { changeWorker } from '#usecases/worker/change-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { within } from '../../../testing/cast.ts'
import { agreeSafeContact } from '../../../testing/referred-woman.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  manager = await world.member(['programme_manager'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const job = () => ({ organisations: async () => [world.orgId], context: () => world.context })
/** The night passes, and Naast looks at what is due that day. */
const turnTo = async (day: string) => {
  world.turnTo(day)
  await turnSignals(job())
}
const standing = async (trajectoryId: string): Promise<string[]> =>
  (
    await world.owner.query<{ rule_id: string }>(
      'select rule_id from signal where trajectory_id = $1 and ended_at is null order by rule_id',
      [trajectoryId],
    )
  ).rows.map((row) => row.rule_id)
const signalOf = async (trajectoryId: string, ruleId: string) =>
  (
    await world.owner.query<{ id: string; version: number }>(
      'select id, version from signal where trajectory_id = $1 and rule_id = $2 and ended_at is null',
      [trajectoryId, ruleId],
    )
  ).rows[0] ?? { id: '', version: 0 }

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
const visit = async (one: RunningTrajectory, on: string, what: object = {}) =>
  addContact(world.context, one.worker, {
    trajectoryId: one.trajectoryId,
    kind: 'done',
    on,
    minutes: 75,
    mode: 'home',
    talkSheet: null,
    ...what,
  })
const act = async (
  actor: MemberActor,
  one: RunningTrajectory,
  ruleId: string,
  deed: Parameters<typeof actOnSignal>[2]['deed'],
) => actOnSignal(world.context, actor, { ...(await signalOf(one.trajectoryId, ruleId)), deed })
const workerFile = async (one: RunningTrajectory, languages: string[]) => {
  const { rows } = await world.owner.query('select version from worker where id = $1', [one.workerId])
  await changeWorker(world.context, coordinator, {
    id: one.workerId,
    version: rows[0].version,
    person: { name: { given: 'Ans' }, languages },
    kind: 'volunteer',
    programmes: [],
    profile: {},
    capacity: 2,
  })
}
const close = async (one: RunningTrajectory) => {
  const { rows } = await world.owner.query('select version from trajectory where id = $1', [one.trajectoryId])
  await closeTrajectory(world.context, coordinator, {
    trajectoryId: one.trajectoryId,
    version: rows[0].version,
    reason: 'moved',
    evaluation: { kind: 'declined', code: 'rather_not' },
    goals: {},
    words: null,
    note: null,
  })
}
const gate = (one: RunningTrajectory, kind: 'vog' | 'training', seenOn: string) =>
  recordGate(world.context, coordinator, { workerId: one.workerId, kind, seenOn, validUntil: null })
const sheet = mim.talkSheets[0]?.id ?? ''

/** What people do or the clock brings, to make a rule hold and to put it right again. */
interface Story {
  readonly rule: string
  readonly programme: string
  readonly from?: { startedOn?: string; bornOn?: string }
  readonly arise: (one: RunningTrajectory) => Promise<unknown>
  readonly end: (one: RunningTrajectory) => Promise<unknown>
}
const [inMim, inMemosa] = [mim.id, memosa.id]
const stories: readonly Story[] = [
  {
    rule: 'MI-F1',
    programme: inMim,
    arise: () => turnTo('2026-11-08'),
    end: (one) => visit(one, '2026-11-08'),
  },
  {
    rule: 'MI-F2',
    programme: inMim,
    arise: async (one) => {
      for (const on of ['2026-10-05', '2026-10-12', '2026-11-03']) await visit(one, on, { minutes: 30 })
    },
    end: async (one) => {
      const { rows } = await world.owner.query(
        `select id, version from contact where trajectory_id = $1 and done_on = '2026-11-03'`,
        [one.trajectoryId],
      )
      await correctContact(world.context, one.worker, {
        ...rows[0],
        kind: 'done',
        on: '2026-11-03',
        minutes: 75,
        mode: 'home',
      })
    },
  },
  {
    rule: 'MI-F4',
    programme: inMim,
    arise: () => turnTo('2029-10-02'),
    end: (one) => gate(one, 'vog', '2029-10-02'),
  },
  {
    rule: 'G-F2',
    programme: inMim,
    arise: () => turnTo('2029-10-02'),
    end: (one) => gate(one, 'vog', '2029-10-02'),
  },
  {
    rule: 'MI-F5',
    programme: inMim,
    arise: async (one) => {
      for (const on of ['2026-10-05', '2026-10-12', '2026-10-19']) await visit(one, on)
    },
    end: (one) => visit(one, '2026-11-02', { talkSheet: sheet }),
  },
  {
    rule: 'MI-F6',
    programme: inMim,
    arise: (one) => workerFile(one, ['ar']),
    end: (one) => workerFile(one, ['ar', 'nl']),
  },
  {
    rule: 'MI-F8',
    programme: inMim,
    arise: () => turnTo('2026-12-01'),
    end: (one) => act(coordinator, one, 'MI-F8', 'spoke_with_worker'),
  },
  {
    rule: 'MI-F10',
    programme: inMim,
    arise: async (one) => {
      for (const on of ['03', '07', '10', '14', '17', '21']) await visit(one, `2026-10-${on}`)
    },
    end: (one) => act(coordinator, one, 'MI-F10', 'partner_noted'),
  },
  {
    rule: 'G-F1',
    programme: inMim,
    arise: () => turnTo('2027-02-02'),
    end: async (one) => {
      await world.owner.query('update safe_contact_policy set until_at = now() where person_id = $1', [
        one.motherId,
      ])
      await agreeSafeContact(world, coordinator, one.motherId)
    },
  },
  {
    rule: 'G-F5',
    programme: inMim,
    arise: () => turnTo('2027-01-03'),
    end: (one) => act(coordinator, one, 'G-F5', 'spoke_with_mother'),
  },
  {
    rule: 'ME-F1',
    programme: inMemosa,
    from: { startedOn: '2026-10-27' },
    arise: () => turnTo('2026-11-07'),
    end: (one) => visit(one, '2026-11-07'),
  },
  {
    rule: 'ME-F2',
    programme: inMemosa,
    arise: (one) => log(one, { kind: 'cancelled', by: 'partner', mode: null }),
    end: async (one) => {
      world.turnTo('2026-11-05')
      await visit(one, '2026-11-05')
    },
  },
  {
    rule: 'ME-F4',
    programme: inMemosa,
    from: { startedOn: '2026-10-27' },
    arise: () => turnTo('2026-11-25'),
    end: (one) => act(coordinator, one, 'ME-F4', 'supervised'),
  },
  {
    rule: 'ME-F11',
    programme: inMemosa,
    arise: async (one) => {
      // As the outbox does when her agreement stops a message.
      await within(world, async (work) => {
        work.about({ trajectory: one.trajectoryId })
        await createTask(work, {
          kind: 'message',
          reasonCode: 'contact-not-now',
          trajectoryId: one.trajectoryId,
        })
      })
    },
    end: async (one) => {
      const { rows } = await world.owner.query('select id from task where trajectory_id = $1', [
        one.trajectoryId,
      ])
      for (const { id } of rows)
        await finishTask(world.context, coordinator, { id, ending: 'done_otherwise' })
    },
  },
]

describe('a signal', () => {
  test.each(stories)('of $rule arises and ends by what people do, or by the clock', async (story) => {
    const one = await begin(story.programme, story.from)
    expect(await standing(one.trajectoryId)).not.toContain(story.rule)
    await story.arise(one)
    expect(await standing(one.trajectoryId)).toContain(story.rule)
    await story.end(one)
    expect(await standing(one.trajectoryId)).not.toContain(story.rule)
    // Looking at it anew finds nothing that wasn't kept.
    const actor = { kind: 'system', orgId: world.orgId, job: 'test' } as const
    expect(await evaluateSignals(world.context, actor, { ids: [one.trajectoryId] })).toMatchObject({
      arose: 0,
      ended: 0,
    })
  })
  test('of how it ended stays until somebody accepts it, and the rest is over when it is closed', async () => {
    const one = await begin(inMim, { startedOn: '2026-08-20' })
    await turnTo('2026-11-03')
    expect(await standing(one.trajectoryId)).toContain('MI-F1')
    await close(one)
    expect(await standing(one.trajectoryId)).toEqual(['MI-F3'])
    const mine = async () => (await listSignals(world.context, manager, {})).signals
    const [signal] = (await mine()).filter(({ trajectoryId }) => trajectoryId === one.trajectoryId)
    expect(signal).toMatchObject({ ruleId: 'MI-F3', owner: 'manager', name: null })
    await act(manager, one, 'MI-F3', 'accepted')
    world.turnTo('2028-11-03')
    expect((await mine()).map(({ trajectoryId }) => trajectoryId)).not.toContain(one.trajectoryId)
  })
})

describe('a rule that stops work', () => {
  test('stops the next visit and says why, and not the writing down of what took place', async () => {
    const one = await begin(inMim)
    await gate(one, 'training', '2026-10-01')
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
    expect(await standing(one.trajectoryId)).toContain('MI-F4')
    const signal = await signalOf(one.trajectoryId, 'MI-F4')
    const aside = { ...signal, reason: 'someone_goes_along' } as const
    for (const actor of [lead, manager, one.worker, await world.member(['coordinator'], world.otherOrgId)])
      await expect(setSignalAside(world.context, actor, aside)).rejects.toThrow()
    await setSignalAside(world.context, coordinator, aside)
    await expect(setSignalAside(world.context, coordinator, aside)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    const next = await planned(one)
    await planContact(world.context, one.worker, {
      ...next,
      on: '2026-11-20',
      mode: 'home',
      reason: 'holiday',
    })
    const page = await readSignal(world.context, coordinator, { id: signal.id })
    expect(page.steps).toMatchObject([{ kind: 'set_aside', code: 'someone_goes_along' }])
  })
  test('may say that nobody sets it aside', async () => {
    const one = await runningTrajectory(world, { programmeId: inMim })
    const signal = await signalOf(one.trajectoryId, 'G-F1')
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
    signal = await signalOf(one.trajectoryId, 'ME-F2')
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
    await visit(one, '2026-11-05')
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
