import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findCaseFacts } from '#db/case-facts.ts'
import { dayOfNumber } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { oneGroupRoutes } from '#pages/group/one-group.tsx'
import { oneSessionRoutes } from '#pages/group/one-session.tsx'
import { paths } from '#pages/paths.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { castWoman, within } from '#testing/cast.ts'
import {
  allowSmall,
  candidate,
  confirm,
  enrol,
  enrolled,
  facilitator,
  holdNext,
  openTestGroup,
  prepare,
  type TestGroup,
} from '#testing/group.ts'
import { visit } from '#testing/public-site.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { answerSmallStart } from '#usecases/group/answer-small-start.ts'
import { askSmallStart } from '#usecases/group/ask-small-start.ts'
import { cancelSession } from '#usecases/group/cancel-session.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { checkCare } from '#usecases/group/check-care.ts'
import { checkRelations } from '#usecases/group/check-relations.ts'
import { endGroup } from '#usecases/group/end-group.ts'
import { endPlaceOf } from '#usecases/group/end-place.ts'
import { enrolPlace } from '#usecases/group/enrol-place.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { inGroup } from '#usecases/group/in-group.ts'
import { listCandidates } from '#usecases/group/list-candidates.ts'
import { listGroups } from '#usecases/group/list-groups.ts'
import { moveSession } from '#usecases/group/move-session.ts'
import { planGroup } from '#usecases/group/plan-group.ts'
import { preparePlace } from '#usecases/group/prepare-place.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readGroupTerms } from '#usecases/group/read-group-terms.ts'
import { readPlace } from '#usecases/group/read-place.ts'
import { readSession } from '#usecases/group/read-session.ts'
import { readSmallStart } from '#usecases/group/read-small-start.ts'
import { stepGroupOn } from '#usecases/group/step-group.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { moveTrajectory } from '#usecases/team/move-trajectory.ts'
import { readPlacement } from '#usecases/team/read-placement.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([mim, mimDenHaag, evtGroup])
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

const row = async (text: string, ...values: unknown[]) => (await world.owner.query(text, values)).rows[0]
const trajectoryState = async (id: string) =>
  (await row('select state from trajectory where id = $1', id)).state
const placeOf = (group: TestGroup, id: string, actor: MemberActor = group.coordinator) =>
  readPlace(world.context, actor, { id })
const groupOf = ({ groupId: id, coordinator }: TestGroup) => readGroup(world.context, coordinator, { id })
const sessionsOf = async (group: TestGroup) => (await groupOf(group)).sessions

describe('a group does not exist', () => {
  test('for who does not lead it, another role, or another organisation', async () => {
    const group = await openTestGroup(world)
    const place = await candidate(world, group, 'Selma')
    const [session] = await sessionsOf(group)
    const other = await facilitator(world, 'Elders')
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [other, elsewhere]) {
      await expect(readGroup(world.context, actor, { id: group.groupId })).rejects.toThrow(NotFound)
      await expect(readPlace(world.context, actor, { id: place.placeId })).rejects.toThrow(NotFound)
      await expect(readSession(world.context, actor, { id: session?.id ?? '' })).rejects.toThrow(NotFound)
      expect(await listGroups(world.context, actor, {})).toEqual([])
    }
    await expect(
      preparePlace(world.context, other, { id: place.placeId, version: 1, talkOn: '2026-11-03', way: 'x' }),
    ).rejects.toThrow(NotFound)
    for (const role of [
      'administrator',
      'safeguarding_lead',
      'programme_manager',
      'privacy_officer',
      'referrer',
    ] as const)
      await expect(
        readGroup(world.context, await world.member([role]), { id: group.groupId }),
      ).rejects.toThrow(Forbidden)
  })
  test('any more for who led it before', async () => {
    const group = await openTestGroup(world)
    const [first, second] = group.facilitators
    const { version } = await groupOf(group)
    await changeGroup(world.context, group.coordinator, {
      id: group.groupId,
      version,
      title: 'Dinsdag',
      location: null,
      facilitatorIds: [first.workerId ?? ''],
    })
    await expect(readGroup(world.context, second, { id: group.groupId })).rejects.toThrow(NotFound)
    expect((await readGroup(world.context, first, { id: group.groupId })).location).toBeNull()
  })
  test('as a list of women: who leads it reads first names, no file, no surname, no street', async () => {
    const group = await openTestGroup(world)
    const place = await candidate(world, group, 'Selma')
    const [first] = group.facilitators
    const seen = JSON.stringify([
      await readGroup(world.context, first, { id: group.groupId }),
      await readPlace(world.context, first, { id: place.placeId }),
    ])
    expect(seen).toContain('Selma')
    for (const word of ['Achternaam', 'Verborgenlaan', place.personId]) expect(seen).not.toContain(word)
    // The number that a worry is told under opens nothing.
    await expect(readTrajectory(world.context, first, { id: place.trajectoryId })).rejects.toThrow(NotFound)
    const kept = await row('select title_sealed, location_sealed from "group" where id = $1', group.groupId)
    expect(kept.location_sealed.toString('latin1')).not.toContain('Geheim')
    // Only a coordinator plans, gives seats and ends.
    await expect(readGroupTerms(world.context, first, { groupId: group.groupId })).rejects.toThrow(Forbidden)
    await expect(listCandidates(world.context, first, { groupId: group.groupId })).rejects.toThrow(Forbidden)
    await expect(enrolPlace(world.context, first, { id: place.placeId, version: 1 })).rejects.toThrow(
      Forbidden,
    )
    await expect(
      endGroup(world.context, first, { id: group.groupId, version: 2, how: 'stop', reason: 'other' }),
    ).rejects.toThrow(Forbidden)
  })
})

