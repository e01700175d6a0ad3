import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { within } from '#testing/cast.ts'
import {
  candidate,
  confirm,
  enrolled,
  facilitator,
  holdNext,
  openTestGroup,
  type TestGroup,
  type TestPlace,
} from '#testing/group.ts'
import { tuesdayMornings } from '#testing/referred-woman.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { arrangeSession } from '#usecases/group/arrange-session.ts'
import { sessionsAttendedBy } from '#usecases/group/attended.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { endPlaceOf } from '#usecases/group/end-place.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { markAttendance } from '#usecases/group/mark-attendance.ts'
import { markRestPresent } from '#usecases/group/mark-rest-present.ts'
import { noteChildrenAlong } from '#usecases/group/note-children-along.ts'
import { noteSession } from '#usecases/group/note-session.ts'
import { planMakeUp } from '#usecases/group/plan-make-up.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readPlace } from '#usecases/group/read-place.ts'
import { readSession } from '#usecases/group/read-session.ts'
import { settleMakeUp } from '#usecases/group/settle-make-up.ts'
import { tellGroupPlace } from '#usecases/group/tell-group-place.ts'
import { tellHelper } from '#usecases/group/tell-helper.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([mim, evtGroup])
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

type Six = readonly TestPlace[]
/** Six women in a group that goes on; its first session is today. */
async function goesOn(): Promise<{ group: TestGroup; women: Six; sessionId: string }> {
  const group = await openTestGroup(world)
  const women = await enrolled(world, group, 6)
  await confirm(world, group)
  const { sessions } = await readGroup(world.context, group.coordinator, { id: group.groupId })
  return { group, women, sessionId: sessions[0]?.id ?? '' }
}
const nth = (women: Six, at: number): string => women[at]?.placeId ?? ''
const herOf = async (actor: MemberActor, sessionId: string, placeId: string) => {
  const { women } = await readSession(world.context, actor, { id: sessionId })
  const her = women.find((one) => one.placeId === placeId)
  if (!her) throw new Error('she is not on the page')
  return her
}
const tap = (actor: MemberActor, sessionId: string, placeId: string, state: string, seen = 0) =>
  markAttendance(world.context, actor, { sessionId, placeId, state: state as 'present', seen })
const hold = async (actor: MemberActor, id: string, attendance?: Record<string, 'present'>) => {
  const { version, leading } = await readSession(world.context, actor, { id })
  return recordSession(world.context, actor, {
    id,
    version,
    minutes: 150,
    theme: 'held',
    facilitatorIds: leading.map(({ workerId }) => workerId),
    ...(attendance ? { attendance } : {}),
  })
}
/** Safe calls that somebody still has to make for this coordinator's women. */
const calls = async (women: Six) =>
  (
    await world.owner.query(
      `select count(*)::int as open from task
        where reason_code = 'group-absent-unnotified' and done_at is null and person_id = any($1)`,
      [women.map(({ personId }) => personId)],
    )
  ).rows[0].open

