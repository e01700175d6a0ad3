import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman } from '#testing/cast.ts'
import { whoCanCome } from '#testing/composed.ts'
import { openTestGroup, type TestGroup } from '#testing/group.ts'
import { openWorld, type World } from '#testing/world.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { acceptGroupComposition } from '#usecases/group-composition/accept-group-composition.ts'
import { askCompositionWhatIf } from '#usecases/group-composition/ask-composition-what-if.ts'
import { changeGroupOffer } from '#usecases/group-composition/change-group-offer.ts'
import { dropGroupComposition } from '#usecases/group-composition/drop-group-composition.ts'
import { listGroupCompositions } from '#usecases/group-composition/list-group-compositions.ts'
import { moveInComposition } from '#usecases/group-composition/move-in-composition.ts'
import { openGroupComposition } from '#usecases/group-composition/open-group-composition.ts'
import { readGroupComposition } from '#usecases/group-composition/read-group-composition.ts'
import { readGroupOffer } from '#usecases/group-composition/read-group-offer.ts'
import { recomposeGroups } from '#usecases/group-composition/recompose-groups.ts'
import { undoCompositionMove } from '#usecases/group-composition/undo-composition-move.ts'

// A world of its own for each: who waits in one would be composed in the next.
let world: World
let group: TestGroup
let coordinator: MemberActor
beforeEach(async () => {
  world = await openWorld([mim, evtGroup])
  // Tuesdays at half past nine, for two and a half hours: all of it in the morning.
  group = await openTestGroup(world)
  coordinator = group.coordinator
})
const close: World[] = []
beforeEach(() => {
  close.push(world)
})
afterAll(async () => {
  for (const one of close) await one.close()
})

const open = (actor = coordinator) => openGroupComposition(world.context, actor, { programmeId: evtGroup.id })
const read = (id: string, actor = coordinator) => readGroupComposition(world.context, actor, { id })
async function opened(id: string, actor = coordinator) {
  const page = await read(id, actor)
  if (!page.open) throw new Error('it is not open')
  return { version: page.version, ...page.open }
}
const women = async (many: number, how: Parameters<typeof whoCanCome>[3] = {}) => {
  const made = []
  for (let at = 0; at < many; at++)
    made.push(
      await whoCanCome(world, coordinator, `Vrouw${'abcdefghijklmno'[at]}${made.length}`, {
        ...how,
        street: `Laan${at}`,
      }),
    )
  return made
}
const seatsOf = ({ groups }: Awaited<ReturnType<typeof opened>>) =>
  groups.flatMap((one) => one.women.map(({ trajectoryId }) => ({ trajectoryId, groupId: one.id })))

