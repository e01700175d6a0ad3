import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { castWorker } from '#testing/cast.ts'
import { candidate, facilitator, openTestGroup, type TestGroup } from '#testing/group.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeAlignedOffer } from '#usecases/aligned-offer/change-aligned-offer.ts'
import { listMyAlignedOffers } from '#usecases/aligned-offer/list-my-aligned-offers.ts'
import { moveAlignedMeeting } from '#usecases/aligned-offer/move-aligned-meeting.ts'
import { planAlignedOffer } from '#usecases/aligned-offer/plan-aligned-offer.ts'
import { readAlignedOffers } from '#usecases/aligned-offer/read-aligned-offers.ts'
import { stopAlignedOffer } from '#usecases/aligned-offer/stop-aligned-offer.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { moveSession } from '#usecases/group/move-session.ts'
import { readGroup } from '#usecases/group/read-group.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([mim, evtGroup])
})
afterAll(() => world.close())

const hersDoor = { postcode: '3011 AB', houseNumber: '1' }
const otherDoor = { postcode: '3022 CD', houseNumber: '12' }

/** On Tuesdays at nine thirty until twelve; her door is known unless said. */
async function group(door: typeof hersDoor | null = hersDoor): Promise<TestGroup> {
  const made = await openTestGroup(world)
  if (door) await change(made, { door })
  return made
}
const change = async (of: TestGroup, more: object) =>
  changeGroup(world.context, of.coordinator, {
    id: of.groupId,
    version: (await readGroup(world.context, of.coordinator, { id: of.groupId })).version,
    title: 'Dinsdag',
    location: 'Geheim adres 1',
    facilitatorIds: of.facilitators.map(({ workerId }) => workerId ?? ''),
    ...more,
  })
const plan = (of: TestGroup, more: object = {}, actor: MemberActor = of.coordinator) =>
  planAlignedOffer(world.context, actor, {
    groupId: of.groupId,
    offer: 'men',
    title: 'Dinsdag overdag',
    location: 'Elders',
    door: otherDoor,
    staffIds: [],
    firstOn: '2026-11-03',
    at: '09:30',
    count: 12,
    cadenceDays: 7,
    minutes: 120,
    ...more,
  })
const offersOf = (of: TestGroup) => readAlignedOffers(world.context, of.coordinator, { groupId: of.groupId })

test('an offer is nobody’s but of who plans groups; who leads it knows it, and not beside what it stands', async () => {
  const hers = await group()
  const elsewhere = await world.member(['coordinator'], world.otherOrgId)
  await expect(plan(hers, {}, elsewhere)).rejects.toThrow(NotFound)
  const his = await facilitator(world, 'Karel')
  const { offerId: id } = await plan(hers, { staffIds: [his.workerId] })
  for (const actor of [hers.facilitators[0], his, await world.member(['safeguarding_lead'])]) {
    await expect(plan(hers, {}, actor)).rejects.toThrow(Forbidden)
    await expect(readAlignedOffers(world.context, actor, { groupId: hers.groupId })).rejects.toThrow(
      Forbidden,
    )
    await expect(stopAlignedOffer(world.context, actor, { id, version: 1 })).rejects.toThrow(Forbidden)
  }
  await expect(stopAlignedOffer(world.context, elsewhere, { id, version: 1 })).rejects.toThrow(NotFound)
  const [mine] = await listMyAlignedOffers(world.context, his, {})
  expect(mine).toMatchObject({ id, title: 'Dinsdag overdag', location: 'Elders', minutes: 120 })
  expect(JSON.stringify(mine)).not.toContain(hers.groupId)
  expect(await listMyAlignedOffers(world.context, hers.facilitators[0], {})).toEqual([])
  await expect(readGroup(world.context, his, { id: hers.groupId })).rejects.toThrow(NotFound)
  // What her facilitators and her coordinator read of her group says nothing of it.
  const read = JSON.stringify(await readGroup(world.context, hers.facilitators[0], { id: hers.groupId }))
  expect(read).not.toContain(id)
  expect(read).not.toContain('Dinsdag overdag')
  await stopAlignedOffer(world.context, hers.coordinator, { id, version: 1 })
  expect(await listMyAlignedOffers(world.context, his, {})).toEqual([])
  await expect(
    changeAlignedOffer(world.context, hers.coordinator, {
      id,
      version: 2,
      title: 'x',
      location: null,
      staffIds: [],
    }),
  ).rejects.toMatchObject({ code: 'aligned-stopped' })
})

