import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { facilitator } from '#testing/group.ts'
import { openWorld, type World } from '#testing/world.ts'
import { cancelActivityMeeting } from '#usecases/activity/cancel-activity-meeting.ts'
import { cancelSignUp } from '#usecases/activity/cancel-sign-up.ts'
import { holdActivityMeeting } from '#usecases/activity/hold-activity-meeting.ts'
import { listActivities } from '#usecases/activity/list-activities.ts'
import { listActivitiesFor } from '#usecases/activity/list-activities-for.ts'
import { planActivity } from '#usecases/activity/plan-activity.ts'
import { readActivity } from '#usecases/activity/read-activity.ts'
import { readActivityMeeting } from '#usecases/activity/read-activity-meeting.ts'
import { readActivityTerms } from '#usecases/activity/read-activity-terms.ts'
import { signUpForActivity } from '#usecases/activity/sign-up-for-activity.ts'
import { stopActivity } from '#usecases/activity/stop-activity.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

let world: World
let coordinator: MemberActor
let leader: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mimDenHaag, evtGroup])
  coordinator = await world.member(['coordinator'])
  leader = await facilitator(world, 'Sanne')
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

type Plan = Parameters<typeof planActivity>[2]
const planned = async (more: Partial<Plan> = {}) => {
  const { activityId } = await planActivity(world.context, coordinator, {
    ...{ programmeId: mimDenHaag.id, kind: 'open_meeting', title: 'Koffie op donderdag' },
    ...{ firstOn: '2026-11-05', at: '10:00', rhythm: 'weekly', place: 'Buurthuis' },
    leaderId: leader.workerId,
    ...more,
  })
  const { meetings } = await readActivity(world.context, coordinator, { id: activityId })
  return { activityId, meetingId: meetings[0]?.id ?? '', meetings }
}
const answered = (trajectoryId: string, state: 'given' | 'withdrawn') =>
  changeConsent(world.context, coordinator, { trajectoryId, code: 'C-12', state, how: 'spoken' })
/** A woman who is visited and agreed that her name is on the list, unless said. */
async function woman(given: string, agreed = true): Promise<string> {
  const { trajectoryId } = await castWoman(
    world,
    { given, family: 'Achternaam' },
    { programmeId: mimDenHaag.id, state: 'active' },
  )
  if (agreed) await answered(trajectoryId, 'given')
  return trajectoryId
}
const signUp = (meetingId: string, trajectoryId: string | null, children = 0, by = coordinator) =>
  signUpForActivity(world.context, by, { meetingId, trajectoryId, children })
const listOf = (id: string, actor = coordinator) => readActivityMeeting(world.context, actor, { id })
const tasks = async (trajectoryId: string) =>
  (
    await world.owner.query('select reason_code from task where trajectory_id = $1 order by id', [
      trajectoryId,
    ])
  ).rows.map((row) => row.reason_code)

describe('an activity', () => {
  test('is planned once or again and again, in a programme whose group is open', async () => {
    const { meetings, activityId } = await planned()
    expect(meetings.map(({ on }) => on.toString())).toEqual([
      ...['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10'],
    ])
    expect((await planned({ rhythm: 'once', kind: 'outing' })).meetings).toHaveLength(1)
    // Christmas falls on a Friday: that one is left out and the weekday stays.
    const fridays = await planned({ firstOn: '2026-12-18' })
    expect(fridays.meetings.slice(0, 2).map(({ on }) => on.toString())).toEqual(['2026-12-18', '2027-01-08'])
    await expect(planned({ programmeId: evtGroup.id })).rejects.toMatchObject({
      fields: { programmeId: 'choose-one' },
    })
    await expect(planned({ firstOn: '2026-11-02' })).rejects.toMatchObject({
      fields: { firstOn: 'day-in-the-past' },
    })
    const unready = await castWorker(world, { given: 'Nog niet', family: 'Klaar' }, { ready: false })
    await expect(planned({ leaderId: unready })).rejects.toMatchObject({
      fields: { leaderId: 'worker-not-ready' },
    })
    await expect(planned({ theme: 'nothing' })).rejects.toMatchObject({ fields: { theme: 'choose-one' } })
    const terms = await readActivityTerms(world.context, coordinator, {})
    expect(terms.programmes.map(({ id }) => id)).toEqual([mimDenHaag.id])
    const all = await listActivities(world.context, coordinator, {})
    expect(all.find(({ id }) => id === activityId)).toMatchObject({
      ...{ title: 'Koffie op donderdag', place: 'Buurthuis', toCount: 0, led: true },
      next: { taken: 0, waiting: 0 },
    })
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    expect(await listActivities(world.context, elsewhere, {})).toEqual([])
    await expect(readActivity(world.context, elsewhere, { id: activityId })).rejects.toThrow(NotFound)
    const lead = await world.member(['safeguarding_lead'])
    await expect(readActivity(world.context, lead, { id: activityId })).rejects.toThrow(Forbidden)
  })
  test('goes on as one passes, and stops only when nobody waits for it', async () => {
    const { activityId, meetingId } = await planned()
    const her = await woman('Amal')
    const { signUpId } = await signUp(meetingId, her)
    const { version } = await readActivity(world.context, coordinator, { id: activityId })
    const stop = () => stopActivity(world.context, coordinator, { id: activityId, version })
    await expect(stop()).rejects.toThrow('activity-has-sign-ups')
    await cancelSignUp(world.context, coordinator, { id: signUpId })
    const [{ version: before } = { version: 1 }] = (
      await readActivity(world.context, coordinator, { id: activityId })
    ).meetings
    await cancelActivityMeeting(world.context, coordinator, {
      ...{ id: meetingId, version: before, reason: 'weather' },
    })
    const planned6 = async () =>
      (await readActivity(world.context, coordinator, { id: activityId })).meetings.filter(
        ({ state }) => state === 'planned',
      ).length
    expect(await planned6()).toBe(6)
    await stop()
    expect(await planned6()).toBe(0)
    await expect(
      stopActivity(world.context, coordinator, { id: activityId, version: version + 1 }),
    ).rejects.toThrow('activity-stopped')
  })
})

