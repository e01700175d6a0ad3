import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { confidentialEvents } from '#domain/audit/confidential-events.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { listFileAccess } from '#usecases/audit/list-file-access.ts'
import { answerConcern } from '#usecases/concern/answer-concern.ts'
import { closeConcern } from '#usecases/concern/close-concern.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { closeMeldcode } from '#usecases/meldcode/close-meldcode.ts'
import { decideMeldcode } from '#usecases/meldcode/decide-meldcode.ts'
import { handOverMeldcode } from '#usecases/meldcode/hand-over-meldcode.ts'
import { hearFromAgency } from '#usecases/meldcode/hear-from-agency.ts'
import { listMeldcodes } from '#usecases/meldcode/list-meldcodes.ts'
import { nameInMeldcode } from '#usecases/meldcode/name-in-meldcode.ts'
import { openMeldcode } from '#usecases/meldcode/open-meldcode.ts'
import { readMeldcode } from '#usecases/meldcode/read-meldcode.ts'
import { recordMeldcodeStep } from '#usecases/meldcode/record-meldcode-step.ts'
import { reportMeldcode } from '#usecases/meldcode/report-meldcode.ts'
import { unnameInMeldcode } from '#usecases/meldcode/unname-in-meldcode.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { recordKindcheck } from '#usecases/safety/record-kindcheck.ts'
import { reviewRedFlags } from '#usecases/safety/review-red-flags.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let colleague: MemberActor
let lead: MemberActor
let woman: RunningTrajectory
beforeAll(async () => {
  world = await openWorld([mim, memosa, evtGroup])
  world.turnTo('2026-10-01')
  coordinator = await world.member(['coordinator'])
  colleague = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  woman = await runningTrajectory(world, { programmeId: memosa.id })
})
afterAll(() => world.close())

const today = '2026-11-03'
const begin = async (actor = coordinator, more: object = {}) => {
  const { meldcodeId } = await openMeldcode(world.context, actor, {
    trajectoryId: woman.trajectoryId,
    about: 'mother',
    ...more,
  })
  if (!meldcodeId) throw new Error('not begun')
  return meldcodeId
}
const read = (id: string, actor = coordinator) => readMeldcode(world.context, actor, { id })
const record = (id: string, step: object, actor = coordinator, on = today) =>
  recordMeldcodeStep(world.context, actor, { id, on, step: step as never })
const signal = { kind: 'signal', code: 'seen', words: 'Blauwe plek op de arm.' }
const decide = async (
  id: string,
  decision: 'report' | 'help',
  answer: string,
  reason: string,
  more: object = {},
) =>
  decideMeldcode(world.context, (more as { actor?: MemberActor }).actor ?? coordinator, {
    id,
    version: (await read(id, lead)).version,
    decision,
    answer,
    reason,
    on: today,
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'actor')),
  })
const report = async (id: string, on = today, actor = coordinator) =>
  reportMeldcode(world.context, actor, { id, version: (await read(id, lead)).version, on })
const hear = async (id: string, said: string, more: object = {}) =>
  hearFromAgency(world.context, coordinator, {
    id,
    version: (await read(id, lead)).version,
    said: said as 'later',
    on: today,
    ...more,
  })
const close = async (id: string, code: string, words: string | null = null) =>
  closeMeldcode(world.context, coordinator, {
    id,
    version: (await read(id, lead)).version,
    code: code as 'by_mistake',
    words,
  })
const everything = (id: string) =>
  [
    (actor: MemberActor) => read(id, actor),
    (actor: MemberActor) => record(id, signal, actor),
    (actor: MemberActor) => decide(id, 'report', 'necessary', 'acute_unsafety', { actor }),
    (actor: MemberActor) => report(id, today, actor),
    (actor: MemberActor) =>
      hearFromAgency(world.context, actor, { id, version: 1, said: 'investigates', on: today }),
    (actor: MemberActor) =>
      closeMeldcode(world.context, actor, { id, version: 1, code: 'by_mistake', words: 'x' }),
    (actor: MemberActor) =>
      handOverMeldcode(world.context, actor, { id, version: 1, memberId: colleague.memberId }),
    (actor: MemberActor) => nameInMeldcode(world.context, actor, { id, memberId: colleague.memberId }),
    (actor: MemberActor) => unnameInMeldcode(world.context, actor, { id, memberId: colleague.memberId }),
  ] as const
