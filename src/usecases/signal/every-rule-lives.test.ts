import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { hasSource } from '#domain/signal/case-facts-on.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'
import { turnSignals } from '#server/jobs/signals.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { expecting, versionNow } from '#testing/expecting.ts'
import {
  allowSmall,
  candidate,
  confirm,
  enrol,
  enrolled,
  holdNext,
  openTestGroup,
  prepare,
  type TestGroup,
  type TestPlace,
} from '#testing/group.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { signalsIn } from '#testing/signals.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { extendTrajectory } from '#usecases/course/extend-trajectory.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { checkCare } from '#usecases/group/check-care.ts'
import { checkRelations } from '#usecases/group/check-relations.ts'
import { endPlaceOf } from '#usecases/group/end-place.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readPlace } from '#usecases/group/read-place.ts'
import { readSession } from '#usecases/group/read-session.ts'
import { recordCare } from '#usecases/group/record-care.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { keepToDefinition } from '#usecases/signal/keep-to-definition.ts'
import { listSignals } from '#usecases/signal/list-signals.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { changeWorker } from '#usecases/worker/change-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
let see: ReturnType<typeof signalsIn>
beforeAll(async () => {
  world = await openWorld([mim, memosa, mimDenHaag, mvr, evtGroup])
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  see = signalsIn(world)
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const begin =
  (programmeId: string, how: { startedOn?: string; bornOn?: string } = {}) =>
  async () => {
    const one = await runningTrajectory(world, { programmeId, ...how })
    await agreeSafeContact(world, coordinator, one.motherId)
    return one
  }
const called = async (one: RunningTrajectory, what: object) => {
  const { rows } = await world.owner.query<{ id: string; version: number }>(
    `select id, version from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [one.trajectoryId],
  )
  await logContact(world.context, one.worker, { ...(rows[0] ?? { id: '', version: 0 }), ...what } as never)
}
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
const sheet = mim.talkSheets[0]?.id ?? ''

/** Care beside her programme, as its helper told it today. */
const cared = ({ trajectoryId }: { trajectoryId: string }, type: string) =>
  recordCare(world.context, coordinator, { trajectoryId, type, helper: 'Joke' })
const careEnded = ({ trajectoryId }: { trajectoryId: string }, type: string) =>
  checkCare(world.context, coordinator, { trajectoryId, type, answer: 'ended' })

/** She expects a child, in the programme for that. */
const pregnant =
  (programme = mvr, dueOn = '2027-01-15') =>
  async () => {
    const one = await expecting(world, { programme, dueOn })
    await agreeSafeContact(world, coordinator, one.personId)
    return one
  }
const born = async (one: { trajectoryId: string }, on: string) =>
  recordBirth(world.context, coordinator, {
    trajectoryId: one.trajectoryId,
    version: await versionNow(world, one.trajectoryId),
    children: [{ given: 'Kind', bornOn: on }],
  })

/** Another coach stands beside her, from the proposal to the start. */
const matched = async ({ trajectoryId }: { trajectoryId: string }, before: string | null) => {
  const { context } = world
  if (before) {
    const { rows } = await world.owner.query('select version from match where id = $1', [before])
    await endMatch(context, coordinator, { id: before, version: rows[0].version, reason: 'worker_stops' })
  }
  const workerId = await castWorker(world, { given: 'Coach' }, { ready: false })
  const seen = { workerId, kind: 'qualification', seenOn: '2026-10-01', validUntil: null } as const
  await recordGate(context, coordinator, seen)
  await stepWorkerOn(context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  const worker = await world.memberForWorker(workerId)
  const { matchId: id } = await proposeMatch(context, coordinator, { trajectoryId, workerId })
  await answerMatch(context, coordinator, { id, version: 1, side: 'mother', answer: 'yes' })
  await answerMatch(context, worker, { id, version: 2, side: 'worker', answer: 'yes' })
  const on = context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  await planIntroduction(context, coordinator, { id, version: 3, on })
  await startMatch(context, coordinator, { id, version: 4 })
  return id
}

interface InGroup extends TestPlace {
  readonly group: TestGroup
  readonly others: readonly TestPlace[]
}
/** One of so many women in a closed group that has had its first session, or is about to. */
const seated =
  (count: number, held = 0) =>
  async (): Promise<InGroup> => {
    const group = await openTestGroup(world)
    const [first, ...others] = await enrolled(world, group, count)
    if (!first) throw new Error('nobody is seated')
    await goOn(group, count < 6)
    for (let at = 0; at < held; at += 1) await holdNext(world, group)
    return { ...first, group, others }
  }
const goOn = async (group: TestGroup, small: boolean) => {
  if (small) await allowSmall(world, group)
  await confirm(world, group)
}
/** Writes the next session down as it went. */
const sessionWas = async (
  { group: { groupId, facilitators } }: InGroup,
  what: Partial<Parameters<typeof recordSession>[2]>,
) => {
  const [actor] = facilitators
  const { sessions } = await readGroup(world.context, actor, { id: groupId })
  const next = sessions.find(({ state }) => state === 'planned')
  if (!next) throw new Error('nothing planned')
  world.turnTo(next.on.toString())
  const { women } = await readSession(world.context, actor, { id: next.id })
  await recordSession(world.context, actor, {
    id: next.id,
    version: next.version,
    minutes: 150,
    theme: 'held',
    facilitatorIds: facilitators.map(({ workerId }) => workerId ?? ''),
    attendance: Object.fromEntries(women.map(({ placeId }) => [placeId, 'present' as const])),
    ...what,
  })
}
const held = (one: InGroup) => sessionWas(one, {})
const leaves = async ({ placeId: id }: TestPlace) =>
  endPlaceOf(world.context, coordinator, {
    id,
    version: (await readPlace(world.context, coordinator, { id })).version,
    reason: 'own_wish',
  })
const related = async ({ group, placeId: id, others: [other] }: InGroup, found: boolean) => {
  const [first] = group.facilitators
  await checkRelations(world.context, first, {
    id,
    version: (await readPlace(world.context, first, { id })).version,
    ...(found
      ? { found: 'partners_relative' as const, withPlaceId: other?.placeId ?? null, note: null }
      : { found: null }),
  })
}
/** She is visited, and comes to an open group where she was on the test morning. */
const visitedAndInGroup = async () => {
  const one = await begin(mimDenHaag.id)()
  const group = await openTestGroup(world, { programmeId: mimDenHaag.id })
  const { placeId } = await addCandidate(world.context, coordinator, {
    groupId: group.groupId,
    trajectoryId: one.trajectoryId,
  })
  const place = { placeId, trajectoryId: one.trajectoryId, personId: one.motherId }
  await enrol(world, group, place)
  await goOn(group, true)
  await holdNext(world, group)
  return { ...one, group }
}
const ledBy = async (group: TestGroup, facilitatorIds: string[]) =>
  changeGroup(world.context, coordinator, {
    id: group.groupId,
    version: (await readGroup(world.context, coordinator, { id: group.groupId })).version,
    title: 'Dinsdag',
    location: null,
    facilitatorIds,
  })

/** What people do or the clock brings, to make a rule hold and to put it right again. */
const story = <One extends { readonly trajectoryId: string }>(
  rule: string,
  of: () => Promise<One>,
  arise: (one: One) => Promise<unknown>,
  end: (one: One) => Promise<unknown>,
) => ({
  rule,
  tell: async () => {
    const one = await of()
    return { one, arise: () => arise(one), end: () => end(one) }
  },
})
const act = (one: { trajectoryId: string }, rule: string, deed: Parameters<typeof see.act>[3]) =>
  see.act(coordinator, one, rule, deed)
const turnTo = (day: string) => () => see.turnTo(day)
/** What happened can't be undone: it stands until her trajectory is closed. */
const closing = (one: { trajectoryId: string }) => see.close(coordinator, one)
const gate = (one: { workerId: string }) => see.gate(coordinator, one, 'vog', '2029-10-02')
const motherhood = ({ workerId }: { workerId: string }, yes: boolean) =>
  recordGate(world.context, coordinator, {
    workerId,
    kind: 'is_mother',
    seenOn: '2026-11-03',
    notInOrder: !yes,
  })
const extended = async ({ trajectoryId }: { trajectoryId: string }, until: string, reviewOn: string) =>
  extendTrajectory(world.context, coordinator, {
    trajectoryId,
    version: await versionNow(world, trajectoryId),
    until,
    reviewOn,
    reason: 'visits_missed',
  })
const [inMim, inMemosa] = [mim.id, memosa.id]

const stories = [
  story('MI-F1', begin(inMim), turnTo('2026-11-08'), (one) => see.visit(one, '2026-11-08')),
  story(
    'MI-F2',
    begin(inMim),
    async (one) => {
      for (const on of ['2026-10-05', '2026-10-12', '2026-11-03']) await see.visit(one, on, { minutes: 30 })
    },
    async (one) => {
      const { rows } = await world.owner.query(
        `select id, version from contact where trajectory_id = $1 and done_on = '2026-11-03'`,
        [one.trajectoryId],
      )
      const right = { kind: 'done', on: '2026-11-03', minutes: 75, mode: 'home' } as const
      await correctContact(world.context, one.worker, { ...rows[0], ...right })
    },
  ),
  story('MI-F4', begin(inMim), turnTo('2029-10-02'), gate),
  story(
    'MI-F5',
    begin(inMim),
    async (one) => {
      for (const on of ['2026-10-05', '2026-10-12', '2026-10-19']) await see.visit(one, on)
    },
    (one) => see.visit(one, '2026-11-02', { talkSheet: sheet }),
  ),
  story(
    'MI-F6',
    begin(inMim),
    (one) => workerFile(one, ['ar']),
    (one) => workerFile(one, ['ar', 'nl']),
  ),
  story('MI-F7', begin(inMim, { bornOn: '2025-04-10' }), turnTo('2026-11-10'), closing),
  story('MI-F8', begin(inMim), turnTo('2026-12-01'), (one) => act(one, 'MI-F8', 'spoke_with_worker')),
  story(
    'MI-F10',
    begin(inMim),
    async (one) => {
      for (const on of ['03', '07', '10', '14', '17', '21']) await see.visit(one, `2026-10-${on}`)
    },
    (one) => act(one, 'MI-F10', 'partner_noted'),
  ),
  story('G-F1', begin(inMim), turnTo('2027-02-02'), async (one) => {
    await world.owner.query('update safe_contact_policy set until_at = now() where person_id = $1', [
      one.motherId,
    ])
    await agreeSafeContact(world, coordinator, one.motherId)
  }),
  story('G-F2', begin(inMim), turnTo('2029-10-02'), gate),
  story('G-F5', begin(inMim), turnTo('2027-01-03'), (one) => act(one, 'G-F5', 'spoke_with_mother')),
  story('DH-F1', visitedAndInGroup, turnTo('2026-11-08'), (one) => see.visit(one, '2026-11-08')),
  story(
    'DH-F2',
    begin(mimDenHaag.id, { bornOn: '2024-08-01', startedOn: '2024-11-10' }),
    turnTo('2026-11-17'),
    (one) => act(one, 'DH-F2', 'reviewed'),
  ),
  story('DH-F3', pregnant(mimDenHaag, '2026-11-01'), turnTo('2026-11-23'), (one) => born(one, '2026-11-10')),
  story(
    'DH-F4',
    visitedAndInGroup,
    ({ group }) => ledBy(group, []),
    ({ group }) => ledBy(group, [group.facilitators[0].workerId ?? '']),
  ),
  story('ME-F1', begin(inMemosa, { startedOn: '2026-10-27' }), turnTo('2026-11-07'), (one) =>
    see.visit(one, '2026-11-07'),
  ),
  story(
    'ME-F2',
    begin(inMemosa),
    (one) => called(one, { kind: 'cancelled', by: 'partner', mode: null }),
    async (one) => {
      world.turnTo('2026-11-05')
      await see.visit(one, '2026-11-05')
    },
  ),
  story('ME-F3', begin(inMemosa), turnTo('2029-10-02'), gate),
  story('ME-F4', begin(inMemosa, { startedOn: '2026-10-27' }), turnTo('2026-11-25'), (one) =>
    act(one, 'ME-F4', 'supervised'),
  ),
  story(
    'ME-F8',
    begin(inMemosa),
    (one) => motherhood(one, false),
    (one) => motherhood(one, true),
  ),
  story('ME-F7', begin(inMemosa, { startedOn: '2026-10-27' }), turnTo('2027-03-23'), (one) =>
    extended(one, '2027-05-01', '2027-04-15'),
  ),
  story(
    'ME-F9',
    begin(inMemosa),
    (one) => see.visit(one, '2026-11-03'),
    ({ trajectoryId }) =>
      declineMeasure(world.context, coordinator, { trajectoryId, moment: 'T0', reason: 'rather_not' }),
  ),
  story(
    'ME-F11',
    begin(inMemosa),
    async (one) => {
      // As the outbox does when her agreement stops a message.
      await within(world, async (work) => {
        work.about({ trajectory: one.trajectoryId })
        const task = {
          kind: 'message',
          reasonCode: 'contact-not-now',
          trajectoryId: one.trajectoryId,
        } as const
        await createTask(work, task)
      })
    },
    async (one) => {
      const { rows } = await world.owner.query('select id from task where trajectory_id = $1', [
        one.trajectoryId,
      ])
      for (const { id } of rows)
        await finishTask(world.context, coordinator, { id, ending: 'done_otherwise' })
    },
  ),
  story(
    'MV-F1',
    async () => {
      const one = await castWoman(
        world,
        { given: 'Noor' },
        { programmeId: mvr.id, programmeVersion: mvr.version, state: 'intake' },
      )
      await agreeSafeContact(world, coordinator, one.personId)
      return one
    },
    turnTo('2026-11-18'),
    async ({ trajectoryId }) =>
      closeTrajectory(world.context, coordinator, {
        trajectoryId,
        version: await versionNow(world, trajectoryId),
        reason: 'declined',
      }),
  ),
  story('MV-F2', pregnant(), turnTo('2026-11-14'), (one) => see.visit(one, '2026-11-14')),
  story(
    'MV-F5',
    async () => {
      const one = await pregnant()()
      await cared(one, 'midwife_or_gynaecologist')
      return one
    },
    (one) => careEnded(one, 'midwife_or_gynaecologist'),
    (one) => cared(one, 'midwife_or_gynaecologist'),
  ),
  story('MV-F7', pregnant(), turnTo('2027-08-05'), async ({ trajectoryId }) =>
    movePhases(world.context, coordinator, {
      trajectoryId,
      version: await versionNow(world, trajectoryId),
      phases: ['child'],
      reason: 'goal_reached',
    }),
  ),
  story(
    'MV-F9',
    async () => {
      const one = await castWoman(
        world,
        { given: 'Noor', languages: ['nl'] },
        { programmeId: mvr.id, programmeVersion: mvr.version },
      )
      await agreeSafeContact(world, coordinator, one.personId)
      let last: string | null = null
      for (let at = 0; at < 3; at += 1) last = await matched(one, last)
      return { ...one, last }
    },
    (one) => matched(one, one.last),
    closing,
  ),
  story('EV-F1', seated(5), held, closing),
  story(
    'EV-F3',
    seated(6),
    (one) => sessionWas(one, { facilitatorIds: [one.group.facilitators[0].workerId ?? ''] }),
    held,
  ),
  story('EV-F4', seated(6), (one) => sessionWas(one, { minutes: 100 }), held),
  story(
    'EV-F5',
    seated(6, 1),
    (one) => careEnded(one, 'individual_help'),
    (one) => cared(one, 'individual_help'),
  ),
  story(
    'EV-F6',
    seated(6),
    async (one) => {
      const women = [one, ...one.others]
      const attendance = Object.fromEntries(women.map(({ placeId }) => [placeId, 'present' as const]))
      await sessionWas(one, { attendance: { ...attendance, [one.placeId]: 'absent_unnotified' } })
    },
    held,
  ),
  story(
    'EV-F7',
    seated(6, 1),
    async ({ others: [a, b, c] }) => {
      for (const one of [a, b, c]) if (one) await leaves(one)
    },
    async ({ group }) => {
      const late = await candidate(world, group, 'Laat')
      await prepare(world, group, late)
      await enrol(world, group, late)
    },
  ),
  story('EV-F8', seated(6), (one) => sessionWas(one, { theme: 'merged' }), held),
  story(
    'EV-F10',
    seated(6),
    (one) => related(one, true),
    (one) => related(one, false),
  ),
]

const withChild = async () => {
  const one = await pregnant(mvr, '2026-11-10')()
  await born(one, '2026-11-02')
  return one
}
const notHandedOver = async ({ trajectoryId }: { trajectoryId: string }) =>
  closeTrajectory(world.context, coordinator, {
    trajectoryId,
    version: await versionNow(world, trajectoryId),
    reason: 'moved',
    evaluation: { kind: 'declined', code: 'rather_not' },
    told: { handover: false },
  })
/** What a rule says of how it ended can't be put right: it stands until its owner accepts it, and is then off the list. */
const ofTheEnd = [
  { rule: 'MI-F3', of: begin(inMim), end: closing, owner: () => manager },
  { rule: 'EV-F9', of: seated(6, 1), end: closing, owner: () => coordinator },
  { rule: 'MV-F8', of: withChild, end: notHandedOver, owner: () => manager },
] as const

const outside = { code: 'field-outside-programme', detail: { rule: 'G-F6' } }
/** An intake that keeps, beside what is asked, something that is not. */
const saveOutside = async (what: { facts?: Record<string, number>; consents?: { 'C-11': 'yes' } }) => {
  const one = await castWoman(world, { given: 'Noor' }, { programmeId: inMim, state: 'intake' })
  await agreeSafeContact(world, coordinator, one.personId)
  await saveIntake(world.context, coordinator, {
    trajectoryId: one.trajectoryId,
    version: 0,
    answers: { child: {}, facts: what.facts ?? {} },
    consents: { answers: what.consents ?? {} },
  })
}
/** Rules that no way through the use cases can make hold: the door itself refuses. */
const atTheDoor: readonly { rule: string; refuses: () => Promise<unknown>; code: object }[] = [
  {
    rule: 'EV-F2',
    refuses: async () => {
      const { group } = await seated(12)()
      const late = await candidate(world, group, 'Laat')
      await prepare(world, group, late)
      await enrol(world, group, late)
    },
    code: { code: 'group-full' },
  },
  {
    rule: 'G-F4',
    refuses: async () => {
      const { trajectoryId } = await begin(inMim)()
      await closeTrajectory(world.context, coordinator, { trajectoryId, version: 1, reason: 'unheard_of' })
    },
    code: { fields: { evaluation: 'choose-one' } },
  },
  // G-F6: her story, a consent or an answer that her programme doesn't ask for.
  { rule: 'G-F6', refuses: async () => saveOutside({ facts: { shoeSize: 41 } }), code: outside },
  { rule: 'G-F6', refuses: async () => saveOutside({ consents: { 'C-11': 'yes' } }), code: outside },
  {
    rule: 'G-F6',
    refuses: async () => {
      const { trajectoryId } = await begin(inMim)()
      await changeConsent(world.context, coordinator, {
        trajectoryId,
        code: 'C-11',
        state: 'given',
        how: 'spoken',
      })
    },
    code: outside,
  },
  {
    rule: 'G-F6',
    refuses: async () => {
      const { trajectoryId } = await begin(inMim)()
      await takeMeasure(world.context, coordinator, {
        trajectoryId,
        moment: 'T0',
        takenOn: '2026-11-03',
        mode: 'together',
        answers: { 'casr_sf.income': '3' },
        agreed: true,
      })
    },
    code: outside,
  },
]

/** A birth is only ever kept by giving the child its file. */
const neverSo = ['MV-F11']

describe('a signal', () => {
  test.each(stories)(
    'of $rule arises and ends by what people do, or by the clock',
    async ({ rule, tell }) => {
      const { one, arise, end } = await tell()
      expect(await see.standing(one)).not.toContain(rule)
      await arise()
      expect(await see.standing(one)).toContain(rule)
      await end()
      expect(await see.standing(one)).not.toContain(rule)
      // Looking at it anew finds nothing that wasn't kept.
      const actor = { kind: 'system', orgId: world.orgId, job: 'test' } as const
      expect(await evaluateSignals(world.context, actor, { ids: [one.trajectoryId] })).toMatchObject({
        arose: 0,
        ended: 0,
      })
    },
    60_000,
  )

  test.each(ofTheEnd)(
    'of $rule, how it ended, stays until its owner accepts it',
    async ({ rule, of, end, owner }) => {
      const one = await of()
      const listed = async () =>
        (await listSignals(world.context, owner(), {})).signals.some(
          ({ trajectoryId, ruleId }) => trajectoryId === one.trajectoryId && ruleId === rule,
        )
      expect(await listed()).toBe(false)
      await end(one)
      expect(await listed()).toBe(true)
      await see.act(owner(), one, rule, 'accepted')
      expect(await listed()).toBe(false)
      world.turnTo('2028-11-03')
      expect(await listed()).toBe(false)
    },
    60_000,
  )

  test.each(atTheDoor)(
    'of $rule can’t arise: what it is about is refused',
    async ({ refuses, code }) => {
      await expect(refuses()).rejects.toMatchObject(code)
    },
    60_000,
  )

  test('is not needed to keep to a programme: one without that rule refuses by field', () => {
    const without = { ...mim, fidelity: [] }
    expect(() => keepToDefinition(without, ['answers.facts.shoeSize'])).toThrow(
      expect.objectContaining({ fields: { 'answers.facts.shoeSize': 'unknown-field' } }),
    )
    expect(() => keepToDefinition(without, [])).not.toThrow()
  })

  test('of a child that was not added can’t arise: a birth is kept with the child', async () => {
    const one = await withChild()
    await see.turnTo('2026-11-20')
    expect(await see.standing(one)).not.toContain('MV-F11')
  })

  test('stands after all these stories exactly where looking at everything anew finds it', async () => {
    // Later than any of them; what is due by then is looked at by the clock, and the rest must be right as it was kept.
    await see.turnTo('2030-01-01')
    const job = { organisations: async () => [world.orgId], context: () => world.context }
    expect(await turnSignals(job, { everyone: true })).toMatchObject({ arose: 0, ended: 0 })
  })

  test('is tried, here or beside its feature, for every rule of every programme that can be known at all', () => {
    const known = programmes.flatMap((definition) =>
      rulesOf(definition)
        .rules.filter(({ facts }) => facts.every((name) => hasSource(name, definition)))
        .map(({ rule }) => rule.id),
    )
    const tried = [stories, ofTheEnd, atTheDoor].flatMap((list) => list.map(({ rule }) => rule))
    const beside = readdirSync('src/usecases', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && !import.meta.filename.endsWith(file))
      .map((file) => readFileSync(`src/usecases/${file}`, 'utf8'))
    const elsewhere = (id: string) => beside.some((text) => text.includes(`'${id}'`))
    expect(
      [...new Set(known)].filter((id) => ![...tried, ...neverSo].includes(id) && !elsewhere(id)),
    ).toEqual([])
  })
})
