import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A woman calls in panic and nobody who knows her can be reached: somebody who sees no files opens hers, two others hear
 * of it, it is judged, and she can see it later.
 */
describe.each([
  { name: 'without script, on a phone', viewport: phone, javaScript: false },
  { name: 'with script, at a desk', viewport: desktop, javaScript: true },
])('an emergency, $name', ({ viewport, javaScript }) => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite()]
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
    const person = await signedIn(browser, site, { viewport, javaScript, pictures: false }, who)
    await work(person)
    await person.leave()
  }
  /** As if she came in so long ago. */
  const minutesPass = (minutes: number) =>
    site.owner.query(`update auth.session set proved_at = proved_at - $1 * interval '1 minute'`, [minutes])
  let file = ''

  test('a programme manager opens a file, after showing that it is she', () =>
    as('Tanja', async (tanja) => {
      await tanja.open('/today')
      await tanja.follow('Noodinzage')
      await tanja.sees('Bel 112')
      await tanja.look('emergency-open')
      await tanja.fill('Hoe heet ze?', 'Selam Tesfay')
      await tanja.fill('Wanneer is ze geboren?', '12-4-2002')
      await tanja.choose('Er is nu gevaar')
      await tanja.fill('Waarom moet je nu in haar dossier kijken?', 'Nood')
      await tanja.press('Open haar dossier')
      await tanja.sees('Schrijf iets meer: ten minste 20 tekens')
      await tanja.fill(
        'Waarom moet je nu in haar dossier kijken?',
        'Zij belde in paniek en legt de telefoon nu niet meer op.',
      )
      await minutesPass(6)
      await tanja.press('Open haar dossier')
      await tanja.sees('Ben jij het?')
      await tanja.look('emergency-proof')
      await tanja.press('Ja, ik ben het')
      await tanja.sees('Selam Tesfay')
      await tanja.sees(/Noodinzage: nog (59|60) minuten, alleen lezen/)
      await tanja.look('emergency-file')
      file = new URL(tanja.page.url()).pathname
      expect(await tanja.page.title()).not.toContain('noodgeval')
      await tanja.open('/today')
      await tanja.sees(/Noodinzage: nog (59|60) minuten/)
      // It opens nothing else.
      await tanja.open('/trajectories')
      await tanja.sees('Deze pagina is er niet')
    }))

  test('her coordinator finds it on her list, and the privacy officer too, who judges it', async () => {
    await as('Marjan', async (marjan) => {
      await marjan.open('/today')
      await marjan.sees('Iemand heeft haar dossier in een noodgeval geopend')
    })
    await as('Ravi', async (ravi) => {
      await ravi.open('/today')
      await ravi.sees('Een dossier is in een noodgeval geopend')
      await ravi.look('emergency-worklist')
      // Another kind of looking waits for the privacy officer too.
      await ravi.page
        .locator('.naast-card', { hasText: 'Een dossier is in een noodgeval geopend' })
        .getByRole('link', { name: /^Kijk na/ })
        .first()
        .click()
      await ravi.sees('legt de telefoon nu niet meer op')
      await ravi.look('emergency-review')
      await ravi.choose(/^Terecht/)
      await ravi.fill('Toelichting', 'Met Tanja en Marjan besproken. Het was nodig.')
      await ravi.press('Leg vast')
      await ravi.sees('Terecht')
      await ravi.follow('Naar alle noodinzagen')
      await ravi.look('emergency-reviews')
      await ravi.open('/access-log/outliers')
      await ravi.sees('Wat valt op?')
      await ravi.look('outliers')
    })
  })

  test('after that it is shut, and she can see that somebody looked', async () => {
    await as('Tanja', async (tanja) => {
      await tanja.open('/today')
      await tanja.seesNot('Noodinzage: nog')
      await tanja.open(file)
      await tanja.sees('Deze pagina is er niet')
    })
    await as('Marjan', async (marjan) => {
      const { rows } = await site.owner.query(
        `select t.id from trajectory t join break_glass g on g.org_id = t.org_id and g.person_id = t.person_id limit 1`,
      )
      await marjan.open(`/trajectories/${rows[0].id}/log`)
      await marjan.follow('Maak een overzicht voor haar')
      await marjan.sees('in een noodgeval in je dossier gekeken')
      await marjan.sees('Programmaleider')
      await marjan.seesNot('Tanja')
      await marjan.look('who-looked-hers')
    })
    expect(site.troubles).toEqual([])
  })
})
