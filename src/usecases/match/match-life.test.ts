import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysBetween } from '#domain/day.ts'
import { openMatchStates, runningMatchStates } from '#domain/match/match.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { myContactsRoutes } from '#pages/contact/my-contacts.tsx'
import { paths } from '#pages/paths.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { visit as visitPage } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listMyContacts } from '#usecases/contact/list-my-contacts.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { answerAfterMatch } from '#usecases/match/answer-after-match.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { answerTrial } from '#usecases/match/answer-trial.ts'
import { dropFromShortlist } from '#usecases/match/drop-from-shortlist.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { endMatchWell } from '#usecases/match/end-match-well.ts'
import { handOverMatch } from '#usecases/match/hand-over-match.ts'
import { holdLastVisit } from '#usecases/match/hold-last-visit.ts'
import { keepOnShortlist } from '#usecases/match/keep-on-shortlist.ts'
import { lengthenTrial } from '#usecases/match/lengthen-trial.ts'
import { listMatchesOf } from '#usecases/match/list-matches-of.ts'
import { listMyJointVisits } from '#usecases/match/list-my-joint-visits.ts'
import { listMyProposals } from '#usecases/match/list-my-proposals.ts'
import { listWaiting } from '#usecases/match/list-waiting.ts'
import { lookForSomebodyAgain } from '#usecases/match/look-for-somebody-again.ts'
import { pauseMatch } from '#usecases/match/pause-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { readMyMatch } from '#usecases/match/read-my-match.ts'
import { resumeMatch } from '#usecases/match/resume-match.ts'
import { showShortlist } from '#usecases/match/show-shortlist.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { stopTapering } from '#usecases/match/stop-tapering.ts'
import { taperMatch } from '#usecases/match/taper-match.ts'
import { chooseWayOn } from '#usecases/pregnancy/choose-way-on.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { findDueSignals } from '#usecases/signal/find-due-signals.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { listCaseload } from '#usecases/trajectory/list-caseload.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const refused = (code: string) => ({ name: 'Refused', code })
const view = (id: string) => readMatch(world.context, coordinator, { id })
const at = async (id: string) => ({ id, version: (await view(id)).version })
const row = async (text: string, values: unknown[]) => (await world.owner.query(text, values)).rows[0]
const trajectory = (id: string) =>
  row('select state, worker_id, waiting_since::text, version from trajectory where id = $1', [id])
const planned = async (id: string) =>
  (
    await world.owner.query(
      `select due_from::text, due_until::text, planned_on::text, worker_id from contact where trajectory_id = $1 and state = 'planned' order by due_from`,
      [id],
    )
  ).rows
const tasks = async (id: string) =>
  (
    await world.owner.query(
      `select reason_code, due_on::text from task where trajectory_id = $1 and kind = 'match' and done_at is null order by 1`,
      [id],
    )
  ).rows

async function introduced(given: string, workerGiven = 'Toos') {
  const { trajectoryId } = await castWoman(
    world,
    { given, languages: ['nl'] },
    { waitingSince: '2026-09-01' },
  )
  await recordBirth(world.context, coordinator, {
    trajectoryId,
    version: (await trajectory(trajectoryId)).version,
    children: [{ given: 'Kind', bornOn: '2026-08-20' }],
  })
  const workerId = await castWorker(world, { given: workerGiven })
  const { matchId } = await proposeMatch(world.context, coordinator, { trajectoryId, workerId })
  for (const side of ['mother', 'worker'] as const)
    await answerMatch(world.context, coordinator, { ...(await at(matchId)), side, answer: 'yes' })
  await planIntroduction(world.context, coordinator, { ...(await at(matchId)), on: '2026-11-03' })
  return { trajectoryId, workerId, id: matchId, worker: await world.memberForWorker(workerId) }
}
async function running(given: string, trialUntil?: string) {
  const one = await introduced(given)
  await startMatch(world.context, coordinator, { ...(await at(one.id)), trialUntil: trialUntil ?? null })
  return one
}

