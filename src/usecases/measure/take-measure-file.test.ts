import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { responseOf } from '#domain/fhir/questionnaire-response.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { memosa } from '#programmes/memosa.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import { castWoman } from '#testing/cast.ts'
import { put } from '#testing/put.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { takeMeasureFile } from '#usecases/measure/take-measure-file.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([memosa])
  world.turnTo('2026-11-03')
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

async function asked(...names: readonly string[]): Promise<string> {
  const { trajectoryId } = await castWoman(
    world,
    { given: 'Elif', family: 'Yıldız' },
    { programmeId: memosa.id, state: 'active' },
  )
  for (const name of names) {
    const [id, version, moment = 'T0', day = '2026-11-03'] = name.split('@')
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
       values ($1, $2, $3, $6, $4, $5, 'due', $7)`,
      [world.orgId, world.context.newId(), trajectoryId, id, version, moment, day],
    )
  }
  return trajectoryId
}
const answersTo = (name: string, value: number, but: Record<string, string | null> = {}) => ({
  ...Object.fromEntries((findOnShelf(name)?.items ?? []).map(({ id }) => [id, String(value)])),
  ...but,
})
/** As Naast itself writes answers, for what may leave. */
function fileOf(name: string, answers: Record<string, string | null>, on = '2026-11-02') {
  const instrument = findOnShelf(name)
  if (!instrument) throw new Error(name)
  const taken = { on: Temporal.PlainDate.from(on), mode: 'on_paper' as const, stopped: false, answers }
  const response = responseOf({ ...instrument, alone: false, neverRemote: false }, taken)
  if (isRefusal(response)) throw new Error(response.refused)
  return response
}
const take = (
  trajectoryId: string,
  file: unknown,
  more: { moment?: string; agreed?: boolean } = {},
  actor = coordinator,
) =>
  takeMeasureFile(world.context, actor, {
    trajectoryId,
    moment: 'T0',
    agreed: true,
    ...more,
    file: typeof file === 'string' ? file : JSON.stringify(file),
  })
const k10 = (but: Record<string, string | null> = {}, on?: string) =>
  fileOf('k10-nl@1', answersTo('k10-nl@1', 3, but), on)
const rowsOf = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select instrument_id, state, mode, taken_on::text, check_code, scores from measure
       where trajectory_id = $1 order by instrument_id, moment`,
      [trajectoryId],
    )
  ).rows
const concernsOf = async (trajectoryId: string) =>
  (await world.owner.query(`select id, level from concern where trajectory_id = $1`, [trajectoryId])).rows