const professional = async () => {
  await world.owner.query(`update worker set kind = 'professional' where id = $1`, [woman.workerId])
  return woman.worker
}

describe('who sees a meldcode', () => {
  test('nobody of another role, of another organisation or who need not know; for her it does not exist', async () => {
    const id = await begin()
    for (const role of roles) {
      if (role === 'safeguarding_lead') continue
      const actor = role === 'worker' ? woman.worker : await world.member([role])
      const refusal = role === 'worker' || role === 'coordinator' ? NotFound : Forbidden
      for (const act of everything(id)) await expect(act(actor), role).rejects.toThrow(refusal)
    }
    const elsewhere = await world.member(['safeguarding_lead'], world.otherOrgId)
    for (const act of everything(id)) await expect(act(elsewhere)).rejects.toThrow(NotFound)
    await expect(begin(elsewhere)).rejects.toThrow(NotFound)
  })
  test('a volunteer begins none and finds none, also when somebody names her behind our back', async () => {
    await expect(begin(woman.worker)).rejects.toThrow(Forbidden)
    const id = await begin()
    const here = { trajectoryId: woman.trajectoryId }
    expect(await listMeldcodes(world.context, woman.worker, here)).toEqual({ mayOpen: false, lines: [] })
    await expect(
      nameInMeldcode(world.context, coordinator, { id, memberId: woman.worker.memberId }),
    ).rejects.toThrow(Invalid)
    await world.owner.query('update meldcode set handler_id = $2 where id = $1', [id, woman.worker.memberId])
    await expect(read(id, woman.worker)).rejects.toThrow(NotFound)
    expect((await listMeldcodes(world.context, woman.worker, here)).lines).toEqual([])
    // Nobody who may go on with it has it now; the safeguarding lead sees that.
    expect(await read(id, lead)).toMatchObject({ handlerGone: true })
  })
  test('the professional beside her may bear it herself', async () => {
    const worker = await professional()
    const id = await begin(worker)
    await record(id, signal, worker)
    expect(await read(id, worker)).toMatchObject({ name: 'Semira', hers: true, handlerGone: false })
    await expect(read(id)).rejects.toThrow(NotFound)
    expect((await read(id, lead)).handlerId).toBe(worker.memberId)
  })
  test('who is named reads and writes a step, decides nothing, and it is gone when she is taken off', async () => {
    const id = await begin()
    await nameInMeldcode(world.context, coordinator, { id, memberId: colleague.memberId })
    await expect(
      nameInMeldcode(world.context, coordinator, { id, memberId: colleague.memberId }),
    ).rejects.toThrow(new Refused('meldcode-named-already'))
    expect((await read(id, colleague)).abilities).toMatchObject({ record: true, decide: false, close: [] })
    await record(id, signal, colleague)
    const [, , ...others] = everything(id)
    for (const act of others) await expect(act(colleague)).rejects.toThrow(Forbidden)
    await unnameInMeldcode(world.context, coordinator, { id, memberId: colleague.memberId })
    await expect(read(id, colleague)).rejects.toThrow(NotFound)
    expect((await read(id)).entries.map(({ kind }) => kind)).toEqual(['opened', 'named', 'signal', 'unnamed'])
  })
  test('when who has it leaves, the lead hears it first; without a lead, who answers for the programme, and nothing more', async () => {
    const leaving = await world.member(['coordinator'])
    const manager = await world.member(['programme_manager'])
    const id = await begin(leaving)
    const still = async () =>
      (await readWorklist(world.context, manager, {})).lines.filter(({ source }) => source.from === 'no-lead')
    const end = (memberId: string, day: string | null) =>
      world.owner.query('update member set active_until = $2 where id = $1', [memberId, day])
    await end(leaving.memberId, '2026-11-02')
    expect((await readWorklist(world.context, lead, {})).lines.find((line) => line.id === id)).toMatchObject({
      pressure: 'urgent',
      source: { wait: 'nobody' },
    })
    expect(await still()).toEqual([])
    await end(lead.memberId, '2026-11-02')
    try {
      expect(await still()).toMatchObject([{ name: null, pressure: 'urgent' }])
    } finally {
      await end(lead.memberId, null)
    }
  })
  test('who gives it away sees it no more', async () => {
    const id = await begin()
    const give = (memberId: string) =>
      handOverMeldcode(world.context, coordinator, { id, version: 1, memberId, words: 'Ik ga met verlof.' })
    await expect(give(coordinator.memberId)).rejects.toThrow(new Refused('meldcode-hers-already'))
    await expect(give(woman.worker.memberId)).rejects.toThrow(Invalid)
    await give(colleague.memberId)
    await expect(read(id)).rejects.toThrow(NotFound)
    expect(await read(id, colleague)).toMatchObject({ hers: true })
  })
})

