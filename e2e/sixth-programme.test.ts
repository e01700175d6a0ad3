import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A programme that nobody wrote code for: built from nothing in the browser, on a phone and without script, approved
 * by a second person, and gone through by a man from referral to close. The recognition committee noted that fathers
 * are under-exposed; this is what it takes to do something about that.
 */
describe('a sixth programme, for fathers', () => {
  let browser: Browser
  let site: Site
  const how = { viewport: phone, javaScript: false, pictures: false }
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

  test('is begun from nothing, and gets its own words, questions and rules', () =>
    as('Tanja', async (tanja) => {
      await tanja.open('/programmes')
      await tanja.follow('Maak een nieuw programma')
      await tanja.fill('Naam van het programma', 'Vaders voor vaders')
      await tanja.press('Begin')
      await tanja.sees('Je concept staat klaar')
      await tanja.follow('Naam en woorden')
      await tanja.fill('In één of twee zinnen', 'Een ervaren vader trekt op met een nieuwe vader.')
      await tanja.fill('Van wie is de methode?', 'Stichting Waterrijk')
      await tanja.fill('Wie gesteund wordt', 'vader')
      await tanja.fill('Wie naast die persoon staat', 'ervaren vader')
      await tanja.fill('Waarom verander je dit?', 'Vaders worden te weinig gezien')
      await tanja.press('Bewaar')
      await tanja.sees('Bewaard.')
      await tanja.follow('Terug')
      await tanja.follow('Voor wie')
      await tanja.follow('Voeg toe aan: Vragen die je stelt')
      await tanja.fill('De vraag, zoals je die stelt', 'Heeft hij een kind tot vier jaar?')
      await tanja.choose('Ja of nee', 'Wat voor antwoord?')
      await tanja.choose('Wie het betreft', 'Aan wie vraag je het?')
      await tanja.choose('De coördinator', 'Aan wie vraag je het?')
      await tanja.press('Voeg toe')
      await tanja.sees('Toegevoegd.')
      await tanja.follow('Terug')
      await tanja.follow('Voeg toe aan: Regels')
      await tanja.choose('Moet zo zijn om mee te doen')
      await tanja.select('Voorwaarde 1', 'Heeft hij een kind tot vier jaar?')
      await tanja.fill('De regel in een zin', 'Hij heeft een kind tot vier jaar')
      await tanja.press('Voeg toe')
      await tanja.sees('Vul dit in')
      await tanja.fill('Wat je zegt als het daardoor niet past', 'Zijn kind is vier jaar of ouder')
      await tanja.press('Voeg toe')
      await tanja.sees('Toegevoegd.')
      await tanja.sees('“Heeft hij een kind tot vier jaar”: Ja')
    }))

  test('says how often they meet, and nothing that cannot be', () =>
    as('Tanja', async (tanja) => {
      await tanja.open('/programmes')
      await tanja.follow('Vaders voor vaders')
      await tanja.follow('Contacten of groep')
      await tanja.fill('Minstens zoveel contacten', '2')
      await tanja.fill('Hoogstens zoveel contacten', '1')
      await tanja.fill('Hoogstens zoveel dagen tussen twee contacten', 'vaak')
      await tanja.press('Bewaar')
      await tanja.sees('Dit is geen getal')
      await tanja.fill('Hoogstens zoveel dagen tussen twee contacten', '30')
      await tanja.press('Bewaar')
      await tanja.sees('Eén ding klopt nog niet')
      await tanja.sees('Dit moet minstens 2 zijn')
      await tanja.fill('Hoogstens zoveel contacten', '4')
      await tanja.press('Bewaar')
      await tanja.seesNot('klopt nog niet')
      await tanja.follow('Terug')
      await tanja.follow('Afsluiten')
      await tanja.select('Voorwaarde 1', 'Weken sinds de start')
      await tanja.press('Bewaar')
      await tanja.sees('Bewaard.')
      await tanja.follow('Terug')
      await tanja.follow('Wat betekent dit voor het afgelopen jaar?')
      await tanja.sees(/Van de \d+ zouden er/)
      await tanja.sees('Namen zie je hier niet')
      await tanja.follow('Terug')
      await tanja.press('Vraag een collega om goedkeuring')
      await tanja.sees('Een collega die er niet aan meewerkte, moet beslissen')
      await tanja.follow('Bekijk en beslis')
      await tanja.seesNot('Keur goed')
    }))

  test('is approved by a second person, and offered from that day', () =>
    as('Henk', async (henk) => {
      await henk.open('/programmes')
      await henk.follow('Vaders voor vaders')
      await henk.follow('Bekijk en beslis')
      await henk.sees('Hij heeft een kind tot vier jaar')
      await henk.press('Stuur terug')
      await henk.sees('Vul dit in')
      await henk.choose('Bied deze versie vanaf vandaag aan')
      await henk.press('Keur goed')
      await henk.sees('Goedgekeurd.')
      await henk.sees('In het aanbod')
    }))

  let trajectory = ''
  test('takes a father on, from a midwife’s referral', async () => {
    const midwife = await visitor(browser, site, how)
    await midwife.open('/refer/waterrijk')
    await midwife.fill('Uw naam', 'V. Loskundige')
    await midwife.select(/^Uw (?:beroep|functie)/, 'Verloskundige')
    await midwife.fill(/^Uw telefoonnummer/, '010 7654321')
    await midwife.fill(/^Uw e-mailadres/, 'verloskundige@example.nl')
    await midwife.fill('Voornaam', 'Joris')
    await midwife.unfold('Meer vertellen')
    await midwife.fill('Achternaam', 'van der Meer')
    await midwife.fill(/^Postcode/, '3665 AB')
    await midwife.select(/Taal die/, 'Nederlands')
    await midwife.choose('Bellen')
    await midwife.fill(/^Telefoonnummer van deze persoon/, '06-1000 7001')
    await midwife.choose(/^Ja, en het is goed dat/)
    await midwife.press(/^Meld aan/)
    await midwife.sees('Dank u wel')
    await midwife.leave()
    await as('Marjan', async (marjan) => {
      await marjan.open('/referrals')
      await marjan.follow('Joris van der Meer')
      await marjan.choose(/Vaders voor vaders/)
      await marjan.press(/^Neem aan/)
      await marjan.sees('veilige manier van contact')
      trajectory = /\/trajectories\/([\w-]+)/.exec(marjan.page.url())?.[1] ?? ''
    })
  })

  test('asks him what only this programme asks', async () => {
    site.turnTo('2026-11-05')
    await as('Marjan', async (marjan) => {
      await marjan.open(`/trajectories/${trajectory}/intake`)
      await marjan.choose('Bellen', 'Hoe')
      await marjan.choose('Altijd', 'Wanneer')
      await marjan.choose(/^Alleen deze persoon zelf/)
      await marjan.select(/In welke taal/, 'Nederlands')
      await marjan.choose('Nooit', 'Een bericht inspreken')
      await marjan.press('Bewaar de afspraken')
      await marjan.sees('De afspraken zijn bewaard')
      await marjan.choose('Ja', /zelf meedoen/)
      await marjan.choose('Ja', /kind tot vier jaar/)
      await marjan.press('Bewaar en ga verder')
      await marjan.choose('Ja', /^Doet mee omdat/)
      await marjan.choose('Ja', /^Heeft gehoord wat we bewaren/)
      await marjan.choose('Nee', /mag horen dat het begint/)
      await marjan.choose('Samen besproken')
      await marjan.press('Bewaar en bekijk of het past')
      await marjan.sees('Hij heeft een kind tot vier jaar')
      await marjan.press(/op de wachtlijst/)
      await marjan.sees('staat op de wachtlijst')
    })
  })

  test('finds somebody to stand beside him, and they begin', async () => {
    site.turnTo('2026-11-09')
    await as('Marjan', async (marjan) => {
      await marjan.open('/workers')
      await marjan.follow('Ans Kuijpers')
      await marjan.follow('Wijzig gegevens')
      await marjan.choose('Vaders voor vaders', 'Voor welk programma')
      await marjan.press('Bewaar')
      await marjan.open('/waiting')
      await marjan.follow('Joris van der Meer')
      await marjan.press('Stel Ans Kuijpers voor')
      await marjan.sees('Nog niet gevraagd')
    })
    await as('Ans', async (ans) => {
      await ans.follow('Voorstellen')
      await ans.press('Ja, graag')
    })
    await as('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Joris van der Meer')
      await marjan.follow('Bekijk het voorstel')
      await marjan.press('Joris van der Meer zegt ja')
      await marjan.fill('Wanneer ontmoeten ze elkaar?', '12-11-2026')
      await marjan.press('Plan de kennismaking')
    })
    site.turnTo('2026-11-12')
    await as('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Joris van der Meer')
      await marjan.follow('Bekijk het voorstel')
      await marjan.press(/^Begin de/)
      await marjan.sees('Het plan staat klaar')
    })
  })

  test('is carried through and closed, as its own rule says', async () => {
    for (const day of ['2026-11-19', '2026-12-14']) {
      site.turnTo(day)
      await as('Ans', async (ans) => {
        await ans.open('/contacts')
        await ans.follow(/^Joris$/)
        await ans.follow('Leg vast hoe het ging')
        await ans.choose('Ja', 'Ging het door?')
        await ans.choose('Vandaag')
        await ans.choose('75 min')
        await ans.press('Klaar, leg vast')
        await ans.sees('Vastgelegd op de server')
      })
    }
    await as('Marjan', async (marjan) => {
      await marjan.open(`/trajectories/${trajectory}/closing`)
      await marjan.choose('Programma afgerond')
      await marjan.press(/^Sluit/)
      await marjan.sees(/afgesloten/i)
    })
  })
})