describe('a shortlist', () => {
  test('keeps three names, tells nobody and takes no place', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Lien', languages: ['nl'] })
    const worker = await castWorker(world, { given: 'Wil' }, { capacity: 1 })
    const others = [
      await castWorker(world, { given: 'Jo' }),
      await castWorker(world, { given: 'Bep' }),
      await castWorker(world, { given: 'Nel' }),
    ]
    const keep = (workerId: string, note = '') =>
      keepOnShortlist(world.context, coordinator, { trajectoryId, workerId, note })
    await keep(worker, 'kent de buurt')
    await expect(keep(worker)).rejects.toMatchObject(refused('shortlist-already'))
    await keep(others[0] ?? '')
    await keep(others[1] ?? '')
    await expect(keep(others[2] ?? '')).rejects.toMatchObject(refused('shortlist-full'))
    const list = await showShortlist(world.context, coordinator, { trajectoryId })
    expect(list.map(({ name, note }) => [name, note])).toEqual([
      ['Wil', 'kent de buurt'],
      ['Jo', null],
      ['Bep', null],
    ])
    expect(await readWorker(world.context, coordinator, { id: worker })).toMatchObject({ taken: 0, room: 1 })
    const herself = await world.memberForWorker(worker)
    expect(await listMyProposals(world.context, herself, {})).toEqual([])
    await expect(showShortlist(world.context, herself, { trajectoryId })).rejects.toBeInstanceOf(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(showShortlist(world.context, stranger, { trajectoryId })).rejects.toBeInstanceOf(NotFound)
    await dropFromShortlist(world.context, coordinator, { trajectoryId, workerId: worker })
    await keep(others[2] ?? '')
    expect(await showShortlist(world.context, coordinator, { trajectoryId })).toHaveLength(3)
  })
})

describe('a trial', () => {
  test('goes on once both said so, and asks at its end', async () => {
    const { id, trajectoryId, worker } = await running('Ans', '2026-12-01')
    expect(await view(id)).toMatchObject({ state: 'trial', trial: { mother: null } })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'active' })
    expect(await tasks(trajectoryId)).toEqual([{ reason_code: 'ask-after-trial', due_on: '2026-12-01' }])
    await answerTrial(world.context, coordinator, { ...(await at(id)), side: 'mother', answer: 'yes' })
    await expect(
      answerTrial(world.context, worker, { ...(await at(id)), side: 'mother', answer: 'no' }),
    ).rejects.toBeInstanceOf(Forbidden)
    const mine = await readMyMatch(world.context, worker, { id })
    expect(mine).toMatchObject({ state: 'trial', answer: null, abilities: { answer: true } })
    expect(JSON.stringify(mine)).not.toContain('mother')
    await answerTrial(world.context, worker, { ...(await at(id)), side: 'worker', answer: 'yes' })
    expect(await view(id)).toMatchObject({ state: 'active' })
    expect(await tasks(trajectoryId)).toEqual([])
  })
  test('a no ends nothing by itself, is put to the coordinator, and she waits since her first day', async () => {
    const { id, trajectoryId, workerId, worker } = await running('Bea', '2026-12-01')
    await answerTrial(world.context, worker, { ...(await at(id)), side: 'worker', answer: 'no' })
    expect((await view(id)).state).toBe('trial')
    expect((await tasks(trajectoryId)).map((task) => task.reason_code)).toEqual([
      'ask-after-trial',
      'trial-stops',
    ])
    await endMatch(world.context, coordinator, { ...(await at(id)), reason: 'no_click' })
    expect(await trajectory(trajectoryId)).toMatchObject({
      state: 'waiting',
      worker_id: null,
      waiting_since: '2026-09-01',
    })
    expect(await tasks(trajectoryId)).toEqual([])
    // It doesn't click: remembered, so that nobody proposes it again; and her coordinator may decide otherwise.
    await expect(proposeMatch(world.context, coordinator, { trajectoryId, workerId })).rejects.toMatchObject(
      refused('match-declined-before'),
    )
    expect(await readWorker(world.context, coordinator, { id: workerId })).toMatchObject({ state: 'ready' })
    await expect(readMyMatch(world.context, worker, { id })).rejects.toBeInstanceOf(NotFound)
  })
  test('is made longer, and no day in the past or a year on will do', async () => {
    const one = await introduced('Cor')
    const start = async (trialUntil: string) =>
      startMatch(world.context, coordinator, { ...(await at(one.id)), trialUntil })
    await expect(start('2026-11-03')).rejects.toMatchObject({ fields: { trialUntil: 'day-passed' } })
    await expect(start('2027-11-03')).rejects.toMatchObject({ fields: { trialUntil: 'too-far-ahead' } })
    await start('2026-12-01')
    await lengthenTrial(world.context, coordinator, { ...(await at(one.id)), until: '2026-12-15' })
    expect(await tasks(one.trajectoryId)).toEqual([{ reason_code: 'ask-after-trial', due_on: '2026-12-15' }])
    await expect(
      endMatch(world.context, coordinator, { id: one.id, version: 1, reason: 'other', waits: 'since_today' }),
    ).rejects.toMatchObject(refused('changed-meanwhile'))
    await endMatch(world.context, coordinator, {
      ...(await at(one.id)),
      reason: 'other',
      waits: 'since_today',
    })
    const waiting = await listWaiting(world.context, coordinator, {})
    expect(waiting.find((line) => line.id === one.trajectoryId)).toMatchObject({ waitingDays: 0 })
  })
})

