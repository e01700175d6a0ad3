import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { buildMimDenHaag } from '#seeds/others/mim-denhaag.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { openBrowser, phone } from './browser.ts'
import { type How, type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A year's pack for the two who pay: the municipality and the insurer. One prepares it, another lets it go, and what has
 * left says the same for good. On a phone, without script.
 */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite({ build: buildMimDenHaag })]
  const { rows } = await site.owner.query('select id from worker where org_id = $1 limit 1', [site.orgId])
  for (const statement of yearsOfWork(site.orgId, rows[0].id, 900, 1_800, mimDenHaag))
    await site.owner.query(statement)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function as<Made>(
  who: string,
  work: (person: Person) => Promise<Made>,
  how: Partial<How> = {},
): Promise<Made> {
  const person = await signedIn(
    browser,
    site,
    { viewport: phone, javaScript: false, pictures: false, ...how },
    who,
  )
  const made = await work(person)
  await person.leave()
  return made
}
const prepare = (recipient: string) =>
  as('Nel', async (nel) => {
    await nel.open('/releases')
    await nel.select('Wat', 'Jaarcijfers voor een subsidiegever')
    await nel.select('Periode', 'Heel 2025')
    await nel.select('Voor wie', recipient)
    await nel.press('Zet klaar')
    // Whoever prepared it doesn't let it go, and has no file of it yet.
    await nel.sees('Een tweede persoon geeft het vrij')
    await nel.seesNot('Download als CSV')
    return new URL(nel.page.url()).pathname
  })
const release = (address: string) =>
  as('Ottilie', async (ottilie) => {
    await ottilie.open(address)
    await ottilie.press('Geef vrij')
    await ottilie.sees('verandert niet meer')
    await ottilie.look('years-pack')
    return ottilie.download('Download als CSV')
  })
/** What was counted, without for whom and when it was prepared. */
const numbers = (file: string) => file.split('\r\n').filter((line) => /;(?:\d+|verborgen)$/.test(line))

let first = ''
let told = ''
test('the municipality gets the year: nothing under ten, and a second person lets it go', async () => {
  first = await prepare('Gemeente')
  told = await release(first)
  expect(numbers(told).length).toBeGreaterThan(5)
  for (const line of numbers(told)) {
    const number = line.split(';').at(-1) ?? ''
    expect([line, number === 'verborgen' || number === '0' || Number(number) >= 10]).toEqual([line, true])
  }
}, 120_000)

test('the insurer gets the same year, and the two can’t be taken off each other', async () => {
  const second = await release(await prepare('Zorgverzekeraar'))
  expect(numbers(second)).toEqual(numbers(told))
}, 120_000)

test('the insurer gets what changed too: how many were measured twice, their means, and no word on why', async () => {
  await site.owner.query('set session_replication_role = replica')
  await site.owner.query(
    `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on, taken_on,
       scores, mode, language)
     select org_id, gen_random_uuid(), t.id, m.moment, 'ladder_confidence', '1', 'taken', started_on, started_on,
       jsonb_build_object('now', case m.moment when 'T0' then 4 + k % 3 else 6 + k % 3 end), 'together', 'nl'
     from (select *, row_number() over (order by id) as k from trajectory where org_id = $1 and state = 'closed') t
     join (values ('T0'), ('T2')) m (moment) on m.moment = 'T0' or k % 4 > 0`,
    [site.orgId],
  )
  await site.owner.query('set session_replication_role = default')
  const address = await as('Nel', async (nel) => {
    await nel.open('/releases')
    await nel.select('Wat', 'Wat er veranderde, van één programma in een heel jaar')
    await nel.select('Periode', 'Heel 2025')
    await nel.select('Voor wie', 'Zorgverzekeraar')
    await nel.press('Zet klaar')
    // What was chosen stays, and it says what is missing.
    await nel.sees('Kies een programma en een jaar')
    await nel.select('Programma', mimDenHaag.label.nl)
    await nel.press('Zet klaar')
    await nel.sees('Gemiddelde verandering')
    return new URL(nel.page.url()).pathname
  })
  const file = await as(
    'Ottilie',
    async (ottilie) => {
      await ottilie.open(address)
      await ottilie.press('Geef vrij')
      await ottilie.look('pack-outcomes')
      return ottilie.download('Download als CSV')
    },
    { pictures: true, javaScript: true },
  )
  expect(file).toMatch(/Gemiddelde aan het begin;"?[3-6],\d/)
  expect(file).not.toMatch(/effect|werkt/i)
}, 120_000)

test('years later, when files are gone, it still says what it said', async () => {
  await site.owner.query(
    `delete from contact where org_id = $1 and trajectory_id in (select id from trajectory where org_id = $1 and closed_on < '2026-01-01')`,
    [site.orgId],
  )
  site.turnTo('2029-02-05')
  const again = await as('Ottilie', async (ottilie) => {
    await ottilie.open(first)
    return ottilie.download('Download als CSV')
  })
  expect(again).toBe(told)
  expect(site.troubles).toEqual([])
}, 60_000)