describe('planning', () => {
  test('puts all sessions on their days with their themes, and refuses what can’t be', async () => {
    const coordinator = await world.member(['coordinator'])
    const plan = {
      programmeId: evtGroup.id,
      title: 'Vrijdag',
      location: null,
      facilitatorIds: [],
      firstOn: '2026-12-11',
      at: '09:30',
    }
    await expect(
      planGroup(world.context, coordinator, { ...plan, firstOn: '2026-11-02' }),
    ).rejects.toMatchObject({
      fields: { firstOn: 'day-in-the-past' },
    })
    await expect(
      planGroup(world.context, coordinator, { ...plan, programmeId: mim.id }),
    ).rejects.toMatchObject({
      fields: { programmeId: 'choose-one' },
    })
    await expect(planGroup(world.context, coordinator, { ...plan, at: 'laat' })).rejects.toMatchObject({
      fields: { at: 'not-a-time' },
    })
    const { groupId } = await planGroup(world.context, coordinator, plan)
    const { sessions } = await readGroup(world.context, coordinator, { id: groupId })
    expect(sessions).toHaveLength(12)
    expect(sessions.map(({ on }) => String(on)).slice(0, 3)).toEqual([
      '2026-12-11',
      '2026-12-18',
      '2027-01-08',
    ])
    expect(sessions[1]?.theme?.en).toBe('Forms of domestic violence')
    await expect(
      stepGroupOn(world.context, coordinator, { id: groupId, version: 1, step: 'confirm' }),
    ).rejects.toMatchObject({ code: 'group-not-from-this-state' })
    const { trajectoryId } = await castWoman(world, { given: 'Noor' }, { programmeId: evtGroup.id })
    await expect(addCandidate(world.context, coordinator, { groupId, trajectoryId })).rejects.toMatchObject({
      code: 'group-not-open',
    })
  })
  test('moves a session between its neighbours only', async () => {
    const group = await openTestGroup(world, { firstOn: '2026-11-10' })
    const [first, second] = await sessionsOf(group)
    if (!first || !second) throw new Error('no sessions')
    const move = (on: string, version = second.version) =>
      moveSession(world.context, group.facilitators[0], { id: second.id, version, on, at: '10:00' })
    for (const on of ['2026-11-10', '2026-11-24', '2026-11-30'])
      await expect(move(on)).rejects.toMatchObject({ fields: { on: 'not-in-order' } })
    await expect(move('2026-11-02')).rejects.toMatchObject({ fields: { on: 'day-in-the-past' } })
    await expect(move('2026-11-19', 9)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await move('2026-11-19')
    expect(String((await sessionsOf(group))[1]?.on)).toBe('2026-11-19')
  })
  test('goes on where who leads is away, and asks for somebody to stand in', async () => {
    const group = await openTestGroup(world)
    const [ria] = group.facilitators
    const [, second] = await sessionsOf(group)
    if (!ria.workerId || !second) throw new Error('no group')
    const on = second.on.toString()
    await tellAway(world.context, ria, { workerId: ria.workerId, kind: 'away', from: on, until: on })
    const away = async () => (await groupOf(group)).leadersAway
    expect(await away()).toMatchObject([{ sessionId: second.id, number: 2, missing: 1 }])
    expect((await away())[0]?.away[0]).toContain('Ria')
    const session = () => readSession(world.context, group.coordinator, { id: second.id })
    expect((await session()).leadersAway).toMatchObject({ missing: 1 })
    const lines = async (actor: MemberActor) =>
      (await readWorklist(world.context, actor, {})).lines.filter((line) => line.id === second.id)
    expect(await lines(group.coordinator)).toMatchObject([
      { pressure: 'urgent', source: { from: 'leader-away', missing: 1 } },
    ])
    expect(await lines(await world.member(['coordinator'], world.otherOrgId))).toEqual([])
    const routes = [...oneGroupRoutes, ...oneSessionRoutes]
    const site = staffSite(routes, world, group.coordinator)
    for (const path of [paths.group.one(group.groupId), paths.group.session(second.id)]) {
      const { html } = await visit(site, path)
      expect(html).toContain('is dan weg')
      expect(html).toContain(paths.group.change(group.groupId))
    }
    // Her own gates and days stay what they are; one more who leads, and nobody is missing.
    const stands = await facilitator(world, 'Inge')
    const { version } = await groupOf(group)
    await changeGroup(world.context, group.coordinator, {
      id: group.groupId,
      version,
      title: 'Dinsdag',
      location: 'Geheim adres 1',
      facilitatorIds: [...group.facilitators, stands].map(({ workerId }) => workerId ?? ''),
    })
    expect(await away()).toMatchObject([{ missing: 0 }])
    expect(await lines(group.coordinator)).toEqual([])
    expect((await visit(site, paths.group.one(group.groupId))).html).toContain('Er blijft genoeg begeleiding')
  })
  test('is confirmed only when it is whole; smaller only by somebody who answers for the programme', async () => {
    const group = await openTestGroup(world)
    const { groupId: id } = group
    const [selma] = await enrolled(world, group, 2)
    if (!selma) throw new Error('no woman')
    const manager = await world.member(['programme_manager'])
    const ask = async (actor = group.coordinator) =>
      askSmallStart(world.context, actor, {
        id,
        version: (await groupOf(group)).version,
        reason: 'nobody_else_waits',
      })
    const say = (actor: MemberActor, asked: { id: string }, answer: 'allowed' | 'refused', reason: string) =>
      answerSmallStart(world.context, actor, { ...asked, answer, reason })
    await expect(confirm(world, group)).rejects.toMatchObject({ code: 'group-too-small' })
    await expect(ask(manager)).rejects.toThrow(Forbidden)
    const first = await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'small-start-asked' })
    await expect(confirm(world, group)).rejects.toMatchObject({ code: 'group-too-small' })
    // She answers on numbers: not who, where, when, nor what the group is called.
    const seen = await readSmallStart(world.context, manager, first)
    expect(seen).toMatchObject({ size: 2, min: 6, groupId: null, mayAnswer: true })
    for (const word of ['Vrouw', 'Dinsdag', 'Geheim', id]) expect(JSON.stringify(seen)).not.toContain(word)
    await expect(readGroup(world.context, manager, { id })).rejects.toThrow(Forbidden)
    const listed = async (actor = manager) =>
      (await readWorklist(world.context, actor, {})).lines.filter(
        ({ source }) => source.from === 'small-start',
      )
    expect(await listed()).toMatchObject([{ id: first.id, name: null, source: { women: 2 } }])
    expect(await listed(group.coordinator)).toEqual([])
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    await expect(readSmallStart(world.context, elsewhere, first)).rejects.toThrow(NotFound)
    await expect(say(elsewhere, first, 'allowed', 'other')).rejects.toThrow(NotFound)
    await expect(say(group.coordinator, first, 'allowed', 'other')).rejects.toThrow(Forbidden)
    await expect(say(manager, first, 'refused', 'waiting_is_worse')).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    // Whoever asked doesn't answer, also with both roles; and so says the database.
    const both = await world.member(['coordinator', 'programme_manager'])
    const askedBy = (memberId: string) =>
      world.owner.query('update small_start set asked_by = $2 where id = $1', [first.id, memberId])
    await askedBy(both.memberId)
    await expect(say(both, first, 'allowed', 'other')).rejects.toMatchObject({ code: 'small-start-own' })
    expect(await readSmallStart(world.context, both, first)).toMatchObject({ mayAnswer: false, own: true })
    expect(await listed(both)).toEqual([])
    expect(await listed()).toHaveLength(1)
    await expect(
      world.owner.query(
        `update small_start set answer = 'allowed', answer_code = 'other', answered_by = asked_by, answered_at = now() where id = $1`,
        [first.id],
      ),
    ).rejects.toThrow(/small_start_second_person/)
    await askedBy(group.coordinator.memberId)
    await say(manager, first, 'refused', 'more_women_come')
    await expect(say(manager, first, 'allowed', 'other')).rejects.toMatchObject({
      code: 'small-start-answered',
    })
    await expect(confirm(world, group)).rejects.toMatchObject({ code: 'group-too-small' })
    expect(await listed()).toEqual([])
    // Asked again, and allowed: for so many, and not for fewer.
    const second = await ask()
    await say(manager, second, 'allowed', 'works_with_so_many')
    await expect(ask()).rejects.toMatchObject({ code: 'small-start-asked' })
    await endPlaceOf(world.context, group.coordinator, {
      id: selma.placeId,
      version: (await placeOf(group, selma.placeId)).version,
      reason: 'own_wish',
    })
    await expect(confirm(world, group)).rejects.toMatchObject({ code: 'group-too-small' })
    await enrolled(world, group, 1)
    await confirm(world, group)
    expect(await row('select state, small_allowed_by from "group" where id = $1', id)).toEqual({
      state: 'confirmed',
      small_allowed_by: manager.memberId,
    })
  })
  test('needs two who lead it with everything in order', async () => {
    const group = await openTestGroup(world)
    await world.owner.query('delete from worker_gate where worker_id = $1 and kind = $2', [
      group.facilitators[1].workerId,
      'qualification',
    ])
    await expect(confirm(world, group)).rejects.toMatchObject({
      code: 'worker-gates-closed-session',
      detail: { nl: 'maatschappelijk werker (daarover beslist de programmaleider)' },
    })
  })
})