describe('a tap', () => {
  test('is for who leads the group, on its day, of who has a seat', async () => {
    const { group, women, sessionId } = await goesOn()
    const [ria] = group.facilitators
    const other = await facilitator(world, 'Elders')
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [other, elsewhere])
      await expect(tap(actor, sessionId, nth(women, 0), 'present')).rejects.toThrow(NotFound)
    const manager = await world.member(['programme_manager'])
    await expect(tap(manager, sessionId, nth(women, 0), 'present')).rejects.toThrow(Forbidden)
    const preparing = await candidate(world, group, 'Nog niet')
    await expect(tap(ria, sessionId, preparing.placeId, 'present')).rejects.toThrow('attendance-no-seat')
    const another = await openTestGroup(world)
    const stranger = await candidate(world, another, 'Ander')
    await expect(tap(ria, sessionId, stranger.placeId, 'present')).rejects.toThrow(NotFound)
    const [first] = (await readGroup(world.context, another.coordinator, { id: another.groupId })).sessions
    const [leader] = another.facilitators
    await expect(tap(leader, first?.id ?? '', stranger.placeId, 'present')).rejects.toThrow(
      'group-not-confirmed',
    )
    const { sessions } = await readGroup(world.context, ria, { id: group.groupId })
    await expect(tap(ria, sessions[1]?.id ?? '', nth(women, 0), 'present')).rejects.toThrow('session-to-come')
    world.turnTo('2026-11-10')
    await expect(tap(ria, sessions[1]?.id ?? '', nth(women, 0), 'present')).rejects.toThrow(
      'session-earlier-open',
    )
  })
  test('of two at once lets neither win unseen; until it is settled who may be missing is called', async () => {
    const { group, women, sessionId } = await goesOn()
    const [ria, toos] = group.facilitators
    const her = nth(women, 0)
    const before = await calls(women)
    await Promise.all([tap(ria, sessionId, her, 'present'), tap(toos, sessionId, her, 'absent_unnotified')])
    const both = await herOf(toos, sessionId, her)
    expect(both).toMatchObject({ disputed: true, attendance: 'absent_unnotified', seen: 2 })
    expect(both.said.map(({ state }) => state).sort()).toEqual(['absent_unnotified', 'present'])
    expect(await calls(women)).toBe(before + 1)
    await markRestPresent(world.context, toos, { sessionId })
    await expect(hold(ria, sessionId)).rejects.toMatchObject({
      fields: { [`attendance.${her}`]: 'marked-otherwise' },
    })
    await tap(ria, sessionId, her, 'present', 2)
    expect(await herOf(toos, sessionId, her)).toMatchObject({ disputed: false, attendance: 'present' })
    expect(await calls(women)).toBe(before)
    await hold(ria, sessionId)
    const { sessions } = await readGroup(world.context, ria, { id: group.groupId })
    expect(sessions[0]).toMatchObject({ state: 'held', present: 6 })
  })
  test('that says the rest is here leaves alone what was said, and the session asks for everybody', async () => {
    const { group, women, sessionId } = await goesOn()
    const [ria, toos] = group.facilitators
    await expect(hold(ria, sessionId)).rejects.toMatchObject({
      fields: Object.fromEntries(women.map(({ placeId }) => [`attendance.${placeId}`, 'not-marked'])),
    })
    await tap(toos, sessionId, nth(women, 2), 'absent_notified')
    expect(await markRestPresent(world.context, ria, { sessionId })).toEqual({ marked: 5 })
    expect(await markRestPresent(world.context, toos, { sessionId })).toEqual({ marked: 0 })
    await hold(ria, sessionId)
    const { sessions } = await readGroup(world.context, ria, { id: group.groupId })
    expect(sessions[0]).toMatchObject({ present: 5, absentNotified: 1 })
    // Afterwards it is put right in the same way, and the call goes with it.
    const before = await calls(women)
    await tap(ria, sessionId, nth(women, 2), 'absent_unnotified', 1)
    expect(await calls(women)).toBe(before + 1)
    expect((await readGroup(world.context, ria, { id: group.groupId })).sessions[0]).toMatchObject({
      absentUnnotified: 1,
    })
  })
  test('of who left is refused in so many words, on a page and in a list', async () => {
    const { group, women, sessionId } = await goesOn()
    const [ria] = group.facilitators
    const leaver = nth(women, 5)
    await holdNext(world, group)
    const { version } = await readPlace(world.context, group.coordinator, { id: leaver })
    await endPlaceOf(world.context, group.coordinator, { id: leaver, version, reason: 'own_wish' })
    world.turnTo('2026-11-10')
    const { sessions } = await readGroup(world.context, ria, { id: group.groupId })
    const second = sessions[1]?.id ?? ''
    await expect(tap(ria, second, leaver, 'present')).rejects.toThrow('attendance-of-who-left')
    const all = Object.fromEntries(women.map(({ placeId }) => [placeId, 'present' as const]))
    await expect(hold(ria, second, all)).rejects.toThrow('attendance-of-who-left')
    expect((await readSession(world.context, ria, { id: second })).state).toBe('planned')
    // Of the session at which she was it can still be put right.
    await tap(ria, sessionId, leaver, 'absent_notified', 1)
    expect((await readSession(world.context, ria, { id: sessionId })).absentNotified).toBe(1)
  })
})

