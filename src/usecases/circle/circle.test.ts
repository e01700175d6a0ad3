import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { addSupporter } from '#usecases/circle/add-supporter.ts'
import { changeSupporter } from '#usecases/circle/change-supporter.ts'
import { endSupporter } from '#usecases/circle/end-supporter.ts'
import { readCircle } from '#usecases/circle/read-circle.ts'
import { readCirclePaper } from '#usecases/circle/read-circle-paper.ts'
import { recordReliance } from '#usecases/circle/record-reliance.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { readContactTerms } from '#usecases/contact/read-contact-terms.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, memosa, evtGroup])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

type Told = Parameters<typeof addSupporter>[2]['told']
const mother: Told = { kind: 'family', name: 'Merelmoeder', ring: 1, helpsWith: 'Past op' }
const add = async (actor: MemberActor, trajectoryId: string, more: Partial<Told> = {}) =>
  (await addSupporter(world.context, actor, { trajectoryId, told: { ...mother, ...more } })).supporterId
const read = (trajectoryId: string, actor = coordinator, against: string | null = null) =>
  readCircle(world.context, actor, { trajectoryId, against })
const change = async (trajectoryId: string, supporterId: string, more: Partial<Told>, version = 1) =>
  changeSupporter(world.context, coordinator, {
    trajectoryId,
    supporterId,
    version,
    told: { ...mother, ...more },
  })
const count = (actor: MemberActor, trajectoryId: string, said: string, more: object = {}) =>
  recordReliance(world.context, actor, { trajectoryId, count: said, ...more })
const calm = (trajectoryId: string) =>
  fillAdversityGrid(world.context, coordinator, {
    trajectoryId,
    counts: { adversitySafety: '0' },
    words: null,
  })
const onPaper = (trajectoryId: string, actor = coordinator) =>
  readCirclePaper(world.context, actor, { trajectoryId })
const agree = (personId: string, neverAtHome = false) =>
  setSafeContact(world.context, coordinator, {
    personId,
    basedOn: null,
    terms: {
      channels: ['phone'],
      through: null,
      hours: null,
      pickedUpBy: 'only_herself',
      others: null,
      coverName: null,
      codeWord: null,
      language: 'nl',
      voicemail: 'never',
      neverAtHome,
      remark: null,
    },
  })

