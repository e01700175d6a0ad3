import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A volunteer alone at somebody's door, on a cheap phone without script: once she forgets to say that she is out, once
 * she says it by her other word. The clock is the server's own.
 */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
  const how = { viewport: phone, javaScript: false, pictures: false }
  const person = await signedIn(browser, site, how, who)
  await work(person)
  expect(site.troubles).toEqual([])
  await person.leave()
}
const letebrhan = (work: (person: Person) => Promise<void>) => as('Letebrhan', work)
const marjan = (work: (person: Person) => Promise<void>) => as('Marjan', work)

/** The clock of the server looks every few seconds; until it has, the page is opened anew. */
const opens = (person: Person, path: string, words: RegExp) =>
  expect
    .poll(
      async () => {
        await person.open(path)
        return person.page.locator('body').innerText()
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toMatch(words)

let visit = ''
const goIn = async (person: Person) => {
  await person.open(visit)
  await person.follow('Ik ga naar binnen')
  await person.choose('60 minuten')
  await person.press('Ik ga naar binnen')
}

test('she chooses two words and takes a card along', () =>
  letebrhan(async (person) => {
    await person.open('/going-alone/words')
    await person.fill('Woord voor: alles is goed', 'Tulp')
    await person.fill('Woord voor: het is niet goed', 'Tuinstoel')
    await person.press('Bewaar mijn woorden')
    await person.sees('met een andere letter begint')
    await person.fill('Woord voor: alles is goed', 'Tulp')
    await person.fill('Woord voor: het is niet goed', 'Zonnebloem')
    await person.look('going-alone-words')
    await person.press('Bewaar mijn woorden')
    await person.sees('Je woorden zijn bewaard.')
    await person.follow('Kaartje om te printen')
    await person.sees('Geen verbinding? Bel voordat je naar binnen gaat.')
    await person.seesNot(/Waterrijk|MIM|Naast/)
  }))

test('she says that she goes in, is asked at her time, and forgets: those on call are called', async () => {
  await letebrhan(async (person) => {
    await person.open('/contacts')
    visit = (await person.page.locator('a[href^="/contacts/"]').first().getAttribute('href')) ?? ''
    visit = `/contacts/${/\/contacts\/([\w-]+)/.exec(visit)?.[1]}`
    await goIn(person)
    await person.sees('Je bent binnen tot 10:00')
    await person.look('going-alone-inside')
    await person.open('/contacts')
    await person.sees('Je bent binnen tot 10:00')
  })
  await marjan(async (person) => {
    await person.open('/lone-visits')
    await person.sees(/Letebrhan[\s\S]*10:00[\s\S]*Binnen/)
    await person.look('lone-visits-inside')
  })
  site.turnTo('2026-11-03T10:00')
  await letebrhan(async (person) => {
    await person.open('/going-alone')
    await person.sees('Is alles goed?')
    await person.press('Ik blijf 15 minuten langer')
    await person.sees('Er klopt iets niet')
    await person.fill('Je woord', 'tulp')
    await person.press('Ik blijf 15 minuten langer')
    await person.sees('Je bent binnen tot 10:15')
  })
  site.turnTo('2026-11-03T10:30')
  await letebrhan((person) => opens(person, '/going-alone', /Wie oproepbaar is, kijkt waar je bent/))
  await marjan(async (person) => {
    await opens(person, '/today', /alleen op pad, en wij hoorden niets/)
    await person.open('/lone-visits')
    await person.follow(/is alleen op pad/)
    await person.sees('Zij zou eruit zijn en heeft zich niet afgemeld.')
    await person.sees('112')
    await person.look('lone-alert')
    await person.press('Ik pak dit op')
    await person.choose('Zij neemt niet op')
    await person.press('Laat zien waar zij is')
    await person.sees('Daar is zij')
    await person.sees(/Adres/)
    await person.look('lone-alert-opened')
  })
})

test('she is out late: that is no shame, and the chain stands down before her coordinator’s eyes', async () => {
  await letebrhan(async (person) => {
    await person.open('/going-alone')
    await person.fill('Je woord', 'Tulp')
    await person.press('Ik ben eruit')
    await person.sees('Je bent eruit. Fijn.')
    await person.sees('Het geeft niet dat het later werd')
    await person.look('going-alone-out')
    await person.press('Ik wil erover praten')
    await person.sees(/spreekt je uiterlijk op/)
  })
  await marjan(async (person) => {
    await opens(person, '/lone-visits', /Voorbij: zij heeft zich afgemeld/)
    await person.follow(/^Letebrhan.* was alleen op pad/)
    await person.seesNot('Daar is zij')
    await person.open('/today')
    await person.seesNot('alleen op pad, en wij hoorden niets')
  })
  await as('Ravi', async (person) => {
    await person.open('/today')
    // The other one is of the evening before.
    await person.page
      .getByRole('link', { name: /^Kijk na/ })
      .last()
      .click()
    await person.sees('Zij neemt niet op')
    await person.choose('Terecht')
    await person.press('Bewaar')
    await person.sees('Nagekeken door')
  })
})

test('another time somebody stands beside her: her screen says that she is out, and they are called at once', async () => {
  site.turnTo('2026-11-03T13:00')
  await letebrhan(async (person) => {
    await goIn(person)
    await person.sees('Je bent binnen tot 14:00')
    await person.fill('Je woord', 'Zonnebloem')
    await person.press('Ik ben eruit')
    await person.sees('Je bent eruit. Fijn.')
    await person.seesNot(/zonnebloem|noodwoord|gevaar nu/i)
  })
  await marjan(async (person) => {
    await opens(person, '/today', /Zij gebruikte haar noodwoord/)
    await person.open('/lone-visits')
    await person.follow(/is alleen op pad/)
    await person.sees('Zij kan niet vrij praten')
    await person.look('lone-alert-duress')
    await person.press('Ik pak dit op')
    await person.choose('De hulpdiensten zijn er')
    await person.press('Rond af')
    await person.sees('Afgerond')
  })
})

test('a meeting of volunteers is planned, and who was there is said', async () => {
  await marjan(async (person) => {
    await person.open('/supervision')
    await person.fill('Op welke dag?', '3-11-2026')
    await person.fill('Hoe laat?', '19.30')
    await person.choose(/^Letebrhan/)
    await person.press(/^Plan$/)
    await person.sees('Gepland. Wie verwacht wordt')
  })
  await letebrhan(async (person) => {
    await person.open('/contacts')
    await person.sees(/Intervisie op .*19:30/)
  })
  await marjan(async (person) => {
    await person.open('/supervision')
    await person.follow('Intervisie')
    await person.choose('Was er', /^Letebrhan/)
    await person.fill('Wat spraken jullie af?', 'We bellen elkaar na een zwaar bezoek.')
    await person.look('supervision-one')
    await person.press(/^Bewaar$/)
    await person.sees('Bewaard.')
  })
  await letebrhan(async (person) => {
    await person.open('/contacts')
    await person.unfold('Wat jullie de laatste keer afspraken')
    await person.sees('We bellen elkaar na een zwaar bezoek.')
  })
})
