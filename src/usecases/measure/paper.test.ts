import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { castWoman } from '#testing/cast.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { keySecondTime } from '#usecases/measure/key-second-time.ts'
import { readPaperQuestions } from '#usecases/measure/read-paper-questions.ts'
import { readSecondKeying } from '#usecases/measure/read-second-keying.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { readOutcomes } from '#usecases/outcome/read-outcomes.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([memosa])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

/** A woman with these questionnaires of the shelf due at T0; how she is reached is agreed unless said. */
async function asked(names: readonly string[], agreed = true): Promise<string> {
  const woman = await castWoman(
    world,
    { given: 'Elif', family: 'Yıldız' },
    { programmeId: memosa.id, state: 'active' },
  )
  for (const name of names) {
    const [id, version] = name.split('@')
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
       values ($1, $2, $3, 'T0', $4, $5, 'due', '2026-11-03')`,
      [world.orgId, world.context.newId(), woman.trajectoryId, id, version],
    )
  }
  if (agreed) await agreeSafeContact(world, coordinator, woman.personId)
  return woman.trajectoryId
}
const print = (trajectoryId: string, actor = coordinator, moment = 'T0') =>
  readPaperQuestions(world.context, actor, { trajectoryId, moment })

describe('a questionnaire on paper', () => {
  test('is not there for whoever may not see her, nor for a moment that she does not have', async () => {
    const id = await asked(['k10-nl@1'])
    await expect(print(id, await world.member(['worker']))).rejects.toThrow(Forbidden)
    await expect(print(id, await world.member(['coordinator'], world.otherOrgId))).rejects.toThrow(NotFound)
    await expect(print(id, coordinator, 'T7')).rejects.toThrow(NotFound)
  })
  test('leaves only where she agreed to paper, and never with questions about violence', async () => {
    await expect(print(await asked(['k10-nl@1'], false))).rejects.toMatchObject({ code: 'paper-not-asked' })
    const id = await asked(['k10-nl@1', 'hark-nl@1', 'own-safety-nl@1', 'brs@1'])
    const { code, questionnaires } = await print(id)
    expect(questionnaires.map(({ instrument }) => instrument.id)).toEqual(['k10-nl'])
    const both = await print(await asked(['who5@1', 'k10-nl@1']))
    const order = both.questionnaires.map(({ instrument }) => instrument.id)
    expect(order.indexOf('k10-nl')).toBe(0)
    expect(code).toMatch(/^\w{4}-\w{4}-T0$/)
    expect(JSON.stringify([code, questionnaires])).not.toMatch(/Elif|Yıldız/)
    await expect(print(await asked(['hark-nl@1']))).rejects.toMatchObject({ code: 'measure-none-on-paper' })
  })
})

describe('keying in a paper twice', () => {
  let other: MemberActor
  beforeAll(async () => {
    other = await world.member(['coordinator'])
  })
  type Answers = Record<string, string>
  const same = (value: string): Answers =>
    Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`k10-nl.k${at + 1}`, value]))
  const first = (trajectoryId: string, answers: Answers, actor = coordinator) =>
    takeMeasure(world.context, actor, {
      trajectoryId,
      moment: 'T0',
      takenOn: '2026-11-03',
      mode: 'on_paper',
      answers,
      agreed: true,
    })
  const again = (trajectoryId: string, answers: Answers, decided: Answers = {}, actor = other) =>
    keySecondTime(world.context, actor, { trajectoryId, moment: 'T0', answers, decided })
  const rowOf = async (trajectoryId: string) =>
    (await world.owner.query(`select * from measure where trajectory_id = $1`, [trajectoryId])).rows[0]
  const waits = async (trajectoryId: string, actor: MemberActor) =>
    (await readWorklist(world.context, actor, {})).lines.some(
      ({ id, source }) => id === trajectoryId && source.from === 'second-keying',
    )

  test('is asked of somebody else, who sees the questions and no answer', async () => {
    const id = await asked(['k10-nl@1'])
    await expect(again(id, same('1'))).rejects.toMatchObject({ code: 'paper-not-to-key' })
    await first(id, same('3'))
    expect((await rowOf(id)).check_code).toBe('few')
    expect([await waits(id, coordinator), await waits(id, other)]).toEqual([false, true])
    await expect(again(id, same('3'), {}, coordinator)).rejects.toMatchObject({ code: 'paper-keyed-by-you' })
    await expect(again(id, same('3'), {}, await world.member(['worker']))).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(again(id, same('3'), {}, elsewhere)).rejects.toThrow(NotFound)
    const blind = await readSecondKeying(world.context, other, { trajectoryId: id, moment: 'T0' })
    expect(blind.differences).toEqual([])
    expect(JSON.stringify(blind)).not.toContain('"first"')
    expect(await again(id, same('3'))).toMatchObject({ differences: 0, concernId: null })
    expect(await rowOf(id)).toMatchObject({
      checked_by: other.memberId,
      checked_questions: 10,
      checked_differences: 0,
    })
    expect(await waits(id, other)).toBe(false)
    await expect(again(id, same('3'))).rejects.toMatchObject({ code: 'paper-not-to-key' })
  })
  test('differences are shown and settled with the paper in hand, and counted', async () => {
    const id = await asked(['k10-nl@1'])
    await first(id, same('3'))
    const second = { ...same('3'), 'k10-nl.k2': '5', 'k10-nl.k4': '' }
    await expect(again(id, {})).rejects.toMatchObject({ code: 'measure-empty' })
    await expect(again(id, second)).rejects.toMatchObject({ code: 'paper-differs', detail: { count: 2 } })
    expect((await rowOf(id)).checked_by).toBeNull()
    const place = { trajectoryId: id, moment: 'T0', answers: second }
    const { differences } = await readSecondKeying(world.context, other, place)
    expect(differences.map(({ field, first: a, second: b }) => [field, a, b])).toEqual([
      ['k10-nl.k2', '3', '5'],
      ['k10-nl.k4', '3', null],
    ])
    await expect(again(id, second, { 'k10-nl.k2': '5' })).rejects.toMatchObject({ detail: { count: 1 } })
    const wrong = { 'k10-nl.k2': '99', 'k10-nl.k4': '3' }
    await expect(again(id, second, wrong)).rejects.toMatchObject({ fields: { 'k10-nl.k2': 'choose-one' } })
    await again(id, second, { 'k10-nl.k2': '5', 'k10-nl.k4': '3' })
    const row = await rowOf(id)
    const { keyed } = await readOutcomes(world.context, coordinator, { programmeId: memosa.id, year: null })
    expect(keyed).toMatchObject({ questions: 20, differences: 2, checked: 2, waiting: 0 })
    expect([row.checked_differences, row.scores.total.score, row.taken_by]).toEqual([
      2,
      32,
      coordinator.memberId,
    ])
  })
  test('is never asked of what was said and not written', async () => {
    const id = await asked(['k10-nl@1'])
    await takeMeasure(world.context, coordinator, {
      trajectoryId: id,
      moment: 'T0',
      takenOn: '2026-11-03',
      mode: 'together',
      answers: same('2'),
      agreed: true,
    })
    await expect(again(id, same('2'))).rejects.toMatchObject({ code: 'paper-not-to-key' })
  })
})
