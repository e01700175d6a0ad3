import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { bounds } from '#domain/matching-meeting/bounds.ts'
import type { meetingChangeInput } from '#domain/matching-meeting/meeting-change.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { versionOf } from '#testing/one-of-each.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { SolverFailed } from '#usecases/match/match-solver.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { askWhatIf } from '#usecases/matching-meeting/ask-what-if.ts'
import { changeMatchingMeeting } from '#usecases/matching-meeting/change-matching-meeting.ts'
import { dropMatchingMeeting } from '#usecases/matching-meeting/drop-matching-meeting.ts'
import { listMatchingMeetings } from '#usecases/matching-meeting/list-matching-meetings.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'
import { rankForWoman } from '#usecases/matching-meeting/rank-for-woman.ts'
import { readMatchingMeeting } from '#usecases/matching-meeting/read-matching-meeting.ts'
import { replanMatchingMeeting } from '#usecases/matching-meeting/replan-matching-meeting.ts'
import { undoMeetingChange } from '#usecases/matching-meeting/undo-meeting-change.ts'
import { writeMeetingNote } from '#usecases/matching-meeting/write-meeting-note.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

type MeetingChangeInput = z.input<typeof meetingChangeInput>
let world: World
let coordinator: MemberActor
beforeEach(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterEach(() => world.close())

const change = (id: string, version: number, made: MeetingChangeInput, actor = coordinator) =>
  changeMatchingMeeting(world.context, actor, { id, version, change: made })
const refused = (code: string) => ({ code })
const her = (given: string, more: object = {}, how: object = {}) =>
  castWoman(world, { given, languages: ['nl'], ...more }, how).then((one) => one.trajectoryId)
const open = async (actor = coordinator) => (await openMatchingMeeting(world.context, actor, {})).meetingId
const read = async (id: string): Promise<OpenMeeting> => {
  const view = await readMatchingMeeting(world.context, coordinator, { id })
  if (view.state !== 'open') throw new Error('not open')
  return view
}

describe('a meeting', () => {
  test('is held by coordinators, of this organisation', async () => {
    const id = await open()
    const worker = await world.memberForWorker(await castWorker(world, { given: 'Petra' }))
    await expect(open(worker)).rejects.toThrow(Forbidden)
    await expect(readMatchingMeeting(world.context, worker, { id })).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(readMatchingMeeting(world.context, stranger, { id })).rejects.toThrow(NotFound)
  })
  test('is one at a time, also when two coordinators open it at once', async () => {
    const all = await Promise.allSettled([open(), open(await world.member(['coordinator']))])
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('meeting-open-already'))
  })
  test('with nobody waiting and nobody to ask is empty and proved', async () => {
    const view = await read(await open())
    expect(view).toMatchObject({
      women: [],
      workers: [],
      totals: { waiting: 0, matched: 0, score: 0, proved: true },
      lastChange: null,
      sinceThen: null,
      outside: { underWay: 0, forGroup: 0, beyond: 0 },
    })
  })
  test('with nobody to ask says so of everybody', async () => {
    await her('Alleen')
    const view = await read(await open())
    expect(view.women).toMatchObject([
      { name: 'Alleen', proposed: null, unmatched: { kind: 'nobody-possible', blocks: [] } },
    ])
  })
  test('gives the most urgent somebody first, and says why others wait', async () => {
    const late = await her('Lang', {}, { waitingSince: '2026-08-01' })
    const [first, second] = [await her('Eerste'), await her('Tweede')]
    await castWorker(world, { given: 'Wilma' }, { capacity: 1 })
    await castWorker(world, { name: { given: 'Ewa' }, languages: ['pl'] })
    const view = await read(await open())
    expect(view.women.map(({ name, urgency }) => [name, urgency])).toEqual([
      ['Lang', 'long_waiting'],
      ['Eerste', 'normal'],
      ['Tweede', 'normal'],
    ])
    expect(view.women[0]).toMatchObject({ trajectoryId: late, proposed: { worker: { name: 'Wilma' } } })
    for (const woman of view.women.slice(1))
      expect(woman).toMatchObject({
        proposed: null,
        unmatched: {
          kind: 'others-need-more',
          workers: [{ worker: { name: 'Wilma' }, women: [{ trajectoryId: late }] }],
        },
      })
    expect(view.totals).toMatchObject({ waiting: 3, matched: 1, proved: true })
    expect(view.workers).toMatchObject([
      { name: 'Wilma', places: 1, ownPlaces: 1, used: 1, left: 0, women: [{ name: 'Lang' }] },
    ])
    const [{ oneMore } = { oneMore: null }] = view.workers
    expect(oneMore?.moves).toHaveLength(1)
    expect([first, second]).toContain(oneMore?.moves[0]?.woman.trajectoryId)
    expect(oneMore?.cost.matched).toContainEqual({ urgency: 'normal', more: 1 })
  })
  test('leaves out who is asked for already, and who waits for a group', async () => {
    await her('Vrij')
    await her('Gesloten', {}, { state: 'intake' })
    const view = await read(await open())
    expect(view.women.map(({ name }) => name)).toEqual(['Vrij'])
  })
})

