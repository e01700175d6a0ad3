import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type GateKind, gateKinds, type ProgrammeDefinition } from '#domain/programme/definition.ts'
import { gateMends } from '#domain/worker/gates.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, type World } from '#testing/world.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { moveSession } from '#usecases/group/move-session.ts'
import { planGroup } from '#usecases/group/plan-group.ts'
import { stepGroupOn } from '#usecases/group/step-group.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { waiveGate } from '#usecases/worker/waive-gate.ts'

/** A programme that asks for everything that a definition can ask of a worker. */
const asksAll = (programme: ProgrammeDefinition, id: string): ProgrammeDefinition => ({
  ...programme,
  id,
  worker: {
    ...programme.worker,
    gates: gateKinds.map((kind) => ({
      kind,
      label: { nl: `${kind} nl`, en: `${kind} en` },
      required: true,
      prov: 'to_confirm' as const,
    })),
  },
  // Rules of the programme speak for themselves elsewhere; here the gates do.
  fidelity: programme.fidelity.filter(({ severity }) => severity !== 'block'),
})
const pairs = asksAll(mim, 'alles-een-op-een')
const groups = asksAll(evtGroup, 'alles-groep')
const on = '2026-11-03'

let world: World
let coordinator: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([pairs, groups])
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  for (const { id, version, ...rest } of [pairs, groups])
    await world.owner.query(
      `insert into programme_version
         (org_id, id, programme_id, version, state, definition, made_by, made_at, decided_by, decided_at)
       values ($1, gen_random_uuid(), $2, $3, 'published', $4, $5, now(), $6, now())`,
      [
        world.orgId,
        id,
        version,
        JSON.stringify({ id, version, ...rest }),
        coordinator.memberId,
        manager.memberId,
      ],
    )
  await world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1')
})
afterAll(() => world.close())

const see = (workerId: string, kind: GateKind) =>
  recordGate(world.context, coordinator, { workerId, kind, seenOn: '2026-10-01' })
/** Somebody who has all of it. */
async function complete(given: string): Promise<string> {
  const workerId = await castWorker(world, { given }, { ready: false })
  for (const kind of gateKinds) await see(workerId, kind)
  await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return workerId
}
/** Tries what must be refused while this worker lacks one thing; what is refused leaves nothing behind. */
async function lacking(workerId: string, kind: GateKind, attempt: () => Promise<unknown>, code: string) {
  await world.owner.query('delete from worker_gate where worker_id = $1 and kind = $2', [workerId, kind])
  await expect(attempt(), kind).rejects.toMatchObject({
    code,
    detail: {
      nl: expect.stringMatching(
        new RegExp(
          `^${kind} nl \\(.*${{ worker: 'zelf', coordinator: 'coördinator', manager: 'programmaleider' }[gateMends[kind]]}`,
        ),
      ),
      en: expect.stringContaining(`${kind} en (`),
    },
  })
  await see(workerId, kind)
}

describe('no match is planned while something required is missing', () => {
  test('at the proposal, at the introduction and at the beginning, whatever it is', async () => {
    const workerId = await complete('Ans')
    const { trajectoryId, personId } = await castWoman(
      world,
      { given: 'Semira', languages: ['nl'] },
      { programmeId: pairs.id },
    )
    await agreeSafeContact(world, coordinator, personId)
    const propose = () => proposeMatch(world.context, coordinator, { trajectoryId, workerId })
    for (const kind of gateKinds) await lacking(workerId, kind, propose, 'match-gate-missing')
    const { matchId: id } = await propose()
    const version = async () => (await readMatch(world.context, coordinator, { id })).version
    for (const side of ['mother', 'worker'] as const)
      await answerMatch(world.context, coordinator, { id, version: await version(), side, answer: 'yes' })
    const introduce = async () =>
      planIntroduction(world.context, coordinator, { id, version: await version(), on })
    for (const kind of gateKinds) await lacking(workerId, kind, introduce, 'match-gate-missing')
    await introduce()
    const start = async () => startMatch(world.context, coordinator, { id, version: await version() })
    for (const kind of gateKinds) await lacking(workerId, kind, start, 'match-gate-missing')
    await start()
  })
})