describe('a rest', () => {
  test('stops both, keeps the place, and goes on where it was', async () => {
    const { id, trajectoryId, workerId, worker } = await running('Dina', '2026-12-20')
    const pause = async (until: string) =>
      pauseMatch(world.context, coordinator, { ...(await at(id)), reason: 'mother_rest', until })
    await expect(pause('2026-11-03')).rejects.toMatchObject({ fields: { until: 'day-passed' } })
    await expect(pause('2027-11-04')).rejects.toMatchObject({ fields: { until: 'too-far-ahead' } })
    await pause('2026-12-01')
    expect(await view(id)).toMatchObject({ state: 'paused', pause: { reason: 'mother_rest' } })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'paused', worker_id: workerId })
    expect(await planned(trajectoryId)).toEqual([])
    expect(await readWorker(world.context, coordinator, { id: workerId })).toMatchObject({ taken: 1 })
    expect(await tasks(trajectoryId)).toContainEqual({ reason_code: 'look-at-pause', due_on: '2026-12-01' })
    const mine = await readMyMatch(world.context, worker, { id })
    expect(mine).toMatchObject({ state: 'paused' })
    expect(JSON.stringify(mine)).not.toContain('rest')
    await pause('2026-12-10')
    await resumeMatch(world.context, coordinator, await at(id))
    expect(await view(id)).toMatchObject({ state: 'trial', pause: null })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'active' })
    expect((await planned(trajectoryId)).length).toBeGreaterThan(0)
    expect((await view(id)).steps.map(({ step }) => step)).toEqual([
      'agree',
      'plan-introduction',
      'begin-trial',
      'pause',
      'stay-paused',
      'resume-trial',
    ])
    await expect(resumeMatch(world.context, coordinator, await at(id))).rejects.toMatchObject(
      refused('not-from-this-state'),
    )
  })
})

describe('after a loss', () => {
  test('the match rests with her trajectory, and goes on with it as she decides', async () => {
    const { id, trajectoryId } = await running('Dora')
    const choose = async (way: 'pause' | 'visits', until?: string) =>
      chooseWayOn(world.context, coordinator, {
        trajectoryId,
        version: (await trajectory(trajectoryId)).version,
        way,
        teller: 'coordinator',
        until: until ?? null,
      })
    await quietTrajectory(world.context, coordinator, { trajectoryId, loss: 'removed', on: null })
    await choose('pause')
    expect(await view(id)).toMatchObject({ state: 'paused', pause: { reason: 'loss', until: null } })
    await expect(resumeMatch(world.context, coordinator, await at(id))).rejects.toMatchObject(
      refused('match-rests-for-her'),
    )
    await choose('visits', '2026-12-20')
    expect(await view(id)).toMatchObject({ state: 'active', pause: null })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'active' })
  })
})

