import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { memosa } from '#programmes/memosa.ts'
import { castWoman } from '#testing/cast.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { keySecondTime } from '#usecases/measure/key-second-time.ts'
import { raiseMeasureAlarm } from '#usecases/measure/raise-measure-alarm.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([memosa])
  world.turnTo('2026-11-03')
  coordinator = await world.member(['coordinator'])
  const lead = await world.member(['safeguarding_lead'])
  await putOnCall(world.context, await world.member(['programme_manager']), {
    memberId: lead.memberId,
    rank: 1,
    from: '2026-11-03',
    until: '2026-11-30',
  })
})
afterAll(() => world.close())

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
type Input = Parameters<typeof takeMeasure>[2]
const take = (
  trajectoryId: string,
  answers: Record<string, string>,
  more: Partial<Input> = {},
  actor = coordinator,
) =>
  takeMeasure(world.context, actor, {
    trajectoryId,
    moment: 'T0',
    takenOn: '2026-11-03',
    mode: 'together',
    answers,
    agreed: true,
    ...more,
  })
/** What it threw, whose fields say whether somebody was told. */
const refusal = (done: Promise<unknown>): Promise<{ told?: { concernId: string } | null; code?: string }> =>
  done.then(
    () => ({}),
    (error) => error,
  )
const concernsOf = async (trajectoryId: string) =>
  (
    await world.owner.query(`select id, level from concern where trajectory_id = $1 order by id`, [
      trajectoryId,
    ])
  ).rows
const measuresOf = async (trajectoryId: string) =>
  (await world.owner.query(`select state from measure where trajectory_id = $1`, [trajectoryId])).rows

const danger = { 'phq9-nl.q9': '1' }

describe('a form that is refused', () => {
  test.each<[string, Partial<Input>, Record<string, string>]>([
    ['a day to come', { takenOn: '2026-11-04' }, {}],
    ['no day at all', { takenOn: '31 februari' }, {}],
    ['no way of asking', { mode: '' }, {}],
    ['an answer that is none', {}, { 'phq9-nl.q1': '99' }],
    ['an answer that is far too long', {}, { 'phq9-nl.q1': 'x'.repeat(6000) }],
    ['another version', { versions: { 'phq9-nl': '7' } }, {}],
    ['a question that nobody asks', {}, { 'gad7-nl.g1': '1' }],
    ['a way in which it may not be asked', { mode: 'on_paper' }, { 'hark-nl.a': '0' }],
    ['not alone', {}, { 'hark-nl.a': '0' }],
    ['a language of fifty letters', { language: 'n'.repeat(50) }, {}],
  ])('for %s tells of danger all the same, once, and keeps no answer', async (_, more, answers) => {
    const id = await asked('phq9-nl@1', 'hark-nl@1')
    const first = await refusal(take(id, { ...danger, ...answers }, more))
    const [concern, ...others] = await concernsOf(id)
    expect(first.told).toEqual({ concernId: concern?.id })
    expect([concern?.level, others]).toEqual(['danger_now', []])
    expect(await measuresOf(id)).toEqual([{ state: 'due' }, { state: 'due' }])
    // It comes again, is refused again, and then it is in order.
    expect((await refusal(take(id, { ...danger, ...answers }, more))).told).toEqual(first.told)
    expect(await take(id, danger)).toMatchObject({ kept: true, concernId: concern?.id })
    expect(await concernsOf(id)).toHaveLength(1)
    const { alarms } = await readConcern(world.context, coordinator, { id: concern?.id })
    expect(alarms).toEqual([{ kind: 'self_harm', within: 'at_once', skipped: false, moment: 'T0' }])
  })
  test('without danger in it tells nobody', async () => {
    const id = await asked('phq9-nl@1')
    const done = await refusal(take(id, { 'phq9-nl.q1': '3' }, { takenOn: '2026-11-04' }))
    expect(done.told).toBeNull()
    expect(await concernsOf(id)).toEqual([])
  })
  test('tells what she would rather not answer, and waits with what is only empty yet', async () => {
    const id = await asked('phq9-nl@1')
    const wrong = { takenOn: '2026-11-04' }
    expect((await refusal(take(id, { 'phq9-nl.q1': '0' }, wrong))).told).toBeNull()
    const open = await refusal(take(id, { 'phq9-nl.q1': '0', 'phq9-nl.q9': 'skipped' }, wrong))
    expect(await concernsOf(id)).toMatchObject([{ id: open.told?.concernId, level: 'very_worried' }])
    // Said after all: that is told anew, and outweighs it from then on.
    await refusal(take(id, danger, wrong))
    expect((await concernsOf(id)).map(({ level }) => level)).toEqual(['very_worried', 'danger_now'])
    await take(id, danger)
    expect(await concernsOf(id)).toHaveLength(2)
  })
  test('is told for each kind of danger once, when more of it comes', async () => {
    const id = await asked('phq9-nl@1', 'hark-nl@1')
    await refusal(take(id, danger, { takenOn: '2026-11-04' }))
    await refusal(take(id, { ...danger, 'hark-nl.a': '1' }))
    const rows = await concernsOf(id)
    expect(rows.map(({ level }) => level)).toEqual(['danger_now', 'very_worried'])
    const { alarms } = await readConcern(world.context, coordinator, { id: rows[1]?.id })
    expect(alarms.map(({ kind }) => kind)).toEqual(['partner_violence'])
  })
  test('two at the same time tell it once', async () => {
    const id = await asked('phq9-nl@1')
    const both = await Promise.all([1, 2].map(() => refusal(take(id, danger, { takenOn: '2026-11-04' }))))
    expect(await concernsOf(id)).toHaveLength(1)
    expect(both[0]?.told).toEqual(both[1]?.told)
  })
  test('what was done meanwhile by a colleague does not make it unsaid', async () => {
    const id = await asked('phq9-nl@1')
    await take(id, { 'phq9-nl.q1': '0', 'phq9-nl.q9': '0' })
    const late = await refusal(take(id, danger))
    expect(late).toMatchObject({ code: 'measure-not-due', told: { concernId: expect.any(String) } })
  })
  test('where authority refuses nothing is told, also not by asking for it', async () => {
    const id = await asked('phq9-nl@1')
    const place = { trajectoryId: id, moment: 'T0', answers: danger }
    for (const [actor, failure] of [
      [await world.member(['worker']), Forbidden],
      [await world.member(['referrer']), Forbidden],
      [await world.member(['coordinator'], world.otherOrgId), NotFound],
    ] as const) {
      await expect(take(id, danger, {}, actor)).rejects.toThrow(failure)
      await expect(raiseMeasureAlarm(world.context, actor, place)).rejects.toThrow(failure)
      const wrong = await refusal(take(id, danger, { takenOn: '2026-11-04' }, actor))
      expect(wrong.told ?? null).toBeNull()
    }
    await expect(raiseMeasureAlarm(world.context, coordinator, { ...place, moment: 'T7' })).rejects.toThrow(
      NotFound,
    )
    expect(await concernsOf(id)).toEqual([])
  })
  test('leaves a line in the access log, with nothing of what she said', async () => {
    const id = await asked('phq9-nl@1')
    await refusal(take(id, danger, { takenOn: '2026-11-04' }))
    const { rows } = await world.owner.query(
      `select event, outcome, detail from audit_event where $1 = any(trajectory_ids) and event like '%measure%'`,
      [id],
    )
    expect(rows).toEqual([{ event: 'raise-measure-alarm', outcome: 'success', detail: null }])
  })
})