describe('a composition does not exist', () => {
  test('for another organisation, and is nobody’s who doesn’t plan groups', async () => {
    await women(6)
    const { compositionId: id } = await open()
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(read(id, elsewhere)).rejects.toThrow(NotFound)
    for (const act of [recomposeGroups, dropGroupComposition])
      await expect(act(world.context, elsewhere, { id, version: 1 })).rejects.toThrow(NotFound)
    for (const role of [
      'worker',
      'administrator',
      'safeguarding_lead',
      'programme_manager',
      'privacy_officer',
      'referrer',
    ] as const) {
      const actor = await world.member([role])
      await expect(read(id, actor)).rejects.toThrow(Forbidden)
      await expect(open(actor)).rejects.toThrow(Forbidden)
      await expect(listGroupCompositions(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
  })
  test('for a programme without closed groups, nor twice at once', async () => {
    await expect(openGroupComposition(world.context, coordinator, { programmeId: mim.id })).rejects.toThrow(
      NotFound,
    )
    await open()
    await expect(open()).rejects.toMatchObject({ code: 'composition-open-already' })
  })
})

describe('a proposal', () => {
  test('seats who can come, proves that nobody could be seated better, and says of the others why', async () => {
    const six = await women(6)
    const none = await castWoman(world, { given: 'Onbekend' }, { programmeId: evtGroup.id })
    const evening = await whoCanCome(world, coordinator, 'Avond', { slots: ['tue_evening'] })
    const arabic = await whoCanCome(world, coordinator, 'Arabisch', { languages: ['ar'] })
    const silent = await whoCanCome(world, coordinator, 'Zwijgt', { slots: [] })
    const { compositionId: id } = await open()
    const page = await opened(id)
    expect(
      seatsOf(page)
        .map(({ trajectoryId }) => trajectoryId)
        .sort(),
    ).toEqual(six.map(({ trajectoryId }) => trajectoryId).sort())
    expect(page.proof).toEqual({ best: true, more: 0 })
    const why = (trajectoryId: string) =>
      page.leftOut.find((one) => one.trajectoryId === trajectoryId)?.reasons
    expect(why(none.trajectoryId)).toEqual(['help'])
    expect(why(evening.trajectoryId)).toEqual(['time'])
    expect(why(arabic.trajectoryId)).toEqual(['language'])
    expect(why(silent.trajectoryId)).toEqual(['times-unknown'])
    // Somebody interprets: she has a seat, once it is composed anew; until then what was proved no longer counts.
    const { version } = await readGroup(world.context, coordinator, { id: group.groupId })
    await changeGroupOffer(world.context, coordinator, {
      id: group.groupId,
      version,
      languages: ['nl'],
      interpreters: ['ar'],
      seats: 8,
    })
    const offer = await readGroupOffer(world.context, coordinator, { id: group.groupId })
    expect(offer).toMatchObject({ languages: ['nl'], interpreters: ['ar'], seats: 8 })
    expect((await opened(id)).proof).toBeNull()
    await recomposeGroups(world.context, coordinator, { id, version: page.version })
    const anew = await opened(id)
    expect(seatsOf(anew)).toHaveLength(7)
    expect(anew.groups[0]).toMatchObject({ max: 8, interpreters: ['ar'] })
  })
  test('leaves a group that would have too few, and counts who is on the way into it', async () => {
    const five = await women(5)
    const { compositionId: id } = await open()
    const page = await opened(id)
    expect(seatsOf(page)).toEqual([])
    expect(page.leftOut.map(({ reasons }) => reasons)).toEqual(five.map(() => ['too-few']))
    // Another one is being prepared for it already: with her they are six.
    const sixth = await whoCanCome(world, coordinator, 'Zesde')
    await addCandidate(world.context, coordinator, {
      groupId: group.groupId,
      trajectoryId: sixth.trajectoryId,
    })
    await recomposeGroups(world.context, coordinator, { id, version: page.version })
    expect(seatsOf(await opened(id))).toHaveLength(5)
  })
  test('gives no seat away that is taken by somebody whom its reader may not see', async () => {
    await women(9)
    await world.owner.query('update "group" set seats = 9, seats_taken = 2 where id = $1', [group.groupId])
    const { compositionId: id } = await open()
    const page = await opened(id)
    expect(seatsOf(page)).toHaveLength(7)
    expect(page.leftOut.map(({ reasons }) => reasons)).toEqual([['full'], ['full']])
    await world.owner.query('update "group" set seats_taken = 9 where id = $1', [group.groupId])
    await recomposeGroups(world.context, coordinator, { id, version: page.version })
    expect(seatsOf(await opened(id))).toEqual([])
  })
  test('never seats two in one group of whom one may be around the other, and says neither whom nor why', async () => {
    const six = await women(6)
    const [one] = six
    const her = await whoCanCome(world, coordinator, 'Naima', { waitingSince: '2026-11-01' })
    await recordAround(world.context, coordinator, {
      trajectoryId: one?.trajectoryId ?? '',
      told: { relation: 'family', names: ['Naima Achternaam'] },
    })
    const naast = { kind: 'system', orgId: world.orgId, job: 'collisions' } as const
    while ((await checkCollisions(world.context, naast, {})).more) {}
    const { compositionId: id } = await open()
    const page = await opened(id)
    const seated = seatsOf(page).map(({ trajectoryId }) => trajectoryId)
    expect(seated).toHaveLength(6)
    const left = page.leftOut[0]
    expect(left?.reasons).toEqual(['sealed'])
    expect([her.trajectoryId, one?.trajectoryId]).toContain(left?.trajectoryId)
    expect(JSON.stringify(left)).not.toContain(
      left?.trajectoryId === her.trajectoryId ? (one?.trajectoryId ?? '') : her.trajectoryId,
    )
    // By hand neither; and not too often a day.
    let version = page.version
    const put = () =>
      moveInComposition(world.context, coordinator, {
        id,
        version,
        trajectoryId: left?.trajectoryId ?? '',
        kind: 'put',
        groupId: group.groupId,
        reason: 'her_wish',
      })
    for (let tries = 0; tries < 5; tries++, version++)
      expect(await put()).toEqual({ moved: false, because: 'sealed' })
    await expect(put()).rejects.toMatchObject({ code: 'composition-tried-enough' })
    // Named outright it isn't accepted either.
    const all = {
      id,
      version,
      seats: [...seatsOf(page), { trajectoryId: left?.trajectoryId ?? '', groupId: group.groupId }],
    }
    const answer = await acceptGroupComposition(world.context, coordinator, all)
    expect(answer.accepted).toBe(false)
    const whatIf = await askCompositionWhatIf(world.context, coordinator, {
      id,
      trajectoryId: left?.trajectoryId ?? '',
    })
    expect(whatIf).toMatchObject({ first: { fewer: 0 }, oneMore: { has: false, more: 0 }, proved: true })
  })
  test('knows neighbours, who of whom a lock says it, and nobody whose file is locked from who asks', async () => {
    const neighbours = [
      await whoCanCome(world, coordinator, 'Buurvrouw', { street: 'Zelfdestraat' }),
      await whoCanCome(world, coordinator, 'Overbuurvrouw', { street: 'Zelfdestraat' }),
    ]
    const six = await women(6)
    const [hidden, barred] = [six[0]?.trajectoryId ?? '', six[1]?.trajectoryId ?? '']
    const lead = await world.member(['safeguarding_lead'])
    const other = await world.member(['coordinator'])
    await setFileLock(world.context, lead, {
      fileId: hidden,
      against: { kind: 'member', id: other.memberId },
      words: 'Zij kent haar.',
    })
    const [leader] = group.facilitators
    await setFileLock(world.context, lead, {
      fileId: barred,
      against: { kind: 'worker', id: leader.workerId ?? '' },
      words: 'Hij is haar broer.',
    })
    const { compositionId: id } = await open()
    const mine = await opened(id)
    expect(mine.waiting).toBe(8)
    expect(seatsOf(mine)).toHaveLength(6)
    expect(
      seatsOf(mine).filter((one) => neighbours.some((two) => two.trajectoryId === one.trajectoryId)),
    ).toHaveLength(1)
    expect(mine.leftOut.find((one) => one.trajectoryId === barred)?.reasons).toEqual(['sealed'])
    // To the other coordinator she isn't there at all, in the same draft.
    const page = await read(id, other)
    expect(JSON.stringify(page)).not.toContain(hidden)
    expect(page.open?.waiting).toBe(7)
    await expect(
      moveInComposition(world.context, other, {
        id,
        version: page.version,
        trajectoryId: hidden,
        kind: 'put',
        groupId: null,
        reason: 'other',
      }),
    ).rejects.toThrow(NotFound)
    expect(
      (await dropGroupComposition(world.context, other, { id, version: page.version })).compositionId,
    ).toBe(id)
  })
})

describe('by hand', () => {
  test('a woman is moved or kept out, every rule is looked at, and what was decided holds when it is composed anew', async () => {
    const seven = await women(7)
    const evening = await whoCanCome(world, coordinator, 'Avond', { slots: ['tue_evening'] })
    const { compositionId: id } = await open()
    const [first] = seven
    const move = async (more: object) =>
      moveInComposition(world.context, coordinator, {
        id,
        version: (await opened(id)).version,
        trajectoryId: first?.trajectoryId ?? '',
        kind: 'not',
        groupId: group.groupId,
        reason: 'not_safe_there',
        ...more,
      })
    await expect(
      moveInComposition(world.context, coordinator, {
        id,
        version: 9,
        trajectoryId: first?.trajectoryId ?? '',
        kind: 'put',
        groupId: null,
        reason: 'other',
      }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(move({ groupId: null })).rejects.toThrow(Invalid)
    await expect(move({ groupId: crypto.randomUUID() })).rejects.toThrow(Invalid)
    await expect(move({ trajectoryId: evening.trajectoryId, kind: 'put' })).rejects.toMatchObject({
      code: 'composition-time',
    })
    expect(await move({})).toMatchObject({ moved: true })
    const after = await opened(id)
    expect(seatsOf(after)).toHaveLength(6)
    expect(after.moves).toMatchObject([{ kind: 'not', reason: 'not_safe_there' }])
    // Fewer to choose from: nobody could be seated better than with her, and this isn't said to be the best.
    expect(after.proof).toMatchObject({ best: false })
    await recomposeGroups(world.context, coordinator, { id, version: after.version })
    const anew = await opened(id)
    expect(seatsOf(anew)).toHaveLength(6)
    expect(anew.proof).toEqual({ best: true, more: 0 })
    expect(anew.leftOut.find((one) => one.trajectoryId === first?.trajectoryId)?.reasons).toEqual(['by-hand'])
    await undoCompositionMove(world.context, coordinator, {
      id,
      version: anew.version,
      moveId: anew.moves[0]?.moveId ?? '',
    })
    expect((await opened(id)).proof).toBeNull()
  })
  test('a group may have too few for a moment, and isn’t accepted so', async () => {
    await women(6)
    const { compositionId: id } = await open()
    const page = await opened(id)
    const [one] = seatsOf(page)
    await moveInComposition(world.context, coordinator, {
      id,
      version: page.version,
      trajectoryId: one?.trajectoryId ?? '',
      kind: 'put',
      groupId: null,
      reason: 'her_wish',
    })
    const after = await opened(id)
    expect(after.groups[0]?.tooFew).toBe(1)
    expect(after.proof).toBeNull()
    await expect(
      acceptGroupComposition(world.context, coordinator, {
        id,
        version: after.version,
        seats: seatsOf(after),
      }),
    ).rejects.toMatchObject({ code: 'composition-too-few' })
  })
})

describe('accepting', () => {
  test('makes candidates, who have every gate still to pass, once', async () => {
    await women(7)
    const { compositionId: id } = await open()
    const page = await opened(id)
    const seats = seatsOf(page)
    const accept = { id, version: page.version, seats }
    await expect(
      acceptGroupComposition(world.context, coordinator, { ...accept, seats: [] }),
    ).rejects.toMatchObject({ code: 'composition-nobody' })
    const both = await Promise.allSettled([
      acceptGroupComposition(world.context, coordinator, accept),
      acceptGroupComposition(world.context, coordinator, accept),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { places, size } = await readGroup(world.context, coordinator, { id: group.groupId })
    expect(places).toHaveLength(7)
    expect(places.every(({ state, open: gates }) => state === 'candidate' && gates.length > 0)).toBe(true)
    expect(size.taken).toBe(0)
    expect((await read(id)).open).toBeNull()
    await expect(
      dropGroupComposition(world.context, coordinator, { id, version: page.version + 1 }),
    ).rejects.toMatchObject({ code: 'composition-not-open' })
  })
  test('takes what somebody saw or nothing: who went meanwhile stops all of it', async () => {
    const six = await women(7)
    const { compositionId: id } = await open()
    const page = await opened(id)
    await addCandidate(world.context, coordinator, {
      groupId: group.groupId,
      trajectoryId: six[0]?.trajectoryId ?? '',
    })
    await expect(
      acceptGroupComposition(world.context, coordinator, {
        id,
        version: page.version,
        seats: seatsOf(page),
      }),
    ).resolves.toMatchObject({ accepted: false, impossible: [six[0]?.trajectoryId] })
    const { places } = await readGroup(world.context, coordinator, { id: group.groupId })
    expect(places).toHaveLength(1)
    await expect(
      changeGroupOffer(world.context, coordinator, {
        id: group.groupId,
        version: 2,
        languages: [],
        interpreters: [],
        seats: 13,
      }),
    ).rejects.toThrow(Invalid)
  })
})