describe('a seat', () => {
  test('is given when everything is in order; until then it says what is missing and who mends it', async () => {
    const group = await openTestGroup(world)
    const place = await candidate(world, group, 'Selma')
    const gates = async () =>
      (await placeOf(group, place.placeId)).gates.map(({ gate, mend }) => [gate, mend])
    expect(await gates()).toEqual([
      ['safe-contact', 'coordinator'],
      ['care', 'coordinator'],
      ['talk', 'facilitator'],
      ['way-to-attend', 'facilitator'],
      ['group-rules', 'coordinator'],
      ['relation-to-check', 'facilitator'],
    ])
    await expect(enrol(world, group, place)).rejects.toMatchObject({
      code: 'place-gates-closed',
      detail: { count: 6 },
    })
    await prepare(world, group, place)
    expect(await gates()).toEqual([])
    await enrol(world, group, place)
    expect(await trajectoryState(place.trajectoryId)).toBe('waiting')
    await expect(enrol(world, group, place)).rejects.toMatchObject({ code: 'place-not-from-this-state' })
  })
  test('is closed again by each thing that is no longer in order', async () => {
    const group = await openTestGroup(world)
    const { coordinator } = group
    const place = await candidate(world, group, 'Selma')
    const { trajectoryId } = place
    await prepare(world, group, place)
    const gates = async () => (await placeOf(group, place.placeId)).gates.map(({ gate }) => gate)
    await changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-11',
      state: 'withdrawn',
      how: 'spoken',
    })
    expect(await gates()).toEqual(['group-rules'])
    const care = { trajectoryId, type: 'individual_help' }
    await checkCare(world.context, coordinator, { ...care, answer: 'ended' })
    expect(await gates()).toEqual(['care', 'group-rules'])
    await expect(checkCare(world.context, coordinator, { ...care, answer: 'goes_on' })).rejects.toMatchObject(
      {
        code: 'care-not-named',
      },
    )
  })
  test('is not for who knows somebody there, and only who leads the group reads why', async () => {
    const group = await openTestGroup(world)
    const [first] = group.facilitators
    const [place, other] = [await candidate(world, group, 'Selma'), await candidate(world, group, 'Nour')]
    await prepare(world, group, place)
    const check = async (actor: MemberActor) =>
      checkRelations(world.context, actor, {
        id: place.placeId,
        version: (await placeOf(group, place.placeId)).version,
        found: 'partners_relative',
        withPlaceId: other.placeId,
        note: 'Zus van haar man',
      })
    await expect(check(group.coordinator)).rejects.toThrow(Forbidden)
    await check(first)
    const told = await placeOf(group, place.placeId)
    expect(told.gates).toEqual([{ gate: 'relation-found', mend: 'nobody' }])
    for (const word of ['Zus', 'partners_relative', 'Nour', other.placeId])
      expect(JSON.stringify(told)).not.toContain(word)
    expect((await placeOf(group, place.placeId, first)).relation).toMatchObject({ kind: 'partners_relative' })
    await expect(enrol(world, group, place)).rejects.toMatchObject({ code: 'place-gates-closed' })
    const kept = await row('select relation_sealed from group_place where id = $1', place.placeId)
    expect(kept.relation_sealed.toString('latin1')).not.toContain('Zus')
    // The other was never held against anybody: her own check, after Selma's, covers both.
    await prepare(world, group, other)
    expect((await placeOf(group, other.placeId)).gates).toEqual([])
  })
  test('is not for somebody of another programme, who doesn’t wait, or who has a place already', async () => {
    const group = await openTestGroup(world)
    const add = (trajectoryId: string) =>
      addCandidate(world.context, group.coordinator, { groupId: group.groupId, trajectoryId })
    const mother = await castWoman(world, { given: 'Ann' }, { programmeId: mim.id })
    await expect(add(mother.trajectoryId)).rejects.toMatchObject({ code: 'place-other-programme' })
    const running = await castWoman(world, { given: 'Bo' }, { programmeId: evtGroup.id, state: 'active' })
    await expect(add(running.trajectoryId)).rejects.toMatchObject({ code: 'place-not-waiting' })
    const place = await candidate(world, group, 'Selma')
    await expect(add(place.trajectoryId)).rejects.toMatchObject({ code: 'place-open-already' })
    const [first] = group.facilitators
    await expect(
      proposeMatch(world.context, group.coordinator, {
        trajectoryId: place.trajectoryId,
        workerId: first.workerId ?? '',
      }),
    ).rejects.toMatchObject({ code: 'match-is-a-group' })
  })
  test('is never given beyond the largest size, whoever gives at the same moment', async () => {
    const group = await openTestGroup(world)
    await enrolled(world, group, 10)
    const late = []
    for (const name of ['Een', 'Twee', 'Drie', 'Vier']) {
      const place = await candidate(world, group, name)
      await prepare(world, group, place)
      late.push(place)
    }
    const outcomes = await Promise.allSettled(late.map((place) => enrol(world, group, place)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'group-full' })
    const { n } = await row(
      `select count(*)::int as n from group_place where group_id = $1 and state in ('enrolled', 'active')`,
      group.groupId,
    )
    expect(n).toBe(12)
  }, 60_000)
})

