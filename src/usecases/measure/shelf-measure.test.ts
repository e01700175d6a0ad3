import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import { castWoman } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { keepPermission } from '#usecases/instrument/keep-permission.ts'
import { listInstruments } from '#usecases/instrument/list-instruments.ts'
import { withdrawPermission } from '#usecases/instrument/withdraw-permission.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa, mvr])
  world.turnTo('2026-10-01')
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  world.turnTo('2026-11-03')
})
afterAll(() => world.close())

type Input = Parameters<typeof takeMeasure>[2]
/** A woman with one due questionnaire of the shelf for each of these, at T0. */
async function asked(...names: readonly string[]): Promise<string> {
  const { trajectoryId } = await castWoman(
    world,
    { given: 'Elif' },
    { programmeId: memosa.id, state: 'active' },
  )
  for (const name of names) {
    const [id, version] = name.split('@')
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
       values ($1, $2, $3, 'T0', $4, $5, 'due', '2026-11-03')`,
      [world.orgId, world.context.newId(), trajectoryId, id, version],
    )
  }
  return trajectoryId
}
const take = (trajectoryId: string, answers: Record<string, string>, more: Partial<Input> = {}) =>
  takeMeasure(world.context, coordinator, {
    trajectoryId,
    moment: 'T0',
    takenOn: '2026-11-03',
    mode: 'together',
    answers,
    agreed: true,
    ...more,
  })
const all = (name: string, value: number, count: number) =>
  Object.fromEntries(
    (findOnShelf(name)?.items ?? [])
      .slice(0, count)
      .map((item) => [`${findOnShelf(name)?.id}.${item.id}`, String(value)]),
  )
const rowsOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select instrument_id, state, scores, answers_sealed from measure where trajectory_id = $1 order by instrument_id`,
      [trajectoryId],
    )
  ).rows
const one = async (trajectoryId: string, id: string) => {
  const { moments } = await listMeasures(world.context, coordinator, { trajectoryId })
  return moments.flatMap(({ measures }) => measures).find(({ instrument }) => instrument.id === id)
}
const concernsOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select id, level, answer_due_at, ask_next_at, words_sealed from concern where trajectory_id = $1`,
      [trajectoryId],
    )
  ).rows

describe('a questionnaire of the shelf', () => {
  test('is counted as its makers count it, by score, and sealed but for that', async () => {
    const id = await asked('k10-nl@1')
    await take(id, { ...all('k10-nl@1', 3, 9), 'k10-nl.k10': 'skipped' })
    const [row] = await rowsOf(id)
    expect(row.state).toBe('taken')
    expect(row.scores.total).toMatchObject({
      score: 30,
      missing: 1,
      estimated: true,
      lowest: 28,
      highest: 32,
      band: null,
    })
    expect(row.answers_sealed.toString()).not.toContain('skipped')
    const measure = await one(id, 'k10-nl')
    expect(measure?.answers?.k10).toBe('skipped')
    expect(measure?.scores.total).toBe(30)
    expect(measure?.results.k6_6_30?.score ?? null).toBeNull()
  })
  test('stays due while nothing was said to it, and is refused by name where it can’t be', async () => {
    const id = await asked('k10-nl@1', 'osss3-nl@1')
    await expect(take(id, {})).rejects.toMatchObject({ code: 'measure-empty' })
    await take(id, all('k10-nl@1', 2, 10))
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['taken', 'due'])
    await expect(take(id, all('k10-nl@1', 2, 10))).rejects.toMatchObject({ code: 'measure-done-meanwhile' })
    await expect(take(id, { 'osss3-nl.o1': '99' })).rejects.toMatchObject({
      fields: { 'osss3-nl.o1': 'choose-one' },
    })
    await expect(take(id, all('osss3-nl@1', 2, 3), { versions: { 'osss3-nl': '2' } })).rejects.toMatchObject({
      code: 'measure-other-version',
    })
    await expect(take(id, { 'gad7-nl.g1': '1' })).rejects.toThrow(Refused)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['taken', 'due'])
  })
  test('of a version that is not here any more is not asked, and can be skipped', async () => {
    const id = await asked('k10-nl@0')
    await expect(take(id, { 'k10-nl.k1': '1' })).rejects.toThrow(Refused)
    await declineMeasure(world.context, coordinator, {
      trajectoryId: id,
      moment: 'T0',
      reason: 'not_fitting',
    })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['declined'])
  })
  test('is never asked after closing', async () => {
    const { trajectoryId } = await castWoman(
      world,
      { given: 'Dicht' },
      { programmeId: mim.id, state: 'closed' },
    )
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state)
       values ($1, $2, $3, 'T0', 'k10-nl', '1', 'due')`,
      [world.orgId, world.context.newId(), trajectoryId],
    )
    await expect(take(trajectoryId, { 'k10-nl.k1': '1' })).rejects.toMatchObject({
      code: 'measure-after-closing',
    })
  })
})

