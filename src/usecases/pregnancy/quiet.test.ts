import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { appointmentText } from '#domain/message/message-text.ts'
import { workbenchRoutes } from '#pages/match/workbench.tsx'
import { paths } from '#pages/paths.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { mvr } from '#programmes/mvr.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { extendTrajectory } from '#usecases/course/extend-trajectory.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { chooseWayOn } from '#usecases/pregnancy/choose-way-on.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { recordDueDate } from '#usecases/pregnancy/record-due-date.ts'
import { unquietTrajectory } from '#usecases/pregnancy/unquiet-trajectory.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { listSignals } from '#usecases/signal/list-signals.ts'
import { listCaseload } from '#usecases/trajectory/list-caseload.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { within } from '../../../testing/cast.ts'
import { type Expecting, expecting, versionNow } from '../../../testing/expecting.ts'
import { visit } from '../../../testing/public-site.ts'
import { agreeSafeContact, answer } from '../../../testing/referred-woman.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('../../../testing/left-out.ts'))
/** Each thing that the one act makes quiet can be left out here, to see that it is missed. */
const leaveOut = vi.hoisted(() => ({
  questions: 'the questions that ask of a child',
  messages: 'the messages to her that wait',
  visits: 'the visits that nobody agreed on with her',
  quiet: 'that it is quiet',
  asking: 'asking her coordinator what she wants',
}))
vi.mock('#db/measure.ts', async (original) => {
  const real = await original<typeof import('#db/measure.ts')>()
  return {
    ...real,
    stopMeasures: unlessLeftOut(leaveOut.questions, real.stopMeasures, async () => undefined),
  }
})
vi.mock('#db/closure.ts', async (original) => {
  const real = await original<typeof import('#db/closure.ts')>()
  return {
    ...real,
    refuseWaitingMessages: unlessLeftOut(
      leaveOut.messages,
      real.refuseWaitingMessages,
      async () => undefined,
    ),
  }
})
vi.mock('#db/contact.ts', async (original) => {
  const real = await original<typeof import('#db/contact.ts')>()
  return {
    ...real,
    skipUnagreedContacts: unlessLeftOut(leaveOut.visits, real.skipUnagreedContacts, async () => undefined),
  }
})
vi.mock('#db/trajectory.ts', async (original) => {
  const real = await original<typeof import('#db/trajectory.ts')>()
  const save = real.saveTrajectory
  return {
    ...real,
    saveTrajectory: unlessLeftOut(leaveOut.quiet, save, (tx, row, changed) =>
      save(tx, row, { ...changed, quiet_since: null }),
    ),
  }
})
vi.mock('#usecases/task/create-task.ts', async (original) => {
  const real = await original<typeof import('#usecases/task/create-task.ts')>()
  return {
    ...real,
    createTask: unlessLeftOut(leaveOut.asking, real.createTask, async () => ''),
  }
})

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mimDenHaag, mvr, memosa])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const place = async ({ trajectoryId }: Pick<Expecting, 'trajectoryId'>) => ({
  trajectoryId,
  version: await versionNow(world, trajectoryId),
})
const course = ({ trajectoryId }: Expecting, actor = coordinator) =>
  readCourse(world.context, actor, { trajectoryId })
const quiet = (one: Pick<Expecting, 'trajectoryId'>, actor = coordinator) =>
  quietTrajectory(world.context, actor, { trajectoryId: one.trajectoryId, loss: 'miscarriage' })
const rowsOf = async (text: string, id: string) => (await world.owner.query(text, [id])).rows
const planned = (id: string) =>
  rowsOf(
    `select id, due_from::text, planned_on::text from contact where trajectory_id = $1 and state = 'planned'
     order by due_from, number`,
    id,
  )
const dueMeasures = async (id: string) =>
  (
    await rowsOf(
      `select distinct moment from measure where trajectory_id = $1 and state = 'due' order by moment`,
      id,
    )
  ).map(({ moment }) => moment)
const openTasks = (id: string) =>
  rowsOf('select reason_code from task where trajectory_id = $1 and done_at is null order by id', id)