describe('sessions', () => {
  test('run from the first to the last, and the group and its places close', async () => {
    const group = await openTestGroup(world)
    const [selma, nour] = await enrolled(world, group, 6)
    if (!selma || !nour) throw new Error('no women')
    const [session] = await sessionsOf(group)
    if (!session) throw new Error('no session')
    const [first] = group.facilitators
    const write = (more: Partial<Parameters<typeof recordSession>[2]> = {}) =>
      recordSession(world.context, first, {
        id: session.id,
        version: session.version,
        minutes: 150,
        theme: 'held',
        facilitatorIds: [],
        attendance: {},
        ...more,
      })
    // Not before somebody decided that the group goes on.
    await expect(write()).rejects.toMatchObject({ code: 'group-not-confirmed' })
    await confirm(world, group)
    await expect(write()).rejects.toMatchObject({ fields: { [`attendance.${selma.placeId}`]: 'not-marked' } })
    const [, second] = await sessionsOf(group)
    await expect(write({ id: second?.id ?? '', version: second?.version ?? 0 })).rejects.toMatchObject({
      code: 'session-to-come',
    })
    world.turnTo('2026-11-12')
    await expect(write({ id: second?.id ?? '', version: second?.version ?? 0 })).rejects.toMatchObject({
      code: 'session-earlier-open',
    })

    await holdNext(world, group)
    expect(await trajectoryState(selma.trajectoryId)).toBe('active')
    expect(await row('select start_size from "group" where id = $1', group.groupId)).toEqual({
      start_size: 6,
    })
    // Somebody may still come in after one session, and begins at once; after the second the group is closed.
    const late = await candidate(world, group, 'Laat')
    await prepare(world, group, late)
    await enrol(world, group, late)
    expect(await trajectoryState(late.trajectoryId)).toBe('active')
    await holdNext(world, group, { [nour.placeId]: 'absent_unnotified', [selma.placeId]: 'absent_notified' })
    const tooLate = await candidate(world, group, 'Te laat')
    await prepare(world, group, tooLate)
    await expect(enrol(world, group, tooLate)).rejects.toMatchObject({ code: 'group-closed' })
    const tasks = await world.owner.query(
      `select kind, reason_code, trajectory_id from task where kind = 'group' and done_at is null`,
    )
    expect(tasks.rows).toEqual([
      { kind: 'group', reason_code: 'group-absent-unnotified', trajectory_id: nour.trajectoryId },
    ])
    expect((await row('select count(*)::int as n from message')).n).toBe(0)
    // It was a mistake: she was there. Nobody need call.
    const held = (await sessionsOf(group))[1]
    if (!held) throw new Error('no session')
    const { women } = await readSession(world.context, first, { id: held.id })
    await recordSession(world.context, first, {
      id: held.id,
      version: held.version,
      minutes: 140,
      theme: 'merged',
      facilitatorIds: [first.workerId ?? ''],
      attendance: Object.fromEntries(women.map(({ placeId }) => [placeId, 'present' as const])),
    })
    expect(
      (await row(`select count(*)::int as n from task where kind = 'group' and done_at is null`)).n,
    ).toBe(0)
    const end = async (how: 'complete' | 'stop') =>
      endGroup(world.context, group.coordinator, {
        id: group.groupId,
        version: (await groupOf(group)).version,
        how,
      })
    await expect(end('complete')).rejects.toMatchObject({ code: 'group-sessions-left' })
    await expect(end('stop')).rejects.toMatchObject({ fields: { reason: 'choose-one' } })
    for (let at = 3; at <= 12; at += 1)
      await holdNext(world, group, at < 7 ? { [nour.placeId]: 'absent_notified' } : {})
    await end('complete')
    expect((await placeOf(group, selma.placeId)).state).toBe('completed')
    expect((await placeOf(group, tooLate.placeId)).state).toBe('withdrawn')
    // Each of them is closed for herself; the method counts who was there often enough.
    const close = async (trajectoryId: string) =>
      (
        await closeTrajectory(world.context, group.coordinator, {
          trajectoryId,
          version: (await row('select version from trajectory where id = $1', trajectoryId)).version,
          reason: evtGroup.closureReasons.find(({ kind }) => kind === 'completed')?.id ?? '',
          evaluation: { kind: 'declined', code: 'rather_not' },
        })
      ).result
    expect(await close(selma.trajectoryId)).toBe('completed')
    expect(await close(nour.trajectoryId)).toBe('ended_early')
  }, 90_000)
  test('carry what is measured at them, on their own day, and the end with the last of them', async () => {
    const group = await openTestGroup(world)
    const [selma] = await enrolled(world, group, 6)
    if (!selma) throw new Error('no woman')
    await confirm(world, group)
    await holdNext(world, group)
    const course = async () => {
      const due = await row(
        `select distinct due_on::text from measure where trajectory_id = $1 and moment = 'T2'`,
        selma.trajectoryId,
      )
      const { ends_on } = await row('select ends_on::text from trajectory where id = $1', selma.trajectoryId)
      return [due.due_on, ends_on]
    }
    const sessions = await sessionsOf(group)
    const last = sessions.at(-1)
    const before = sessions.at(-2)
    if (!last || !before) throw new Error('no sessions')
    expect(await course()).toEqual([String(last.on), String(last.on)])
    const on = last.on.add({ days: 3 }).toString()
    await moveSession(world.context, group.facilitators[0], {
      id: last.id,
      version: last.version,
      on,
      at: '10:00',
    })
    expect(await course()).toEqual([on, on])
    const asked = async (id: string, actor: MemberActor) =>
      (await readSession(world.context, actor, { id })).asked.map(({ moment, women }) => [
        moment,
        women.length,
      ])
    expect(await asked(last.id, group.coordinator)).toEqual([['T2', 6]])
    // Who leads the group sees that something is asked, and of nobody whether she answered.
    expect(await asked(last.id, group.facilitators[0])).toEqual([['T2', 0]])
    expect(await asked(before.id, group.coordinator)).toEqual([])
    await cancelSession(world.context, group.coordinator, {
      id: last.id,
      version: last.version + 1,
      reason: 'no_room',
    })
    expect(await course()).toEqual([String(before.on), String(before.on)])
    expect(await asked(before.id, group.coordinator)).toEqual([['T2', 6]])
  }, 30_000)
  test('that fall through leave no trace of who would have come', async () => {
    const group = await openTestGroup(world)
    const [session] = await sessionsOf(group)
    if (!session) throw new Error('no session')
    const cancel = (actor: MemberActor) =>
      cancelSession(world.context, actor, { id: session.id, version: session.version, reason: 'illness' })
    await expect(cancel(group.facilitators[0])).rejects.toThrow(Forbidden)
    await cancel(group.coordinator)
    await expect(cancel(group.coordinator)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await sessionsOf(group)).toHaveLength(12)
  })
})

