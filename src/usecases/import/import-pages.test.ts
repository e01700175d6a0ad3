import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRoutes } from '#pages/import/import-routes.ts'
import { paths } from '#pages/paths.ts'
import { fieldsOn } from '../../../testing/html.ts'
import { visit } from '../../../testing/public-site.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let site: ReturnType<typeof staffSite>
beforeAll(async () => {
  world = await openWorld()
  site = staffSite(importRoutes, world, await world.member(['coordinator']))
})
afterAll(() => world.close())

const formOn = (html: string) => fieldsOn(html.slice(html.indexOf('<main')))

async function upload(content: string) {
  const form = formOn((await visit(site, paths.import.start())).html)
  const data = new FormData()
  data.set('key', form.get('key') ?? '')
  data.set('file', new File([content], 'lijst.csv'))
  return site.request(`http://localhost${paths.import.start()}`, { method: 'POST', body: data })
}
/** Sends the form of a page as it stands, with some of it changed, and says where it leads. */
async function send(path: string, changed: Record<string, string> = {}) {
  const form = formOn((await visit(site, path)).html)
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return visit(site, path, form)
}
const list = (rows: number) =>
  [
    'Naam moeder;Tel;Opmerking',
    ...Array.from({ length: rows }, (_, at) => `Vrouw${at} Proef;061${2_000_000 + at};nummer ${at}`),
    'Elif Yilmaz;geen idee;=1+1',
  ].join('\r\n')

test('a list goes from a file to referrals and back, without script', async () => {
  const uploaded = await upload(list(1200))
  expect(uploaded.status).toBe(303)
  const id = (uploaded.headers.get('location') ?? '').split('/')[2] ?? ''

  const columns = await visit(site, paths.import.columns(id))
  expect(columns.html).toContain('Bijvoorbeeld: Vrouw0 Proef · Vrouw1 Proef · Vrouw2 Proef')
  expect(Object.fromEntries(formOn(columns.html))).toMatchObject({
    'columns.0': 'name',
    'columns.1': 'phone',
    'columns.2': 'words',
  })
  const wrong = await send(paths.import.columns(id), { 'columns.0': 'phone' })
  expect(wrong.status).toBe(422)
  for (const words of [
    'Dit koos je al voor een andere kolom',
    'Kies in welke kolom haar naam staat',
    'instemming',
  ])
    expect(wrong.html).toContain(words)
  expect(formOn(wrong.html).get('columns.0')).toBe('phone')
  const mapped = await send(paths.import.columns(id), { agreed: 'yes' })
  expect(mapped.headers.get('location')).toBe(paths.import.preview(id))

  const preview = await visit(site, paths.import.preview(id))
  expect(preview.html).toContain('1200 rijen worden een aanmelding')
  const refused = await visit(site, `${paths.import.preview(id)}?show=refused`)
  expect(refused.html).toContain('Tel: “geen idee” is geen telefoonnummer. Schrijf bijvoorbeeld 06-12345678.')
  expect((await send(paths.import.preview(id))).headers.get('location')).toBe(paths.import.progress(id))

  const progress = await visit(site, paths.import.progress(id))
  expect(progress.html).toContain('1000 van 1200 rijen ingelezen')
  expect(progress.html).toContain('<noscript><meta http-equiv="refresh" content="1"/></noscript>')
  const next = await visit(site, paths.import.progress(id), new URLSearchParams())
  expect(next.headers.get('location')).toBe(paths.import.result(id))
  expect((await visit(site, paths.import.result(id))).html).toContain(
    'Er zijn 1200 aanmeldingen bij gekomen.',
  )

  const leftovers = await visit(site, paths.import.leftovers(id))
  expect(leftovers.headers.get('content-disposition')).toContain('niet-ingelezen.csv')
  expect(leftovers.html).toContain(`Elif Yilmaz;geen idee;'=1+1;Tel: “geen idee” is geen telefoonnummer.`)

  expect((await send(paths.import.undo(id))).headers.get('location')).toBe(paths.import.result(id))
  expect((await visit(site, paths.import.result(id))).html).toContain('1200 aanmeldingen zijn teruggenomen')
  await send(paths.import.discard(id))
  expect((await visit(site, paths.import.result(id))).html).not.toContain('niet ingelezen')
})

test('a file that can’t be read says why and how to mend it', async () => {
  for (const [content, words] of [
    ['', 'Kies een bestand met een lijst erin.'],
    ['Naam;Tel', 'In dit bestand staat geen lijst.'],
    ['%PDF-1.7', 'Dit is geen Excel- of CSV-bestand.'],
    ['PK\u0003\u0004', 'Dit bestand is beschadigd of ongewoon.'],
  ] as const) {
    const answer = await upload(content)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  }
})

test('a list of another organisation, or none at all, is not there', async () => {
  const id = ((await upload(list(1))).headers.get('location') ?? '').split('/')[2] ?? ''
  const stranger = await world.member(['coordinator'], world.otherOrgId)
  const elsewhere = staffSite(importRoutes, { ...world, orgId: world.otherOrgId }, stranger)
  const pages = [
    paths.import.result,
    paths.import.columns,
    paths.import.preview,
    paths.import.progress,
    paths.import.leftovers,
    paths.import.undo,
    paths.import.discard,
  ]
  for (const page of pages) {
    expect((await visit(elsewhere, page(id))).status).toBe(404)
    expect((await visit(site, page(world.context.newId()))).status).toBe(404)
  }
})
