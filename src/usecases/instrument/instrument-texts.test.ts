import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { memosa } from '#programmes/memosa.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import { castWoman } from '#testing/cast.ts'
import { filledQuestionnaire } from '#testing/filled-questionnaire.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { destroyInstrumentTexts } from '#usecases/instrument/destroy-instrument-texts.ts'
import { keepPermission } from '#usecases/instrument/keep-permission.ts'
import { listInstruments } from '#usecases/instrument/list-instruments.ts'
import { loadInstrumentTexts } from '#usecases/instrument/load-instrument-texts.ts'
import { withdrawPermission } from '#usecases/instrument/withdraw-permission.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
let trajectoryId: string
const words = 'Vraag van de maker'
beforeAll(async () => {
  world = await openWorld([memosa])
  world.turnTo('2026-11-03')
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  const woman = await castWoman(world, { given: 'Elif' }, { programmeId: memosa.id, state: 'active' })
  trajectoryId = woman.trajectoryId
  await agreeSafeContact(world, coordinator, woman.personId)
  await world.owner.query(
    `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
     values ($1, $2, $3, 'T0', 'brs', '1', 'due', '2026-11-03')`,
    [world.orgId, world.context.newId(), trajectoryId],
  )
})
afterAll(() => world.close())
beforeEach(async () => {
  world.turnTo('2026-11-03')
  await world.owner.query(
    `update instrument_permission set withdrawn_on = '2026-11-03', withdrawn_by = kept_by
    where withdrawn_on is null and org_id = $1`,
    [world.orgId],
  )
})

const brs = (() => {
  const found = findOnShelf('brs@1')
  if (!found) throw new Error('brs')
  return found
})()
const file = (language = 'nl', said = words) => JSON.stringify(filledQuestionnaire(brs, language, said))
const permit = (texts: 'own_form' | 'kept_here' = 'kept_here', actor = manager) =>
  keepPermission(world.context, actor, {
    instrumentId: 'brs',
    givenBy: 'De maker',
    reference: 'Brief van 1 november',
    from: '2026-11-03',
    until: '2026-11-30',
    texts,
  })
const load = (text = file(), actor = manager, instrumentId = 'brs') =>
  loadInstrumentTexts(world.context, actor, { instrumentId, file: text })
const pageOf = async (path: string, actor = coordinator) =>
  (await staffSite(routes, world, actor).request(`http://localhost${path}`)).text()
const everywhere = () => [
  paths.measure.take(trajectoryId, 'T0'),
  `${paths.measure.take(trajectoryId, 'T0')}?one=1`,
  paths.measure.print(trajectoryId, 'T0'),
  paths.instrument.one('brs'),
]
const shownOn = async (said = words) => {
  const pages = await Promise.all(everywhere().map((path) => pageOf(path)))
  return pages.map((html) => html.includes(`${said}: ${brs.items[0]?.id}`))
}