describe('leaving', () => {
  test('puts her back on the waiting list, and closing her trajectory closes her place', async () => {
    const group = await openTestGroup(world)
    const [selma, nour] = await enrolled(world, group, 6)
    if (!selma || !nour) throw new Error('no women')
    await confirm(world, group)
    await holdNext(world, group)
    await endPlaceOf(world.context, group.coordinator, {
      id: selma.placeId,
      version: (await placeOf(group, selma.placeId)).version,
      reason: 'own_wish',
    })
    expect(await trajectoryState(selma.trajectoryId)).toBe('waiting')
    await closeTrajectory(world.context, group.coordinator, {
      trajectoryId: nour.trajectoryId,
      version: (await row('select version from trajectory where id = $1', nour.trajectoryId)).version,
      reason: 'moved',
      evaluation: { kind: 'declined', code: 'rather_not' },
    })
    const page = await groupOf(group)
    expect(page.size.taken).toBe(4)
    expect(await placeOf(group, nour.placeId)).toMatchObject({ state: 'left', endCode: 'trajectory_closed' })
    // A group that stops sends everybody back.
    await endGroup(world.context, group.coordinator, {
      id: group.groupId,
      version: page.version,
      how: 'stop',
      reason: 'no_facilitator',
    })
    expect((await groupOf(group)).sessions.filter(({ state }) => state === 'planned')).toEqual([])
  }, 30_000)
})

