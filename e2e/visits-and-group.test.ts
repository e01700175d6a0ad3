import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMimDenHaag } from '#seeds/others/mim-denhaag.ts'
import { openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * MIM Den Haag from a midwife's referral to its end, in an organisation of its own: visited at home and in the open
 * group besides, each step by its own role, on a phone.
 */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite({ build: buildMimDenHaag })]
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
  const how = { viewport: phone, javaScript: false, pictures: false }
  const person = await signedIn(browser, site, how, who)
  await work(person)
  await person.leave()
}

let trajectory = ''

test('a midwife refers a pregnant woman who knows nobody here', () =>
  as('Saskia', async (saskia) => {
    await saskia.follow('Meld iemand aan')
    await saskia.fill('Uw naam', 'S. Boom')
    await saskia.select('Uw functie', 'Verloskundige')
    await saskia.fill('Uw telefoonnummer', '06 1000 7100')
    await saskia.fill('Uw e-mailadres', 'praktijk@example.nl')
    await saskia.fill('Voornaam', 'Pilar')
    await saskia.unfold('Meer vertellen')
    await saskia.fill('Achternaam', 'Ortega')
    await saskia.fill(/^Geboortedatum(?! van)/, '9-9-1997')
    await saskia.select(/Taal die zij/, 'Spaans')
    await saskia.choose('Haar bellen')
    await saskia.fill('Haar telefoonnummer', '06 1000 7020')
    await saskia.fill('Uitgerekende datum', '20-12-2026')
    await saskia.choose('Ja', 'Is dit haar eerste kind?')
    await saskia.fill('In uw eigen woorden', 'Zij is hier net, en kent nog niemand.')
    await saskia.choose(/^Ja, zij weet ervan/)
    await saskia.press('Meld haar aan')
    await saskia.sees('Dank u wel, wij hebben uw aanmelding')
  }))

test('the coordinator takes her on and talks with her', async () => {
  await as('Wendy', async (wendy) => {
    await wendy.open('/referrals')
    await wendy.follow('Pilar Ortega')
    await wendy.press('Neem haar aan')
    trajectory = /\/trajectories\/([\w-]+)/.exec(wendy.page.url())?.[1] ?? ''
    await wendy.follow('Begin de intake')
    await wendy.choose('Bellen', 'Hoe')
    await wendy.choose('Altijd')
    await wendy.choose(/^Alleen deze persoon zelf/)
    await wendy.select(/In welke taal/, 'Spaans')
    await wendy.choose('Nooit', 'Een bericht inspreken')
    await wendy.press('Bewaar de afspraken')
    await wendy.sees('De afspraken zijn bewaard')
  })
  site.turnTo('2026-11-04')
  await as('Wendy', async (wendy) => {
    await wendy.open(`/trajectories/${trajectory}/intake`)
    await wendy.choose('Ja', /onzeker als moeder/)
    await wendy.choose('Ja', /weinig steun/)
    await wendy.choose('Nee', /meerdere ernstige problemen/)
    await wendy.choose('Nee', /geweld of dwang/)
    await wendy.press('Bewaar en ga verder')
    await wendy.choose('Ja', /doet mee omdat ze dat zelf wil/)
    await wendy.choose('Ja', /heeft gehoord wat we bewaren/)
    await wendy.choose('Nee', /mag horen dat het begint/)
    await wendy.choose('Ja', /korte vragen beantwoorden/)
    await wendy.choose('Samen besproken')
    await wendy.press('Bewaar en bekijk of het past')
    await wendy.sees('Ja, dit programma past bij haar')
    await wendy.press('Zet haar op de wachtlijst')
    await wendy.sees('Zij staat op de wachtlijst')
  })
})

test('a volunteer who speaks her language says yes, and they meet', async () => {
  await as('Wendy', async (wendy) => {
    await wendy.open('/waiting')
    await wendy.follow('Pilar Ortega')
    await wendy.sees(/Carmen Ruiz[\s\S]*haar eigen taal: Spaans/)
    await wendy.look('visits-match')
    await wendy.press('Stel Carmen Ruiz voor')
  })
  await as('Carmen', async (carmen) => {
    await carmen.follow('Voorstellen')
    await carmen.seesNot('Pilar')
    await carmen.seesNot('Ortega')
    await carmen.press('Ja, graag')
  })
  await as('Wendy', async (wendy) => {
    await wendy.open('/waiting')
    await wendy.follow('Pilar Ortega')
    await wendy.follow('Bekijk het voorstel')
    await wendy.press('Pilar Ortega zegt ja')
    await wendy.fill('Wanneer ontmoeten ze elkaar?', '4-11-2026')
    await wendy.press('Plan de kennismaking')
    await wendy.press(/^Begin de/)
    await wendy.sees('Het plan staat klaar')
  })
})

test('she comes to the group on Thursdays as well', () =>
  as('Wendy', async (wendy) => {
    await wendy.open('/groups')
    await wendy.follow('Donderdag aan de koffie')
    await wendy.look('open-group')
    await wendy.follow('Kies van de wachtlijst')
    await wendy.look('open-group-candidates')
    await wendy.page.locator('tr', { hasText: 'Pilar Ortega' }).getByRole('button').click()
    await wendy.look('open-group-place')
    await wendy.press('Geef een plaats')
    await wendy.sees('De plaats is gegeven')
  }))