describe('a planned ending', () => {
  test('has a last visit that everybody knows, rarer visits before it and none after', async () => {
    const { id, trajectoryId, worker } = await running('Els')
    const before = (await planned(trajectoryId)).length
    await taperMatch(world.context, coordinator, { ...(await at(id)), lastVisitOn: '2027-01-26' })
    const rows = await planned(trajectoryId)
    expect(rows.length).toBeLessThan(before)
    expect(rows.at(-1)).toMatchObject({ due_from: '2027-01-26', planned_on: '2027-01-26' })
    expect(await readMyMatch(world.context, worker, { id })).toMatchObject({ state: 'tapering' })
    expect(await tasks(trajectoryId)).toEqual([{ reason_code: 'last-visit-near', due_on: '2027-01-12' }])
    await taperMatch(world.context, coordinator, { ...(await at(id)), lastVisitOn: '2027-01-05' })
    expect((await planned(trajectoryId)).at(-1)).toMatchObject({ planned_on: '2027-01-05' })
    expect((await planned(trajectoryId)).filter((one) => one.planned_on)).toHaveLength(1)
    await stopTapering(world.context, coordinator, await at(id))
    expect(await view(id)).toMatchObject({ state: 'active', taper: { from: null, lastVisitOn: null } })
    expect(await planned(trajectoryId)).toHaveLength(before)
    expect((await planned(trajectoryId)).filter((one) => one.planned_on)).toEqual([])
    expect(await tasks(trajectoryId)).toEqual([])
  })
  test('is not too long without contact as long as the visits that were agreed are held', async () => {
    const { id, trajectoryId } = await running('Evi')
    await taperMatch(world.context, coordinator, { ...(await at(id)), lastVisitOn: '2027-01-26' })
    // The two agreed on one visit more, a good while from now.
    await world.owner.query(
      `update contact set state = 'skipped' where trajectory_id = $1 and state = 'planned' and due_from < '2027-01-26'`,
      [trajectoryId],
    )
    const due = Temporal.PlainDate.from('2027-01-26')
    const unvisited = async (on: Temporal.PlainDate) => {
      world.turnTo(on.toString())
      const clock = { kind: 'system', orgId: world.orgId, job: 'signals' } as const
      const { ids } = await findDueSignals(world.context, clock, { limit: 1000 })
      if (ids.length > 0) await evaluateSignals(world.context, clock, { ids })
      const page = await readTrajectory(world.context, coordinator, { id: trajectoryId })
      const listed = async (show: 'unvisited' | 'open') =>
        (await listCaseload(world.context, coordinator, { show })).rows.find((one) => one.id === trajectoryId)
      const line = (await readWorklist(world.context, coordinator, {})).lines.some(
        (one) => one.id === trajectoryId && one.source.from === 'unvisited',
      )
      const rule = await row(
        `select count(*)::int as standing from signal where trajectory_id = $1 and rule_id = 'MI-F1' and ended_at is null`,
        [trajectoryId],
      )
      return [
        page.unvisited,
        (await listed('unvisited')) !== undefined,
        (await listed('open'))?.unvisited,
        line,
        rule.standing > 0,
      ]
    }
    const grace = 7
    expect(daysBetween(Temporal.PlainDate.from('2026-11-03'), due)).toBeGreaterThan(30 + grace)
    expect(await unvisited(due)).toEqual([false, false, false, false, false])
    expect(await unvisited(due.add({ days: grace }))).toEqual([false, false, false, false, false])
    expect(await unvisited(due.add({ days: grace + 1 }))).toEqual([true, true, true, true, true])
    world.turnTo('2026-11-03')
  })
  test('ends with where it came to, and months later somebody asks', async () => {
    const { id, trajectoryId, workerId } = await running('Fien')
    await expect(
      holdLastVisit(world.context, coordinator, {
        ...(await at(id)),
        on: '2026-11-03',
        reason: 'goals_reached',
      }),
    ).rejects.toMatchObject(refused('match-not-from-this-state'))
    await taperMatch(world.context, coordinator, { ...(await at(id)), lastVisitOn: '2026-11-03' })
    await holdLastVisit(world.context, coordinator, {
      ...(await at(id)),
      on: '2026-11-03',
      reason: 'goals_reached',
    })
    await closeTrajectory(world.context, coordinator, {
      trajectoryId,
      version: (await trajectory(trajectoryId)).version,
      reason: 'goals_met',
      evaluation: { kind: 'declined', code: 'rather_not' },
    })
    expect(await view(id)).toMatchObject({ state: 'ended', endReason: 'goals_reached' })
    expect(await tasks(trajectoryId)).toEqual([{ reason_code: 'ask-after-match', due_on: '2027-02-03' }])
    const answer = async (more: object) =>
      answerAfterMatch(world.context, coordinator, {
        ...(await at(id)),
        answer: 'not_reached',
        note: 'belde twee keer',
        ...more,
      })
    expect(await answer({ tryAgain: true })).toMatchObject({ answered: false })
    expect(await tasks(trajectoryId)).toEqual([{ reason_code: 'ask-after-match', due_on: '2026-11-17' }])
    await answer({ answer: 'well', note: 'het gaat goed' })
    expect(await view(id)).toMatchObject({ after: { answer: 'well', note: 'het gaat goed' } })
    expect(await tasks(trajectoryId)).toEqual([])
    await expect(answer({})).rejects.toMatchObject(refused('match-not-from-this-state'))
    expect(await readWorker(world.context, coordinator, { id: workerId })).toMatchObject({ taken: 0 })
  })
  test('may end well while her trajectory goes on: she rests, is asked, and waits again with her history', async () => {
    const { id, trajectoryId, workerId, worker } = await running('Gonnie')
    const endWell = async (goesOn: 'waits' | 'rests', by = coordinator) =>
      endMatchWell(world.context, by, { ...(await at(id)), goesOn })
    await taperMatch(world.context, coordinator, { ...(await at(id)), lastVisitOn: '2026-11-20' })
    await expect(endWell('rests')).rejects.toMatchObject(refused('match-last-visit-first'))
    world.turnTo('2026-11-18')
    await holdLastVisit(world.context, coordinator, {
      ...(await at(id)),
      on: '2026-11-18',
      reason: 'time_agreed',
    })
    await expect(endWell('rests', worker)).rejects.toBeInstanceOf(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(endWell('rests', stranger)).rejects.toBeInstanceOf(NotFound)
    await expect(
      endMatchWell(world.context, coordinator, { id, version: 1, goesOn: 'waits' }),
    ).rejects.toMatchObject(refused('changed-meanwhile'))
    await endWell('rests')
    expect(await view(id)).toMatchObject({ state: 'ended', endReason: 'time_agreed' })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'paused', worker_id: null })
    expect(await planned(trajectoryId)).toEqual([])
    expect(await readWorker(world.context, coordinator, { id: workerId })).toMatchObject({ taken: 0 })
    expect(await tasks(trajectoryId)).toEqual([{ reason_code: 'ask-after-match', due_on: '2027-02-18' }])
    expect((await listWaiting(world.context, coordinator, {})).map((one) => one.id)).not.toContain(
      trajectoryId,
    )
    await expect(endWell('waits')).rejects.toMatchObject(refused('match-not-from-this-state'))
    world.turnTo('2027-02-18')
    await answerAfterMatch(world.context, coordinator, {
      ...(await at(id)),
      answer: 'wants_again',
      note: null,
    })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'waiting', waiting_since: '2026-09-01' })
    expect(await tasks(trajectoryId)).toEqual([])
    // Nobody is to blame: the same two may be put together again, and what was stays hers.
    const { matchId } = await proposeMatch(world.context, coordinator, { trajectoryId, workerId })
    expect((await listMatchesOf(world.context, coordinator, { trajectoryId })).matches).toMatchObject([
      { id: matchId, open: true },
      { id, endReason: 'time_agreed', askOn: null },
    ])
    for (const side of ['mother', 'worker'] as const)
      await answerMatch(world.context, coordinator, { ...(await at(matchId)), side, answer: 'yes' })
    await planIntroduction(world.context, coordinator, { ...(await at(matchId)), on: '2027-02-18' })
    await startMatch(world.context, coordinator, { ...(await at(matchId)), trialUntil: null })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'active', worker_id: workerId })
    expect((await planned(trajectoryId)).length).toBeGreaterThan(1)
    world.turnTo('2026-11-03')
  })
  test('after a rest is looked at again, whatever she answered, until she waits or it is closed', async () => {
    const ended = async (given: string, goesOn: 'waits' | 'rests') => {
      const one = await running(given)
      await taperMatch(world.context, coordinator, { ...(await at(one.id)), lastVisitOn: '2026-11-03' })
      await holdLastVisit(world.context, coordinator, {
        ...(await at(one.id)),
        on: '2026-11-03',
        reason: 'goals_reached',
      })
      await endMatchWell(world.context, coordinator, {
        ...(await at(one.id)),
        goesOn,
        waits: 'since_today',
      })
      return one
    }
    const well = async (id: string) =>
      answerAfterMatch(world.context, coordinator, { ...(await at(id)), answer: 'well', note: null })
    const again = async (trajectoryId: string, by = coordinator) =>
      lookForSomebodyAgain(world.context, by, {
        trajectoryId,
        version: (await trajectory(trajectoryId)).version,
        waits: 'since_today',
      })
    const one = await ended('Hedwig', 'rests')
    await well(one.id)
    expect(await tasks(one.trajectoryId)).toEqual([{ reason_code: 'look-at-rest', due_on: '2026-11-03' }])
    await expect(again(one.trajectoryId, one.worker)).rejects.toBeInstanceOf(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(again(one.trajectoryId, stranger)).rejects.toBeInstanceOf(NotFound)
    await again(one.trajectoryId)
    expect(await trajectory(one.trajectoryId)).toMatchObject({
      state: 'waiting',
      waiting_since: '2026-11-03',
    })
    expect(await tasks(one.trajectoryId)).toEqual([])
    await expect(again(one.trajectoryId)).rejects.toMatchObject(refused('not-from-this-state'))
    const other = await ended('Ida', 'rests')
    await well(other.id)
    await closeTrajectory(world.context, coordinator, {
      trajectoryId: other.trajectoryId,
      version: (await trajectory(other.trajectoryId)).version,
      reason: 'goals_met',
      evaluation: { kind: 'declined', code: 'rather_not' },
    })
    expect(await tasks(other.trajectoryId)).toEqual([])
    const third = await ended('Jopie', 'waits')
    expect(await trajectory(third.trajectoryId)).toMatchObject({
      state: 'waiting',
      waiting_since: '2026-11-03',
    })
    await well(third.id)
    expect(await tasks(third.trajectoryId)).toEqual([])
    // A rest with somebody beside her is another rest.
    const rests = await running('Kaatje')
    await pauseMatch(world.context, coordinator, {
      ...(await at(rests.id)),
      reason: 'other',
      until: '2026-12-01',
    })
    await expect(again(rests.trajectoryId)).rejects.toMatchObject(refused('not-from-this-state'))
  })
  test('after which a loss leaves her at rest: nobody is there to visit her', async () => {
    const { id, trajectoryId } = await running('Leonie')
    await taperMatch(world.context, coordinator, { ...(await at(id)), lastVisitOn: '2026-11-03' })
    await holdLastVisit(world.context, coordinator, {
      ...(await at(id)),
      on: '2026-11-03',
      reason: 'on_own_feet',
    })
    await endMatchWell(world.context, coordinator, { ...(await at(id)), goesOn: 'rests' })
    await quietTrajectory(world.context, coordinator, { trajectoryId, loss: 'removed', on: null })
    await chooseWayOn(world.context, coordinator, {
      trajectoryId,
      version: (await trajectory(trajectoryId)).version,
      way: 'visits',
      teller: 'coordinator',
      until: '2026-12-20',
    })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'paused', worker_id: null })
  })
})

