import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import type { ImportField } from '#domain/import/import-field.ts'
import type { Actor, MemberActor } from '#domain/member/actor.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { beginImport } from '#usecases/import/begin-import.ts'
import { discardImport } from '#usecases/import/discard-import.ts'
import { downloadLeftovers } from '#usecases/import/download-leftovers.ts'
import { listImports } from '#usecases/import/list-imports.ts'
import { mapImport } from '#usecases/import/map-import.ts'
import { previewImport } from '#usecases/import/preview-import.ts'
import { readImport } from '#usecases/import/read-import.ts'
import { readImportColumns } from '#usecases/import/read-import-columns.ts'
import { readImportResult } from '#usecases/import/read-import-result.ts'
import { readWorkbook } from '#usecases/import/read-workbook.ts'
import { runImport } from '#usecases/import/run-import.ts'
import { startImport } from '#usecases/import/start-import.ts'
import { undoImport } from '#usecases/import/undo-import.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { listReferrals } from '#usecases/referral/list-referrals.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.owner.query('truncate referral, import, import_row cascade')
  await world.owner.query('truncate person cascade')
  coordinator = await world.member(['coordinator'])
})

/** Fourteen different names, so that rows are different women. */
const names = 'Amina Elif Noor Sara Wendy Ingrid Olga Chidi Lucia Priya Hanna Zsofia Beatriz Yohana'.split(
  ' ',
)
const heading = ['Voornaam', 'Achternaam', 'Tel', 'Geb.datum', 'Opmerking']
const person = (at: number, more: Partial<Record<number, string>> = {}) =>
  [names[at % names.length] ?? '', `Proef${at}`, `06-1${String(2_000_000 + at)}`, '', `nummer ${at}`].map(
    (cell, column) => more[column] ?? cell,
  )

const start = (rows: string[][], actor: Actor = coordinator, key?: string) =>
  startImport(world.context, actor, { fileKind: 'csv', rows }, key ? { key } : undefined)

async function mapped(rows: string[][]): Promise<string> {
  const { importId } = await start(rows)
  await map(importId)
  return importId
}
async function map(id: string, more: Partial<Parameters<typeof mapImport>[2]> = {}) {
  const { columns } = await readImportColumns(world.context, coordinator, { id })
  return mapImport(world.context, coordinator, {
    id,
    columns: columns.map(({ field }) => field),
    programmeId: null,
    agreed: true,
    ...more,
  })
}
async function begin(id: string, takeDoubles = false) {
  const { version } = await readImport(world.context, coordinator, { id })
  return beginImport(world.context, coordinator, { id, version, takeDoubles })
}
async function imported(rows: string[][], takeDoubles = false): Promise<string> {
  const id = await mapped(rows)
  await begin(id, takeDoubles)
  while (!(await runImport(world.context, coordinator, { id })).done);
  return id
}
const count = async (text: string) => Number((await world.owner.query(text)).rows[0].count)