describe('who may', () => {
  test('her coach and a coordinator draw it; a lead reads; nobody else sees that there is one', async () => {
    const one = await expecting(world)
    const id = one.trajectoryId
    const supporterId = await add(one.worker, id)
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    const told = { ...mother }
    const which = { trajectoryId: id, supporterId, version: 1 }
    for (const actor of [stranger, elsewhere])
      for (const attempt of [
        () => add(actor, id),
        () => changeSupporter(world.context, actor, { ...which, told }),
        () => endSupporter(world.context, actor, which),
        () => count(actor, id, '3'),
        () => read(id, actor),
        () => onPaper(id, actor),
      ])
        await expect(attempt()).rejects.toThrow(NotFound)
    const lead = await world.member(['safeguarding_lead'])
    const manager = await world.member(['programme_manager'])
    expect((await read(id, lead)).mayWrite).toBe(false)
    for (const attempt of [() => add(lead, id), () => count(lead, id, '3'), () => onPaper(id, lead)])
      await expect(attempt()).rejects.toThrow(Forbidden)
    await expect(read(id, manager)).rejects.toThrow(Forbidden)
    // Somebody of another woman's circle can't be reached by way of this one.
    const other = await expecting(world)
    await expect(change(other.trajectoryId, supporterId, {})).rejects.toThrow(NotFound)
  })
  test('a programme without a circle has none', async () => {
    const { trajectoryId } = await expecting(world, { programme: evtGroup, dueOn: null })
    await expect(add(coordinator, trajectoryId)).rejects.toThrow(NotFound)
    await expect(read(trajectoryId)).rejects.toThrow(NotFound)
    await expect(onPaper(trajectoryId)).rejects.toThrow(NotFound)
  })
  test('once it is over nothing is drawn any more', async () => {
    const { trajectoryId: id } = await expecting(world)
    const supporterId = await add(coordinator, id)
    await world.owner.query(
      `update trajectory set state = 'closed', closed_on = '2026-11-03' where id = $1`,
      [id],
    )
    for (const attempt of [
      () => add(coordinator, id),
      () => change(id, supporterId, {}),
      () => count(coordinator, id, '1'),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not-from-this-state' })
    expect((await read(id)).mayWrite).toBe(false)
  })
})

describe('her circle', () => {
  test('keeps what was said before, and shows then and now', async () => {
    const { trajectoryId: id } = await expecting(world)
    const first = await add(coordinator, id)
    const gone = await add(coordinator, id, { kind: 'friend', name: 'Lijster', ring: 2 })
    world.turnTo('2027-02-01')
    await change(id, first, { ring: 2 })
    await endSupporter(world.context, coordinator, { trajectoryId: id, supporterId: gone, version: 1 })
    await add(coordinator, id, { kind: 'professional', role: 'debt_help', name: null, ring: 3 })
    const circle = await read(id)
    expect(circle.now.map(({ told, version }) => [told.kind, told.ring, version])).toEqual([
      ['family', 2, 2],
      ['professional', 3, 1],
    ])
    expect(circle.thenOn?.toString()).toBe('2026-11-03')
    expect(circle.moves.map(({ was, now, move }) => [(now ?? was)?.kind, move])).toEqual([
      ['family', 'further'],
      ['professional', 'new'],
      ['friend', 'gone'],
    ])
    await expect(change(id, gone, {}, 2)).rejects.toThrow(NotFound)
    await expect(change(id, first, {}, 1)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('says what can’t be, with the field it is about, and no citizen number', async () => {
    const { trajectoryId: id } = await expecting(world)
    for (const [more, fields] of [
      [{ kind: 'partner' }, { 'told.name': 'partner-without-name' }],
      [{ kind: 'professional' }, { 'told.role': 'choose-one' }],
      [{ lastContactOn: '2026-11-04' }, { 'told.lastContactOn': 'day-to-come' }],
      [{ mayTalkSince: '2026-11-04' }, { 'told.mayTalkSince': 'day-to-come' }],
    ] as const)
      await expect(add(coordinator, id, more)).rejects.toMatchObject({ fields })
    await add(coordinator, id, { helpsWith: 'Merelverhaal 111222333' })
    expect((await read(id)).now[0]?.told.helpsWith).toBe('Merelverhaal […]')
    for (let more = 1; more < 40; more += 1) await add(coordinator, id, { name: `Mees ${more}` })
    await expect(add(coordinator, id)).rejects.toMatchObject({ code: 'circle-full' })
    const { rows } = await world.owner.query(
      `select told_sealed::text as kept from supporter_version where told_sealed is not null`,
    )
    for (const { kept } of rows) expect(kept).not.toContain(Buffer.from('Merel').toString('hex'))
  })
  test('after a loss calls nobody by what they do for a child', async () => {
    const { trajectoryId: id } = await expecting(world)
    await add(coordinator, id, { kind: 'professional', role: 'youth_health_care', name: 'Mees' })
    await quietTrajectory(world.context, coordinator, { trajectoryId: id, loss: 'not_said' })
    const circle = await read(id)
    expect(circle.now[0]?.told).toMatchObject({ role: 'other', name: 'Mees' })
    expect(circle.roles).not.toContain('maternity_care')
    await expect(
      add(coordinator, id, { kind: 'professional', role: 'maternity_care', name: null }),
    ).rejects.toMatchObject({ fields: { 'told.role': 'choose-one' } })
  })
})

describe('with whom we may talk', () => {
  const gp = { kind: 'professional', role: 'gp', name: null, mayTalkSince: '2026-11-03' } as const
  test('is as she says, until the consent register says no to their kind', async () => {
    const { trajectoryId: id } = await expecting(world)
    const supporterId = await add(coordinator, id, gp)
    const since = async () => (await read(id)).now[0]?.mayTalkSince?.toString() ?? null
    expect(await since()).toBe('2026-11-03')
    const sharing = { trajectoryId: id, code: 'C-6', party: 'gp', how: 'spoken' } as const
    await changeConsent(world.context, coordinator, { ...sharing, state: 'given' })
    expect(await since()).toBe('2026-11-03')
    await changeConsent(world.context, coordinator, { ...sharing, state: 'withdrawn' })
    expect(await since()).toBeNull()
    await expect(change(id, supporterId, gp)).rejects.toMatchObject({ code: 'circle-register-says-no' })
  })
  test('is her partner only where that is safe, and no more after a sign of danger', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    const partner = { kind: 'partner', name: null, mayTalkSince: '2026-11-03' } as const
    // Nobody asked her yet: what isn't known is not safe.
    await expect(add(worker, id, partner)).rejects.toMatchObject({ code: 'circle-not-now' })
    await calm(id)
    await add(worker, id, partner)
    expect((await read(id)).now[0]?.mayTalkSince).not.toBeNull()
    const [flag] = mvr.safety.redFlags
    await checkRedFlags(world.context, worker, {
      trajectoryId: id,
      on: '2026-11-03',
      flags: [flag?.id ?? ''],
      words: null,
    })
    const circle = await read(id)
    expect([circle.partnerSafe, circle.now[0]?.mayTalkSince]).toEqual([false, null])
    // He stays in the picture: it is hers.
    expect(circle.now).toHaveLength(1)
  })
  test('is never her partner in a programme that expects the greatest danger', async () => {
    const { trajectoryId: id } = await expecting(world, { programme: memosa, dueOn: null })
    await add(coordinator, id, { kind: 'partner', name: null })
    await expect(
      add(coordinator, id, { kind: 'ex_partner', name: null, mayTalkSince: '2026-11-03' }),
    ).rejects.toMatchObject({ code: 'circle-not-now' })
  })
})

describe('on how many she can rely', () => {
  test('is what she says, with its day; what she’d rather not say is never none', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    await count(worker, id, '2')
    world.turnTo('2026-12-03')
    await count(worker, id, '', { ratherNot: true })
    world.turnTo('2027-01-03')
    await count(worker, id, '4')
    await count(worker, id, '0')
    expect((await read(id)).reliance.map(({ on, count: said }) => [on.toString(), said])).toEqual([
      ['2026-11-03', 2],
      ['2026-12-03', null],
      ['2027-01-03', 0],
    ])
    const { rows } = await world.owner.query(
      `select count(*)::int as kept from reliance where trajectory_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ kept: 4 }])
    for (const [said, more, code] of [
      ['', {}, 'required'],
      ['many', {}, 'not-a-count'],
      ['100', {}, 'not-a-count'],
      ['-1', {}, 'not-a-count'],
      ['3', { ratherNot: true }, 'number-or-not'],
    ] as const)
      await expect(count(worker, id, said, more)).rejects.toMatchObject({ fields: { count: code } })
    await expect(count(worker, id, '3', { moment: 'T9' })).rejects.toMatchObject({
      fields: { moment: 'choose-one' },
    })
  })
})

describe('on paper', () => {
  test('goes only with her agreement, and never where there was a sign of danger', async () => {
    const one = await expecting(world)
    const id = one.trajectoryId
    await add(coordinator, id)
    await add(coordinator, id, { kind: 'ex_partner', name: null })
    await expect(onPaper(id)).rejects.toMatchObject({ code: 'paper-not-asked' })
    expect((await read(id)).notOnPaper).toBe('paper-not-asked')
    await agree(one.personId)
    const { people } = await onPaper(id, one.worker)
    expect(people).toEqual([
      { kind: 'family', name: 'Merelmoeder', role: null, ring: 1, helpsWith: 'Past op' },
    ])
    const [flag] = mvr.safety.redFlags
    await checkRedFlags(world.context, one.worker, {
      trajectoryId: id,
      on: '2026-11-03',
      flags: [flag?.id ?? ''],
      words: null,
    })
    await expect(onPaper(id)).rejects.toMatchObject({ code: 'circle-not-on-paper' })
  })
  test('goes nowhere she wants no paper, nor in the highest safety class', async () => {
    const one = await expecting(world)
    await agree(one.personId, true)
    await expect(onPaper(one.trajectoryId)).rejects.toMatchObject({ code: 'paper-not-home' })
    const two = await expecting(world, { programme: memosa, dueOn: null })
    await agree(two.personId)
    await expect(onPaper(two.trajectoryId)).rejects.toMatchObject({ code: 'circle-not-on-paper' })
  })
})

describe('her partner takes part in a visit', () => {
  const log = async (trajectoryId: string, actor: MemberActor, more: object = {}) =>
    addContact(world.context, actor, {
      trajectoryId,
      kind: 'done',
      on: '2026-11-03',
      minutes: 60,
      partnerTookPart: true,
      ...more,
    })
  const offered = async (trajectoryId: string) =>
    (await readContactTerms(world.context, coordinator, { trajectoryId })).partnerOffered
  test('only if she wants that and it is safe; that he was there can always be said', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    const refused = { code: 'partner-not-part' }
    expect(await offered(id)).toBe(false)
    await expect(log(id, worker)).rejects.toMatchObject(refused)
    await calm(id)
    await expect(log(id, worker)).rejects.toMatchObject(refused)
    const supporterId = await add(worker, id, { kind: 'partner', name: null })
    await expect(log(id, worker)).rejects.toMatchObject(refused)
    await change(id, supporterId, { kind: 'partner', name: null, mayTalkSince: '2026-11-03' })
    expect(await offered(id)).toBe(true)
    const { contactId } = await log(id, worker, { present: ['children'] })
    expect((await readContact(world.context, worker, { id: contactId })).notes?.went).toMatchObject({
      partnerTookPart: true,
      present: ['partner', 'children'],
    })
    // He calls a visit off: from then on he isn't asked in, whatever she said before.
    await world.owner.query(
      `update contact set state = 'cancelled', cancelled_by = 'partner', done_on = null, minutes = null where id = $1`,
      [contactId],
    )
    expect(await offered(id)).toBe(false)
    await expect(log(id, worker)).rejects.toMatchObject(refused)
    await log(id, worker, { partnerTookPart: false, present: ['partner'] })
  })
})
