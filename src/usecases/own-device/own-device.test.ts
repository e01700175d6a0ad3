import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import { letsOwnDevices, mayAnswerHerself, ownPhone } from '#testing/own-device.ts'
import { openWorld, type World } from '#testing/world.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { setOwnDevice } from '#usecases/organisation/set-own-device.ts'
import { answerOwnDevice } from '#usecases/own-device/answer-own-device.ts'
import { enterOwnDevice } from '#usecases/own-device/enter-own-device.ts'
import { deviceHash, giveDeviceCode } from '#usecases/own-device/give-device-code.ts'
import { leaveOwnDevice } from '#usecases/own-device/leave-own-device.ts'
import { openOwnDevice } from '#usecases/own-device/open-own-device.ts'
import { prepareOwnDevice } from '#usecases/own-device/prepare-own-device.ts'
import { readOwnDevice } from '#usecases/own-device/read-own-device.ts'
import { stopOwnDevice } from '#usecases/own-device/stop-own-device.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
  await letsOwnDevices(world)
})
afterAll(() => world.close())

const morning = '2026-11-03T09:00'
const her = async (
  names: readonly string[] = ['k10-nl@1'],
  how: Partial<Parameters<typeof mayAnswerHerself>[3]> = {},
) => {
  world.turnTo(morning)
  return mayAnswerHerself(world, coordinator, names, { programmeId: mim.id, ...how })
}
const give = (trajectoryId: string, actor = coordinator, more: object = {}) =>
  giveDeviceCode(world.context, actor, { trajectoryId, moment: 'T0', how: 'beside', asked: true, ...more })
const device = (orgId = world.orgId) => ({ kind: 'visitor', orgId, door: 'own_device' }) as const
const hashed = (text: string, orgId = world.orgId) => deviceHash(world.context, orgId, text)

/** Types the code, as another device does each time; gives what its page holds. */
let devices = 0
async function type(code: string, orgId = world.orgId): Promise<string> {
  devices += 1
  const tokenHash = hashed(`page ${devices}`, orgId)
  await enterOwnDevice(world.context, device(orgId), { codeHash: hashed(code, orgId), tokenHash })
  return tokenHash
}
const open = async (trajectoryId: string) => type((await give(trajectoryId)).code)
const read = (tokenHash: string) => readOwnDevice(world.context, device(), { tokenHash })
const all = (name: string, value: number) =>
  Object.fromEntries(
    (findOnShelf(name)?.items ?? []).map((item) => [`${findOnShelf(name)?.id}.${item.id}`, String(value)]),
  )
const send = (tokenHash: string, answers = all('k10-nl@1', 2), versions: Record<string, string> = {}) =>
  answerOwnDevice(world.context, device(), { tokenHash, language: 'nl', answers, versions })
const rowsOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select instrument_id, state, mode, taken_by, scores, answers_sealed from measure where trajectory_id = $1 order by instrument_id`,
      [trajectoryId],
    )
  ).rows
const statesOf = async (trajectoryId: string) => (await rowsOf(trajectoryId)).map(({ state }) => state)
const tasksOf = async (trajectoryId: string) =>
  (
    await world.owner.query('select reason_code from task where trajectory_id = $1 order by created_at, id', [
      trajectoryId,
    ])
  ).rows.map(({ reason_code }) => reason_code)

describe('giving a code', () => {
  test('is for who takes measures, of women she may see', async () => {
    const { trajectoryId } = await her()
    for (const roles of [
      ['worker'],
      ['safeguarding_lead'],
      ['administrator'],
      ['programme_manager'],
    ] as const)
      await expect(give(trajectoryId, await world.member(roles))).rejects.toThrow(Forbidden)
    await expect(give(trajectoryId, await world.member(['coordinator'], world.otherOrgId))).rejects.toThrow(
      NotFound,
    )
    await expect(give(trajectoryId, coordinator, { moment: 'T7' })).rejects.toThrow(NotFound)
  })
  test('asks how she is spoken with, and that she was asked', async () => {
    const { trajectoryId } = await her()
    for (const [more, field] of [
      [{ how: 'text' }, 'how'],
      [{ asked: false }, 'asked'],
    ] as const)
      await expect(give(trajectoryId, coordinator, more)).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
  })
  test('keeps a digest of it and queues nothing', async () => {
    const { trajectoryId } = await her()
    const { code, until } = await give(trajectoryId)
    expect(until.toString()).toBe('2026-11-03T09:00:00Z')
    const { rows } = await world.owner.query('select * from own_device where trajectory_id = $1', [
      trajectoryId,
    ])
    expect(JSON.stringify(rows)).not.toContain(code)
    const sent = await world.owner.query('select count(*)::int as n from message where trajectory_id = $1', [
      trajectoryId,
    ])
    expect(sent.rows[0].n).toBe(0)
  })
  test('by the same form sent twice is one, and shows the same', async () => {
    const { trajectoryId } = await her()
    const form = { key: world.context.newId(), once: 'A'.repeat(43) }
    const input = { trajectoryId, moment: 'T0', how: 'beside', asked: true } as const
    const [first, second] = [
      await giveDeviceCode(world.context, coordinator, input, form),
      await giveDeviceCode(world.context, coordinator, input, form),
    ]
    expect(second.code).toBe(first.code)
    await type(first.code)
    await expect(
      openOwnDevice(world.context, coordinator, { ...input, codeHash: first.code }),
    ).rejects.toMatchObject({ fields: { codeHash: expect.any(String) } })
  })
  test('says what goes and what stays, and refuses where nothing goes', async () => {
    const both = await her(['k10-nl@1', 'hark-nl@1', 'phq9-nl@1', 'own-safety-nl@1', 'brs@1'])
    const prepared = await prepareOwnDevice(world.context, coordinator, {
      trajectoryId: both.trajectoryId,
      moment: 'T0',
    })
    expect(prepared).toMatchObject({ why: null, goes: [{ nl: expect.any(String) }] })
    expect(prepared.stays).toHaveLength(4)
    const none = await her(['hark-nl@1', 'phq9-nl@1'])
    await expect(give(none.trajectoryId)).rejects.toMatchObject({ code: 'own-device-nothing' })
  })
  test('is refused where the organisation, the programme, she, or the hour doesn’t allow it', async () => {
    const set = (rule: string) =>
      world.owner.query('update organisation set own_device = $1 where id = $2', [rule, world.orgId])
    const one = await her()
    await set('off')
    await expect(give(one.trajectoryId)).rejects.toMatchObject({ code: 'own-device-off' })
    await set('on')
    const gravest = await her(undefined, { programmeId: memosa.id })
    await expect(give(gravest.trajectoryId)).rejects.toMatchObject({ code: 'own-device-gravest' })
    const silent = await her(undefined, { agreed: false })
    await expect(give(silent.trajectoryId)).rejects.toMatchObject({ code: 'own-device-no-consent' })
    const shared = await her(undefined, { terms: { ...ownPhone, phoneOf: 'shared' } })
    await expect(give(shared.trajectoryId)).rejects.toMatchObject({ code: 'own-device-shared' })
    const mondays = await her(undefined, {
      terms: { ...ownPhone, hours: [{ days: [1], from: '09:00', until: '12:00' }] },
    })
    await expect(give(mondays.trajectoryId)).rejects.toMatchObject({ code: 'own-device-hours' })
    const worry = await her()
    await raiseConcern(world.context, coordinator, {
      trajectoryId: worry.trajectoryId,
      level: 'worried',
      words: 'Stil.',
    })
    await expect(give(worry.trajectoryId)).rejects.toMatchObject({ code: 'own-device-worry' })
    // On the last evening of the on-call list the hour runs on into a day without anybody.
    const late = await her()
    world.turnTo('2026-11-05T23:30')
    await expect(give(late.trajectoryId)).rejects.toMatchObject({ code: 'own-device-nobody-on-call' })
    world.turnTo('2026-11-05T21:00')
    await give(late.trajectoryId)
    world.turnTo(morning)
  })
  test('is only the organisation’s to turn on, by its administrator', async () => {
    await expect(setOwnDevice(world.context, coordinator, { rule: 'on' })).rejects.toThrow(Forbidden)
    const { rows } = await world.owner.query('select own_device from organisation where id = $1', [
      world.otherOrgId,
    ])
    expect(rows[0].own_device).toBe('off')
  })
})

describe('typing a code', () => {
  test('opens the questions once, on one device', async () => {
    const { trajectoryId } = await her(['k10-nl@1', 'hark-nl@1'])
    const { code } = await give(trajectoryId)
    const token = await type(code)
    const shown = await read(token)
    expect(shown?.questionnaires.map(({ shelf }) => shelf.id)).toEqual(['k10-nl'])
    expect(JSON.stringify(shown)).not.toMatch(/Elif|Yıldız/)
    await expect(type(code)).rejects.toThrow(NotFound)
    expect(await read(token)).not.toBeNull()
  })
  test('of two devices at once lets one in', async () => {
    const { trajectoryId } = await her()
    const { code } = await give(trajectoryId)
    const tries = await Promise.allSettled([type(code), type(code), type(code)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
  test('finds nothing where it is wrong, over, another organisation’s, or replaced', async () => {
    const { trajectoryId } = await her()
    const { code: first } = await give(trajectoryId)
    await expect(type('ABCD1234')).rejects.toThrow(NotFound)
    await expect(type(first, world.otherOrgId)).rejects.toThrow(NotFound)
    const { code: second } = await give(trajectoryId)
    await expect(type(first)).rejects.toThrow(NotFound)
    world.turnTo('2026-11-03T10:00')
    await expect(type(second)).rejects.toThrow(NotFound)
    world.turnTo(morning)
  })
})

/** What may happen between giving the code and sending, each of which ends it. */
type Hers = Awaited<ReturnType<typeof her>>
const meanwhile: Record<string, (hers: Hers) => Promise<unknown>> = {
  'she takes back that her answers are kept': ({ trajectoryId }) =>
    changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-7',
      state: 'withdrawn',
      how: 'spoken',
    }),
  'how she may be reached changed': async ({ personId }) => {
    const { rows } = await world.owner.query(
      'select id from safe_contact_policy where person_id = $1 and until_at is null',
      [personId],
    )
    await setSafeContact(world.context, coordinator, {
      personId,
      basedOn: rows[0].id,
      terms: { ...ownPhone, pickedUpBy: 'others_too', others: 'Haar man' },
    })
  },
  'her trajectory closed': ({ trajectoryId }) =>
    world.owner.query(`update trajectory set state = 'closed', closed_on = '2026-11-03' where id = $1`, [
      trajectoryId,
    ]),
  'a concern was raised': ({ trajectoryId }) =>
    raiseConcern(world.context, coordinator, { trajectoryId, level: 'very_worried', words: 'Gehoord.' }),
  'nobody is on call any more': () =>
    world.owner.query(`update on_call set withdrawn_at = now(), withdrawn_by = member_id`),
  'the organisation turned it off': () =>
    world.owner.query(`update organisation set own_device = 'off' where id = $1`, [world.orgId]),
  'her file is shut for who gave the code': async ({ trajectoryId }) =>
    setFileLock(world.context, await world.member(['coordinator']), {
      fileId: trajectoryId,
      against: { kind: 'member', id: coordinator.memberId },
      words: 'Zij is haar zus.',
    }),
  'who gave the code has no role for it any more': ({ trajectoryId }) =>
    world.owner.query(
      `update own_device set opened_by = (select id from member where org_id = $1 and not 'coordinator' = any(roles) limit 1)
       where trajectory_id = $2`,
      [world.orgId, trajectoryId],
    ),
  'a colleague stops it': ({ trajectoryId }) => stopOwnDevice(world.context, coordinator, { trajectoryId }),
  'it was asked in another way': ({ trajectoryId }) =>
    takeMeasure(world.context, coordinator, {
      trajectoryId,
      moment: 'T0',
      takenOn: '2026-11-03',
      mode: 'by_phone',
      answers: all('k10-nl@1', 1),
    }),
  'its hour is over': async () => world.turnTo('2026-11-03T10:00'),
}

describe.each(Object.keys(meanwhile))('meanwhile %s', (what) => {
  afterAll(async () => {
    await world.owner.query('update on_call set withdrawn_at = null, withdrawn_by = null')
    await world.owner.query(`update organisation set own_device = 'on' where id = $1`, [world.orgId])
    world.turnTo(morning)
  })
  test('the code, the questions and the answers: nothing opens and nothing is kept', async () => {
    const [typed, untyped] = [await her(), await her()]
    const token = await open(typed.trajectoryId)
    const { code } = await give(untyped.trajectoryId)
    await meanwhile[what]?.(typed)
    await meanwhile[what]?.(untyped).catch(() => undefined)
    const before = await rowsOf(typed.trajectoryId)
    await expect(type(code)).rejects.toThrow(NotFound)
    expect(await read(token)).toBeNull()
    await expect(send(token)).rejects.toThrow()
    expect(await rowsOf(typed.trajectoryId)).toEqual(before)
    expect(await tasksOf(typed.trajectoryId)).not.toContain('own-device-came-in')
  })
})

describe('sending', () => {
  test('keeps all at once, counted as ever, said to be from her device, and tells her coordinator', async () => {
    const { trajectoryId } = await her(['k10-nl@1', 'gad7-nl@1', 'hark-nl@1'])
    const token = await open(trajectoryId)
    await send(token, { ...all('k10-nl@1', 2), 'k10-nl.k10': 'skipped' }, { 'k10-nl': '1', 'gad7-nl': '1' })
    const rows = await rowsOf(trajectoryId)
    expect(rows.map(({ instrument_id, state, mode }) => [instrument_id, state, mode])).toEqual([
      ['gad7-nl', 'due', null],
      ['hark-nl', 'due', null],
      ['k10-nl', 'taken', 'own_device'],
    ])
    expect(rows[2]).toMatchObject({ taken_by: null, scores: { total: { score: 20, missing: 1 } } })
    expect(rows[2].answers_sealed.toString()).not.toContain('skipped')
    expect(await tasksOf(trajectoryId)).toContain('own-device-came-in')
    const { moments } = await listMeasures(world.context, coordinator, { trajectoryId })
    const kept = moments
      .flatMap(({ measures }) => measures)
      .find(({ instrument }) => instrument.id === 'k10-nl')
    expect(kept?.answers?.k10).toBe('skipped')
    const { last } = await prepareOwnDevice(world.context, coordinator, { trajectoryId, moment: 'T0' })
    expect(last).toMatchObject({ state: 'over', ending: 'sent' })
    expect(await read(token)).toBeNull()
  })
  test('twice, or twice at once, is once', async () => {
    const { trajectoryId } = await her()
    const token = await open(trajectoryId)
    await Promise.all([send(token), send(token), send(token)])
    await send(token, all('k10-nl@1', 5))
    expect((await rowsOf(trajectoryId))[0].scores.total.score).toBe(20)
    expect((await tasksOf(trajectoryId)).filter((code) => code === 'own-device-came-in')).toHaveLength(1)
  })
  test('asks that she is called where the questionnaire says so, before anything of completeness', async () => {
    const { trajectoryId } = await her(['own-bond-nl@1'])
    const [first] = Object.entries(all('own-bond-nl@1', 1))
    await send(await open(trajectoryId), Object.fromEntries(first ? [first] : []))
    expect(await tasksOf(trajectoryId)).toEqual(
      expect.arrayContaining(['call-after-measure', 'own-device-came-in']),
    )
  })
  test('what is not among the choices comes back by its field, and nothing is kept yet', async () => {
    const { trajectoryId } = await her()
    const token = await open(trajectoryId)
    await expect(send(token, { ...all('k10-nl@1', 2), 'k10-nl.k4': '99' })).rejects.toMatchObject({
      fields: { 'k10-nl.k4': 'choose-one' },
    })
    await expect(send(token, {})).rejects.toMatchObject({ code: 'measure-empty' })
    expect(await statesOf(trajectoryId)).toEqual(['due'])
    await send(token)
    expect(await statesOf(trajectoryId)).toEqual(['taken'])
  })
  test('another version, and answers to what may not be on her device, are refused with all that came along', async () => {
    const { trajectoryId } = await her(['k10-nl@1', 'hark-nl@1', 'phq9-nl@1', 'own-safety-nl@1'])
    const token = await open(trajectoryId)
    await expect(send(token, undefined, { 'k10-nl': '2' })).rejects.toMatchObject({
      code: 'measure-other-version',
    })
    for (const forged of ['hark-nl.a', 'phq9-nl.q9', 'own-safety-nl.children', 'gad7-nl.g1', 'worries.money'])
      await expect(send(token, { ...all('k10-nl@1', 2), [forged]: '1' }), forged).rejects.toThrow()
    expect(await statesOf(trajectoryId)).toEqual(['due', 'due', 'due', 'due'])
    expect(
      (await world.owner.query('select 1 from concern where trajectory_id = $1', [trajectoryId])).rowCount,
    ).toBe(0)
    await send(token)
  })
  test('staff can’t say that it came from her device', async () => {
    const { trajectoryId } = await her()
    const said = { trajectoryId, moment: 'T0', takenOn: '2026-11-03', answers: all('k10-nl@1', 2) }
    await expect(
      takeMeasure(world.context, coordinator, { ...said, mode: 'own_device' as 'alone' }),
    ).rejects.toMatchObject({ fields: { mode: expect.any(String) } })
  })
})

describe('leaving', () => {
  const leave = (tokenHash: string, call = false) =>
    leaveOwnDevice(world.context, device(), { tokenHash, call })
  test('ends it: nothing opens again and nothing is kept', async () => {
    const { trajectoryId } = await her()
    const token = await open(trajectoryId)
    await leave(token)
    expect(await read(token)).toBeNull()
    await expect(send(token)).rejects.toThrow(NotFound)
    expect(await statesOf(trajectoryId)).toEqual(['due'])
    await leave(token)
    await expect(leave(hashed('nobody'))).rejects.toThrow(NotFound)
  })
  test('with a wish to be called puts that on a list, once, and also when her time is over or a colleague stopped it', async () => {
    const { trajectoryId } = await her()
    const token = await open(trajectoryId)
    await stopOwnDevice(world.context, coordinator, { trajectoryId })
    world.turnTo('2026-11-03T12:00')
    await leave(token, true)
    await leave(token, true)
    world.turnTo(morning)
    expect(await tasksOf(trajectoryId)).toEqual(['own-device-call-her'])
    const { last } = await prepareOwnDevice(world.context, coordinator, { trajectoryId, moment: 'T0' })
    expect(last).toMatchObject({ called: true, ending: 'stopped' })
  })
})