describe('what tells that there is one', () => {
  test('not a second beginning: it joins the one that is open, and who handles that sees that something came', async () => {
    const id = await begin(lead)
    const asked = { trajectoryId: woman.trajectoryId, about: 'mother', words: 'Ook bij mij.' } as const
    expect(await openMeldcode(world.context, colleague, asked)).toEqual({ meldcodeId: null, joined: true })
    expect((await read(id, lead)).entries.at(-1)).toMatchObject({ kind: 'joined', words: 'Ook bij mij.' })
    const { lines } = await readWorklist(world.context, lead, {})
    expect(lines.find((line) => line.id === id)).toMatchObject({
      pressure: 'urgent',
      source: { from: 'meldcode', wait: 'news' },
    })
    expect((await readWorklist(world.context, colleague, {})).lines.map((line) => line.id)).not.toContain(id)
  })
  test('not the concern or the red flags that it began with, for who need not know', async () => {
    const { concernId } = await raiseConcern(world.context, woman.worker, {
      trajectoryId: woman.trajectoryId,
      level: 'very_worried',
    })
    await answerConcern(world.context, coordinator, {
      id: concernId,
      version: 1,
      deed: 'consulted_colleague',
    })
    const { meldcodeId } = await closeConcern(world.context, coordinator, {
      id: concernId,
      version: 2,
      outcome: 'meldcode_started',
      words: 'Ik begin de stappen.',
    })
    expect((await read(meldcodeId ?? '')).entries).toMatchObject([
      { kind: 'opened', code: 'concern', concernId },
    ])
    const last = async (actor: MemberActor) =>
      (await readConcern(world.context, actor, { id: concernId })).steps.at(-1)
    expect(await last(lead)).toMatchObject({ code: 'meldcode_started', words: 'Ik begin de stappen.' })
    expect(await last(coordinator)).toMatchObject({ code: 'taken_care', words: 'Ik begin de stappen.' })
    expect(await last(colleague)).toMatchObject({ code: 'taken_care', words: null })
    expect(await last(woman.worker)).toMatchObject({ code: null, words: null })
    await checkRedFlags(world.context, woman.worker, {
      trajectoryId: woman.trajectoryId,
      on: today,
      flags: ['rf01'],
    })
    const file = async (actor: MemberActor) =>
      (await readSafety(world.context, actor, { trajectoryId: woman.trajectoryId })).file
    expect(
      await reviewRedFlags(world.context, lead, {
        trajectoryId: woman.trajectoryId,
        review: { outcome: 'acted', code: 'meldcode_started' },
        flagIds: (await file(lead))?.openFlags.map((flag) => flag.id) ?? [],
        words: 'Erbij gezet.',
      }),
    ).toMatchObject({ left: 0, meldcodeId })
    expect((await file(lead))?.reviews).toMatchObject([{ code: 'meldcode_started', words: 'Erbij gezet.' }])
    expect((await file(colleague))?.reviews).toMatchObject([{ code: 'taken_care', words: null }])
  })
  test('not the log of her file, except for the safeguarding lead', async () => {
    await read(await begin(), lead)
    const events = async (actor: MemberActor) =>
      (await listFileAccess(world.context, actor, { trajectoryId: woman.trajectoryId })).lines.map(
        ({ event }) => event,
      )
    expect(await events(lead)).toEqual(expect.arrayContaining(['open-meldcode', 'read-meldcode']))
    const hidden: readonly string[] = confidentialEvents
    expect((await events(colleague)).filter((event) => hidden.includes(event))).toEqual([])
  })
  test('and every use case about it is one of those', () => {
    const used = [
      openMeldcode,
      recordMeldcodeStep,
      decideMeldcode,
      reportMeldcode,
      hearFromAgency,
      closeMeldcode,
      handOverMeldcode,
      nameInMeldcode,
      unnameInMeldcode,
      readMeldcode,
      listMeldcodes,
    ].map(({ useCase }) => useCase.name)
    expect([...confidentialEvents].sort()).toEqual(used.sort())
  })
})

