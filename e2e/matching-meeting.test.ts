import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { buildMatchingMeeting } from './matching-world.ts'
import { openSite, type Site } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const idIn = (person: Person): string => /\/matching\/([\w-]{36})/.exec(person.page.url())?.[1] ?? ''

/** Her row on the meeting's first page. */
const rowOf = ({ page }: Person, woman: string) =>
  page.locator('li.naast-pairing', { has: page.getByRole('heading', { name: woman, exact: true }) })
/** The card of somebody who could stand beside her. */
const cardOf = ({ page }: Person, worker: string) =>
  page.locator('article.naast-card', { has: page.getByRole('heading', { name: worker, exact: true }) })

/** What a form brings without another page comes when it comes: nothing else tells that it did. */
const arrives = ({ page }: Person, words: string | RegExp) =>
  page.locator('[data-meeting]').getByText(words).first().waitFor({ timeout: 60_000 })

/** A weekly meeting about forty women, at a desk: every answer comes without another page. */
describe('a matching meeting with forty women who wait', () => {
  let site: Site
  let meeting = ''
  beforeAll(async () => {
    site = await openSite({ build: buildMatchingMeeting })
  }, 120_000)
  afterAll(() => site?.close())
  const how = { viewport: desktop, javaScript: true, pictures: false }
  async function as(who: string, work: (person: Person) => Promise<void>, at = how): Promise<void> {
    const person = await signedIn(browser, site, at, who)
    await work(person)
    await person.leave()
  }

  /** The same, with pictures kept for the guide. */
  const kept = (who: string, work: (person: Person) => Promise<void>) =>
    as(who, work, { ...how, pictures: true })

  test('begins where they wait, with a plan for all of them and a reason for every pair', () =>
    kept('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Bekijk in het koppeloverleg wie bij wie past')
      await marjan.sees('40 wachten op iemand voor zichzelf')
      await marjan.press('Begin een overleg')
      await marjan.sees(/Voor \d\d van de 40 is er iemand\. Er is weinig tijd over: \d van de \d/)
      await marjan.sees('Dat is nagerekend')
      meeting = idIn(marjan)
      expect(await marjan.page.locator('li.naast-pairing').count()).toBe(40)
      await marjan.look('forty-women')
      await marjan.unfold('Waarom past dit')
      await marjan.sees(/telt voor \d+ %/)
    }))

  test('says why not, what each other choice does to whom, and keeps one with its reason, on the same page', () =>
    as('Marjan', async (marjan) => {
      const { page } = marjan
      await marjan.open(`/matching/${meeting}`)
      await page.evaluate(() => document.body.setAttribute('data-same', ''))
      const row = rowOf(marjan, 'Ilse Hassan')
      // By keyboard alone: the link opens what it says, and the next key stands in it.
      await row.getByRole('link', { name: /Kies zelf/ }).focus()
      await page.keyboard.press('Enter')
      const panel = row.locator('[data-panel]')
      await panel.getByRole('heading', { name: 'Wie kan' }).waitFor({ timeout: 60_000 })
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-panel'))).toBe(true)
      await panel.locator('summary', { hasText: /Waarom \d+ ander(en)? niet/ }).click()
      expect(await panel.innerText()).toMatch(/verlopen|geen taal samen/i)
      expect(await panel.innerText()).toMatch(/Als Ilse Hassan .* krijgt, dan .*(punten|wachten|even goed)/)
      const other = panel.locator('article', { hasNotText: 'Nu voorgesteld' }).first()
      const name = await other.locator('h3').innerText()
      await other.locator('summary', { hasText: 'Kies of sluit uit' }).click()
      await other.getByRole('button', { name: `Kies ${name}` }).click()
      await arrives(marjan, 'Maak een keuze')
      await other.getByLabel('Waarom?').selectOption({ label: 'Taal weegt hier zwaarder' })
      await other.getByRole('button', { name: `Kies ${name}` }).click()
      await arrives(marjan, `Ilse Hassan krijgt ${name}, want daar kozen jullie voor`)
      await marjan.sees(new RegExp(`Ilse Hassan gaat van .* naar ${name}`))
      expect(await row.innerText()).toMatch(/Door jullie gekozen/)
      // The same page still, and the hand is where it was.
      expect(await page.locator('body[data-same]').count()).toBe(1)
      expect(await page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^choose-/)
      expect(await page.locator('body > [role=status]').innerText()).toMatch(/Ilse Hassan krijgt/)
      await marjan.look('matching-meeting-changed')
    }))

  test('rules a pair out from her own page', () =>
    kept('Marjan', async (marjan) => {
      await marjan.open(`/matching/${meeting}`)
      const row = rowOf(marjan, 'Chantal Farah')
      await marjan.open((await row.getByRole('link', { name: /Kies zelf/ }).getAttribute('href')) ?? '')
      await marjan.sees('Wie voor Chantal Farah?')
      await marjan.look('forty-women-one')
      const now = marjan.page.locator('article.naast-card', { hasText: 'Nu voorgesteld' })
      const name = await now.locator('h3').innerText()
      await now.locator('summary', { hasText: 'Houd vast of sluit uit' }).click()
      await now.getByRole('button', { name: 'Bekijk eerst wat dit doet' }).click()
      await now.getByText('Er is nog niets veranderd').waitFor({ timeout: 60_000 })
      await now.getByLabel('Waarom?').selectOption({ label: 'Wie gesteund wordt, vroeg dit' })
      await now.getByRole('button', { name: 'Niet deze twee' }).click()
      await arrives(marjan, `Chantal Farah en ${name} gaan niet samen`)
      await marjan.unfold(/Waarom \d+ ander(en)? niet/)
      await marjan.sees(new RegExp(`${name}: Door jullie uitgesloten`))
    }))

  test('says what another weight and another number of places would do while they are typed', () =>
    as('Marjan', async (marjan) => {
      const { page } = marjan
      await marjan.open(`/matching/${meeting}/weights`)
      await page
        .locator('summary', { hasText: /Laat het anders tellen\s+Afstand/ })
        .first()
        .click()
      const form = page.locator('.naast-weight', { hasText: 'Afstand' }).first()
      await form.getByLabel('Voor hoeveel procent').fill('60')
      await form.getByText('Er is nog niets veranderd').waitFor({ timeout: 60_000 })
      await marjan.look('matching-weights')
      await form.getByRole('button', { name: 'Pas aan' }).click()
      await arrives(marjan, /Afstand telt voor 60 %/)
      await marjan.sees('Telt hier voor 60 %, in het programma voor 15 %')
      await marjan.open(`/matching/${meeting}/workers`)
      await marjan.sees('Waar je het best iemand bij kunt zoeken')
      await marjan.look('matching-workers')
      const card = cardOf(marjan, 'Houda Benali')
      await card.locator('summary', { hasText: 'Meer of minder plekken' }).click()
      await card.getByLabel('Hoeveel plekken').fill('1')
      await card.getByText('Er is nog niets veranderd').waitFor({ timeout: 60_000 })
      await card.getByLabel('Waarom?').selectOption({ label: 'Ze heeft het te druk' })
      await card.getByRole('button', { name: 'Pas de plekken aan' }).click()
      await arrives(marjan, 'Houda Benali heeft in dit overleg 1 plek')
      await cardOf(marjan, 'Houda Benali').getByRole('button', { name: 'Maak ongedaan' }).click()
      await arrives(marjan, 'Niet meer: Houda Benali')
    }))

  test('has a map that tells nobody’s street, and lies on the table without what it need not say', () =>
    kept('Marjan', async (marjan) => {
      await marjan.open(`/matching/${meeting}/map`)
      await marjan.unfold('Hetzelfde in een tabel')
      await marjan.look('forty-women-map')
      await marjan.page.emulateMedia({ colorScheme: 'dark' })
      await marjan.look('forty-women-map-dark')
      await marjan.page.emulateMedia({ colorScheme: 'light' })
      await marjan.seesNot('Rietkade')
      await marjan.open(`/matching/${meeting}/paper`)
      await marjan.sees('Ilse H.')
      await marjan.seesNot('Hassan')
      await marjan.look('forty-women-paper')
      await marjan.open(`/matching/${meeting}/changes`)
      await marjan.look('forty-women-changes')
    }))

  test('keeps what was said', () =>
    as('Marjan', async (marjan) => {
      await marjan.open(`/matching/${meeting}/notes`)
      await marjan.press('Bewaar de notitie')
      await marjan.sees('Er klopt iets niet')
      await marjan.fill('Notitie', 'Ilse vroeg zelf om iemand die Arabisch spreekt.')
      await marjan.select('Over wie?', 'Ilse Hassan')
      await marjan.press('Bewaar de notitie')
      await marjan.sees('De notitie is bewaard')
      await marjan.sees('Ilse vroeg zelf')
      await marjan.look('matching-notes')
    }))

  test('is published once: who comes second is told so, and nothing happens twice', () =>
    as('Karel', async (karel) => {
      await karel.open(`/matching/${meeting}/publish`)
      await as('Marjan', async (marjan) => {
        await marjan.open(`/matching/${meeting}/publish`)
        await marjan.look('matching-publish')
        await marjan.page.getByLabel(/^Ilse Hassan en/).uncheck()
        await marjan.press('Stel dit voor')
        await marjan.sees(/Voorgesteld op .* door Marjan de Wit/)
        await marjan.look('matching-published')
      })
      await karel.press('Stel dit voor')
      await karel.sees('Dit koppeloverleg is al afgerond')
      await karel.sees('door Marjan de Wit')
      const { rows } = await site.owner.query(
        'select count(*)::int as all, count(distinct trajectory_id)::int as women from match',
      )
      expect(rows[0]).toEqual({ all: rows[0]?.women, women: rows[0]?.all })
      expect(rows[0]?.all).toBeGreaterThan(20)
    }))

  test('asks a worker, once for all she is asked for', () =>
    as(
      'Berna',
      async (berna) => {
        await berna.open('/proposals')
        await berna.sees(/\d zoek(t|en) iemand als jij/)
        await berna.seesNot('Bakir')
      },
      { ...how, viewport: phone },
    ))

  test('is counted where people chose otherwise', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/matching')
      await marjan.sees('Voorgesteld')
      await marjan.look('matching-meetings')
      await marjan.follow('Hoe vaak kozen we anders?')
      await marjan.look('matching-choices')
    }))

  test('leaves no trouble behind', () => {
    expect(site.troubles).toEqual([])
  })
})