describe('what people decide', () => {
  const reason = 'mother_asked' as const
  const gone = '01930000-0000-7000-8000-00000000dead'

  test('a pin holds against the score, says who moves, and is taken back whole', async () => {
    const near = { address: { postcode: '3011 AB' } }
    const [first, second] = [await her('Anna', near), await her('Bea', near)]
    const best = await castWorker(
      world,
      { name: { given: 'Wil' }, languages: ['nl'], ...near },
      { capacity: 1 },
    )
    const next = await castWorker(world, { given: 'Zus' }, { capacity: 1 })
    const id = await open()
    const before = await read(id)
    const hasBest =
      before.women.find(({ proposed }) => proposed?.worker.workerId === best)?.trajectoryId ?? ''
    const other = hasBest === first ? second : first
    const pin = { kind: 'pin', trajectoryId: other, workerId: best, reason } as const
    const asked = await askWhatIf(world.context, coordinator, { id, change: pin })
    expect(asked).toMatchObject({ possible: true, cost: { score: 0 } })
    expect((await read(id)).version).toBe(1)
    const { changeId, delta } = await change(id, 1, pin)
    expect(delta.moves).toHaveLength(2)
    expect(delta.moves).toContainEqual([other, next, best])
    const after = await read(id)
    expect(after.women.find(({ trajectoryId }) => trajectoryId === other)?.proposed).toMatchObject({
      worker: { workerId: best },
      pinnedBy: changeId,
    })
    expect(after.lastChange?.moves).toHaveLength(2)
    expect(after.changes).toMatchObject([{ changeId, kind: 'pin', reason, undone: null }])
    const back = await undoMeetingChange(world.context, coordinator, { id, version: 2, changeId })
    expect(back.version).toBe(3)
    const undone = await read(id)
    expect(undone.changes).toMatchObject([{ changeId, undone: { by: 'Lid coordinator' } }])
    await expect(
      undoMeetingChange(world.context, coordinator, { id, version: 3, changeId }),
    ).rejects.toMatchObject(refused('meeting-undone-already'))
  })
  test('never against a hard rule, nor of somebody who isn’t there', async () => {
    const trajectoryId = await her('Anna')
    const pole = await castWorker(world, { name: { given: 'Ewa' }, languages: ['pl'] })
    const workerId = await castWorker(world, { given: 'Wil' }, { capacity: 1 })
    const id = await open()
    const pin = { kind: 'pin', trajectoryId, workerId: pole, reason } as const
    await expect(change(id, 1, pin)).rejects.toMatchObject(refused('match-shared-language'))
    expect(await askWhatIf(world.context, coordinator, { id, change: pin })).toEqual({
      possible: false,
      refusal: 'match-shared-language',
      gate: null,
    })
    for (const unknown of [
      { kind: 'pin', trajectoryId: gone, workerId, reason },
      { kind: 'pin', trajectoryId, workerId: gone, reason },
      { kind: 'forbid', trajectoryId, workerId: gone, reason },
      { kind: 'capacity', workerId: gone, places: 1, reason: 'other' },
      { kind: 'leave-out', trajectoryId: gone, reason: 'other' },
    ] as const)
      await expect(change(id, 1, unknown)).rejects.toMatchObject(refused('meeting-not-in-it'))
    const expired = await castWorker(world, { given: 'Verlopen' }, { seenOn: '2023-11-03' })
    world.turnTo('2026-11-04')
    await expect(change(id, 1, { ...pin, workerId: expired })).rejects.toMatchObject({
      code: 'match-gate-expired',
      detail: { gate: 'vog' },
    })
  })
  test('two pins never share one place, and a second pin of one woman takes the place of the first', async () => {
    const [first, second] = [await her('Anna'), await her('Bea')]
    const [one, other] = [
      await castWorker(world, { given: 'Wil' }, { capacity: 1 }),
      await castWorker(world, { given: 'Zus' }, { capacity: 1 }),
    ]
    const id = await open()
    await change(id, 1, { kind: 'pin', trajectoryId: first, workerId: one, reason })
    const same = { kind: 'pin', trajectoryId: first, workerId: one, reason } as const
    await expect(change(id, 2, same)).rejects.toMatchObject(refused('meeting-stands-already'))
    await expect(
      change(id, 2, { kind: 'pin', trajectoryId: second, workerId: one, reason }),
    ).rejects.toMatchObject(refused('meeting-no-place-left'))
    await expect(
      change(id, 2, { kind: 'capacity', workerId: one, places: 0, reason: 'overload' }),
    ).rejects.toMatchObject(refused('meeting-no-place-left'))
    await expect(
      change(id, 2, { kind: 'forbid', trajectoryId: first, workerId: one, reason }),
    ).rejects.toMatchObject(refused('meeting-pair-pinned'))
    await change(id, 2, { kind: 'pin', trajectoryId: first, workerId: other, reason })
    const { changes, women } = await read(id)
    expect(changes.map(({ undone }) => undone === null)).toEqual([true, false])
    expect(women.map(({ proposed }) => proposed?.worker.name).sort()).toEqual(['Wil', 'Zus'])
  })
  test('a forbidden pair isn’t in the plan, and who then has nobody hears why', async () => {
    const trajectoryId = await her('Anna')
    const workerId = await castWorker(world, { given: 'Wil' })
    const id = await open()
    const { delta } = await change(id, 1, { kind: 'forbid', trajectoryId, workerId, reason })
    expect(delta).toMatchObject({ moves: [[trajectoryId, workerId, null]], matched: [0, 0, -1] })
    const [woman] = (await read(id)).women
    expect(woman?.unmatched).toEqual({
      kind: 'nobody-possible',
      blocks: [{ code: 'forbidden-by-hand', workers: 1 }],
    })
    await expect(change(id, 2, { kind: 'pin', trajectoryId, workerId, reason })).rejects.toMatchObject(
      refused('meeting-pair-forbidden'),
    )
  })
  test('places go down to what runs and up to what her programmes allow, for this meeting only', async () => {
    const workerId = await castWorker(world, { given: 'Wil' }, { capacity: 2 })
    await proposeMatch(world.context, coordinator, { trajectoryId: await her('Loopt'), workerId })
    const [first, second] = [await her('Anna'), await her('Bea')]
    const id = await open()
    const places = (number: number) =>
      ({ kind: 'capacity', workerId, places: number, reason: 'she_said' }) as const
    expect((await read(id)).outside.underWay).toBe(1)
    await expect(change(id, 1, places(0))).rejects.toMatchObject(refused('meeting-below-running'))
    await expect(change(id, 1, places(99))).rejects.toMatchObject(refused('meeting-over-most'))
    const less = await change(id, 1, places(1))
    expect(less.delta.moves).toHaveLength(1)
    const [fuller] = (await read(id)).workers
    expect(fuller).toMatchObject({ taken: 1, places: 1, ownPlaces: 2, used: 0, left: 0 })
    const [woman] = (await read(id)).women
    expect(woman?.unmatched).toEqual({ kind: 'nobody-possible', blocks: [{ code: 'full', workers: 1 }] })
    expect(
      (await rankForWoman(world.context, coordinator, { id, trajectoryId: first })).others,
    ).toMatchObject([{ worker: { workerId }, because: 'full', mend: 'worker' }])
    const more = await change(id, 2, places(3))
    expect(more.delta.moves.map(([trajectoryId]) => trajectoryId).sort()).toEqual([first, second].sort())
    const { rows } = await world.owner.query('select capacity from worker where id = $1', [workerId])
    expect(rows).toEqual([{ capacity: 2 }])
    const [worker] = (await read(id)).workers
    expect(worker).toMatchObject({ places: 3, ownPlaces: 2, used: 2, left: 0 })
    expect(worker?.mostPlaces).toBeGreaterThanOrEqual(3)
  })
  test('a weight counts for this meeting, beside the others in proportion; the definition stays', async () => {
    await her('Anna')
    await castWorker(world, { given: 'Wil' })
    const id = await open()
    const [programme] = (await read(id)).programmes
    const [criterion] = programme?.weights ?? []
    if (!programme || !criterion) throw new Error('a programme with weights')
    const weigh = { kind: 'weight', programmeId: programme.programmeId, version: programme.version } as const
    await change(id, 1, { ...weigh, criterion: criterion.criterion, percent: 80 })
    const [now] = (await read(id)).programmes
    expect(now?.weights[0]).toMatchObject({ weight: criterion.weight, now: 0.8 })
    expect(now?.weights.reduce((sum, one) => sum + one.now, 0)).toBeCloseTo(1)
    await expect(
      change(id, 2, { ...weigh, version: '99.0.0', criterion: criterion.criterion, percent: 10 }),
    ).rejects.toMatchObject(refused('meeting-no-criterion'))
    let version = 2
    for (const one of programme.weights.slice(1))
      version = (await change(id, version, { ...weigh, criterion: one.criterion, percent: 0 })).version
    await expect(
      change(id, version, { ...weigh, criterion: criterion.criterion, percent: 0 }),
    ).rejects.toMatchObject(refused('meeting-no-weight'))
  })
  test('who is left out waits on, and can’t be pinned meanwhile', async () => {
    const [trajectoryId, other] = [await her('Anna'), await her('Bea')]
    const workerId = await castWorker(world, { given: 'Wil' }, { capacity: 1 })
    const id = await open()
    const planned = (await read(id)).women.find(({ proposed }) => proposed)?.trajectoryId ?? ''
    const { changeId } = await change(id, 1, {
      kind: 'leave-out',
      trajectoryId: planned,
      reason: 'not_reached',
    })
    const { women } = await read(id)
    expect(women.find((one) => one.trajectoryId === planned)?.unmatched).toEqual({
      kind: 'left-out',
      changeId,
    })
    expect(women.find((one) => one.trajectoryId !== planned)?.proposed?.worker.workerId).toBe(workerId)
    expect([trajectoryId, other]).toContain(planned)
    for (const again of [
      { kind: 'pin', trajectoryId: planned, workerId, reason },
      { kind: 'forbid', trajectoryId: planned, workerId, reason },
    ] as const)
      await expect(change(id, 2, again)).rejects.toMatchObject(refused('meeting-left-out'))
    const ranking = await rankForWoman(world.context, coordinator, { id, trajectoryId: planned })
    expect(ranking).toMatchObject({ choices: [], others: [{ because: 'left-out' }] })
  })
  test('two who decide at once don’t overwrite each other', async () => {
    const [first, second] = [await her('Anna'), await her('Bea')]
    const id = await open()
    const out = (trajectoryId: string) => change(id, 1, { kind: 'leave-out', trajectoryId, reason: 'other' })
    const all = await Promise.allSettled([out(first), out(second)])
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('changed-meanwhile'))
  })
  test('when no plan comes out nothing is lost', async () => {
    const trajectoryId = await her('Anna')
    const id = await open()
    const late = {
      ...world.context,
      matchSolver: { ask: () => Promise.reject(new SolverFailed('late', 'no answer in time')) },
    }
    const out = { kind: 'leave-out', trajectoryId, reason: 'other' } as const
    await expect(
      changeMatchingMeeting(late, coordinator, { id, version: 1, change: out }),
    ).rejects.toMatchObject(refused('meeting-no-answer'))
    await expect(readMatchingMeeting(late, coordinator, { id })).rejects.toMatchObject(
      refused('meeting-no-answer'),
    )
    expect(await read(id)).toMatchObject({ version: 1, changes: [] })
  })
})