describe('bringing in a list', () => {
  test('goes from a file to referrals, and says of each row what became of it', async () => {
    const file = await writeXlsx([
      ['Aanmeldingen najaar', null, null, null, null],
      [...heading.slice(0, 4), 'Taal'],
      [
        'Amina',
        'Khatib',
        31612345678,
        { value: new Date('1998-02-03'), type: Date, format: 'dd-mm-yyyy' },
        'Arabisch',
      ],
      [null, null, null, null, null],
      ['Elif', 'Yilmaz', '06-12', '31-2-1990', 'Turks'],
      ['Fatma', null, '0612345678', null, null],
      ['Totaal', null, 3, null, null],
    ]).toBuffer()
    const grid = await readWorkbook(Uint8Array.from(file))
    const { importId: id } = await startImport(world.context, coordinator, {
      fileKind: grid.fileKind,
      rows: grid.rows.map((row) => [...row]),
    })
    const { columns } = await readImportColumns(world.context, coordinator, { id })
    expect(columns.map(({ field }) => field)).toEqual(['given', 'family', 'phone', 'birthDay', 'language'])
    expect(columns[2]?.examples).toEqual(['31612345678', '06-12', '0612345678'])
    expect(await map(id)).toEqual({ good: 1, double: 1, refused: 2 })

    const { rows } = await previewImport(world.context, coordinator, { id })
    expect(rows.map(({ number, name, verdict }) => [number, name, verdict])).toEqual([
      [3, 'Amina Khatib', 'good'],
      [5, 'Elif Yilmaz', 'refused'],
      [6, 'Fatma', 'double'],
      [7, 'Totaal', 'refused'],
    ])
    expect(rows[1]?.reasons).toMatchObject([
      { code: 'not-a-phone-number', heading: 'Tel', cell: '06-12' },
      { code: 'not-a-day', heading: 'Geb.datum', cell: '31-2-1990' },
    ])
    expect(rows[2]?.reasons).toMatchObject([{ code: 'double-in-file', row: 3 }])
    const refused = await previewImport(world.context, coordinator, { id, verdict: 'refused' })
    expect(refused.rows.map(({ number }) => number)).toEqual([5, 7])

    await begin(id)
    expect(await runImport(world.context, coordinator, { id })).toEqual({ imported: 1, left: 0, done: true })
    const [referral, ...others] = (await listReferrals(world.context, coordinator, {})).referrals
    expect(others).toEqual([])
    expect(referral).toMatchObject({ name: 'Amina Khatib', channel: 'spreadsheet', state: 'received' })
    const read = await readReferral(world.context, coordinator, { id: referral?.id ?? '' })
    expect(read.person).toMatchObject({ phone: '+31612345678', languages: ['ar'] })

    const leftovers = await downloadLeftovers(world.context, coordinator, { id })
    expect(leftovers.headings).toEqual(['Voornaam', 'Achternaam', 'Tel', 'Geb.datum', 'Taal'])
    expect(leftovers.rows.map(({ cells }) => cells[0])).toEqual(['Elif', 'Fatma', 'Totaal'])
    const { rows: trail } = await world.owner.query(
      'select event, detail from audit_event order by id desc limit 1',
    )
    expect(trail).toEqual([{ event: 'download-leftovers', detail: { import: id, rows: 3 } }])
    expect(await listImports(world.context, coordinator, {})).toMatchObject([
      { id, state: 'done', imported: 1, refused: 2, double: 1 },
    ])
  })

  test('keeps nothing of an imported row in the list, and nothing readable in the database', async () => {
    const id = await imported([heading, person(1), person(2, { 2: 'geen nummer' })])
    const { rows } = await world.owner.query(
      'select verdict, length(cells_sealed) as size from import_row order by row_number',
    )
    expect(rows).toMatchObject([{ verdict: 'imported', size: 0 }, { verdict: 'refused' }])
    const dump = await world.owner.query(
      'select string_agg(i::text, $1) as all from (select row_to_json(import_row.*)::text as i from import_row union all select row_to_json(import.*)::text from import) as x',
      ['|'],
    )
    expect(dump.rows[0].all).not.toMatch(/Noor|Proef|Voornaam/)
    expect(id).toBeTruthy()
  })

  test('leaves out a column with citizen service numbers before anything is stored', async () => {
    const { importId: id } = await start([
      ['Naam', 'BSN'],
      ['Amina', '111222333'],
    ])
    expect(await readImportColumns(world.context, coordinator, { id })).toMatchObject({
      dropped: ['BSN'],
      columns: [{ heading: 'Naam' }],
    })
  })

  test('proposes whom we know already, and imports her only when told', async () => {
    await imported([heading, person(1)])
    const again = await mapped([heading, person(1, { 4: 'nog eens' }), person(2)])
    const { rows, summary } = await previewImport(world.context, coordinator, { id: again })
    expect(summary).toMatchObject({ good: 1, double: 1 })
    expect(rows[0]?.reasons[0]).toMatchObject({ code: 'double-in-files', referralId: expect.any(String) })
    await begin(again, true)
    expect(await runImport(world.context, coordinator, { id: again })).toMatchObject({
      imported: 2,
      done: true,
    })
  })

  test('refuses the very same row twice', async () => {
    const id = await mapped([heading, person(1), person(1)])
    const { rows } = await previewImport(world.context, coordinator, { id })
    expect(rows[1]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'same-row-twice', row: 2 }] })
  })
})