describe('in whose file', () => {
  test('the child has its own, under its own key; hers is opened by neither', async () => {
    const hers = await begin()
    const its = await begin(coordinator, { about: 'child', words: 'Kind schrikt van harde geluiden.' })
    expect(its).not.toBe(hers)
    expect(await read(its)).toMatchObject({ about: 'child', name: 'Kind Achternaam' })
    const { rows } = await world.owner.query(
      'select person_id from meldcode where id = any($1) order by about',
      [[hers, its]],
    )
    expect(rows.map((row) => row.person_id)).toEqual([woman.childId, woman.motherId])
    // Her key is gone: what stands in the child's file is still to be read, and nothing of hers.
    await record(hers, signal)
    await world.owner.query(
      'update keys.data_key set wrapped = null, destroyed_at = now() where owner_id = $1',
      [woman.motherId],
    )
    expect((await read(its)).entries[0]?.words).toBe('Kind schrikt van harde geluiden.')
    expect((await read(hers)).entries.at(-1)?.words ?? null).toBeNull()
  })
  test('none of a child that is not known, or while nothing about a child is asked', async () => {
    await world.owner.query('update trajectory set child_id = null where id = $1', [woman.trajectoryId])
    await expect(begin(coordinator, { about: 'child' })).rejects.toThrow(
      new Invalid({ about: 'no-child-known' }),
    )
    await world.owner.query(`update trajectory set child_id = $2, quiet_since = '2026-11-02' where id = $1`, [
      woman.trajectoryId,
      woman.childId,
    ])
    await expect(begin(coordinator, { about: 'child' })).rejects.toThrow(Invalid)
  })
  test('every word is sealed', async () => {
    const id = await begin(coordinator, { words: 'Begonnen na het bezoek.' })
    await record(id, signal)
    const { rows } = await world.owner.query(
      `select coalesce(string_agg(row_to_json(e)::text, ' '), '') as text from meldcode_entry e where meldcode_id = $1`,
      [id],
    )
    expect(rows[0].text).not.toMatch(/bezoek|Blauwe/)
  })
})

describe('the steps', () => {
  test('may be taken in any order, on a day that was, each with who did it', async () => {
    const id = await begin()
    await record(id, { kind: 'weighed', answers: { suspicion: 'yes', acute_or_structural_unsafety: 'yes' } })
    await record(
      id,
      { kind: 'consulted', code: 'agency_without_names', words: 'Meld dit.' },
      lead,
      '2026-11-02',
    )
    await expect(record(id, signal, coordinator, '2026-11-04')).rejects.toThrow(
      new Invalid({ on: 'day-to-come' }),
    )
    await expect(record(id, { kind: 'weighed', answers: {} })).rejects.toThrow(Invalid)
    await expect(record(id, { kind: 'signal', code: 'guessed', words: 'x' })).rejects.toThrow(Invalid)
    const page = await read(id)
    expect(page.steps).toEqual(['consult', 'weigh'])
    expect(page.leadsTo).toBe('report')
    expect(page.entries.map(({ by }) => by)).toEqual([
      'Lid coordinator',
      'Lid coordinator',
      'Lid safeguarding_lead',
    ])
  })
  test('that somebody was not spoken to or told has a reason, and only then', async () => {
    const id = await begin()
    for (const [kind, silent, said] of [
      ['talked', 'nobody', 'mother'],
      ['told', 'not_told', 'told_agreed'],
    ]) {
      await expect(record(id, { kind, code: silent })).rejects.toThrow(new Invalid({ reason: 'required' }))
      await expect(record(id, { kind, code: said, reason: 'unsafe_for_her' })).rejects.toThrow(Invalid)
      await record(id, { kind, code: silent, reason: 'unsafe_for_her' })
      await record(id, { kind, code: said, words: 'Zij weet het.' })
    }
    expect((await read(id)).known.told).toBe(true)
  })
  test('tell of a kindcheck that was done, and take it off the list', async () => {
    const id = await begin()
    const kindcheck = { kind: 'signal', code: 'kindcheck', words: 'Het kind slaapt slecht.' }
    await expect(record(id, kindcheck)).rejects.toThrow(new Refused('meldcode-kindcheck-first'))
    await recordKindcheck(world.context, coordinator, {
      trajectoryId: woman.trajectoryId,
      outcome: 'concern',
    })
    await record(id, kindcheck)
    expect((await read(id)).kindchecks).toMatchObject([{ outcome: 'concern' }])
    const asked = async () =>
      (await readWorklist(world.context, lead, {})).lines.filter(
        ({ source, name }) =>
          source.from === 'task' && source.reason === 'kindcheck-concern' && name === 'Semira Achternaam',
      ).length
    const before = await asked()
    await begin(coordinator, { about: 'child', fromKindcheck: true })
    expect(await asked()).toBe(before - 1)
  })
})