describe('signing up', () => {
  test('by name asks her yes; who doesn’t run it sees no list and keeps no seat without a name', async () => {
    const { meetingId } = await planned()
    const shy = await woman('Bea', false)
    await expect(signUp(meetingId, shy)).rejects.toThrow('sign-up-without-consent')
    const { trajectoryId: of } = await castWoman(world, { given: 'Chantal' }, { programmeId: mim.id })
    await expect(signUp(meetingId, of)).rejects.toThrow('sign-up-other-programme')
    const her = await woman('Deniz')
    const { signUpId } = await signUp(meetingId, her)
    await expect(signUp(meetingId, her)).rejects.toThrow('sign-up-already')
    const worker = await facilitator(world, 'Els')
    // She sees that there is a meeting and how full it is, not who comes, and not this woman's file.
    const seen = await listOf(meetingId, worker)
    expect(seen).toMatchObject({ taken: 1, signUps: [], runs: false, mayHold: false })
    await expect(signUp(meetingId, null, 0, worker)).rejects.toThrow(Forbidden)
    await expect(signUp(meetingId, await woman('Esther'), 0, worker)).rejects.toThrow(NotFound)
    await expect(cancelSignUp(world.context, worker, { id: signUpId })).rejects.toThrow(NotFound)
    await expect(listActivitiesFor(world.context, worker, { trajectoryId: her })).rejects.toThrow(NotFound)
    // Who leads it reads first names and nothing more.
    const list = await listOf(meetingId, leader)
    expect(list.signUps.map(({ given }) => given)).toEqual(['Deniz'])
    expect(JSON.stringify(list)).not.toContain('Achternaam')
    world.turnTo('2026-11-06')
    await expect(signUp(meetingId, await woman('Fadila'))).rejects.toThrow('meeting-over')
  })
  test('stops at the last seat; the list moves up by itself, and the coordinator is told', async () => {
    const { meetingId } = await planned({ seats: 2, crechePlaces: 2 })
    const [one, two, three] = [await woman('Een'), await woman('Twee'), await woman('Drie')]
    const first = await signUp(meetingId, one, 2)
    expect(first).toMatchObject({ state: 'seat', creche: 'place' })
    // Two at the same moment, and one seat left: one of them waits.
    const both = await Promise.all([signUp(meetingId, two, 1), signUp(meetingId, three, 1)])
    expect(both.map(({ state }) => state).sort()).toEqual(['seat', 'waiting'])
    expect(both.map(({ creche }) => creche)).toEqual(['waiting', 'waiting'])
    const waits = both[0]?.state === 'waiting' ? two : three
    expect(await listOf(meetingId)).toMatchObject({ taken: 2, waiting: 1, crecheTaken: 2 })
    await cancelSignUp(world.context, coordinator, { id: first.signUpId })
    expect(await listOf(meetingId)).toMatchObject({ taken: 2, waiting: 0, crecheTaken: 2 })
    expect(await tasks(waits)).toEqual(['activity-moved-up'])
    expect(await tasks(one)).toEqual([])
    const { rows } = await world.owner.query('select count(*)::int as sent from message')
    expect(rows[0].sent).toBe(0)
    await expect(cancelSignUp(world.context, coordinator, { id: first.signUpId })).rejects.toThrow(
      'sign-up-over',
    )
  })
  test('never passes the last seat, whoever signs up at the same moment', async () => {
    const { meetingId } = await planned({ seats: 3 })
    const all = await Promise.all(Array.from({ length: 8 }, () => signUp(meetingId, null)))
    expect(all.filter(({ state }) => state === 'seat')).toHaveLength(3)
    expect(await listOf(meetingId)).toMatchObject({ taken: 3, waiting: 5 })
  })
  test('counts a seat of somebody whose row this coordinator may not see', async () => {
    const { meetingId } = await planned({ seats: 1, crechePlaces: 1 })
    await world.owner.query(
      'update activity_meeting set seats_taken = 1, creche_taken = 1, signed_up = 1 where id = $1',
      [meetingId],
    )
    expect(await signUp(meetingId, null, 1)).toMatchObject({ state: 'waiting', creche: 'waiting' })
    expect(await listOf(meetingId)).toMatchObject({ taken: 1, crecheTaken: 1 })
  })
  test('of a meeting that falls through becomes a task for each who has a name', async () => {
    const { meetingId } = await planned()
    const her = await woman('Greet')
    await signUp(meetingId, her)
    await signUp(meetingId, null)
    const { version } = await listOf(meetingId)
    await cancelActivityMeeting(world.context, coordinator, { id: meetingId, version, reason: 'illness' })
    expect(await tasks(her)).toEqual(['activity-cancelled'])
    await expect(signUp(meetingId, null)).rejects.toThrow('meeting-over')
  })
})