describe('answers from a file', () => {
  test('are refused first: who may not, another organisation, no such moment', async () => {
    const id = await asked('k10-nl@1')
    for (const role of ['worker', 'referrer', 'safeguarding_lead', 'administrator'] as const)
      await expect(take(id, k10(), {}, await world.member([role]))).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(take(id, k10(), {}, elsewhere)).rejects.toThrow(NotFound)
    await expect(take(id, 'geen json', {}, elsewhere)).rejects.toThrow(NotFound)
    await expect(take(id, k10(), { moment: 'T9' })).rejects.toThrow(NotFound)
    await expect(take(id, k10(), { agreed: false })).rejects.toMatchObject({
      code: 'measure-without-consent',
    })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['due'])
  })
  test('count as those that are typed, and the rest of the moment stays due', async () => {
    const [one, other] = [await asked('k10-nl@1', 'osss3-nl@1'), await asked('k10-nl@1')]
    await take(one, k10({ k4: 'skipped' }))
    await takeMeasure(world.context, coordinator, {
      trajectoryId: other,
      moment: 'T0',
      takenOn: '2026-11-02',
      mode: 'on_paper',
      answers: Object.fromEntries(
        Object.entries(answersTo('k10-nl@1', 3, { k4: 'skipped' })).map(([item, value]) => [
          `k10-nl.${item}`,
          value ?? '',
        ]),
      ),
      agreed: true,
    })
    const [kept, rest] = await rowsOf(one)
    const [typed] = await rowsOf(other)
    expect(kept.scores).toEqual(typed.scores)
    expect(kept).toMatchObject({ state: 'taken', mode: 'on_paper', taken_on: '2026-11-02', check_code: null })
    expect(rest.state).toBe('due')
    const { moments } = await listMeasures(world.context, coordinator, { trajectoryId: one })
    const measure = moments
      .flatMap(({ measures }) => measures)
      .find(({ instrument }) => instrument.id === 'k10-nl')
    expect(measure?.answers).toEqual(answersTo('k10-nl@1', 3, { k4: 'skipped' }))
    await expect(take(one, k10())).rejects.toMatchObject({ code: 'measure-done-meanwhile' })
  })
  test('leave a programme’s own questions due as well', async () => {
    const { trajectoryId } = await castWoman(
      world,
      { given: 'Own' },
      { programmeId: memosa.id, state: 'active' },
    )
    const own = memosa.measures.find(({ instruments }) => instruments.length > 0)
    const moment = own?.moment ?? 'T0'
    for (const id of ['k10-nl', own?.instruments[0] ?? ''])
      await world.owner.query(
        `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
         values ($1, $2, $3, $4, $5, '1', 'due', '2026-11-03') on conflict do nothing`,
        [world.orgId, world.context.newId(), trajectoryId, moment, id],
      )
    await take(trajectoryId, k10(), { moment })
    const rows = await world.owner.query(
      `select instrument_id from measure where trajectory_id = $1 and state = 'taken'`,
      [trajectoryId],
    )
    expect(rows.rows).toEqual([{ instrument_id: 'k10-nl' }])
  })
  test('of another time, version, questionnaire or woman are refused in their own words', async () => {
    const id = await asked('k10-nl@1', 'k10-nl@1@T1@2027-05-03')
    world.turnTo('2027-06-01')
    const late = k10({}, '2027-05-03')
    await expect(take(id, late)).rejects.toMatchObject({ fields: { file: 'day-after-moment' } })
    world.turnTo('2026-11-03')
    await expect(take(id, k10({}, '2026-11-04'))).rejects.toMatchObject({ fields: { file: 'day-to-come' } })
    await expect(take(id, k10({}, '2026-10-01'))).rejects.toMatchObject({
      fields: { file: 'day-before-moment' },
    })
    await expect(
      take(id, put(k10(), 'questionnaire', 'urn:naast:questionnaire:k10-nl|2')),
    ).rejects.toMatchObject({
      fields: { file: 'version-unknown' },
    })
    const old = await asked('k10-nl@0')
    await expect(take(old, k10())).rejects.toMatchObject({ code: 'measure-other-version' })
    await expect(take(id, fileOf('osss3-nl@1', answersTo('osss3-nl@1', 2)))).rejects.toMatchObject({
      code: 'measure-file-not-asked',
    })
    await expect(take(id, put(k10(), 'subject', { display: 'Fatma Kaya' }))).rejects.toMatchObject({
      code: 'measure-file-of-another',
    })
    await expect(take(id, put(k10(), 'item.0.item.2.answer.0.valueCoding.code', '99'))).rejects.toMatchObject(
      {
        fields: { 'file.k3': 'answer-unknown' },
      },
    )
    await expect(take(id, 'geen json')).rejects.toMatchObject({ fields: { file: 'fhir-not-json' } })
    await expect(take(id, 'x'.repeat(300_000))).rejects.toMatchObject({ fields: { file: 'fhir-too-large' } })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['due', 'due'])
  })
  test('to a questionnaire without a permission are refused, as when they are typed', async () => {
    const id = await asked('brs@1')
    await expect(take(id, fileOf('brs@1', answersTo('brs@1', 3)))).rejects.toMatchObject({
      code: 'measure-no-licence',
    })
  })
  test('never come in of what stays in the hands of staff, and danger in them is told all the same', async () => {
    for (const [name, answers, level] of [
      ['hark-nl@1', answersTo('hark-nl@1', 0, { a: '1' }), 'very_worried'],
      ['phq9-nl@1', answersTo('phq9-nl@1', 0, { q9: '1' }), 'danger_now'],
    ] as const) {
      const id = await asked(name)
      await expect(take(id, fileOf(name, answers))).rejects.toMatchObject({
        code: 'measure-file-stays-with-staff',
        told: { concernId: expect.any(String) },
      })
      expect((await concernsOf(id)).map((one) => one.level)).toEqual([level])
      await take(id, fileOf(name, answers)).catch(() => {})
      expect(await concernsOf(id)).toHaveLength(1)
      expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['due'])
    }
  })
  test('tell of danger also where the file is not right, or is not asked now; never of another woman', async () => {
    const danger = fileOf('phq9-nl@1', answersTo('phq9-nl@1', 0, { q9: '2' }))
    const id = await asked('k10-nl@1')
    const wrong = put(danger, 'authored')
    await expect(take(id, wrong)).rejects.toMatchObject({
      fields: { 'file.authored': 'day-unreadable' },
      told: { concernId: expect.any(String) },
    })
    const hers = await asked('k10-nl@1')
    await expect(take(hers, put(danger, 'subject', { display: 'Fatma Kaya' }))).rejects.toMatchObject({
      told: null,
    })
    expect(await concernsOf(hers)).toEqual([])
  })
  test('whatever is in the file, it is refused in words and nothing is kept', async () => {
    const id = await asked('k10-nl@1')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'item',
          'item.0',
          'item.0.item.3',
          'authored',
          'questionnaire',
          'extension',
          'item.0.item.1.answer',
        ),
        fc.jsonValue().filter((junk) => typeof junk !== 'string'),
        async (path, junk) => {
          const file = put(k10(), path, junk)
          if (JSON.stringify(file) === JSON.stringify(k10())) return
          const done = await take(id, file, { agreed: false }).catch((error) => error)
          expect(done.fields ?? done.code).toBeDefined()
        },
      ),
      { numRuns: 30 },
    )
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['due'])
  })
})