describe('her place', () => {
  test('is a link on her trajectory for who plans groups, and for nobody else', async () => {
    const group = await openTestGroup(world)
    const [selma] = await enrolled(world, group, 1)
    if (!selma) throw new Error('no woman')
    const { trajectoryId: id } = selma
    const seen = await readTrajectory(world.context, group.coordinator, { id })
    expect(seen.group).toMatchObject({ place: { id: selma.placeId, group: 'Dinsdag', state: 'enrolled' } })
    // Where the group is the programme, nobody is put beside her.
    expect(seen.abilities.match).toBe(false)
    const lead = await readTrajectory(world.context, await world.member(['safeguarding_lead']), { id })
    expect(lead.group).toBeNull()
    const alone = await castWoman(world, { given: 'Ann' }, { programmeId: evtGroup.id })
    const waits = await readTrajectory(world.context, group.coordinator, { id: alone.trajectoryId })
    expect(waits.group).toEqual({ place: null })
    const mother = await castWoman(world, { given: 'Bo' }, { programmeId: mim.id })
    const without = await readTrajectory(world.context, group.coordinator, { id: mother.trajectoryId })
    expect(without.group).toBeNull()
  })
  test('is looked at when her trajectory goes to another team', async () => {
    const group = await openTestGroup(world)
    const [selma, nour] = await enrolled(world, group, 6)
    if (!selma || !nour) throw new Error('no women')
    await confirm(world, group)
    await holdNext(world, group)
    const team = async (name: string) =>
      (await createTeam(world.context, group.coordinator, { team: { name, areas: [] } })).id
    const [one, other] = [await team('Noord'), await team('Zuid')]
    const move = (trajectoryId: string, teamId: string, what: 'stays' | 'ends' | null) =>
      moveTrajectory(world.context, group.coordinator, {
        trajectoryId,
        teamId,
        reason: 'moved_house',
        group: what,
      })
    await expect(move(selma.trajectoryId, one, null)).rejects.toMatchObject({
      fields: { group: 'choose-one' },
    })
    const shown = await readPlacement(world.context, group.coordinator, { trajectoryId: selma.trajectoryId })
    expect(shown.group).toMatchObject({ id: selma.placeId })
    expect(shown.placements).toEqual([])
    await move(selma.trajectoryId, one, 'stays')
    expect((await placeOf(group, selma.placeId)).state).toBe('active')
    await move(selma.trajectoryId, other, 'ends')
    expect(await placeOf(group, selma.placeId)).toMatchObject({ state: 'left', endCode: 'other_team' })
    expect(await trajectoryState(selma.trajectoryId)).toBe('waiting')
    // She has none any more: nothing is asked.
    await move(selma.trajectoryId, one, null)
    expect((await placeOf(group, nour.placeId)).state).toBe('active')
  }, 30_000)
})