describe('what can’t be', () => {
  test('a file without rows', async () => {
    for (const rows of [[], [[]], [heading], [['', ' ']]])
      await expect(start(rows)).rejects.toMatchObject({ fields: { file: 'file-empty' } })
  })
  test('a mapping without a name, with a field twice, without agreement, of another width', async () => {
    const { importId: id } = await start([heading, person(1)])
    const columns = (fields: (ImportField | null)[]) => map(id, { columns: fields })
    await expect(columns(['phone', null, null, null])).rejects.toMatchObject({
      fields: { columns: 'import-name-needed' },
    })
    await expect(columns(['given', 'phone', 'phone', null])).rejects.toMatchObject({
      fields: { 'columns.2': 'import-field-twice' },
    })
    await expect(columns(['given'])).rejects.toThrow(Invalid)
    await expect(map(id, { agreed: false })).rejects.toMatchObject({
      fields: { agreed: 'import-agreement-needed' },
    })
    await expect(map(id, { programmeId: 'geen' })).rejects.toMatchObject({
      fields: { programmeId: 'unknown-programme' },
    })
    expect(await readImport(world.context, coordinator, { id })).toMatchObject({ state: 'uploaded' })
  })
  test('beginning before it is mapped, with nothing to do, or on an older preview', async () => {
    const { importId: id } = await start([heading, person(1)])
    await expect(begin(id)).rejects.toMatchObject({ code: 'import-not-from-this-state' })
    await map(id)
    const stale = { id, version: 1, takeDoubles: false }
    await expect(beginImport(world.context, coordinator, stale)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    const bad = await mapped([heading, person(2, { 2: 'x' })])
    await expect(begin(bad)).rejects.toMatchObject({ code: 'import-nothing-to-do' })
    await expect(runImport(world.context, coordinator, { id })).rejects.toMatchObject({
      code: 'import-not-from-this-state',
    })
    await expect(undoImport(world.context, coordinator, { id })).rejects.toMatchObject({
      code: 'import-not-from-this-state',
    })
  })
  test('mapping again once it began', async () => {
    const id = await imported([heading, person(1)])
    await expect(map(id)).rejects.toMatchObject({ code: 'import-not-from-this-state' })
  })
  test('anything by somebody else', async () => {
    const id = await mapped([heading, person(1)])
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    const worker = await world.member(['worker', 'referrer', 'administrator', 'safeguarding_lead'])
    const uses: ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => readImport(world.context, actor, { id }),
      (actor) => readImportColumns(world.context, actor, { id }),
      (actor) => previewImport(world.context, actor, { id }),
      (actor) => downloadLeftovers(world.context, actor, { id }),
      (actor) => readImportResult(world.context, actor, { id }),
      (actor) => mapImport(world.context, actor, { id, columns: [], programmeId: null, agreed: true }),
      (actor) => beginImport(world.context, actor, { id, version: 2, takeDoubles: false }),
      (actor) => runImport(world.context, actor, { id }),
      (actor) => undoImport(world.context, actor, { id }),
      (actor) => discardImport(world.context, actor, { id }),
    ]
    for (const use of uses) {
      await expect(use(stranger)).rejects.toThrow(NotFound)
      await expect(use(worker)).rejects.toThrow(Forbidden)
      await expect(use(world.visitor('self'))).rejects.toThrow(Forbidden)
    }
    await expect(start([heading, person(1)], worker)).rejects.toThrow(Forbidden)
    expect(await listImports(world.context, stranger, {})).toEqual([])
    await expect(listImports(world.context, worker, {})).rejects.toThrow(Forbidden)
  })
})

describe('sent twice', () => {
  test('the same upload is one list', async () => {
    const key = world.context.newId()
    const rows = [heading, person(1)]
    const [first, second] = await Promise.all([start(rows, coordinator, key), start(rows, coordinator, key)])
    expect(first).toEqual(second)
  })
  test('chunks asked for at the same time import each row once', async () => {
    const rows = [heading, ...Array.from({ length: 40 }, (_, at) => person(at))]
    const id = await mapped(rows)
    await begin(id)
    await Promise.all([1, 2, 3].map(() => runImport(world.context, coordinator, { id })))
    expect(await count('select count(*) from referral')).toBe(40)
    expect(await runImport(world.context, coordinator, { id })).toEqual({ imported: 40, left: 0, done: true })
  })
})

