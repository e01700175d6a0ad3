import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * Planning a week on a phone, without script: a day that is proposed is chosen, confirmed and moved, the week shows it, and a
 * calendar of her own is made, read and shut. The coordinator sees it in her team's week.
 */
let browser: Browser
let site: Site
const onPhone = { viewport: phone, javaScript: false, pictures: false }
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const as = async (who: string, how: typeof onPhone, work: (person: Person) => Promise<void>) => {
  const person = await signedIn(browser, site, how, who)
  await work(person)
  await person.leave()
}

test('a volunteer plans a visit from what is proposed, and sees it in her week', () =>
  as('Letebrhan', onPhone, async (person) => {
    await person.open('/week')
    await person.sees('Mijn week')
    await person.open('/contacts')
    await person.follow(/^Selam/)
    await person.follow(/Plan een dag|Wijzig de afspraak/)
    await person.sees('Wanneer kan het?')
    await person.look('plan-proposals')
    const moments = person.page.locator('input[name="moment"]:not([value="other"])')
    await moments.first().check()
    const [day, time] = ((await moments.first().getAttribute('value')) ?? '').split(' ')
    await person.press('Bewaar de afspraak')
    await person.sees('De afspraak staat')
    await person.press('Deze dag is bevestigd')
    await person.sees('De dag is bevestigd.')
    await person.look('visit-confirmed')
    await person.open(`/week?from=${day}`)
    await person.sees(time ?? '')
    await person.sees('Selam')
    await person.sees('Bevestigd')
    await person.look('week')
  }))

test('another day is only taken with who asked for it', () =>
  as('Letebrhan', onPhone, async (person) => {
    await person.open('/contacts')
    await person.follow(/^Selam/)
    await person.follow('Wijzig de afspraak')
    await person.page.locator('input[name="moment"]:not([value="other"])').nth(1).check()
    await person.press('Bewaar de afspraak')
    await person.sees('Er klopt iets niet')
    await person.choose('Zijzelf')
    await person.press('Bewaar de afspraak')
    await person.sees('De afspraak staat')
    await person.sees('Eerder was het op')
    await person.seesNot('De dag is bevestigd')
  }))

test('a fixed rhythm is looked at before it is kept', () =>
  as('Letebrhan', onPhone, async (person) => {
    await person.open('/contacts')
    await person.follow(/^Selam/)
    await person.follow('Naar haar traject')
    await person.follow('Contacten')
    await person.follow('Plan in een vast ritme')
    await person.press('Bekijk de dagen')
    await person.sees(/dag(en)? pas/)
    await person.look('rhythm')
  }))

test('her own calendar is off until she makes it, and off again at once', () =>
  as('Letebrhan', onPhone, async (person) => {
    await person.open('/week/calendar')
    await person.sees('Dit staat uit.')
    await person.look('calendar-off')
    await person.press('Maak een adres voor mijn agenda')
    await person.sees('Je ziet dit adres één keer')
    const address = (await person.page.locator('code').innerText()).trim()
    const open = await fetch(address)
    expect(open.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await open.text()
    expect(text).toContain('SUMMARY:Afspraak')
    expect(text).not.toMatch(/selam|letebrhan|waterrijk|moeder|naast/i)
    await person.open('/week/calendar')
    await person.sees('Laatst bekeken door een agenda')
    await person.look('calendar-on')
    await person.press('Zet het uit')
    await person.sees('Het adres werkt niet meer.')
    expect((await fetch(address)).status).toBe(404)
  }))

test('a coordinator sees the week of her team', () =>
  as('Marjan', { ...onPhone, viewport: desktop }, async (person) => {
    await person.open('/week/team?whose=all')
    await person.sees('De week van het team')
    await person.look('team-week')
    await person.page.setViewportSize(phone)
    await person.look('team-week')
  }))