describe('questions about violence', () => {
  test('are asked only when she is alone, face to face, and never on paper or on the phone', async () => {
    const id = await asked('hark-nl@1')
    const no = all('hark-nl@1', 0, 4)
    await expect(take(id, no)).rejects.toMatchObject({ code: 'measure-not-alone' })
    for (const mode of ['by_phone', 'on_paper', 'alone'] as const)
      await expect(take(id, no, { mode, alone: true })).rejects.toMatchObject({
        code: 'measure-not-this-way',
      })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['due'])
    expect(await take(id, no, { alone: true })).toMatchObject({ concernId: null })
  })
  test('raise a concern for the same day, whatever else was left open, without saying what was answered', async () => {
    const id = await asked('hark-nl@1', 'own-safety-nl@1')
    const { concernId } = await take(id, { 'hark-nl.a': '1', 'own-safety-nl.children': '2' }, { alone: true })
    const [concern] = await concernsOf(id)
    expect(concern.level).toBe('very_worried')
    // Until midnight in the organisation's own zone at the latest.
    const midnight = Temporal.Instant.from('2026-11-03T23:00:00Z')
    expect(Temporal.Instant.compare(concern.answer_due_at, midnight)).toBeLessThanOrEqual(0)
    const page = await readConcern(world.context, coordinator, { id: concernId ?? '' })
    expect(page.alarms.map(({ kind }) => kind)).toEqual(['partner_violence', 'child_safety'])
    expect(page.words).toBeNull()
    const lead = await world.member(['safeguarding_lead'])
    expect((await readConcern(world.context, lead, { id: concernId ?? '' })).alarms).toHaveLength(2)
  })
  test('raise it also if her answers may not be kept', async () => {
    const id = await asked('hark-nl@1')
    const done = await take(id, { 'hark-nl.k': '1' }, { alone: true, agreed: false })
    expect(done).toMatchObject({ kept: false, concernId: expect.any(String) })
    expect(await concernsOf(id)).toHaveLength(1)
    expect((await rowsOf(id)).map(({ state, answers_sealed }) => [state, answers_sealed])).toEqual([
      ['due', null],
    ])
  })
})

describe('a question about self-harm', () => {
  test('is not opened while nobody is on call, and calls colleagues at once when it rings', async () => {
    const id = await asked('phq9-nl@1')
    await expect(take(id, { 'phq9-nl.q9': '1' })).rejects.toMatchObject({ code: 'measure-nobody-on-call' })
    expect((await one(id, 'phq9-nl'))?.hindrance).toBe('nobody-on-call')
    const lead = await world.member(['safeguarding_lead'])
    await putOnCall(world.context, manager, {
      memberId: lead.memberId,
      rank: 1,
      from: '2026-11-03',
      until: '2026-11-05',
    })
    expect((await one(id, 'phq9-nl'))?.hindrance).toBeNull()
    const { concernId } = await take(id, { 'phq9-nl.q9': '1' })
    const [concern] = await concernsOf(id)
    expect(concern.level).toBe('danger_now')
    expect(concern.ask_next_at).not.toBeNull()
    const page = await readConcern(world.context, coordinator, { id: concernId ?? '' })
    expect(page.steps.filter(({ kind }) => kind === 'asked').length).toBeGreaterThan(0)
    const messages = await world.owner.query(
      `select subject_sealed, body_sealed from message where trajectory_id = $1`,
      [id],
    )
    expect(JSON.stringify(messages.rows)).not.toMatch(/phq|self_harm|dood/i)
    // One of nine was answered: nothing is said of her score.
    expect((await one(id, 'phq9-nl'))?.results.total?.score ?? null).toBeNull()
  })
  test('left open is told as left open, the same day, and never as a no', async () => {
    const id = await asked('phq9-nl@1')
    const { concernId } = await take(id, { ...all('phq9-nl@1', 0, 8), 'phq9-nl.q9': 'skipped' })
    const page = await readConcern(world.context, coordinator, { id: concernId ?? '' })
    expect(page.level).toBe('very_worried')
    expect(page.alarms).toEqual([{ kind: 'self_harm', within: 'at_once', skipped: true, moment: 'T0' }])
  })
})