describe('the two decisions', () => {
  test('are taken apart, each with a reason of its own, on a day that was', async () => {
    const id = await begin()
    await expect(decide(id, 'report', 'necessary', 'we_help')).rejects.toThrow(Invalid)
    await expect(decide(id, 'help', 'necessary', 'acute_unsafety')).rejects.toThrow(Invalid)
    await expect(decide(id, 'report', 'necessary', 'acute_unsafety', { on: '2026-11-04' })).rejects.toThrow(
      Invalid,
    )
    await decide(id, 'report', 'not_necessary', 'help_is_enough')
    expect((await read(id)).steps).toEqual([])
    await decide(id, 'help', 'possible', 'we_help')
    const page = await read(id)
    expect(page.steps).toEqual(['decide'])
    expect(page.known).toMatchObject({ report: 'not_necessary', help: 'possible' })
    // By what was on the screen: somebody else decided meanwhile.
    await expect(
      decideMeldcode(world.context, coordinator, {
        id,
        version: 1,
        decision: 'help',
        answer: 'possible',
        reason: 'we_help',
        on: today,
      }),
    ).rejects.toThrow(new Refused('changed-meanwhile'))
  })
  test('not to report against the weighing says why', async () => {
    const id = await begin()
    await record(id, { kind: 'weighed', answers: { suspicion: 'yes', acute_or_structural_unsafety: 'yes' } })
    await expect(decide(id, 'report', 'not_necessary', 'help_is_enough')).rejects.toThrow(
      new Refused('meldcode-say-why-not'),
    )
    await decide(id, 'report', 'not_necessary', 'help_is_enough', { words: 'Zij is nu in de opvang.' })
  })
})