describe('undoing an import', () => {
  test('takes every referral back and leaves nobody readable', async () => {
    const id = await imported([heading, person(1), person(2)])
    expect(await undoImport(world.context, coordinator, { id })).toEqual({ undone: 2, stayed: 0 })
    expect((await listReferrals(world.context, coordinator, {})).referrals).toEqual([])
    expect(
      await count(
        `select count(*) from referral where state = 'withdrawn' and decision_code = 'import-undone'`,
      ),
    ).toBe(2)
    expect(
      await count(
        'select count(*) from person p join keys.data_key k on k.owner_id = p.id where k.wrapped is not null',
      ),
    ).toBe(0)
    expect(await count('select count(*) from person where phone_print is not null')).toBe(0)
    expect(await readImport(world.context, coordinator, { id })).toMatchObject({ state: 'undone', undone: 2 })
    await expect(undoImport(world.context, coordinator, { id })).rejects.toMatchObject({
      code: 'import-not-from-this-state',
    })
    // The same list can be brought in again: nobody in it is known any more.
    const again = await mapped([heading, person(1), person(2)])
    expect(await readImport(world.context, coordinator, { id: again })).toMatchObject({ good: 2, double: 0 })
  })
  test('leaves alone what somebody already worked on, and names it', async () => {
    const id = await imported([heading, person(1), person(2)])
    const [touched] = (await listReferrals(world.context, coordinator, {})).referrals
    const touchedId = touched?.id ?? ''
    await decideReferral(world.context, coordinator, {
      id: touchedId,
      version: 1,
      note: null,
      decision: { decision: 'ask-for-information' },
    })
    expect(await undoImport(world.context, coordinator, { id })).toEqual({ undone: 1, stayed: 1 })
    expect(await readImportResult(world.context, coordinator, { id })).toMatchObject({
      stayed: [{ referralId: touchedId, name: touched?.name, state: 'needs_info' }],
    })
  })
})

describe('throwing a list away', () => {
  test('leaves no row and no key', async () => {
    const id = await mapped([heading, person(1)])
    await discardImport(world.context, coordinator, { id })
    expect(await count('select count(*) from import_row')).toBe(0)
    expect(await listImports(world.context, coordinator, {})).toEqual([])
    await expect(map(id)).rejects.toMatchObject({ code: 'import-not-from-this-state' })
  })
  test('afterwards only what was not imported goes, and it can still be undone', async () => {
    const id = await imported([heading, person(1), person(2, { 2: 'x' })])
    await discardImport(world.context, coordinator, { id })
    expect((await downloadLeftovers(world.context, coordinator, { id })).rows).toEqual([])
    expect(await readImport(world.context, coordinator, { id })).toMatchObject({ state: 'done', imported: 1 })
    expect(await undoImport(world.context, coordinator, { id })).toEqual({ undone: 1, stayed: 0 })
  })
})

test('5,000 rows', { timeout: 120_000 }, async () => {
  const rows = [
    heading,
    ...Array.from({ length: 5000 }, (_, at) => person(at, at % 50 === 7 ? { 2: 'kwijt' } : {})),
  ]
  const lap = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const from = performance.now()
    const result = await work()
    console.info(`5,000 rows, ${name}: ${Math.round(performance.now() - from)} ms`)
    return result
  }
  const file = await writeXlsx(rows).toBuffer()
  const grid = await lap('read', () => readWorkbook(Uint8Array.from(file)))
  const { importId: id } = await lap('store', () => start(grid.rows.map((row) => [...row])))
  expect(await lap('judge', () => map(id))).toEqual({ good: 4900, double: 0, refused: 100 })
  await begin(id)
  await lap('import', async () => {
    while (!(await runImport(world.context, coordinator, { id })).done);
  })
  expect(await count('select count(*) from referral')).toBe(4900)
  expect(await lap('undo', () => undoImport(world.context, coordinator, { id }))).toEqual({
    undone: 4900,
    stayed: 0,
  })
})