describe('who may say that something changed', () => {
  test('her coordinator and her own worker; nobody else, and nobody elsewhere', async () => {
    const one = await expecting(world)
    const other = await expecting(world)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [elsewhere, other.worker]) await expect(quiet(one, actor)).rejects.toThrow(NotFound)
    for (const role of ['safeguarding_lead', 'administrator', 'referrer'] as const)
      await expect(quiet(one, await world.member([role]))).rejects.toThrow(Forbidden)
    await quiet(one, one.worker)
    await expect(quiet(one)).rejects.toMatchObject({ code: 'not-from-this-state' })
    const on = { way: 'pause' as const, teller: 'mother' as const }
    await expect(chooseWayOn(world.context, one.worker, { ...(await place(one)), ...on })).rejects.toThrow(
      Forbidden,
    )
    await expect(
      unquietTrajectory(world.context, one.worker, { ...(await place(one)), reason: 'mistake' }),
    ).rejects.toThrow(Forbidden)
  })
  test('not of a day to come, nor about what is closed or goes on as it was', async () => {
    const one = await expecting(world)
    await expect(
      quietTrajectory(world.context, coordinator, {
        trajectoryId: one.trajectoryId,
        loss: 'removed',
        on: '2026-11-04',
      }),
    ).rejects.toMatchObject({ fields: { on: 'day-to-come' } })
    await expect(
      unquietTrajectory(world.context, coordinator, { ...(await place(one)), reason: 'mistake' }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [one.trajectoryId])
    await expect(quiet(one)).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
})

/** Everything that anyone sees of her afterwards; none of it may hold a week, an age, a birth or a phase. */
async function expectSilence(one: Expecting): Promise<void> {
  const { trajectoryId: id } = one
  for (const actor of [coordinator, one.worker]) {
    const page = await readTrajectory(world.context, actor, { id })
    expect(page).toMatchObject({ quiet: true, childBornOn: null, dueOn: null, phase: null, phases: [] })
    expect(page.contacts.every(({ phase, talkSheet }) => phase === null && talkSheet === null)).toBe(true)
    expect(await readCourse(world.context, actor, { trajectoryId: id })).toMatchObject({
      dueOn: null,
      weeks: null,
      children: [],
      materials: [],
      phases: [],
    })
    for (const contact of page.contacts.slice(0, 2))
      expect(await readContact(world.context, actor, { id: contact.id })).toMatchObject({
        topics: [],
        talkSheetTitle: null,
      })
  }
  const { moments } = await listMeasures(world.context, coordinator, { trajectoryId: id })
  expect(moments.map(({ moment }) => moment).filter((one) => ['T1', 'T2', 'T3'].includes(one))).toEqual([])
  expect((await dueMeasures(id)).filter((one) => ['T1', 'T2', 'T3'].includes(one))).toEqual([])
  expect(
    await rowsOf(
      `select 1 from measure where trajectory_id = $1 and moment = 'T4' and due_on is not null`,
      id,
    ),
  ).toEqual([])
  expect((await planned(id)).filter(({ planned_on }) => planned_on === null)).toEqual([])
  expect(await rowsOf(`select 1 from message where trajectory_id = $1 and state = 'pending'`, id)).toEqual([])
  const { rows } = await listCaseload(world.context, coordinator, { order: 'newest' })
  expect(rows.find((row) => row.id === id)).toMatchObject({ phase: null })
}

describe('after a loss', () => {
  test('nothing about a child is planned, asked, shown or sent, whatever came before', async () => {
    const step = fc.constantFrom('due', 'birth', 'twins', 'phase', 'agree', 'message', 'longer')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.boolean(), async (steps, byWorker) => {
        const one = await expecting(world, { dueOn: '2026-11-10', email: 'iemand@example.nl' })
        for (const name of steps) await did[name](one).catch(mayBeRefused)
        const agreed = (await planned(one.trajectoryId)).filter(({ planned_on }) => planned_on !== null)
        await quiet(one, byWorker ? one.worker : coordinator)
        await expectSilence(one)
        expect(await planned(one.trajectoryId)).toEqual(agreed)
        expect(await openTasks(one.trajectoryId)).toContainEqual({ reason_code: 'ask-how-on' })
        // What others do afterwards brings nothing back.
        for (const name of steps) if (name !== 'message') await did[name](one).catch(mayBeRefused)
        await expectSilence(one)
      }),
      { numRuns: 6 },
    )
  }, 60_000)
  const mayBeRefused = (error: Error) => {
    expect(['Refused', 'Invalid']).toContain(error.name)
  }
  const did = {
    due: async (one: Expecting) =>
      recordDueDate(world.context, coordinator, { ...(await place(one)), dueOn: '2026-12-24' }),
    birth: async (one: Expecting) =>
      recordBirth(world.context, coordinator, {
        ...(await place(one)),
        children: [{ given: 'Noor', bornOn: '2026-11-01' }],
      }),
    twins: async (one: Expecting) =>
      recordBirth(world.context, one.worker, {
        ...(await place(one)),
        children: [{ bornOn: '2026-11-01' }, { bornOn: '2026-11-02' }],
      }),
    phase: async (one: Expecting) =>
      movePhases(world.context, one.worker, {
        ...(await place(one)),
        phases: ['basics', 'child'],
        reason: 'beside',
      }),
    agree: async (one: Expecting) => {
      const [first] = (await planned(one.trajectoryId)).filter(({ planned_on }) => planned_on === null)
      if (!first) return
      const { rows } = await world.owner.query('select version from contact where id = $1', [first.id])
      await planContact(world.context, one.worker, {
        id: first.id,
        version: rows[0].version,
        on: first.due_from,
        mode: 'phone',
      })
    },
    message: async (one: Expecting) => {
      await agreeSafeContact(world, coordinator, one.personId)
      await answer(world, coordinator, one.trajectoryId, 'C-1', 'given')
      const queued = await within(world, (work) =>
        queueMessage(work, {
          kind: 'appointment',
          channel: 'email',
          language: 'nl',
          address: 'iemand@example.nl',
          ...appointmentText('nl', 'dinsdag 10.00 uur'),
          personId: one.personId,
          trajectoryId: one.trajectoryId,
          dedupeKey: crypto.randomUUID(),
        }),
      )
      // It waits to be sent: one that was refused at once would try nothing.
      expect(queued).toMatchObject({ state: 'pending', refusal: null })
    },
    longer: async (one: Expecting) =>
      extendTrajectory(world.context, coordinator, {
        ...(await place(one)),
        until: '2029-06-01',
        reviewOn: '2029-03-01',
        reason: 'relapse_risk',
      }),
  }

  test.each(['nothing', ...Object.values(leaveOut)])(
    'and it is noticed where it leaves out %s',
    async (part) => {
      const one = await expecting(world, { dueOn: '2026-11-10', email: 'iemand@example.nl' })
      await did.message(one)
      await did.phase(one)
      await without(part, () => quiet(one))
      const look = async () => {
        await expectSilence(one)
        expect(await openTasks(one.trajectoryId)).toContainEqual({ reason_code: 'ask-how-on' })
      }
      if (part === 'nothing') await look()
      else await expect(look()).rejects.toThrow(/expected/)
    },
  )

  test('no question speaks of being a mother, no page of an unborn child, until it was a mistake', async () => {
    const one = await expecting(world, { programme: mim })
    const due = async () =>
      (
        await rowsOf(
          `select moment || ' ' || instrument_id as what from measure where trajectory_id = $1 and state = 'due'
           order by 1`,
          one.trajectoryId,
        )
      ).map(({ what }) => what)
    const woman = async () =>
      (await weighWorkers(world.context, coordinator, { trajectoryId: one.trajectoryId })).woman
    const before = await due()
    expect(before).toContain('T0 ladder_confidence')
    expect(await woman()).toMatchObject({ quiet: false, dueOn: Temporal.PlainDate.from('2027-01-15') })
    await quiet(one)
    expect(await due()).toEqual([
      'T0 ladder_support',
      'T0 osss3-nl',
      'T2 ladder_support',
      'T2 osss3-nl',
      'T2 satisfaction',
    ])
    expect(await woman()).toMatchObject({ quiet: true, dueOn: null, childMonths: null })
    const { moments } = await listMeasures(world.context, coordinator, { trajectoryId: one.trajectoryId })
    expect(JSON.stringify(moments)).not.toContain('als moeder')
    const routes = [...workbenchRoutes]
    const { html } = await visit(staffSite(routes, world, coordinator), paths.match.one(one.trajectoryId))
    expect(html).not.toMatch(/geboren|Uitgerekend|Kind</)
    await unquietTrajectory(world.context, coordinator, { ...(await place(one)), reason: 'mistake' })
    expect(await due()).toEqual(before)
  })
  test('it is quiet in every trajectory of hers at once, and in nobody else’s', async () => {
    const one = await expecting(world)
    const beside = await expecting(world)
    await world.owner.query(
      `update trajectory set person_id = (select person_id from trajectory where id = $1) where id = $2`,
      [one.trajectoryId, beside.trajectoryId],
    )
    const other = await expecting(world)
    // What was sealed for another woman can't be opened for her; it is not looked into here.
    await world.owner.query('delete from pregnancy where trajectory_id = $1', [beside.trajectoryId])
    await quiet(one, one.worker)
    expect(await planned(beside.trajectoryId)).toEqual([])
    expect((await planned(other.trajectoryId)).length).toBeGreaterThan(0)
    expect((await course(other)).quiet).toBe(false)
  })
  test('visits that weeks and not a child’s age ask for go on: they are about her', async () => {
    const one = await expecting(world, { programme: memosa, dueOn: '2027-01-15' })
    const before = await planned(one.trajectoryId)
    await quiet(one)
    if (memosa.endRule?.value.includes('weeksSinceStart'))
      expect(await planned(one.trajectoryId)).toEqual(before)
  })
  test('ends what asked gently why no birth is known, and doesn’t tell it again', async () => {
    const one = await expecting(world, { programme: mimDenHaag, dueOn: '2026-10-12' })
    const job = { kind: 'system', orgId: world.orgId, job: 'signals' } as const
    await evaluateSignals(world.context, job, { ids: [one.trajectoryId] })
    const rules = async (ended: boolean) =>
      (await listSignals(world.context, coordinator, { trajectoryId: one.trajectoryId, ended })).signals.map(
        ({ ruleId }) => ruleId,
      )
    expect(await rules(false)).toContain('DH-F3')
    await quiet(one, one.worker)
    expect(await rules(false)).not.toContain('DH-F3')
    expect(await rules(true)).not.toContain('DH-F3')
  })
  test('says nothing of it in the open: not in the row, the task or the access log', async () => {
    const one = await expecting(world)
    await quietTrajectory(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      loss: 'stillbirth',
      on: '2026-11-02',
    })
    const found = await world.owner.query(
      `select t::text as all from trajectory t where id = $1
       union all select p::text from pregnancy p where trajectory_id = $1
       union all select k::text from task k where trajectory_id = $1
       union all select a::text from audit_event a where $1::uuid = any(trajectory_ids)`,
      [one.trajectoryId],
    )
    for (const { all } of found.rows)
      expect(all).not.toMatch(/loss|stillbirth|miscarr|removed|2026-11-02[^T ]/)
  })
})