describe('handing over', () => {
  test('ends one match and begins the next in one act, by the same rules', async () => {
    const { id, trajectoryId, workerId } = await running('Gerda')
    const next = await castWorker(world, { given: 'Hennie' })
    const unready = await castWorker(world, { given: 'Ida' }, { ready: false })
    const handOver = async (to: string, more: object = {}) =>
      handOverMatch(world.context, coordinator, {
        ...(await at(id)),
        workerId: to,
        reason: 'worker_stops',
        agreed: true,
        meetOn: '2026-11-03',
        ...more,
      })
    await expect(handOver(workerId)).rejects.toMatchObject(refused('match-same-worker'))
    await expect(handOver(unready)).rejects.toMatchObject(refused('match-not-ready'))
    expect((await view(id)).state).toBe('active')
    const { matchId, begun } = await handOver(next, { jointOn: '2026-11-10', earlier: 'agreements' })
    expect(begun).toBe(true)
    expect(await view(id)).toMatchObject({ state: 'handed_over', endReason: 'worker_stops' })
    expect(await view(matchId)).toMatchObject({
      state: 'active',
      followsId: id,
      earlier: { shown: 'agreements' },
    })
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'active', worker_id: next })
    const rows = await planned(trajectoryId)
    expect(rows.every((one) => one.worker_id === next)).toBe(true)
    expect(rows.filter((one) => one.planned_on === '2026-11-10')).toHaveLength(1)
    expect(await readWorker(world.context, coordinator, { id: workerId })).toMatchObject({ taken: 0 })
    expect(await readWorker(world.context, coordinator, { id: next })).toMatchObject({
      state: 'active',
      taken: 1,
    })
    const { matches } = await listMatchesOf(world.context, coordinator, { trajectoryId })
    expect(matches.map(({ state }) => state)).toEqual(['active', 'handed_over'])
  })
  test('with a gap she keeps her place on the list until they met', async () => {
    const { id, trajectoryId } = await running('Iris')
    const next = await castWorker(world, { given: 'Karin' })
    const { matchId, begun } = await handOverMatch(world.context, coordinator, {
      ...(await at(id)),
      workerId: next,
      reason: 'worker_away',
      agreed: true,
      meetOn: '2026-11-09',
    })
    expect(begun).toBe(false)
    expect(await trajectory(trajectoryId)).toMatchObject({
      state: 'waiting',
      worker_id: null,
      waiting_since: '2026-09-01',
    })
    expect(await view(matchId)).toMatchObject({ state: 'introduction', abilities: { start: false } })
    world.turnTo('2026-11-09')
    await startMatch(world.context, coordinator, await at(matchId))
    world.turnTo('2026-11-03')
    expect(await trajectory(trajectoryId)).toMatchObject({ state: 'active', worker_id: next })
  })
  test('lets who left see the one visit together, and nothing else, until it is over', async () => {
    const { id, trajectoryId, worker } = await running('Joke')
    const next = await castWorker(world, { given: 'Lenie' })
    const joint = (who = worker) => listMyJointVisits(world.context, who, {})
    const { matchId } = await handOverMatch(world.context, coordinator, {
      ...(await at(id)),
      workerId: next,
      reason: 'worker_stops',
      agreed: true,
      meetOn: '2026-11-05',
      jointOn: '2026-11-10',
    })
    // Before the two met too: she was told the day.
    expect(await joint()).toMatchObject([{ id: matchId, givenName: 'Joke', with: 'Lenie', at: null }])
    world.turnTo('2026-11-05')
    await startMatch(world.context, coordinator, await at(matchId))
    const visit = await row(
      `select id, version from contact where trajectory_id = $1 and origin = 'extra' and state = 'planned'`,
      [trajectoryId],
    )
    const successor = await world.memberForWorker(next)
    await planContact(world.context, successor, {
      askedBy: 'mother',
      id: visit.id,
      version: visit.version,
      on: '2026-11-11',
      at: '10:30',
      mode: 'outing',
      reason: 'her_wish',
    })
    const [seen] = await joint()
    expect(seen).toMatchObject({ at: '10:30', mode: 'outing' })
    expect(String(seen?.on)).toBe('2026-11-11')
    for (const door of [
      () => readTrajectory(world.context, worker, { id: trajectoryId }),
      () => readContact(world.context, worker, { id: visit.id }),
      () => readMyMatch(world.context, worker, { id }),
      () => readMyMatch(world.context, worker, { id: matchId }),
    ])
      await expect(door()).rejects.toBeInstanceOf(NotFound)
    expect(JSON.stringify(await listMyContacts(world.context, worker, {}))).not.toContain('Joke')
    // Nobody else sees it here, her successor neither: she has the visit itself.
    expect(await joint(successor)).toEqual([])
    expect(await joint(await world.memberForWorker(await castWorker(world, { given: 'Mia' })))).toEqual([])
    await expect(joint(coordinator)).rejects.toBeInstanceOf(Forbidden)
    const page = (await visitPage(staffSite(myContactsRoutes, world, worker), paths.contact.mine())).html
    expect(page).toContain('Samen met Lenie')
    world.turnTo('2026-11-11')
    expect(await joint()).toHaveLength(1)
    await world.owner.query(`update contact set state = 'done', done_on = '2026-11-11' where id = $1`, [
      visit.id,
    ])
    expect(await joint()).toEqual([])
    await world.owner.query(`update contact set state = 'planned', done_on = null where id = $1`, [visit.id])
    world.turnTo('2026-11-12')
    expect(await joint()).toEqual([])
    world.turnTo('2026-11-03')
  })
  test('two coordinators at once hand her to one worker, and nobody has two open matches', async () => {
    const { id, trajectoryId } = await running('Jet')
    const [a, b] = [await castWorker(world, { given: 'Lia' }), await castWorker(world, { given: 'Mies' })]
    const seen = await at(id)
    const tries = await Promise.allSettled(
      [a, b].map((workerId) =>
        handOverMatch(world.context, coordinator, {
          ...seen,
          workerId,
          reason: 'moved',
          agreed: true,
          meetOn: '2026-11-03',
        }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await row(
        `select count(*)::int as open from match where trajectory_id = $1 and state in ('proposed','agreed','introduction','trial','active','paused','tapering')`,
        [trajectoryId],
      ),
    ).toEqual({ open: 1 })
  })
})