describe('one woman', () => {
  test('sees everybody ranked with the price for the whole, and why not every other name', async () => {
    const near = { address: { postcode: '3011 AB' } }
    const [anna, bea] = [await her('Anna', near), await her('Bea', {}, { waitingSince: '2026-08-01' })]
    const only = await castWorker(
      world,
      { name: { given: 'Wil' }, languages: ['nl'], ...near },
      { capacity: 1 },
    )
    await castWorker(world, { name: { given: 'Ewa' }, languages: ['pl'] })
    await castWorker(world, { given: 'Verlopen' }, { seenOn: '2023-11-03' })
    world.turnTo('2026-11-04')
    await castWorker(world, { given: 'Later' }, { ready: false })
    const id = await open()
    const ranking = await rankForWoman(world.context, coordinator, { id, trajectoryId: anna })
    expect(ranking.woman).toMatchObject({ name: 'Anna', proposed: null })
    expect(ranking.choices).toMatchObject([
      { worker: { workerId: only }, now: false, equal: false, delta: { moves: [{}, {}] } },
    ])
    const [choice] = ranking.choices
    expect(choice?.delta.moves.map(({ woman }) => woman.trajectoryId).sort()).toEqual([anna, bea].sort())
    expect(choice?.delta.cost.matched).toEqual([
      { urgency: 'time_running', more: 0 },
      { urgency: 'long_waiting', more: -1 },
      { urgency: 'normal', more: 1 },
    ])
    expect(ranking.others.map(({ worker, because }) => [worker.name, because])).toEqual([
      ['Ewa', 'shared_language'],
      ['Verlopen', 'gate-expired'],
    ])
    expect(ranking.others[1]).toMatchObject({ gate: { kind: 'vog' }, mend: 'worker' })
    await expect(rankForWoman(world.context, coordinator, { id, trajectoryId: only })).rejects.toThrow(
      NotFound,
    )
  })
})