test('her facilitator writes down who was there', async () => {
  const { rows } = await site.owner.query<{ id: string; on: string }>(
    `select id, on_day::text as on from group_session
     where state = 'planned' and on_day <= '2026-11-05' order by on_day`,
  )
  expect(rows.length).toBeGreaterThan(0)
  site.turnTo('2026-11-05')
  await as('Truus', async (truus) => {
    await truus.open('/groups')
    await truus.follow('Donderdag aan de koffie')
    await truus.seesNot('Ortega')
    for (const { id } of rows) {
      await truus.open(`/group-sessions/${id}`)
      await truus.look('open-group-session')
      await truus.press('Lucía: Aanwezig')
      await truus.press(/De (ander|andere \d+) (is|zijn) er/)
      await truus.press('Leg vast')
      await truus.sees('De bijeenkomst is vastgelegd')
    }
  })
})

test('an outing with few seats: she signs up by name, somebody else without, and who comes is counted', async () => {
  await as('Wendy', async (wendy) => {
    await wendy.open('/activities')
    await wendy.look('activities-open')
    await wendy.follow('Nieuwe activiteit')
    await wendy.choose('Uitje')
    await wendy.fill('Hoe heet het?', 'Naar zee')
    await wendy.fill(/^Waar/, 'Bij de tramhalte')
    await wendy.fill('Eerste keer', '5-11-2026')
    await wendy.fill('Hoe laat', '13.30')
    await wendy.choose('Eén keer')
    await wendy.fill('Plekken', 'twee')
    await wendy.press('Zet de activiteit klaar')
    await wendy.sees('Er klopt iets niet')
    await wendy.fill('Plekken', '2')
    await wendy.fill('Plaatsen in de kinderopvang', '1')
    await wendy.press('Zet de activiteit klaar')
    await wendy.sees('De activiteit staat klaar')
    await wendy.look('activity-one')
    await wendy.open(`/trajectories/${trajectory}/activities`)
    await wendy.sees('nog geen ja op haar naam')
    await wendy.follow('Naar de toestemmingen')
    await wendy.choose('Ja', 'Wat antwoordt ze?')
    await wendy.choose('op papier')
    await wendy.press('Leg vast')
    await wendy.open(`/trajectories/${trajectory}/activities`)
    await wendy.look('activities-for')
    const outing = wendy.page.locator('.naast-card', { hasText: 'Naar zee' })
    await outing.getByLabel('Hoeveel kinderen komen mee').fill('1')
    await outing.getByRole('button', { name: 'Meld aan' }).click()
    await wendy.sees('Aangemeld: er is een plek')
    await wendy.follow('Naar zee')
    for (const said of ['Aangemeld: er is een plek', 'Aangemeld op de wachtlijst']) {
      await wendy.press('Houd een plek vrij')
      await wendy.sees(said)
    }
    await wendy.look('activity-meeting')
    await wendy.choose('Pilar')
    await wendy.fill('Volwassenen in totaal', '0')
    await wendy.fill('Kinderen in totaal', '3')
    await wendy.fill('Hoeveel minuten duurde het?', '150')
    await wendy.press('Leg vast wie er was')
    await wendy.sees('Er zijn meer mensen aangekruist dan geteld')
    await wendy.fill('Volwassenen in totaal', '4')
    await wendy.press('Leg vast wie er was')
    await wendy.sees('7 in totaal: 1 met naam, 3 zonder naam, 3 kinderen')
    await wendy.open(`/trajectories/${trajectory}`)
    await wendy.sees(/Bezoeken en groepen bij elkaar/)
    await wendy.look('trajectory-dose')
  })
})

test('she is visited at home, and her child is born', async () => {
  site.turnTo('2026-12-02')
  await as('Carmen', async (carmen) => {
    await carmen.open('/contacts')
    await carmen.follow(/^Pilar$/)
    await carmen.follow('Leg vast hoe het ging')
    await carmen.choose('Ja', 'Ging het door?')
    await carmen.choose('Vandaag')
    await carmen.choose('75 min')
    await carmen.press('Klaar, leg vast')
    await carmen.sees('Vastgelegd')
  })
  site.turnTo('2026-12-23')
  await as('Carmen', async (carmen) => {
    await carmen.open(`/trajectories/${trajectory}/course`)
    await carmen.follow('Schrijf de geboorte op')
    await carmen.fill(/^Voornaam/, 'Inés')
    await carmen.fill(/^Geboortedag/, '21-12-2026')
    await carmen.press('Bewaar')
    await carmen.sees(/Inés[\s\S]*21 december 2026/)
    await carmen.look('visits-course')
  })
})

test('she has what she wanted; it is closed, and her place in the group with it', async () => {
  site.turnTo('2027-01-20')
  await as('Wendy', async (wendy) => {
    await wendy.open(`/trajectories/${trajectory}`)
    await wendy.look('visits-trajectory')
    await wendy.follow('Afsluiting')
    await wendy.look('visits-closing')
    await wendy.choose('Afgerond: bereikt wat ze wilde')
    await wendy.choose('Ze wilde niet')
    await wendy.select(/waarom/, 'Ze wilde liever niet')
    await wendy.choose('Ja', 'Meer zelfvertrouwen als moeder')
    await wendy.choose('Ja', 'Een groter netwerk')
    await wendy.press('Sluit af')
    await wendy.sees('Het traject is afgesloten')
  })
  const { rows } = await site.owner.query(
    `select c.result, c.contacts_done, p.state from closure c
     join group_place p on p.org_id = c.org_id and p.trajectory_id = c.trajectory_id
     where c.trajectory_id = $1`,
    [trajectory],
  )
  expect(rows).toEqual([{ result: 'completed', contacts_done: 1, state: 'left' }])
  expect(site.troubles).toEqual([])
})