describe('texts of a questionnaire that Naast may not give', () => {
  test('are loaded by who keeps permissions, of what is on the shelf without texts', async () => {
    await permit()
    for (const role of [
      'coordinator',
      'worker',
      'referrer',
      'privacy_officer',
      'safeguarding_lead',
    ] as const) {
      const actor = await world.member([role])
      await expect(load(file(), actor)).rejects.toThrow(Forbidden)
      await expect(destroyInstrumentTexts(world.context, actor, { instrumentId: 'brs' })).rejects.toThrow(
        Forbidden,
      )
    }
    await expect(load(file(), manager, 'none')).rejects.toThrow(NotFound)
    await expect(load(file(), manager, 'k10-nl')).rejects.toMatchObject({ code: 'texts-not-needed' })
    await expect(
      destroyInstrumentTexts(world.context, manager, { instrumentId: 'kpcs' }),
    ).rejects.toMatchObject({ code: 'texts-not-there' })
  })
  test('need a permission that says so, and that holds today', async () => {
    await expect(load()).rejects.toMatchObject({ code: 'texts-not-permitted' })
    await permit('own_form')
    await expect(load()).rejects.toMatchObject({ code: 'texts-not-permitted' })
    const kept = await permit()
    world.turnTo('2026-12-01')
    await expect(load()).rejects.toMatchObject({ code: 'texts-not-permitted' })
    world.turnTo('2026-11-03')
    await withdrawPermission(world.context, manager, kept)
    await expect(load()).rejects.toMatchObject({ code: 'texts-not-permitted' })
    // Of another organisation's permission nothing comes here.
    await permit('kept_here', await world.member(['programme_manager'], world.otherOrgId))
    await expect(load()).rejects.toMatchObject({ code: 'texts-not-permitted' })
  })
  test('come in whole or not at all, with what is wrong by its place', async () => {
    await permit()
    const rows = async () =>
      (await world.owner.query('select count(*)::int as n from instrument_text')).rows[0].n
    const before = await rows()
    for (const [text, fields] of [
      ['geen json', { file: 'fhir-not-json' }],
      ['[]', { file: 'fhir-not-json' }],
      ['['.repeat(100_000), { file: 'fhir-not-json' }],
      ['{"resourceType":"Patient"}', { file: 'not-a-questionnaire' }],
      ['x'.repeat(300_000), { file: 'fhir-too-large' }],
      ['', { file: 'required' }],
      [
        file().replace(`${words}: ${brs.items[2]?.id}`, '<b>'),
        { [`file.${brs.items[2]?.id}`]: 'text-not-plain' },
      ],
    ] as const)
      await expect(load(text)).rejects.toMatchObject({ fields })
    expect(await rows()).toBe(before)
  })
  test('junk is refused in words, whatever it is', async () => {
    await permit()
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ minLength: 1 })), async (junk) => {
        await expect(load(junk)).rejects.toMatchObject({ fields: expect.any(Object) })
      }),
      { numRuns: 30 },
    )
  })
  test('stand where it is asked while the permission holds, and nowhere after that', async () => {
    expect(await shownOn()).toEqual([false, false, false, false])
    const kept = await permit()
    await load()
    expect(await shownOn()).toEqual([true, true, true, true])
    await withdrawPermission(world.context, manager, kept)
    expect(await shownOn()).toEqual([false, false, false, false])
    // Another permission, of which the letter says nothing of texts.
    await permit('own_form')
    expect(await shownOn()).toEqual([false, false, false, false])
    await permit()
    expect(await shownOn()).toEqual([true, true, true, true])
    world.turnTo('2026-12-01')
    expect(await shownOn()).toEqual([false, false, false, false])
  })
  test('are replaced by what is loaded later in that language, which is kept; other languages stand beside it', async () => {
    await permit()
    await load(file('nl', 'Eerst'))
    await load(file('nl', 'Daarna'))
    await load(file('ar', 'Arabisch'))
    expect(await shownOn('Daarna')).toEqual([true, true, true, true])
    expect(await shownOn('Eerst')).toEqual([false, false, false, false])
    const inArabic = await pageOf(`${paths.measure.take(trajectoryId, 'T0')}?texts=ar`)
    expect(inArabic).toContain('Arabisch: ')
    expect(inArabic).toContain('dir="rtl"')
    const { instruments } = await listInstruments(world.context, manager, {})
    const line = instruments.find(({ instrument }) => instrument.id === 'brs')
    expect(line?.texts.map(({ language }) => language)).toEqual(['ar', 'nl'])
    expect(line?.loads.map(({ language, endedAs }) => `${language} ${endedAs}`)).toEqual(
      expect.arrayContaining(['ar null', 'nl null', 'nl replaced']),
    )
    expect(line?.loads.filter(({ endedAs }) => endedAs === null)).toHaveLength(2)
  })
  test('two who load at once leave one', async () => {
    await permit()
    await Promise.all([load(file('tr', 'Een')), load(file('tr', 'Twee'))])
    const { rows } = await world.owner.query(
      `select count(*)::int as n from instrument_text where language = 'tr' and ended_as is null`,
    )
    expect(rows[0].n).toBe(1)
  })
  test('are not there for another organisation, in no file, and in nothing that is kept in the open', async () => {
    await permit()
    await load(file('nl', 'KANARIE'))
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    expect(await pageOf(paths.instrument.one('brs'), elsewhere)).not.toContain('KANARIE')
    expect(await pageOf(paths.instrument.fhir('brs'), manager)).not.toContain('KANARIE')
    const tables = await world.owner.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { table_name } of tables.rows) {
      const { rows } = await world.owner.query(`select t::text as row from "${table_name}" t`)
      expect([table_name, rows.some(({ row }) => row.includes('KANARIE'))]).toEqual([table_name, false])
    }
  })
  test('change no score and no alarm', async () => {
    await permit()
    await load()
    const answers = Object.fromEntries(brs.items.map(({ id }) => [`brs.${id}`, '3']))
    expect(
      await takeMeasure(world.context, coordinator, {
        trajectoryId,
        moment: 'T0',
        takenOn: '2026-11-03',
        mode: 'together',
        answers,
        agreed: true,
      }),
    ).toMatchObject({ kept: true, concernId: null })
    const { rows } = await world.owner.query(
      `select scores from measure where trajectory_id = $1 and instrument_id = 'brs'`,
      [trajectoryId],
    )
    expect(rows[0].scores.mean).toMatchObject({ score: 3 })
  })
  test('can be destroyed, those of before too, also when no permission holds any more', async () => {
    const kept = await permit()
    await load()
    await withdrawPermission(world.context, manager, kept)
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    await expect(
      destroyInstrumentTexts(world.context, elsewhere, { instrumentId: 'brs' }),
    ).rejects.toMatchObject({ code: 'texts-not-there' })
    const { destroyed } = await destroyInstrumentTexts(world.context, manager, { instrumentId: 'brs' })
    expect(destroyed).toBeGreaterThan(2)
    await permit()
    const { instruments } = await listInstruments(world.context, manager, {})
    const line = instruments.find(({ instrument }) => instrument.id === 'brs')
    expect(line?.texts).toEqual([])
    expect(new Set(line?.loads.map(({ endedAs }) => endedAs))).toEqual(new Set(['destroyed']))
    const { rows } = await world.owner.query(`select id from instrument_text where org_id = $1`, [
      world.orgId,
    ])
    const keys = await world.owner.query(
      `select count(*)::int as n from keys.data_key where owner_id = any($1) and wrapped is not null`,
      [rows.map(({ id }) => id)],
    )
    expect(keys.rows[0].n).toBe(0)
  })
})