describe('the world goes on', () => {
  test('who withdrew is out of the plan, and replanning keeps that', async () => {
    const trajectoryId = await her('Anna')
    const [first, second] = [
      await castWorker(world, { given: 'Wil' }),
      await castWorker(world, { given: 'Zus' }),
    ]
    const id = await open()
    const planned = (await read(id)).women[0]?.proposed?.worker.workerId ?? ''
    await stepWorkerOn(world.context, coordinator, {
      id: planned,
      version: await versionOf(world, 'worker', planned),
      step: 'announce-leaving',
      reason: 'moved',
    })
    const other = planned === first ? second : first
    const now = await read(id)
    expect(now.sinceThen?.moves).toMatchObject([
      { woman: { trajectoryId }, from: { workerId: planned }, to: { workerId: other } },
    ])
    const replan = { id, version: 1 }
    await replanMatchingMeeting(world.context, coordinator, replan)
    expect(await read(id)).toMatchObject({ version: 2, sinceThen: null })
    await expect(replanMatchingMeeting(world.context, coordinator, replan)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    )
  })
  test('a pin that a rule forbids since is set aside, and stands in the list', async () => {
    const trajectoryId = await her('Anna')
    const workerId = await castWorker(world, { given: 'Wil' }, { seenOn: '2023-11-03' })
    const id = await open()
    await change(id, 1, { kind: 'pin', trajectoryId, workerId, reason: 'other' })
    world.turnTo('2026-11-04')
    const view = await read(id)
    expect(view.women[0]).toMatchObject({
      proposed: null,
      unmatched: { kind: 'nobody-possible', blocks: [{ code: 'gate-expired', workers: 1 }] },
    })
    expect(view.changes).toHaveLength(1)
  })
  test('a postcode that doesn’t exist is no place on the map, and nobody is nearer or further by it', async () => {
    await her('Anna', { address: { postcode: '9999 ZZ' } })
    await castWorker(world, { given: 'Wil' })
    const view = await read(await open())
    expect(view.women[0]).toMatchObject({ spot: null, proposed: { worker: { name: 'Wil' } } })
    expect(view.women[0]?.proposed?.criteria.find(({ criterion }) => criterion === 'distance')?.code).toBe(
      'unknown',
    )
  })
})

