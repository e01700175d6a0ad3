import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * The desk of a town: a woman in danger comes first, one is sent to an organisation around us, and a month later
 * somebody asks whether help really began there.
 */
describe.each([
  { name: 'without script, on a phone', viewport: phone, javaScript: false },
  { name: 'with script, at a desk', viewport: desktop, javaScript: true },
])('the desk, $name', ({ viewport, javaScript }) => {
  let browser: Browser
  let site: Site
  const how = { viewport, javaScript, pictures: false }
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite()]
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

  test('what there is around us is put on the list', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/network')
      await marjan.follow('Voeg een organisatie toe')
      await marjan.fill(/^Naam/, 'Buurthuis Rietlanden')
      await marjan.select('Soort', 'Maatschappelijk werk')
      await marjan.fill(/^Werkgebied/, '3664-3661')
      await marjan.press('Bewaar')
      await marjan.sees('Dit is geen werkgebied dat we kunnen lezen')
      expect(await marjan.page.getByLabel(/^Naam/).first().inputValue()).toBe('Buurthuis Rietlanden')
      await marjan.look('network-register')
      await marjan.fill(/^Werkgebied/, '3660-3669')
      await marjan.press('Bewaar')
      await marjan.sees('Bewaard.')
      await marjan.follow('Voeg aanbod toe')
      await marjan.select('Waarvoor', 'Geld en schulden')
      await marjan.select('Voor wie', 'Gezinnen')
      await marjan.fill(/Wat doen zij/, 'Helpt met brieven, schulden en een budget.')
      await marjan.fill('Wachttijd in weken', '3')
      await marjan.look('help-offer-new')
      await marjan.press('Bewaar')
      await marjan.sees('3 weken, gezegd op')
      await marjan.look('network-one')
      await marjan.open('/network')
      await marjan.look('network')
    }))

  test('teams say where they work', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/teams')
      for (const [name, areas] of [
        ['Team Rietlanden', '3662'],
        ['Team Havenkwartier', '3663'],
      ] as const) {
        await marjan.open('/teams')
        await marjan.unfold('Maak een team')
        await marjan.fill('Naam van het team', name)
        await marjan.fill(/^Werkgebied/, areas)
        await marjan.press('Maak dit team')
        await marjan.sees(`Werkt in ${areas}`)
      }
      await marjan.look('team')
      await marjan.open('/teams')
      await marjan.look('teams')
    }))

  test('a doctor refers a woman in danger, whose partner is his patient too', async () => {
    const doctor = await visitor(browser, site, how)
    await doctor.open('/refer/waterrijk')
    await doctor.choose('Ja', /acuut gevaar/)
    await doctor.fill('Uw naam', 'D. Huisarts')
    await doctor.select('Uw functie', 'Huisarts')
    await doctor.fill(/^Uw e-mailadres/, 'huisarts@example.nl')
    await doctor.choose('Ja', /Is haar partner ook bij u bekend/)
    await doctor.fill('Voornaam', 'Mirjam')
    await doctor.choose('Alleen via mij')
    await doctor.unfold('Meer vertellen')
    await doctor.fill(/^Postcode/, '3662 AB')
    await doctor.choose(/Ja, zij weet ervan/)
    await doctor.press('Meld haar aan')
    await doctor.sees('haar partner bij u bekend is')
    await doctor.fill(/^Uw telefoonnummer/, '06 1234 5678')
    await doctor.press('Meld haar aan')
    await doctor.sees('Uw referentienummer')
    await doctor.leave()
  })

  test('she stands first, and is sent where help is near', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/referrals')
      const first = marjan.page.getByRole('main').locator('tbody tr').first()
      expect(await first.innerText()).toContain('Mirjam')
      await marjan.look('desk-acute-first')
      await marjan.follow(/^Mirjam/)
      await marjan.sees('Acuut gevaar')
      await marjan.sees('Bel, schrijf niets')
      await marjan.sees('Past het?')
      await marjan.look('referral-weighed')
      await marjan.unfold('Iets anders')
      await marjan.follow('Zoek hulp in haar buurt')
      await marjan.look('help-near-her')
      const card = marjan.page.locator('article', { hasText: 'Buurthuis Rietlanden' })
      await card.getByRole('link', { name: 'Verwijs hierheen' }).click()
      await marjan.sees('Zij gaat naar Buurthuis Rietlanden')
      await marjan.look('send-elsewhere')
      await marjan.press('Leg vast')
      await marjan.sees('Vastgelegd.')
    }))

  test('a month later the desk asks whether help began, and the loop is closed by phone', async () => {
    site.turnTo('2026-12-03')
    await as('Marjan', async (marjan) => {
      await marjan.open('/referrals?show=decided')
      await marjan.follow(/^Mirjam/)
      await marjan.sees('nog te vragen')
      await marjan.follow('Leg het antwoord vast')
      await marjan.press('Leg vast')
      await marjan.sees('Maak een keuze')
      await marjan.look('follow-up')
      await marjan.choose('De hulp is begonnen')
      await marjan.fill(/Met wie sprak je/, 'haarzelf')
      await marjan.choose('Ja, zij vindt het goed')
      await marjan.press('Leg vast')
      await marjan.sees('Bel wie aanmeldde')
      await marjan.sees('De hulp is begonnen')
      await marjan.look('referral-followed-up')
    })
    expect(site.sent).toEqual([])
    expect(site.troubles).toEqual([])
  })
})