describe('a talk to catch up', () => {
  test('counts as her programme says, once, for a session that she missed', async () => {
    const { group, women, sessionId } = await goesOn()
    const [ria, toos] = group.facilitators
    const [missed, there] = [nth(women, 0), nth(women, 1)]
    const plan = (placeId: string, on: string) => planMakeUp(world.context, ria, { sessionId, placeId, on })
    await expect(plan(missed, '2026-11-05')).rejects.toThrow('make-up-not-missed')
    await holdNext(world, group, { [missed]: 'absent_notified' })
    await expect(plan(there, '2026-11-05')).rejects.toThrow('make-up-not-missed')
    await expect(plan(missed, '2026-11-25')).rejects.toThrow('make-up-too-late')
    await expect(plan(missed, '2026-11-02')).rejects.toMatchObject({ fields: { on: 'day-in-the-past' } })
    const other = await facilitator(world, 'Elders')
    await expect(
      planMakeUp(world.context, other, { sessionId, placeId: missed, on: '2026-11-05' }),
    ).rejects.toThrow(NotFound)
    const twice = await Promise.allSettled([
      plan(missed, '2026-11-05'),
      planMakeUp(world.context, toos, { sessionId, placeId: missed, on: '2026-11-06' }),
    ])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { makeUp } = await herOf(ria, sessionId, missed)
    const id = makeUp?.id ?? ''
    const attended = async () =>
      within(world, async (work) => ({
        count: await sessionsAttendedBy(work, women[0]?.trajectoryId ?? ''),
      }))
    expect(await attended()).toEqual({ count: 0 })
    const held = { how: 'held', on: '2026-11-05', minutes: 45 } as const
    await expect(settleMakeUp(world.context, ria, { id, version: 1, outcome: held })).rejects.toMatchObject({
      fields: { on: 'day-to-come' },
    })
    world.turnTo('2026-11-05')
    await settleMakeUp(world.context, ria, { id, version: 1, outcome: held })
    await expect(
      settleMakeUp(world.context, toos, { id, version: 1, outcome: { how: 'cancelled' } }),
    ).rejects.toThrow('changed-meanwhile')
    await expect(
      settleMakeUp(world.context, toos, { id, version: 2, outcome: { how: 'cancelled' } }),
    ).rejects.toThrow('make-up-not-from-this-state')
    expect(await attended()).toEqual({ count: 1 })
    expect(await readPlace(world.context, ria, { id: missed })).toMatchObject({ attended: 0, madeUp: 1 })
    // Said afterwards that she was there after all: it isn't counted twice.
    await tap(ria, sessionId, missed, 'present', 1)
    expect(await attended()).toEqual({ count: 1 })
  })
  test('that does not take place leaves the session missed, and another can be planned', async () => {
    const { group, women, sessionId } = await goesOn()
    const [ria] = group.facilitators
    const missed = nth(women, 0)
    await holdNext(world, group, { [missed]: 'absent_notified' })
    const input = { sessionId, placeId: missed, on: '2026-11-05' }
    const { makeUpId: id } = await planMakeUp(world.context, ria, input)
    await settleMakeUp(world.context, ria, { id, version: 1, outcome: { how: 'cancelled' } })
    await planMakeUp(world.context, ria, input)
    const { version } = await readPlace(world.context, group.coordinator, { id: missed })
    await endPlaceOf(world.context, group.coordinator, { id: missed, version, reason: 'moved' })
    await expect(planMakeUp(world.context, ria, input)).rejects.toThrow('make-up-left')
  })
})