/** The same on a phone and without script: what it would do comes as a page, and every form goes back to its own. */
describe('a matching meeting without script, on a phone', () => {
  let site: Site
  let marjan: Person
  const how = { viewport: phone, javaScript: false, pictures: false }
  beforeAll(async () => {
    site = await openSite({ build: buildMatchingMeeting })
    marjan = await signedIn(browser, site, how, 'Marjan')
  }, 120_000)
  afterAll(() => site?.close())
  let meeting = ''

  test('shows who would get whom, fewer of them if one likes', async () => {
    await marjan.open('/matching')
    await marjan.press('Begin een overleg')
    await marjan.sees('Voor 29 van de 40 is er iemand')
    meeting = idIn(marjan)
    await marjan.unfold('Laat minder zien')
    await marjan.select('Laat zien', 'Voor wie er niemand is')
    await marjan.press('Kies')
    expect(await marjan.page.locator('li.naast-pairing').count()).toBe(11)
    await marjan.sees('Met niemand kan het nu: geen taal samen')
    await marjan.sees('maar is harder nodig bij')
  })

  test('asks first, then does it, then takes it back', async () => {
    await marjan.open(`/matching/${meeting}`)
    await rowOf(marjan, 'Chantal Farah')
      .getByRole('link', { name: /Kies zelf/ })
      .click()
    await marjan.sees('Wie voor Chantal Farah?')
    await marjan.unfold('Laat haar deze keer weg')
    await marjan.page
      .locator('details[open]')
      .getByRole('button', { name: 'Bekijk eerst wat dit doet' })
      .click()
    await marjan.sees('Wat dit zou doen')
    await marjan.sees('Er is nog niets veranderd')
    await marjan.sees('Chantal Farah doet deze keer niet mee')
    await marjan.follow('Terug, verander niets')
    await marjan.sees('Wie voor Chantal Farah?')
    await marjan.unfold('Laat haar deze keer weg')
    await marjan.page
      .locator('details[open]')
      .getByLabel('Waarom?')
      .selectOption({ label: 'Ze wil zelf nog wachten' })
    await marjan.page
      .locator('details[open]')
      .getByRole('button', { name: 'Bekijk eerst wat dit doet' })
      .click()
    await marjan.press('Doe dit')
    await marjan.sees('Chantal Farah doet deze keer niet mee')
    await marjan.sees('Doet deze keer niet mee: Ze wil zelf nog wachten')
    await marjan.press('Maak ongedaan')
    await marjan.sees('Niet meer: Chantal Farah doet deze keer niet mee')
  })

  test('says what is missing at its field, and keeps the rest of the page', async () => {
    const other = marjan.page.locator('article.naast-card', { hasNotText: 'Nu voorgesteld' }).first()
    const name = await other.locator('h3').innerText()
    await other.locator('summary', { hasText: 'Kies of sluit uit' }).click()
    await other.getByRole('button', { name: `Kies ${name}` }).click()
    await marjan.sees('Maak een keuze')
    await marjan.sees('Wie voor Chantal Farah?')
    await other.getByLabel('Waarom?').selectOption({ label: 'Ze kennen elkaar al' })
    await other.getByRole('button', { name: `Kies ${name}` }).click()
    await marjan.sees(`Chantal Farah krijgt ${name}`)
  })

  test('tries another weight and another number of places', async () => {
    await marjan.open(`/matching/${meeting}/weights`)
    await marjan.page
      .locator('summary', { hasText: /Laat het anders tellen\s+Interesses/ })
      .first()
      .click()
    const form = marjan.page.locator('.naast-weight', { hasText: 'Interesses' }).first()
    await form.getByLabel('Voor hoeveel procent').fill('')
    await form.getByRole('button', { name: 'Pas aan' }).click()
    await marjan.sees('Dit is geen getal')
    await marjan.open(`/matching/${meeting}/workers`)
    const card = cardOf(marjan, 'Ada Kuipers')
    await card.locator('summary', { hasText: 'Meer of minder plekken' }).click()
    await card.getByLabel('Hoeveel plekken').fill('0')
    await card.getByLabel('Waarom?').selectOption({ label: 'Ze is binnenkort weg' })
    await card.getByRole('button', { name: 'Pas de plekken aan' }).click()
    await marjan.sees('Ada Kuipers heeft in dit overleg 0 plekken')
    await marjan.open(`/matching/${meeting}/map`)
  })

  test('proposes some of them, in one step', async () => {
    await marjan.open(`/matching/${meeting}/publish`)
    for (const box of (await marjan.page.getByRole('checkbox').all()).slice(3)) await box.uncheck()
    await marjan.press('Stel dit voor')
    await marjan.sees('3 voorstellen')
    await marjan.open('/waiting')
    await marjan.sees('40 wachten op iemand')
    expect(site.troubles).toEqual([])
    await marjan.leave()
  })
})