describe('notes and the end', () => {
  test('notes are kept side by side, and one about a woman goes with her file', async () => {
    const { trajectoryId, personId } = await castWoman(world, { given: 'Anna' })
    const id = await open()
    const write = (text: string, about: string | null = null) =>
      writeMeetingNote(world.context, coordinator, { id, text, trajectoryId: about })
    await Promise.all([write('Volgende week vroeger'), write('Zij belt zelf', trajectoryId)])
    expect((await read(id)).notes.map(({ text }) => text).sort()).toEqual([
      'Volgende week vroeger',
      'Zij belt zelf',
    ])
    await within(world, ({ vault }) => vault.destroy(personId))
    const { notes } = await read(id)
    expect(notes.map(({ text }) => text)).toContain('Volgende week vroeger')
    expect(notes.find(({ about }) => about)?.text).toBeNull()
  })
  test('a meeting that is dropped leaves nothing behind but what was decided and written', async () => {
    await her('Anna')
    await castWorker(world, { given: 'Wil' })
    const id = await open()
    await dropMatchingMeeting(world.context, coordinator, { id, version: 1 })
    expect(await readMatchingMeeting(world.context, coordinator, { id })).toMatchObject({
      state: 'dropped',
      endedBy: 'Lid coordinator',
      pairs: [],
    })
    for (const late of [
      () => dropMatchingMeeting(world.context, coordinator, { id, version: 2 }),
      () => replanMatchingMeeting(world.context, coordinator, { id, version: 2 }),
      () => writeMeetingNote(world.context, coordinator, { id, text: 'Te laat' }),
    ])
      await expect(late()).rejects.toMatchObject(refused('meeting-not-open'))
    const { rows } = await world.owner.query('select count(*)::int from match')
    expect(rows).toEqual([{ count: 0 }])
    const list = await listMatchingMeetings(world.context, coordinator, {})
    expect(list).toMatchObject({
      open: null,
      ended: [{ meetingId: id, state: 'dropped', pairs: 0 }],
      waiting: 1,
    })
    const next = await open()
    expect((await listMatchingMeetings(world.context, coordinator, {})).open?.meetingId).toBe(next)
  })
})

