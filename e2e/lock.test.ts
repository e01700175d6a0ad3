import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * She says it at her intake: he works here. From then on his whole screen shows nothing of her, and it takes two to
 * change that.
 */
describe.each([
  { name: 'without script, on a phone', viewport: phone, javaScript: false },
  { name: 'with script, at a desk', viewport: desktop, javaScript: true },
])('he works here, $name', ({ viewport, javaScript }) => {
  let browser: Browser
  let site: Site
  let file: string
  let name: string
  const how = { viewport, javaScript, pictures: true }
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite()]
    const { rows } = await site.owner.query(
      `select id from trajectory where org_id = $1 and state = 'active' order by id limit 1`,
      [site.orgId],
    )
    file = `/trajectories/${rows[0].id}`
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
    const person = await signedIn(browser, site, how, who)
    await work(person)
    await person.leave()
  }

  test('he finds her as long as nobody knows', () =>
    as('Ineke', async (ineke) => {
      await ineke.open(file)
      name = ((await ineke.page.locator('h1').first().textContent()) ?? '').trim()
      expect(name).not.toBe('')
      await ineke.open('/locks')
      await ineke.sees('Er staan nergens sloten.')
    }))

  test('her coordinator asks who must never see her, sees what a lock does, and sets it', () =>
    as('Marjan', async (marjan) => {
      await marjan.open(`${file}/locks`)
      await marjan.sees('Er staat geen slot op haar dossier.')
      await marjan.follow('Zet een slot')
      await marjan.press('Bekijk wat er gebeurt')
      await marjan.sees('Wie mag haar niet zien?')
      await marjan.look('lock-with-problems')
      await marjan.select('Wie mag haar niet zien?', 'Ineke Vermeer (aandachtsfunctionaris)')
      await marjan.fill('Waarom?', 'Ineke is een nicht van haar ex.')
      await marjan.look('lock-set')
      await marjan.press('Bekijk wat er gebeurt')
      await marjan.sees('Ineke Vermeer kan haar dossier niet meer vinden of openen.')
      await marjan.look('lock-effects')
      await marjan.press('Zet het slot')
      await marjan.sees('Het slot staat erop.')
      await marjan.look('locks')
    }))

  test('then there is nothing of her on any page of his', () =>
    as('Ineke', async (ineke) => {
      for (const path of [file, `${file}/safety`, `${file}/locks`]) {
        await ineke.open(path)
        await ineke.sees('Deze pagina is er niet')
      }
      const given = name.split(' ')[0] ?? name
      for (const path of ['/today', '/trajectories', '/locks', '/incidents']) {
        await ineke.open(path)
        await ineke.seesNot(given)
      }
    }))

  test('it is lifted by two: one asks, somebody else agrees', async () => {
    await as('Marjan', async (marjan) => {
      await marjan.open(`${file}/locks`)
      await marjan.follow('Ineke Vermeer')
      await marjan.fill('Waarom?', 'Zij wil zelf met Ineke praten.')
      await marjan.press('Vraag om het weg te halen')
      await marjan.sees('Gevraagd.')
    })
    await as('Ravi', async (ravi) => {
      await ravi.open('/locks')
      await ravi.sees('Weghalen gevraagd')
      await ravi.look('all-locks')
      await ravi.follow('Ineke Vermeer')
      await ravi.choose('Haal het slot weg')
      await ravi.fill('Waarom?', 'Met haar besproken.')
      await ravi.look('lock-lift')
      await ravi.press('Bewaar je besluit')
      await ravi.sees('Het slot is weg.')
    })
    await as('Ineke', async (ineke) => {
      await ineke.open(file)
      await ineke.sees(name)
    })
    expect(site.troubles).toEqual([])
  })
})