describe('reporting', () => {
  const decided = async () => {
    const id = await begin()
    await decide(id, 'report', 'necessary', 'acute_unsafety')
    return id
  }
  const line = async (id: string, actor = coordinator) =>
    (await readWorklist(world.context, actor, {})).lines.find((one) => one.id === id)
  test('follows the decision, is not of tomorrow, and is heard of before it is closed', async () => {
    const undecided = await begin()
    await expect(report(undecided)).rejects.toThrow(new Refused('meldcode-decide-report-first'))
    await decide(undecided, 'report', 'necessary', 'acute_unsafety')
    expect(await line(undecided)).toMatchObject({ pressure: 'urgent', source: { wait: 'step' } })
    await expect(report(undecided, '2026-11-04')).rejects.toThrow(new Invalid({ on: 'day-to-come' }))
    await expect(close(undecided, 'ended_otherwise', 'x')).rejects.toThrow(
      new Refused('meldcode-report-first'),
    )
    await expect(hear(undecided, 'investigates')).rejects.toThrow(new Refused('not-from-this-state'))
    await report(undecided)
    await expect(report(undecided)).rejects.toThrow(new Refused('not-from-this-state'))
    await expect(close(undecided, 'agency_follows')).rejects.toThrow(new Refused('not-from-this-state'))
  })
  test('puts the term on the list: quiet until five working days are over, then it is time to call', async () => {
    const id = await decided()
    await report(id)
    expect(await line(id)).toMatchObject({ pressure: 'waiting', source: { wait: 'answer' } })
    world.turnTo('2026-11-10')
    expect(await line(id)).toMatchObject({ pressure: 'waiting' })
    world.turnTo('2026-11-11')
    expect(await line(id)).toMatchObject({ pressure: 'urgent', source: { wait: 'call' } })
    expect(await line(id, lead)).toMatchObject({ source: { wait: 'call' } })
    expect(await line(id, colleague)).toBeUndefined()
    // They need more time: quiet until the day they named, and the term stays to be seen.
    await expect(hear(id, 'later', { on: '2026-11-11' })).rejects.toThrow(new Invalid({ until: 'required' }))
    for (const until of ['2026-11-11', '2027-11-11'])
      await expect(hear(id, 'later', { on: '2026-11-11', until })).rejects.toThrow(Invalid)
    await expect(hear(id, 'investigates', { on: '2026-11-02' })).rejects.toThrow(
      new Invalid({ on: 'before-report' }),
    )
    await hear(id, 'later', { on: '2026-11-11', until: '2026-11-20' })
    expect(await line(id)).toMatchObject({ pressure: 'waiting', by: Temporal.PlainDate.from('2026-11-20') })
    expect((await read(id)).clock).toMatchObject({
      paused: true,
      termOn: Temporal.PlainDate.from('2026-11-10'),
    })
    await hear(id, 'investigates', { on: '2026-11-11' })
    expect((await read(id)).clock).toMatchObject({
      waitsFor: 'investigation',
      termOn: Temporal.PlainDate.from('2027-01-12'),
    })
    await hear(id, 'investigation_done', { on: '2026-11-11' })
    expect((await read(id)).clock).toBeNull()
  })
  test('may be needed again: the terms count anew, and what was heard before counts no more', async () => {
    const id = await decided()
    await report(id)
    await hear(id, 'no_further_action')
    await decide(id, 'report', 'necessary', 'help_does_not_end_it')
    await decide(id, 'help', 'not_possible', 'without_effect')
    await record(id, { kind: 'told', code: 'not_told', reason: 'unsafe_for_her' })
    await expect(close(id, 'agency_follows')).rejects.toThrow(new Refused('meldcode-report-first'))
    await report(id)
    expect((await read(id)).clock).toMatchObject({ waitsFor: 'assessment', paused: false })
    await hear(id, 'hands_over')
    await close(id, 'agency_follows')
  })
})

describe('closing', () => {
  test('asks what is missing, and what comes after begins a new one', async () => {
    const id = await begin()
    await expect(close(id, 'safe_agreed', 'x')).rejects.toThrow(new Refused('meldcode-decide-first'))
    await expect(close(id, 'by_mistake')).rejects.toThrow(new Refused('meldcode-say-why'))
    await expect(close(id, 'no_suspicion')).rejects.toThrow(new Refused('meldcode-weigh-first'))
    await decide(id, 'report', 'not_necessary', 'help_is_enough')
    await decide(id, 'help', 'possible', 'we_help')
    await expect(close(id, 'by_mistake', 'x')).rejects.toThrow(new Refused('meldcode-decided-already'))
    await expect(close(id, 'safe_agreed', 'x')).rejects.toThrow(new Refused('meldcode-tell-first'))
    await record(id, { kind: 'told', code: 'told_agreed' })
    await close(id, 'safe_agreed', 'Iedere week bellen.')
    expect(await read(id)).toMatchObject({ state: 'closed', closingCode: 'safe_agreed', clock: null })
    await expect(record(id, signal)).rejects.toThrow(new Refused('not-from-this-state'))
    await expect(decide(id, 'help', 'possible', 'we_help')).rejects.toThrow(Refused)
    expect(await begin()).not.toBe(id)
    const { lines } = await listMeldcodes(world.context, coordinator, { trajectoryId: woman.trajectoryId })
    expect(lines.map(({ state }) => state)).toEqual(['open', 'closed'])
  })
  test('sent twice by one form is done once', async () => {
    const id = await begin()
    await record(id, { kind: 'weighed', answers: { suspicion: 'no' } })
    const key = world.context.newId()
    const input = { id, version: 1, code: 'no_suspicion' } as const
    const first = await closeMeldcode(world.context, coordinator, input, { key })
    expect(await closeMeldcode(world.context, coordinator, input, { key })).toEqual(first)
    expect((await read(id)).entries.filter(({ kind }) => kind === 'closed')).toHaveLength(1)
  })
})