test('never in her building at her time, nor where nobody knows which building it is', async () => {
  const hers = await group()
  await expect(plan(hers, { door: hersDoor })).rejects.toMatchObject({ code: 'aligned-together' })
  // Half past twelve is within the hour in which she goes home.
  await expect(plan(hers, { door: hersDoor, at: '12:30' })).rejects.toMatchObject({
    code: 'aligned-together',
  })
  await expect(plan(hers, { door: null })).rejects.toMatchObject({ code: 'aligned-place-unknown' })
  await expect(plan(hers, { offer: 'neighbours' })).rejects.toThrow(Invalid)
  await expect(plan(hers, { firstOn: '2026-11-02' })).rejects.toThrow(Invalid)
  const { offerId: id } = await plan(hers, { door: hersDoor, at: '14:00' })
  await expect(plan(hers, { at: '19:00' })).rejects.toMatchObject({ code: 'aligned-already' })
  await expect(
    moveAlignedMeeting(world.context, hers.coordinator, {
      id,
      version: 1,
      number: 2,
      on: '2026-11-10',
      at: '11:00',
    }),
  ).rejects.toMatchObject({ code: 'aligned-together' })
  await moveAlignedMeeting(world.context, hers.coordinator, {
    id,
    version: 1,
    number: 2,
    on: '2026-11-11',
    at: '10:00',
  })
  // Her own session can't be moved to it; who leads her hears no more than that.
  const { sessions } = await readGroup(world.context, hers.coordinator, { id: hers.groupId })
  const second = sessions[1]
  const move = (actor: MemberActor) =>
    moveSession(world.context, actor, {
      id: second?.id ?? '',
      version: second?.version ?? 0,
      on: '2026-11-11',
      at: '10:30',
    })
  await expect(move(hers.facilitators[0])).rejects.toMatchObject({ code: 'session-not-then' })
  await expect(move(hers.coordinator)).rejects.toMatchObject({ code: 'aligned-together' })
  // Another place without a door: nobody can say any more that it is apart from one at the same time.
  const unknown = await group(null)
  await expect(plan(unknown)).rejects.toMatchObject({ code: 'aligned-place-unknown' })
  const apart = await group()
  await plan(apart)
  await expect(change(apart, { location: 'Verhuisd' })).rejects.toMatchObject({
    code: 'aligned-place-unknown',
  })
  await expect(change(apart, { location: 'Verhuisd', door: otherDoor })).rejects.toMatchObject({
    code: 'aligned-together',
  })
  await change(apart, { location: 'Verhuisd', door: { postcode: '3033EF', houseNumber: '3' } })
})

test('nobody leads on both sides, nor on two', async () => {
  const hers = await group()
  const [first] = hers.facilitators
  await expect(plan(hers, { staffIds: [first.workerId] })).rejects.toMatchObject({
    code: 'aligned-staff-both',
  })
  const his = (await facilitator(world, 'Joris')).workerId ?? ''
  const { offerId: id } = await plan(hers, { staffIds: [his] })
  await expect(plan(hers, { offer: 'children', staffIds: [his] })).rejects.toMatchObject({
    code: 'aligned-staff-both',
  })
  await expect(change(hers, { facilitatorIds: [his] })).rejects.toMatchObject({ code: 'aligned-staff-both' })
  await changeAlignedOffer(world.context, hers.coordinator, {
    id,
    version: 1,
    title: 'Zonder hem',
    location: 'Elders',
    staffIds: [],
  })
  await change(hers, { facilitatorIds: [his] })
  expect((await offersOf(hers)).offers).toMatchObject([{ title: 'Zonder hem', doorKnown: true, staff: [] }])
  const unready = await castWorker(world, { given: 'Nog' }, { ready: false })
  await expect(plan(hers, { offer: 'children', staffIds: [unready] })).rejects.toThrow(Invalid)
})

test('nobody from whom a woman’s file is locked leads what stands beside her group', async () => {
  const hers = await group()
  const { trajectoryId } = await candidate(world, hers, 'Selma')
  const his = await facilitator(world, 'Broer')
  await setFileLock(world.context, await world.member(['safeguarding_lead']), {
    fileId: trajectoryId,
    against: { kind: 'worker', id: his.workerId ?? '' },
    words: 'Haar broer.',
  })
  await expect(plan(hers, { staffIds: [his.workerId] })).rejects.toMatchObject({ code: 'group-leader-apart' })
})

test('two at once come after each other, and never together', async () => {
  for (let round = 0; round < 4; round++) {
    const hers = await group()
    const { offerId: id } = await plan(hers, { door: hersDoor, at: '14:00' })
    const { sessions } = await readGroup(world.context, hers.coordinator, { id: hers.groupId })
    const second = sessions[1]
    const both = await Promise.allSettled([
      moveSession(world.context, hers.coordinator, {
        id: second?.id ?? '',
        version: second?.version ?? 0,
        on: '2026-11-11',
        at: '10:00',
      }),
      moveAlignedMeeting(world.context, hers.coordinator, {
        id,
        version: 1,
        number: 2,
        on: '2026-11-11',
        at: '10:00',
      }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  }
  const hers = await group()
  const both = await Promise.allSettled([plan(hers), plan(hers)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
