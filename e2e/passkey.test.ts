import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../testing/sign-in-world-on.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, visitor } from './journey.ts'
import { firstRunCode, openSite, type Site } from './site.ts'

/** A passkey made and used in a real browser, with the device that Chromium plays for tests. */
describe.each([phone, desktop])('a passkey, at $width pixels', (viewport) => {
  let browser: Browser
  let site: Site
  let henk: Person
  let device: CDPSession
  let verifies = true
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite({ empty: true })]
    henk = await visitor(browser, site, { viewport, javaScript: true, pictures: true })
    device = await henk.page.context().newCDPSession(henk.page)
    await device.send('WebAuthn.enable')
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  let authenticatorId = ''
  const verify = async (yes: boolean) => {
    verifies = yes
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: verifies })
  }

  test('is offered once her phone is set up, and made on the spot', async () => {
    ;({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }))
    await henk.open('/first-run')
    await henk.fill('Code uit de terminal', firstRunCode)
    await henk.fill('Naam van de organisatie', 'Stichting Nieuw Begin')
    await henk.fill('Je naam', 'Henk Postma')
    await henk.fill('E-mailadres', 'henk@example.nl')
    await henk.fill('Wachtwoord', 'fietsbel op dinsdag')
    await henk.press('Maak de organisatie')
    const key = await henk.page.locator('.naast-key').first().innerText()
    await henk.fill('Code van zes cijfers', codeOf(key, 0))
    await henk.press('Klaar')
    await henk.follow('Log voortaan sneller in met een passkey')
    await henk.sees('Je hebt nog geen passkey')
    await henk.look('passkeys-none')
    // Without a name nothing is made yet.
    await henk.press('Maak een passkey')
    await henk.sees('Vul dit in')
    expect((await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toEqual([])
    await henk.fill('Hoe noem je dit apparaat?', 'Laptop op kantoor')
    await henk.press('Maak een passkey')
    await henk.sees('De passkey is klaar')
    await henk.sees('Laptop op kantoor')
    await henk.look('passkeys')
  })
  test('lets him in with one press, and not without his finger', async () => {
    await henk.open('/account')
    await henk.press('Log overal uit')
    await henk.open('/sign-in')
    await henk.look('sign-in-with-passkey')
    await verify(false)
    await henk.press('Log in met een passkey')
    await henk.sees('Dat lukte niet')
    await verify(true)
    await henk.press('Log in met een passkey')
    await henk.sees('Medewerkers')
  })
  test('leaves a browser without script its other ways', async () => {
    const plain = await visitor(browser, site, { viewport, javaScript: false, pictures: false })
    await plain.open('/sign-in')
    await plain.sees('Wachtwoord')
    await plain.seesNot('Log in met een passkey')
    await plain.leave()
  })
  test('left no trouble behind', () => {
    expect(site.troubles).toEqual([])
  })
})