describe('what she wants then', () => {
  const wants = async (one: Expecting, more: object) =>
    chooseWayOn(world.context, coordinator, {
      ...(await place(one)),
      way: 'visits',
      teller: 'coordinator',
      ...more,
    })
  test('visits until a day that was agreed, planned anew and with nothing of a child', async () => {
    const one = await expecting(world)
    await quiet(one)
    await expect(wants(one, {})).rejects.toMatchObject({ fields: { until: 'required' } })
    await expect(wants(one, { until: '2026-11-03' })).rejects.toMatchObject({
      fields: { until: 'day-passed' },
    })
    await expect(wants(one, { until: '2028-01-01' })).rejects.toMatchObject({
      fields: { until: 'day-too-far' },
    })
    await wants(one, { until: '2027-02-01' })
    const contacts = await planned(one.trajectoryId)
    expect(contacts.length).toBeGreaterThan(5)
    expect(contacts.every(({ due_from }) => due_from <= '2027-02-01')).toBe(true)
    expect(await openTasks(one.trajectoryId)).toEqual([])
    expect(
      (await dueMeasures(one.trajectoryId)).filter((moment) => moment !== 'T0' && moment !== 'T4'),
    ).toEqual([])
    const seen = await course(one)
    expect(seen).toMatchObject({ quiet: true, wayOn: { way: 'visits' }, weeks: null, phases: [] })
    expect((await course(one, one.worker)).wayOn).toBeNull()
  })
  test('rest: nothing stays planned, and she may go on again later', async () => {
    const one = await expecting(world)
    await quiet(one)
    await wants(one, { way: 'pause' })
    expect(await planned(one.trajectoryId)).toEqual([])
    expect(await readTrajectory(world.context, coordinator, { id: one.trajectoryId })).toMatchObject({
      state: 'paused',
    })
    await wants(one, { until: '2027-02-01' })
    expect(await readTrajectory(world.context, coordinator, { id: one.trajectoryId })).toMatchObject({
      state: 'active',
    })
  })
  test('or that it was a mistake: then all is planned as it was', async () => {
    const one = await expecting(world)
    const [contacts, measures] = [await planned(one.trajectoryId), await dueMeasures(one.trajectoryId)]
    await quiet(one)
    await unquietTrajectory(world.context, coordinator, { ...(await place(one)), reason: 'mistake' })
    const days = (all: typeof contacts) => all.map(({ due_from }) => due_from)
    expect(days(await planned(one.trajectoryId))).toEqual(days(contacts))
    expect(await dueMeasures(one.trajectoryId)).toEqual(measures)
    expect(await openTasks(one.trajectoryId)).toEqual([])
    expect(await course(one)).toMatchObject({
      quiet: false,
      dueOn: Temporal.PlainDate.from('2027-01-15'),
      live: ['basics'],
    })
  })
  test('or that she is pregnant again: it begins with nothing known', async () => {
    const one = await expecting(world, { dueOn: '2026-11-10' })
    await recordBirth(world.context, coordinator, {
      ...(await place(one)),
      children: [{ bornOn: '2026-11-01' }],
    })
    await quiet(one)
    await unquietTrajectory(world.context, coordinator, { ...(await place(one)), reason: 'new_pregnancy' })
    expect(await course(one)).toMatchObject({ dueOn: null, children: [] })
    await recordDueDate(world.context, coordinator, { ...(await place(one)), dueOn: '2027-07-01' })
    expect((await planned(one.trajectoryId)).length).toBeGreaterThan(0)
  })
})