describe('around a session', () => {
  test('notes are of the group: a name in them is refused, and nobody but who leads it reads them', async () => {
    const { group, sessionId: id } = await goesOn()
    const [ria, toos] = group.facilitators
    const note = (actor: MemberActor, words: string) =>
      noteSession(world.context, actor, { id, version: 1, note: words })
    await expect(note(ria, 'Vrouw1 was stil.')).rejects.toMatchObject({ fields: { note: 'names-somebody' } })
    await expect(note(group.coordinator, 'Rustig.')).rejects.toThrow(Forbidden)
    await note(ria, 'Het thema liep uit; volgende keer eerder pauze.')
    await expect(note(toos, 'Iets anders.')).rejects.toThrow('changed-meanwhile')
    expect((await readSession(world.context, toos, { id })).note).toMatch(/liep uit/)
    expect((await readSession(world.context, group.coordinator, { id })).note).toBeNull()
    const { rows } = await world.owner.query('select note_sealed from group_session where id = $1', [id])
    expect(rows[0].note_sealed.toString('latin1')).not.toContain('liep uit')
  })
  test('children and an interpreter are arranged, here or from here on', async () => {
    const { group, women, sessionId: id } = await goesOn()
    const [ria] = group.facilitators
    const children = async (at: number, count: number) => {
      const { version } = await readPlace(world.context, ria, { id: nth(women, at) })
      await noteChildrenAlong(world.context, ria, { id: nth(women, at), version, children: count })
    }
    await children(0, 2)
    await children(1, 1)
    await expect(children(2, 9)).rejects.toMatchObject({ fields: { children: 'too-many' } })
    const interpreter = { language: 'ti', how: 'phone', state: 'arranged' } as const
    expect(
      await arrangeSession(world.context, ria, {
        id,
        version: 1,
        crechePlaces: 2,
        interpreter,
        fromHereOn: true,
      }),
    ).toMatchObject({ arranged: 12 })
    const { sessions } = await readGroup(world.context, ria, { id: group.groupId })
    const last = await readSession(world.context, ria, { id: sessions[11]?.id ?? '' })
    expect(last.care).toEqual({ crechePlaces: 2, children: 3, crecheShort: 1, interpreter })
    expect(last.plan.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(150)
    expect(last.plan.parts[1]).toMatchObject({ at: '09:50', toConfirm: true })
  })
  test('her own helper hears something only with her yes', async () => {
    const { group, women } = await goesOn()
    const [ria] = group.facilitators
    const id = nth(women, 0)
    const { version } = await readPlace(world.context, ria, { id })
    const tell = (actor: MemberActor) =>
      tellHelper(world.context, actor, {
        id,
        version,
        recipient: 'neighbourhood_team',
        words: 'Ze doet mee.',
      })
    await expect(tell(ria)).rejects.toThrow('sharing-without-consent')
    await changeConsent(world.context, group.coordinator, {
      trajectoryId: women[0]?.trajectoryId ?? '',
      code: 'C-6',
      party: 'neighbourhood_team',
      state: 'given',
      how: 'spoken',
    })
    await expect(tell(group.coordinator)).rejects.toThrow(Forbidden)
    await tell(ria)
    const { rows } = await world.owner.query(
      'select way, recipient from sharing where person_id = $1 order by id desc limit 1',
      [women[0]?.personId],
    )
    expect(rows).toEqual([{ way: 'spoken', recipient: 'neighbourhood_team' }])
  })
})

describe('where it is', () => {
  const versionOf = async (actor: MemberActor, id: string) =>
    (await readPlace(world.context, actor, { id })).version
  const tell = async (actor: MemberActor, id: string, how: 'spoken' | 'text') =>
    tellGroupPlace(world.context, actor, { id, version: await versionOf(actor, id), how })
  const waiting = async (trajectoryId: string | undefined) =>
    (
      await world.owner.query(
        `select state, refusal_code from message where trajectory_id = $1 and kind = 'group-place' order by id`,
        [trajectoryId],
      )
    ).rows

  /** She says anew how she may be reached. */
  const agreed = async (personId: string, coordinator: MemberActor, terms: typeof tuesdayMornings) => {
    const { rows } = await world.owner.query(
      'select id from safe_contact_policy where person_id = $1 and until_at is null',
      [personId],
    )
    await setSafeContact(world.context, coordinator, { personId, basedOn: rows[0].id, terms })
  }

  test('is told to who has a seat, shortly before, and never to a candidate', async () => {
    const group = await openTestGroup(world, { firstOn: '2026-11-17' })
    const [her] = await enrolled(world, group, 1)
    const [ria] = group.facilitators
    const id = her?.placeId ?? ''
    await expect(tell(ria, id, 'spoken')).rejects.toThrow('group-place-too-early')
    world.turnTo('2026-11-15')
    const preparing = await candidate(world, group, 'Nog niet')
    await expect(tell(ria, preparing.placeId, 'spoken')).rejects.toThrow('group-place-no-seat')
    const other = await facilitator(world, 'Elders')
    await expect(tellGroupPlace(world.context, other, { id, version: 1, how: 'spoken' })).rejects.toThrow(
      NotFound,
    )
    await tell(ria, id, 'spoken')
    expect((await readPlace(world.context, ria, { id })).told).toMatchObject({ how: 'spoken' })
    // It meets elsewhere: she has to hear that too.
    const { version } = await readGroup(world.context, group.coordinator, { id: group.groupId })
    const facilitatorIds = group.facilitators.map(({ workerId }) => workerId ?? '')
    await changeGroup(world.context, group.coordinator, {
      ...{ id: group.groupId, version, title: 'Dinsdag', location: 'Elders 2', facilitatorIds },
    })
    expect((await readPlace(world.context, ria, { id })).told).toBeNull()
  })
  test('leaves by a message only along her own way; what the outbox stops is not told', async () => {
    const group = await openTestGroup(world, { firstOn: '2026-11-17' })
    const [her] = await enrolled(world, group, 1)
    const [ria] = group.facilitators
    const id = her?.placeId ?? ''
    world.turnTo('2026-11-15')
    const trajectoryId = her?.trajectoryId ?? ''
    await changeConsent(world.context, group.coordinator, {
      ...{ trajectoryId, code: 'C-1', state: 'given', how: 'spoken' },
    })
    const personId = her?.personId ?? ''
    const callsOnly = { ...tuesdayMornings, channels: ['phone' as const] }
    await agreed(personId, group.coordinator, callsOnly)
    expect((await tell(ria, id, 'text')).refusal).not.toBeNull()
    expect((await readPlace(world.context, ria, { id })).told).toBeNull()
    expect((await waiting(her?.trajectoryId)).map(({ state }) => state)).toEqual(['refused'])
    await agreed(personId, group.coordinator, tuesdayMornings)
    expect(await tell(ria, id, 'text')).toEqual({ refusal: null })
    expect((await waiting(her?.trajectoryId)).map(({ state }) => state)).toEqual(['refused', 'pending'])
    const version = await versionOf(group.coordinator, id)
    await endPlaceOf(world.context, group.coordinator, { id, version, reason: 'not_safe' })
    expect((await waiting(her?.trajectoryId)).map(({ state }) => state)).toEqual(['refused', 'withdrawn'])
  })
})