describe('counting', () => {
  test('adds up: by name who agreed, the rest without; a withdrawn yes makes her one of the rest', async () => {
    const { activityId, meetingId } = await planned()
    const [stays, leaves, home] = [await woman('Hana'), await woman('Ilse'), await woman('Joke')]
    const ids = [
      await signUp(meetingId, stays),
      await signUp(meetingId, leaves),
      await signUp(meetingId, home),
    ]
    const present = ids.slice(0, 2).map(({ signUpId }) => signUpId)
    const hold = async (adults: number, more: Partial<Parameters<typeof holdActivityMeeting>[2]> = {}) => {
      const { version } = await listOf(meetingId, leader)
      return holdActivityMeeting(world.context, leader, {
        ...{ id: meetingId, version, adults, children: 5, minutes: 90, present },
        ...more,
      })
    }
    await expect(hold(7)).rejects.toThrow('meeting-to-come')
    world.turnTo('2026-11-05')
    await expect(hold(1)).rejects.toMatchObject({ fields: { adults: 'head-count-below-named' } })
    const strangers = (await planned()).meetingId
    const other = await signUp(strangers, null)
    await expect(hold(7, { present: [other.signUpId] })).rejects.toThrow(NotFound)
    const outsider = await facilitator(world, 'Kiki')
    await expect(
      holdActivityMeeting(world.context, outsider, {
        ...{ id: meetingId, version: 1, adults: 7, children: 5, minutes: 90, present: [] },
      }),
    ).rejects.toThrow(NotFound)
    await answered(leaves, 'withdrawn')
    expect(await hold(7)).toEqual({ total: 12 })
    expect((await listOf(meetingId)).counted).toEqual({ named: 1, others: 6, children: 5, total: 12 })
    const { counted } = await readActivity(world.context, coordinator, { id: activityId })
    expect(counted).toEqual({ named: 1, others: 6, children: 5, total: 12 })
    // Only who was there by name has it in her own picture.
    const dose = async (id: string) => (await readTrajectory(world.context, coordinator, { id })).dose
    expect(await dose(stays)).toMatchObject([{ beside: { times: 0 }, group: { times: 1, minutes: 90 } }])
    expect(await dose(leaves)).toEqual([])
    expect(await dose(home)).toEqual([])
    // Put right on the same page.
    expect(await hold(8)).toEqual({ total: 13 })
  })
  test('takes in families that nobody here knows, by number and nothing else', async () => {
    const { meetingId } = await planned({ seats: 4 })
    await signUp(meetingId, null, 2)
    world.turnTo('2026-11-05')
    const { version } = await listOf(meetingId, leader)
    await holdActivityMeeting(world.context, leader, {
      ...{ id: meetingId, version, adults: 3, children: 4, minutes: 120, present: [] },
    })
    const { rows } = await world.owner.query(
      'select person_id, trajectory_id, attended from activity_sign_up where meeting_id = $1',
      [meetingId],
    )
    expect(rows).toEqual([{ person_id: null, trajectory_id: null, attended: null }])
    expect((await listOf(meetingId)).counted).toEqual({ named: 0, others: 3, children: 4, total: 7 })
  })
})
