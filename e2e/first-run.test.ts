import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../testing/sign-in-world-on.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, visitor } from './journey.ts'
import { firstRunCode, openSite, type Site } from './site.ts'

/** An empty server: the first administrator, a coordinator she invites, and what an organisation sees on day one. */
describe.each([phone, desktop])('a new organisation, at $width pixels', (viewport) => {
  let browser: Browser
  let site: Site
  const how = { viewport, javaScript: true, pictures: true }
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite({ empty: true })]
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  const password = 'fietsbel op dinsdag'
  /** Her phone is set up with what the page shows; the recovery codes come once. */
  async function setUpPhone(person: Person, picture: string | null): Promise<string> {
    await person.sees('Zet Naast op je telefoon')
    const key = await person.page.locator('.naast-key').first().innerText()
    await person.fill('Code van zes cijfers', codeOf(key, 0))
    await person.press('Klaar')
    await person.sees('Bewaar deze herstelcodes')
    if (picture) await person.look(picture)
    await person.follow('Ik heb ze bewaard')
    return key
  }

  let link = ''
  test('is made by its first administrator', async () => {
    const henk = await visitor(browser, site, how)
    await henk.open('/')
    await henk.sees('Begin met Naast')
    await henk.look('first-run')
    await henk.fill('Code uit de terminal', firstRunCode)
    await henk.fill('Naam van de organisatie', 'Stichting Nieuw Begin')
    await henk.choose('Moeders Informeren Moeders, tot 18 maanden')
    await henk.fill('Je naam', 'Henk Postma')
    await henk.fill('E-mailadres', 'henk@example.nl')
    await henk.fill('Wachtwoord', 'henk')
    await henk.press('Maak de organisatie')
    await henk.sees('Er klopt iets niet')
    await henk.look('first-run-with-problems')
    await henk.fill('Wachtwoord', password)
    await henk.press('Maak de organisatie')
    await setUpPhone(henk, null)
    await henk.sees('Medewerkers')
    await henk.follow('Nodig iemand uit')
    await henk.fill('E-mailadres', 'marjan@example.nl')
    await henk.choose(/^Coördinator/)
    await henk.press('Maak de uitnodiging')
    link = await henk.page.getByRole('textbox', { name: /link/i }).inputValue()
    await henk.leave()
  })

  let key = ''
  test('whose coordinator comes in by her invitation, and begins at empty pages that say what to do', async () => {
    const marjan = await visitor(browser, site, how)
    await marjan.open(new URL(link).pathname)
    await marjan.look('invitation')
    await marjan.fill('E-mailadres', 'marjan@example.nl')
    await marjan.fill('Je naam', 'Marjan de Wit')
    await marjan.fill('Wachtwoord', password)
    await marjan.press('Maak je account')
    key = await setUpPhone(marjan, null)
    await marjan.look('empty-worklist')
    for (const [name, path] of [
      ['empty-desk', '/referrals'],
      ['empty-caseload', '/trajectories'],
      ['empty-waiting-list', '/waiting'],
      ['empty-volunteers', '/workers'],
      ['empty-messages', '/messages'],
      ['empty-import', '/imports'],
    ] as const) {
      await marjan.open(path)
      await marjan.look(name)
    }
    await marjan.leave()
  })

  test('and comes back the next time with her password and her phone', async () => {
    const marjan = await visitor(browser, site, how)
    await marjan.open('/today')
    await marjan.sees('Inloggen')
    await marjan.look('sign-in-real')
    await marjan.fill('E-mailadres', 'marjan@example.nl')
    await marjan.fill('Wachtwoord', password)
    await marjan.press('Log in')
    await marjan.sees('Vul je code in')
    await marjan.look('sign-in-code')
    await marjan.follow('Ik heb mijn telefoon niet bij me')
    await marjan.look('sign-in-recovery-code')
    await marjan.follow('Toch met je telefoon')
    await marjan.fill('Code van zes cijfers', codeOf(key))
    await marjan.press('Ga verder')
    await marjan.sees('Vandaag')
    await marjan.press('Uitloggen')
    await marjan.sees('Je bent uitgelogd')
    await marjan.leave()
    expect(site.troubles).toEqual([])
  })
})
