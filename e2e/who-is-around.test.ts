import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * She tells of whom she bewares; a week later he wants to be a volunteer here. His coordinator sees an applicant like
 * any other, he himself a word of thanks, and the safeguarding lead alone that it may be he.
 */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  expect(site.troubles).toEqual([])
  await browser.close()
  await site.close()
})

const how = { viewport: phone, javaScript: true, pictures: true }
async function as(who: string, work: (person: Person) => Promise<void>, other: object = {}): Promise<void> {
  const person = await signedIn(browser, site, { ...how, ...other }, who)
  await work(person)
  await person.leave()
}

test('her coordinator writes down of whom she bewares, also without script', () =>
  as(
    'Marjan',
    async (person) => {
      await person.open('/trajectories')
      await person.follow(/^Selam/)
      await person.follow('Veiligheid')
      await person.follow(/^Wie is er om .* heen\?$/)
      await person.press(/^Bewaar$/)
      await person.sees('Er klopt iets niet')
      await person.choose('Ex-partner')
      await person.fill('Voornaam en achternaam', 'Wouter Zandstra')
      await person.fill('Geboren', '1990')
      await person.fill(/^Telefoonnummer/, '06 8787 8787')
      await person.press(/^Bewaar$/)
      await person.sees('Bewaard. Alleen wie op trajecten let, leest dit.')
      await person.sees('Wouter Zandstra')
      await person.look('around')
    },
    { javaScript: false, pictures: true },
  ))

test('he applies, and hears what everybody hears', async () => {
  const person = await visitor(browser, site, { ...how, pictures: false })
  await person.open('/join/waterrijk')
  await person.fill('Voornaam', 'Wouter')
  await person.fill('Achternaam', 'Sandstra')
  await person.fill('Telefoon', '06 8787 8787')
  await person.select('Taal die je het best spreekt', 'Nederlands')
  await person.choose(/mag dit bewaren/)
  await person.press('Verstuur')
  await person.sees('Dank je wel')
  await person.leave()
})

test('the safeguarding lead alone is asked whether it is he, and says what comes of it', () =>
  as('Ineke', async (person) => {
    await expect
      .poll(
        async () => {
          await person.open('/today')
          return person.page.content()
        },
        { timeout: 90_000, interval: 3_000 },
      )
      .toContain('Vertrouwelijk: kijk of dit dezelfde is')
    await person.open('/likenesses')
    await person.look('likenesses')
    await person.follow(/Iemand om Selam/)
    await person.sees('Wouter Zandstra')
    await person.sees('Wouter Sandstra')
    await person.sees('Het telefoonnummer is hetzelfde.')
    await person.look('likeness')
    expect(await person.page.title()).not.toMatch(/Wouter|Selam/)
    await person.choose('Dezelfde: nooit samen')
    await person.fill('Waarom', 'Het nummer is van hem, zegt zij.')
    await person.press(/^Bewaar$/)
    await person.sees('Bewaard. Anderen horen niets van de reden.')
    await person.sees('Nooit samen')
  }))

test('her coordinator sees an applicant like any other, and no word of it', () =>
  as(
    'Marjan',
    async (person) => {
      await person.open('/workers')
      await person.follow('Wouter Sandstra')
      await person.seesNot(/ex-partner|dezelfde|Selam/)
      await person.open('/trajectories')
      await person.follow(/^Selam/)
      await person.follow('Veiligheid')
      await person.follow(/^Wie is er om .* heen\?$/)
      await person.seesNot(/Sandstra|overeenkomst|Nooit samen/)
      await person.look('around')
    },
    { viewport: desktop },
  ))