describe('an open group', () => {
  test('takes in who has somebody beside her, goes on without end, and changes nothing of her trajectory', async () => {
    const group = await openTestGroup(world, { programmeId: mimDenHaag.id })
    const woman = await castWoman(world, { given: 'Ilse' }, { programmeId: mimDenHaag.id, state: 'active' })
    const { women } = await listCandidates(world.context, group.coordinator, { groupId: group.groupId })
    expect(women.map(({ name }) => name)).toContain('Ilse')
    const { placeId } = await addCandidate(world.context, group.coordinator, {
      groupId: group.groupId,
      trajectoryId: woman.trajectoryId,
    })
    await agreeSafeContact(world, group.coordinator, woman.personId)
    await enrol(world, group, { ...woman, placeId })
    await allowSmall(world, group)
    await confirm(world, group)
    await holdNext(world, group)
    await holdNext(world, group)
    const sessions = await sessionsOf(group)
    expect(sessions.filter(({ state }) => state === 'planned')).toHaveLength(6)
    expect(sessions.filter(({ state }) => state === 'held')).toHaveLength(2)
    expect(await trajectoryState(woman.trajectoryId)).toBe('active')
  })
})

describe('what rules ask', () => {
  test('is known of her and her group as it was written down, and of nobody else', async () => {
    const group = await openTestGroup(world)
    const [selma] = await enrolled(world, group, 6)
    if (!selma) throw new Error('no woman')
    const facts = (trajectoryId: string) =>
      within(world, async (work) => {
        const asked = { parts: new Set(['group'] as const), zone: work.zone, minutes: { least: 0, most: 0 } }
        const [found] = await findCaseFacts(work.tx, work.orgId, [trajectoryId], asked)
        const on = found?.parts.group?.attended_on ?? null
        return {
          ...inGroup(found?.parts.group),
          attendedOn: on === null ? null : dayOfNumber(on).toString(),
        }
      })
    expect(await facts(selma.trajectoryId)).toEqual({
      participant: true,
      absentUnnotified: null,
      sessionsAttended: 0,
      relationConflict: false,
      startSize: null,
      groupSize: 6,
      sessionsHeld: 0,
      groupFacilitators: 2,
      facilitatorsPresent: null,
      sessionMinutes: null,
      themeChanged: null,
      attendedOn: null,
    })
    await confirm(world, group)
    await holdNext(world, group, { [selma.placeId]: 'absent_unnotified' })
    expect(await facts(selma.trajectoryId)).toMatchObject({
      absentUnnotified: true,
      startSize: 6,
      facilitatorsPresent: 2,
      sessionMinutes: 150,
      themeChanged: false,
    })
    await holdNext(world, group)
    expect(await facts(selma.trajectoryId)).toMatchObject({
      absentUnnotified: false,
      sessionsAttended: 1,
      sessionsHeld: 2,
      attendedOn: '2026-11-10',
    })
    const alone = await castWoman(world, { given: 'Ann' }, { programmeId: evtGroup.id })
    expect(await facts(alone.trajectoryId)).toEqual({ attendedOn: null })
  })
})

describe('signals', () => {
  const standing = async (trajectoryId: string) =>
    (
      await world.owner.query(
        'select rule_id from signal where trajectory_id = $1 and ended_at is null order by 1',
        [trajectoryId],
      )
    ).rows.map(({ rule_id }) => rule_id)
  test('arise and end with what is written down of a session', async () => {
    const group = await openTestGroup(world)
    const [selma] = await enrolled(world, group, 6)
    if (!selma) throw new Error('no woman')
    await confirm(world, group)
    await holdNext(world, group, { [selma.placeId]: 'absent_unnotified' })
    expect(await standing(selma.trajectoryId)).toContain('EV-F6')
    await holdNext(world, group)
    expect(await standing(selma.trajectoryId)).not.toContain('EV-F6')
  })
})