describe('on the page', () => {
  const post = async (trajectoryId: string, fields: Record<string, string>, file?: string) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      key: world.context.newId(),
      what: 'take',
      fill: 'file',
      agreed: 'yes',
      takenOn: '3 november 2026',
      mode: 'together',
      ...fields,
    }))
      form.set(name, value)
    if (file !== undefined)
      form.set('file', new File([file], 'antwoorden.json', { type: 'application/json' }))
    const answer = await staffSite(routes, world, coordinator).request(
      `http://localhost${paths.measure.take(trajectoryId, 'T0')}`,
      { method: 'POST', body: form },
    )
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  const checked = /name="osss3-nl\.o1"[^>]*value="2"[^>]*checked/
  test('what was typed of the rest stays, whether the file fits or not', async () => {
    const id = await asked('k10-nl@1', 'osss3-nl@1')
    for (const file of [
      undefined,
      'geen json',
      JSON.stringify(put(k10(), 'item.0.item.2.answer.0.valueCoding.code', '99')),
      'x'.repeat(900_000),
    ]) {
      const { status, html } = await post(id, { 'osss3-nl.o1': '2' }, file)
      expect([413, 422]).toContain(status)
      expect(html).toMatch(checked)
    }
    const { html } = await post(
      id,
      {},
      JSON.stringify(put(k10(), 'item.0.item.2.answer.0.valueCoding.code', '99')),
    )
    expect(html).toContain('(k3): Dit antwoord kan hier niet.')
    const done = await post(id, { 'osss3-nl.o1': '2' }, JSON.stringify(k10()))
    expect([done.status, checked.test(done.html)]).toEqual([200, true])
    expect(done.html).toContain('De antwoorden uit het bestand zijn bewaard')
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['taken', 'due'])
    expect(done.html).not.toContain('name="k10-nl.k1"')
  })
  test('with nothing else typed it leads on', async () => {
    const id = await asked('k10-nl@1')
    const { to } = await post(id, {}, JSON.stringify(k10()))
    expect(to).toContain(paths.measure.list(id))
  })
})