describe('very many', () => {
  /** Rows of erased people, as many as it takes: a meeting needs no names to plan. */
  async function crowd(women: number, workers: number): Promise<void> {
    const { owner, orgId } = world
    await owner.query(
      `with made as (
         insert into person (org_id, id, kind, name_sealed, languages, created_at)
         select $1, gen_random_uuid(), case when n > $2 then 'worker' else 'mother' end, '\\x00', '{nl}', now()
         from generate_series(1, $2::int + $3::int) n returning id, kind
       ), shut as (
         insert into keys.data_key (org_id, owner_id, wrapped) select $1, id, null from made
       ), asked as (
         insert into referral (org_id, id, person_id, channel, state, received_at, received_on, contact_due_on,
           referrer_kind, answers_sealed, programme_id)
         select $1, id, id, 'desk', 'accepted', now(), '2026-11-01', '2026-11-01', 'midwife', '\\x00', 'mim-nl-18m'
         from made where kind = 'mother'
       ), waits as (
         insert into trajectory (org_id, id, person_id, referral_id, programme_id, programme_version, state,
           waiting_since, created_at)
         select $1, id, id, id, 'mim-nl-18m', '1.0.0', 'waiting', '2026-11-01', now()
         from made where kind = 'mother'
       )
       insert into worker (org_id, id, person_id, kind, state, capacity, from_day, created_at)
       select $1, id, id, 'volunteer', 'ready', 1, '2026-11-01', now() from made where kind = 'worker'`,
      [orgId, women, workers],
    )
  }

  test('the most urgent are in it, the others are counted; of very many workers the nearest are weighed', async () => {
    const urgent = await her('Lang', {}, { waitingSince: '2026-08-01' })
    const last = await her('Net', {}, { waitingSince: '2026-11-02' })
    await crowd(bounds.women, bounds.nearest + 1)
    const view = await read(await open())
    expect(view.outside).toMatchObject({ beyond: 2, most: bounds.women, nearestOnly: bounds.nearest })
    expect(view.women).toHaveLength(bounds.women)
    expect(view.women[0]).toMatchObject({
      trajectoryId: urgent,
      unmatched: { kind: 'nobody-possible', blocks: [{ code: 'gate-missing', workers: bounds.nearest }] },
    })
    expect(view.women.map(({ trajectoryId }) => trajectoryId)).not.toContain(last)
  })
})