describe('no visit is planned while something required is missing', () => {
  const visits = async () => {
    const one = await runningTrajectory(world, { programmeId: pairs.id })
    const { rows } = await world.owner.query<{ id: string; due_from: string; due_until: string }>(
      `select id, due_from::text, due_until::text from contact
       where trajectory_id = $1 and state = 'planned' and due_until >= '2026-11-03' order by number`,
      [one.trajectoryId],
    )
    const [first] = rows
    if (!first) throw new Error('no visit in the plan')
    return { ...one, first, day: first.due_until }
  }
  const plan = (id: string, day: string, mode: 'home' | 'phone' = 'home') =>
    planContact(world.context, coordinator, { id, version: 1, on: day, mode, reason: 'her_wish' })

  test('by its own door, and when the next one is agreed after a visit', async () => {
    const { workerId, worker, first, day } = await visits()
    for (const kind of gateKinds) {
      await lacking(workerId, kind, () => plan(first.id, day), 'worker-gates-closed-visit')
      const log = () =>
        logContact(world.context, worker, {
          id: first.id,
          version: 1,
          kind: 'done',
          on,
          minutes: 60,
          mode: 'home',
          nextOn: '2026-12-01',
          nextReason: 'her_wish',
        })
      await lacking(workerId, kind, log, 'worker-gates-closed-visit')
    }
    await plan(first.id, day)
  })
  test('nor for a day on which it will have ended', async () => {
    const { workerId, first, day } = await visits()
    await world.owner.query(
      `update worker_gate set valid_until = $2::date - 1 where worker_id = $1 and kind = 'vog'`,
      [workerId, day],
    )
    await expect(plan(first.id, day)).rejects.toMatchObject({ code: 'worker-gates-closed-visit' })
    await world.owner.query(`update worker_gate set valid_until = $2 where worker_id = $1 and kind = 'vog'`, [
      workerId,
      day,
    ])
    await plan(first.id, day)
  })
  test('unless a manager gives grace, for this woman and until its last day', async () => {
    const { workerId, first, day } = await visits()
    await world.owner.query(`delete from worker_gate where worker_id = $1 and kind = 'vog'`, [workerId])
    const grace = { workerId, kind: 'vog', covers: 'running', reason: 'on_its_way' } as const
    const last = Temporal.PlainDate.from(day)
    await waiveGate(world.context, manager, { ...grace, until: last.subtract({ days: 1 }).toString() })
    await expect(plan(first.id, day)).rejects.toMatchObject({ code: 'worker-gates-closed-visit' })
    await waiveGate(world.context, manager, { ...grace, until: day })
    await plan(first.id, day)
    // Grace for the woman she has is none for a new one.
    const other = await castWoman(world, { given: 'Noor', languages: ['nl'] }, { programmeId: pairs.id })
    await expect(
      proposeMatch(world.context, coordinator, { trajectoryId: other.trajectoryId, workerId }),
    ).rejects.toMatchObject({ code: 'match-gate-missing' })
  })
})

describe('no session is planned or led while something required is missing', () => {
  const planned = async (facilitatorIds: readonly string[]) =>
    planGroup(world.context, coordinator, {
      programmeId: groups.id,
      title: 'Dinsdag',
      location: null,
      facilitatorIds: [...facilitatorIds],
      firstOn: on,
      at: '09:30',
    })
  const version = async (table: 'group' | 'group_session', id: string) =>
    (await world.owner.query<{ version: number }>(`select version from "${table}" where id = $1`, [id]))
      .rows[0]?.version ?? 0

  test('at the planning, at another facilitator, at the confirming, at moving and at holding', async () => {
    const [ria, toos] = [await complete('Ria'), await complete('Toos')]
    const worker = await world.memberForWorker(ria)
    const refused = 'worker-gates-closed-session'
    for (const kind of gateKinds) await lacking(ria, kind, () => planned([ria]), refused)
    const { groupId: id } = await planned([ria])
    const change = async () =>
      changeGroup(world.context, coordinator, {
        id,
        version: await version('group', id),
        title: 'Dinsdag',
        location: null,
        facilitatorIds: [ria, toos],
      })
    for (const kind of gateKinds) await lacking(toos, kind, change, refused)
    await change()
    await stepGroupOn(world.context, coordinator, { id, version: await version('group', id), step: 'open' })
    const confirm = async () =>
      stepGroupOn(world.context, coordinator, { id, version: await version('group', id), step: 'confirm' })
    for (const kind of gateKinds) await lacking(toos, kind, confirm, refused)
    const [first] = (
      await world.owner.query<{ id: string }>(
        'select id from group_session where group_id = $1 order by number',
        [id],
      )
    ).rows
    const session = first?.id ?? ''
    const move = async () =>
      moveSession(world.context, worker, {
        id: session,
        version: await version('group_session', session),
        on: '2026-11-04',
        at: '10:00',
      })
    for (const kind of gateKinds) await lacking(toos, kind, move, refused)
    await world.owner.query(`update "group" set state = 'running' where id = $1`, [id])
    const hold = async (allTheSame = false) =>
      recordSession(world.context, worker, {
        id: session,
        version: await version('group_session', session),
        minutes: 150,
        theme: 'held',
        facilitatorIds: [ria, toos],
        attendance: {},
        allTheSame,
      })
    for (const kind of gateKinds) await lacking(toos, kind, () => hold(), refused)
    // What took place is never hidden: whoever says so writes it down, and the access log keeps that something was missing.
    await world.owner.query(`delete from worker_gate where worker_id = $1 and kind = 'vog'`, [toos])
    await hold(true)
    const { rows } = await world.owner.query<{ detail: object }>(
      `select detail from audit_event where event = 'hold-session' and outcome = 'success' order by at desc limit 1`,
    )
    expect(rows[0]?.detail).toMatchObject({ allTheSame: 'gates' })
    // Put right later, nothing is asked again.
    await hold()
  })
})
