import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { oneReleaseRoutes } from '#pages/report-release/one-release.tsx'
import { releaseListRoutes } from '#pages/report-release/release-list.tsx'
import { castWorker } from '#testing/cast.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { readXlsx } from '#usecases/import/read-xlsx.ts'

let world: World
let manager: MemberActor
let privacy: MemberActor
beforeAll(async () => {
  world = await openWorld()
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 900, 1_800)) await world.owner.query(statement)
  const provedAt = world.context.now()
  manager = { ...(await world.member(['programme_manager'])), provedAt }
  privacy = { ...(await world.member(['privacy_officer'])), provedAt }
}, 120_000)
afterAll(() => world?.close())

const routes = [...releaseListRoutes, ...oneReleaseRoutes]
const filled = (html: string, more: Record<string, string>) => {
  const form = fieldsOn(html.slice(html.indexOf('<main')))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

test('a manager prepares, sees what is hidden, and has no file of it; a second person releases, and then it is one', async () => {
  const preparer = staffSite(routes, world, manager)
  const second = staffSite(routes, world, privacy)
  const list = (await visit(preparer, paths.release.list())).html
  // A year that still runs isn't offered, and typed all the same it is refused with words; what was chosen stays.
  expect(list).not.toContain('value="2026"')
  const early = await visit(
    preparer,
    paths.release.list(),
    filled(list, { template: 'year', period: '2026', recipient: 'municipality' }),
  )
  expect(early.html).toContain('nog niet voorbij')
  const made = await visit(
    preparer,
    paths.release.list(),
    filled(list, { template: 'year', period: '2025', recipient: 'health-insurer' }),
  )
  const one = new URL(made.headers.get('location') ?? '', 'http://naast').pathname
  const own = (await visit(preparer, one)).html
  expect(own).toContain('Een tweede persoon geeft het vrij')
  expect(own).not.toContain('Geef vrij</button>')
  expect(own).toContain('Zorgverzekeraar')
  for (const file of ['table', 'spreadsheet'])
    expect((await visit(preparer, `${one}/${file}`)).status).toBe(404)

  const others = (await visit(second, one)).html
  await visit(second, one, filled(others, { what: 'release' }))
  const released = (await visit(second, one)).html
  expect(released).toContain('verandert niet meer')
  const file = await visit(second, `${one}/table`)
  expect(file.headers.get('content-type')).toContain('text/csv')
  // The same numbers stand on the page and in the file.
  const numbers = [...file.html.matchAll(/;(\d+)(?=\r)/g)].map(([, number]) => number)
  expect(numbers.length).toBeGreaterThan(3)
  for (const number of numbers) expect(released).toContain(`>${number}<`)

  // And in the workbook, cell by cell.
  const book = await second.request(`http://localhost${one}/spreadsheet`)
  expect(book.headers.get('content-type')).toContain('spreadsheetml')
  const cells = await readXlsx(new Uint8Array(await book.arrayBuffer()))
  const csv = parse(file.html, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]
  const plain = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.join('|').replace(/\|+$/, '')).filter((row) => row !== '')
  expect(plain(cells)).toEqual(plain(csv))
}, 60_000)