describe('whatever is done in whatever order', () => {
  test('she never has two open matches, and nobody’s place is counted twice', async () => {
    const one = await running('Nora')
    const other = await castWorker(world, { given: 'Oda' })
    const { trajectoryId } = one
    const open = async () =>
      (
        await world.owner.query<{ id: string; worker_id: string; state: string }>(
          `select id, worker_id, state from match where trajectory_id = $1 and state = any($2)`,
          [trajectoryId, [...openMatchStates]],
        )
      ).rows
    const act = async (deed: string): Promise<unknown> => {
      const [now] = await open()
      const { state, version } = await trajectory(trajectoryId)
      if (!now && state === 'paused')
        return lookForSomebodyAgain(world.context, coordinator, { trajectoryId, version })
      if (!now) {
        const workerId = deed.length % 2 ? one.workerId : other
        return proposeMatch(world.context, coordinator, { trajectoryId, workerId })
      }
      const seen = await at(now.id)
      const { context } = world
      const meetOn = '2026-11-03'
      const deeds: Record<string, () => Promise<unknown>> = {
        pause: () => pauseMatch(context, coordinator, { ...seen, reason: 'other', until: '2026-12-01' }),
        resume: () => resumeMatch(context, coordinator, seen),
        taper: () => taperMatch(context, coordinator, { ...seen, lastVisitOn: '2027-01-05' }),
        'go-on': () => stopTapering(context, coordinator, seen),
        end: () => endMatch(context, coordinator, { ...seen, reason: 'moved' }),
        farewell: () => holdLastVisit(context, coordinator, { ...seen, on: meetOn, reason: 'time_agreed' }),
        'end-well': () => endMatchWell(context, coordinator, { ...seen, goesOn: 'rests' }),
        'hand-over': () =>
          handOverMatch(context, coordinator, {
            ...seen,
            workerId: now.worker_id === other ? one.workerId : other,
            reason: 'other',
            agreed: true,
            meetOn,
          }),
        agree: async () => {
          for (const side of ['mother', 'worker'] as const)
            await answerMatch(context, coordinator, { ...(await at(now.id)), side, answer: 'yes' })
        },
        meet: () => planIntroduction(context, coordinator, { ...seen, on: meetOn }),
        start: () => startMatch(context, coordinator, { ...seen, trialUntil: '2026-12-01' }),
      }
      return deeds[deed]?.()
    }
    const deeds = [
      'pause',
      'resume',
      'taper',
      'go-on',
      'end',
      'hand-over',
      'agree',
      'meet',
      'start',
      'farewell',
      'end-well',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...deeds), { minLength: 4, maxLength: 10 }), async (todo) => {
        for (const deed of todo) {
          await act(deed).catch((error: unknown) => {
            if (!(error instanceof Refused)) throw error
          })
          const now = await open()
          expect(now.length).toBeLessThanOrEqual(1)
          const state = (await trajectory(trajectoryId)).state
          const runs = now.some((match) => runningMatchStates.some((known) => known === match.state))
          expect(state === 'active' || (state === 'paused' && now.length > 0)).toBe(runs)
          // Without anybody beside her she rests after a good ending, and nothing else.
          if (now.length > 0) expect(state === 'paused').toBe(now[0]?.state === 'paused')
          if (state === 'paused' && now.length === 0)
            expect(
              await row(
                `select end_reason, after_on is not null as asked from match where trajectory_id = $1 and state <> 'withdrawn' order by ended_on desc, id desc limit 1`,
                [trajectoryId],
              ),
            ).toEqual({ end_reason: 'time_agreed', asked: true })
          for (const workerId of [one.workerId, other])
            expect((await readWorker(world.context, coordinator, { id: workerId })).taken).toBe(
              now.filter((match) => match.worker_id === workerId).length,
            )
        }
      }),
      { numRuns: 6 },
    )
  })
})