describe('on the page', () => {
  const post = async (path: string, body: FormData | URLSearchParams, actor = manager) => {
    body.set('key', world.context.newId())
    const answer = await staffSite(routes, world, actor).request(`http://localhost${path}`, {
      method: 'POST',
      body,
    })
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  const withFile = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'teksten.json', { type: 'application/json' }))
    return form
  }
  test('a file that doesn’t fit says where, question by question', async () => {
    await permit()
    const { status, html } = await post(
      paths.instrument.texts('brs'),
      withFile(file().replace(`${words}: ${brs.items[2]?.id}`, '')),
    )
    expect(status).toBe(422)
    expect(html).toContain(`Vraag 3 (${brs.items[2]?.id}): Hier ontbreekt een tekst`)
    const huge = await post(paths.instrument.texts('brs'), withFile('x'.repeat(2_000_000)))
    expect([huge.status, huge.html.includes('hoogstens 256 kB')]).toEqual([413, true])
    const none = await post(paths.instrument.texts('brs'), new FormData())
    expect(none.status).toBe(422)
  })
  test('one that fits is shown, and destroyed again', async () => {
    await permit()
    expect((await post(paths.instrument.texts('brs'), withFile(file()))).to).toContain('/questionnaires/brs')
    expect(await pageOf(paths.instrument.one('brs'), manager)).toContain(`${words}: ${brs.items[0]?.id}`)
    expect((await post(paths.instrument.destroyTexts('brs'), new URLSearchParams())).to).toContain('brs')
    expect(await pageOf(paths.instrument.one('brs'), manager)).not.toContain(`${words}: `)
  })
})