test('who would rather not go on with her mentor is called within a week', async () => {
  const id = await asked('own-bond-nl@1')
  expect(await take(id, all('own-bond-nl@1', 1, 4))).toMatchObject({ concernId: null })
  const { rows } = await world.owner.query(
    `select reason_code, due_on::text from task where trajectory_id = $1`,
    [id],
  )
  expect(rows).toEqual([{ reason_code: 'call-after-measure', due_on: '2026-11-10' }])
})

describe('a questionnaire of somebody else', () => {
  const permit = (more: object = {}, actor = manager) =>
    keepPermission(world.context, actor, {
      instrumentId: 'brs',
      givenBy: 'De maker',
      reference: 'Brief van 1 november',
      from: '2026-11-03',
      until: '2026-11-30',
      ...more,
    })
  test('is permitted by who makes programmes, for one that needs it, and for days that come', async () => {
    for (const role of ['coordinator', 'worker', 'referrer', 'privacy_officer', 'safeguarding_lead'] as const)
      await expect(permit({}, await world.member([role]))).rejects.toThrow(Forbidden)
    await expect(permit({ instrumentId: 'k10-nl' })).rejects.toMatchObject({ code: 'permission-not-needed' })
    await expect(permit({ instrumentId: 'cas' })).rejects.toThrow(NotFound)
    await expect(permit({ until: '2026-11-02' })).rejects.toMatchObject({ fields: { until: 'before-start' } })
    await expect(permit({ from: '2026-10-01', until: '2026-10-02' })).rejects.toMatchObject({
      fields: { until: 'day-past' },
    })
  })
  test('is asked only while its permission holds, and what was answered stays', async () => {
    const id = await asked('brs@1')
    const answers = all('brs@1', 3, 6)
    await expect(take(id, answers)).rejects.toMatchObject({ code: 'measure-no-licence' })
    const kept = await permit()
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    await expect(withdrawPermission(world.context, elsewhere, kept)).rejects.toThrow(NotFound)
    expect((await one(id, 'brs'))?.hindrance).toBeNull()
    world.turnTo('2026-12-01')
    expect((await one(id, 'brs'))?.hindrance).toBe('licence-ended')
    await expect(take(id, answers)).rejects.toMatchObject({ code: 'measure-licence-ended' })
    world.turnTo('2026-11-03')
    await take(id, answers)
    await withdrawPermission(world.context, manager, kept)
    await expect(withdrawPermission(world.context, manager, kept)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect((await one(id, 'brs'))?.scores.mean).toBe(3)
    const { instruments, mayPermit } = await listInstruments(world.context, manager, {})
    expect(mayPermit).toBe(true)
    const line = instruments.find(({ instrument }) => instrument.id === 'brs')
    expect(line).toMatchObject({ licence: 'ended', permissions: [{ givenBy: 'De maker', inForce: false }] })
    const other = await listInstruments(world.context, elsewhere, {})
    expect(other.instruments.every(({ permissions }) => permissions.length === 0)).toBe(true)
  })
})

test('alarms never depend on how complete the answers are', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('phq9-nl@1', 'hark-nl@1', 'own-safety-nl@1', 'own-bond-nl@1', 'epds@1'),
      fc.infiniteStream(fc.integer({ min: 0, max: 20 })),
      fc.infiniteStream(fc.boolean()),
      (name, choices, open) => {
        const instrument = findOnShelf(name)
        if (!instrument) throw new Error(name)
        const full = Object.fromEntries(
          instrument.items.map(({ id, choices: from }) => [
            id,
            from[(choices.next().value ?? 0) % from.length]?.value ?? 0,
          ]),
        )
        // Whatever rings on the question itself rings too if any other question is left open.
        for (const rule of instrument.alarms) {
          if (rule.of === 'any' || !('item' in rule.of)) continue
          const item = rule.of.item
          const some = Object.fromEntries(
            Object.entries(full).map(([id, value]) => [id, id !== item && open.next().value ? null : value]),
          )
          const rang = (answers: typeof some) =>
            alarmsOf(instrument, answers).some(({ kind, skipped }) => kind === rule.kind && !skipped)
          expect(rang(some)).toBe(rang(full))
        }
      },
    ),
  )
})