describe('a paper that is keyed in a second time', () => {
  test('tells the danger in it before anybody decides what stands on it', async () => {
    const other = await world.member(['coordinator'])
    const id = await asked('phq9-nl@1')
    await take(id, { 'phq9-nl.q1': '0', 'phq9-nl.q9': '0' }, { mode: 'on_paper' })
    expect(await concernsOf(id)).toEqual([])
    const again = (decided: Record<string, string> = {}) =>
      keySecondTime(world.context, other, {
        trajectoryId: id,
        moment: 'T0',
        answers: { 'phq9-nl.q1': '0', 'phq9-nl.q9': '1' },
        decided,
      })
    const first = await refusal(again())
    expect(first).toMatchObject({ code: 'paper-differs', told: { concernId: expect.any(String) } })
    expect((await refusal(again())).told).toEqual(first.told)
    expect(await again({ 'phq9-nl.q9': '1' })).toMatchObject({ concernId: first.told?.concernId })
    expect(await concernsOf(id)).toHaveLength(1)
  })
})

test('the page says that it was told, and nothing that was typed is lost', async () => {
  const id = await asked('phq9-nl@1')
  const answer = await staffSite(routes, world, coordinator).request(
    `http://localhost${paths.measure.take(id, 'T0')}`,
    {
      method: 'POST',
      body: new URLSearchParams({
        key: world.context.newId(),
        what: 'take',
        agreed: 'yes',
        takenOn: '31 februari 2026',
        mode: 'together',
        'phq9-nl.q9': '1',
      }),
    },
  )
  expect(answer.status).toBe(422)
  const html = await answer.text()
  const [concern] = await concernsOf(id)
  expect(html).toContain(`href="${paths.concern.one(concern?.id)}"`)
  expect(html).toContain('Wat ze zegt is meteen gemeld')
  expect(html).toMatch(/name="phq9-nl\.q9"[^>]*value="1"[^>]*checked/)
  expect(html).toContain('31 februari 2026')
})
