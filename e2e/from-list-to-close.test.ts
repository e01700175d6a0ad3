import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, inventedBsn } from '../testing/fhir-bundle.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/** One woman's whole way, from a row in a spreadsheet to a closed trajectory, every step by its own role. */
describe.each([
  { name: 'without script, on a phone', viewport: phone, javaScript: false },
  { name: 'with script, at a desk', viewport: desktop, javaScript: true },
])('from list to close, $name', ({ viewport, javaScript }) => {
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
  /** Signs in as somebody of the cast, does this and closes the browser. */
  async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
    const person = await signedIn(browser, site, how, who)
    await work(person)
    await person.leave()
  }

  test('the coordinator brings her list, and takes the rest home again', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/referrals')
      await marjan.follow('Lees een lijst in')
      await marjan.page.getByLabel(/Kies het bestand/).setInputFiles({
        name: 'wachtlijst najaar.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(list),
      })
      await marjan.press('Lees het bestand')
      await marjan.sees('We vonden 6 rijen')
      expect(await marjan.page.getByLabel('Naam moeder').inputValue()).toBe('name')
      expect(await marjan.page.getByLabel('Mobiel').inputValue()).toBe('phone')
      await marjan.press('Kijk de rijen na')
      await marjan.sees('Zonder haar instemming kan het niet')
      await marjan.choose(/Ja, iedereen in deze lijst/)
      await marjan.press('Kijk de rijen na')
      await marjan.sees('2 rijen worden een aanmelding')
      await marjan.sees(/Sanne Boer[\s\S]*Zij lijkt op iemand die al is aangemeld/)
      await marjan.sees('“31-2-1998” is geen datum die bestaat')
      await marjan.press('Lees de lijst in')
      await marjan.sees('Er zijn 2 aanmeldingen bij gekomen.')
      const rest = await marjan.download('Download de rijen')
      expect(rest).toContain('Mira Postma')
      expect(rest).toContain('Zij lijkt op de vrouw in rij 4.')
      expect(rest).toContain("'=SOM(A1:A3)")
      expect(rest).not.toContain('Jip van Vliet')
      await marjan.follow('Naar de aanmeldingen')
      await marjan.sees('Roos Verbeek')
    }))

  test('a woman asks for herself, and an error on the way loses nothing', async () => {
    const she = await visitor(browser, site, how)
    await she.open('/s/waterrijk')
    await she.fill('Voornaam', 'Farah')
    await she.press('Verder')
    await she.fill('Telefoonnummer', 'nul zes')
    await she.press('Verder')
    await she.sees('Dit is geen telefoonnummer')
    expect(await she.page.getByLabel('Telefoonnummer').inputValue()).toBe('nul zes')
    await she.fill('Telefoonnummer', '06 1000 5001')
    await she.press('Verder')
    await she.choose('Een sms sturen')
    await she.fill('Wanneer kan het het best?', 'dinsdagochtend')
    await she.press('Verder')
    await she.fill('Is je kind al geboren?', '2 sep 2026')
    await she.choose('Ja', 'Is dit je eerste kind?')
    await she.press('Verder')
    await she.select(/Welke taal/, 'Arabisch')
    await she.press('Verder')
    await she.fill('In je eigen woorden', 'Ik ken hier nog niemand.')
    await she.press('Verder')
    await she.sees('Farah')
    await she.press('Verstuur')
    await she.sees('Zonder dit akkoord')
    await she.choose(/^Ja,/)
    await she.press('Verstuur')
    await she.sees('Het is verstuurd')
    await she.sees('We sturen je een sms')
    await she.leave()
  })

  test('a nurse refers from her own account', () =>
    as('Joke', async (joke) => {
      await joke.follow('Meld iemand aan')
      await joke.fill('Uw naam', 'Joke Hendriks')
      await joke.select('Uw functie', 'Jeugdgezondheidszorg (consultatiebureau)')
      await joke.fill('Uw telefoonnummer', '010 1234567')
      await joke.fill('Uw e-mailadres', 'verpleegkundige@example.nl')
      await joke.fill('Voornaam', 'Nadia')
      await joke.unfold('Meer vertellen')
      await joke.fill('Achternaam', 'Mansouri')
      await joke.fill(/^Geboortedatum(?! van)/, '5-5-1996')
      await joke.fill('Postcode', '3665 AB')
      await joke.select(/Taal die zij/, 'Nederlands')
      await joke.choose('Haar bellen')
      await joke.fill('Haar telefoonnummer', '06-1000 5002')
      await joke.fill('Geboortedatum van het kind', '1-9-2026')
      await joke.choose('Nee', 'Is dit haar eerste kind?')
      await joke.fill('In uw eigen woorden', 'Haar tweede kind; zij woont hier sinds kort en kent niemand.')
      await joke.press('Meld haar aan')
      await joke.sees('Er klopt iets niet')
      await joke.choose(/^Ja, zij weet ervan/)
      await joke.press('Meld haar aan')
      await joke.sees('Dank u wel, wij hebben uw aanmelding')
      await joke.open('/my-referrals')
      await joke.sees(/Nadia Mansouri[\s\S]*Ontvangen/)
    }))

  test('a midwife’s system refers with a key that the administrator made; the BSN stays outside', () =>
    as('Henk', async (henk) => {
      await henk.open('/services')
      await henk.fill('Hoe heet het systeem?', 'Verloskundigen Waterrijk')
      await henk.choose('Vrouwen aanmelden')
      await henk.press('Maak sleutel')
      const key = await henk.page.locator('main code').innerText()
      const answer = await fetch(`${site.url}/api/fhir/Bundle`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/fhir+json' },
        body: JSON.stringify(bundle()),
      })
      const said = await answer.text()
      expect(answer.status, said).toBe(201)
      expect(said).toMatch(/BSN/i)
      expect(said).not.toContain(inventedBsn)
    }))

  let trajectory = ''
  test('the coordinator sees at the desk who is new, who may be known, and takes two of them on', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/today')
      await marjan.sees('Roos Verbeek')
      await marjan.follow('Aanmeldingen')
      await marjan.sees('Amina')
      // Proposed, with the reason, and never merged by itself.
      await marjan.follow('Fatima Bouzidi')
      await marjan.sees(/Kennen we haar al\?[\s\S]*Zelfde geboortedatum en naam/)
      await marjan.press('Ja, dit is dezelfde aanmelding')
      await marjan.sees('Vastgelegd')
      for (const name of ['Nadia Mansouri', 'Roos Verbeek']) {
        await marjan.open('/referrals')
        await marjan.follow(name)
        await marjan.choose(/tot 18 maanden/)
        await marjan.press('Neem haar aan')
        await marjan.sees('hoe is zij veilig te bereiken')
      }
      trajectory = /\/trajectories\/([\w-]+)/.exec(marjan.page.url())?.[1] ?? ''
    }))

  /** The intake, page by page: how to reach her, what is known of her, what she agrees to. */
  async function intake(marjan: Person, answers: { firstChild: 'Ja' | 'Nee'; language: string }) {
    await marjan.press('Bewaar de afspraken')
    await marjan.sees('Er klopt iets niet')
    await marjan.choose('Bellen', 'Hoe')
    await marjan.choose('Een bericht op de telefoon', 'Hoe')
    await marjan.choose('Alleen van deze persoon')
    await marjan.choose('Alleen op deze dagen en uren')
    for (const day of ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'])
      await marjan.choose(day, 'Dagen')
    await marjan.fill('Vanaf', '9')
    await marjan.fill('Tot', '17.00')
    await marjan.choose(/^Alleen deze persoon zelf/)
    await marjan.select(/In welke taal/, answers.language)
    await marjan.choose('Nooit', 'Een bericht inspreken')
    await marjan.press('Bewaar de afspraken')
    await marjan.sees('De afspraken zijn bewaard')
    await marjan.choose(answers.firstChild, 'Is het haar eerste kind?')
    await marjan.choose('Ja', /alledaagse vragen/)
    await marjan.choose('Ja', /onzeker als moeder/)
    await marjan.choose('Ja', /weinig steun/)
    await marjan.choose('Nee', /extra zorg/)
    await marjan.choose('Nee', /meerdere ernstige problemen/)
    await marjan.choose('Nee', /geweld of dwang/)
    await marjan.press('Bewaar en ga verder')
    await marjan.choose('Ja', /doet mee omdat ze dat zelf wil/)
    await marjan.choose('Ja', /heeft gehoord wat we bewaren/)
    await marjan.choose('Ja', /mag horen dat het begint/)
    await marjan.choose('Ja', /korte vragen beantwoorden/)
    await marjan.choose('Samen besproken')
    await marjan.press('Bewaar en bekijk of het past')
    await marjan.sees('bron: methodebeschrijving')
  }

  test('and talks with both: the rules with their sources, and an exception with a reason', async () => {
    site.turnTo('2026-11-05')
    await as('Marjan', async (marjan) => {
      await marjan.open('/trajectories')
      await marjan.follow('Nadia Mansouri')
      await marjan.follow('Intake')
      await intake(marjan, { firstChild: 'Nee', language: 'Nederlands' })
      await marjan.sees('Een uitzondering kan, als je opschrijft waarom')
      await marjan.press('Maak de uitzondering en zet haar op de wachtlijst')
      await marjan.sees('Schrijf op waarom je een uitzondering maakt')
      await marjan.fill('Waarom maak je een uitzondering?', 'Zij begint hier opnieuw, zonder netwerk.')
      await marjan.press('Maak de uitzondering en zet haar op de wachtlijst')
      await marjan.sees('Zij staat op de wachtlijst')
      await marjan.open(`/trajectories/${trajectory}/intake`)
      await intake(marjan, { firstChild: 'Ja', language: 'Nederlands' })
      await marjan.sees('Ja, dit programma past bij haar')
      await marjan.press('Zet haar op de wachtlijst')
      await marjan.sees('Zij staat op de wachtlijst')
    })
  })

  test('she finds who fits and why, and proposes', async () => {
    site.turnTo('2026-11-09')
    await as('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Roos Verbeek')
      await marjan.follow('Schrijf op wat zij hoopt')
      await marjan.choose('Wandelen')
      await marjan.choose('Koken')
      await marjan.press('Bewaar')
      await marjan.sees(/Ans Kuijpers[\s\S]*haar eigen taal: Nederlands/)
      await marjan.sees(/Naima El Amrani[\s\S]*VOG: verlopen/)
      await marjan.press('Stel Ans Kuijpers voor')
      await marjan.sees('Nog niet gevraagd')
    })
    await as('Ans', async (ans) => {
      await ans.follow('Voorstellen')
      await ans.seesNot('Roos')
      await ans.seesNot('Verbeek')
      await ans.press('Ja, graag')
      await ans.sees('Je coördinator gaat ermee verder')
    })
    await as('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Roos Verbeek')
      await marjan.follow('Bekijk het voorstel')
      await marjan.press('Roos Verbeek zegt ja')
      await marjan.fill('Wanneer ontmoeten ze elkaar?', '12-11-2026')
      await marjan.press('Plan de kennismaking')
      await marjan.sees('Na de kennismaking kun je beginnen')
    })
  })

  test('they meet and begin; the first measure is taken', async () => {
    site.turnTo('2026-11-12')
    await as('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Roos Verbeek')
      await marjan.follow('Bekijk het voorstel')
      await marjan.press(/^Begin de/)
      await marjan.sees('Het plan staat klaar')
      await measure(marjan, 'T0', 4)
    })
    await expect.poll(() => toReferrer().length, { timeout: 15_000 }).toBe(1)
  })

  /** What the one who referred Roos got by mail. */
  const toReferrer = () => site.sent.filter((mail) => mail.to === 'wijkteam@example.nl')

  async function measure(marjan: Person, moment: string, rung: number): Promise<void> {
    await marjan.open(`/trajectories/${trajectory}/measures/${moment}`)
    const ladders = marjan.page.locator('.naast-ladder')
    for (let at = 0; at < (await ladders.count()); at += 1)
      await ladders.nth(at).getByLabel(String(rung), { exact: true }).check()
    await marjan.choose('Samen, ik las voor')
    await marjan.press('Bewaar haar antwoorden')
    await marjan.sees('Haar antwoorden zijn bewaard')
  }

  /** To the form for the next visit to Roos. */
  async function toTheForm(ans: Person): Promise<void> {
    await ans.open('/contacts')
    await ans.follow(/^Roos$/)
    await ans.follow('Leg vast hoe het ging')
  }
  async function logDone(ans: Person): Promise<void> {
    await toTheForm(ans)
    await ans.choose('Ja', 'Ging het door?')
    await ans.choose('Vandaag')
    await ans.choose('75 min')
    await ans.press('Klaar, leg vast')
    await ans.sees('Vastgelegd op de server')
  }

  test('the volunteer keeps a draft, finds it again, and logs a visit once however often she sends it', async () => {
    site.turnTo('2026-11-19')
    await as('Ans', async (ans) => {
      await toTheForm(ans)
      await ans.choose('Ja', 'Ging het door?')
      await ans.fill('Wat spraken jullie af?', 'Samen naar de bibliotheek')
      await ans.press('Bewaar en ga later verder')
      await ans.sees('Bewaard op de server')
    })
    await as('Ans', async (ans) => {
      await toTheForm(ans)
      expect(await ans.page.getByLabel('Wat spraken jullie af?').inputValue()).toBe(
        'Samen naar de bibliotheek',
      )
      await ans.choose('75 min')
      await ans.choose('Vandaag')
      await ans.page.getByLabel(/praatpapier/).selectOption({ index: 1 })
      await ans.choose('Goed')
      const form = ans.page.url()
      const fields = await ans.page
        .locator('main form')
        .first()
        .evaluate((one) =>
          [...new FormData(one as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
        )
      await ans.press('Klaar, leg vast')
      await ans.sees('Vastgelegd op de server')
      // The same form again, as a phone does that lost the line before it heard the answer.
      const again = await ans.page.request.post(form, {
        form: { ...Object.fromEntries(fields), do: 'log' },
        headers: { origin: site.url },
        maxRedirects: 0,
      })
      expect(again.status()).toBe(303)
    })
    const { rows } = await site.owner.query(
      `select count(*)::int as done from contact where trajectory_id = $1 and state = 'done'`,
      [trajectory],
    )
    expect(rows[0].done).toBe(1)
  })

  test('the mother calls one off; after 37 days the coordinator sees that nobody came', async () => {
    site.turnTo('2026-12-14')
    await as('Ans', async (ans) => {
      await toTheForm(ans)
      await ans.choose('Nee, zij zegde af')
      await ans.press('Klaar, leg vast')
      await ans.sees('Vastgelegd')
    })
    await as('Marjan', async (marjan) => {
      await marjan.open('/trajectories?show=unvisited')
      await marjan.seesNot('Roos Verbeek')
    })
    site.turnTo('2026-12-27')
    await as('Marjan', async (marjan) => {
      await marjan.open('/today')
      await marjan.sees(/Roos Verbeek: niet bezocht[\s\S]*38 dagen geen contact/)
      await marjan.open('/trajectories?show=unvisited')
      await marjan.sees('Roos Verbeek')
    })
  })

  test('month by month until her child is of age, measured halfway and at the end', async () => {
    const days = [
      '2026-12-28',
      '2027-01-21',
      '2027-02-18',
      '2027-03-18',
      '2027-04-15',
      '2027-05-13',
      '2027-06-10',
      '2027-07-08',
      '2027-08-05',
      '2027-09-02',
    ]
    for (const day of days) {
      site.turnTo(day)
      await as('Ans', logDone)
      if (day === '2027-01-21') await as('Marjan', (marjan) => measure(marjan, 'T1', 6))
    }
    site.turnTo('2027-09-13')
    await as('Marjan', (marjan) => measure(marjan, 'T2', 8))
  })

  test('the trajectory’s page shows it all on one strip, and in a table', () =>
    as('Marjan', async (marjan) => {
      await marjan.open(`/trajectories/${trajectory}`)
      await marjan.unfold('Dezelfde feiten in een tabel')
      const facts = await marjan.page.locator('main').innerText()
      for (const words of ['Gedaan', 'Afgezegd', 'Kennismaken', 'Afscheid']) expect(facts).toContain(words)
      expect(await marjan.page.locator('main svg[role=img]').count()).toBeGreaterThan(0)
    }))

  test('it is closed once, with a reason and what was reached', () =>
    as('Marjan', async (marjan) => {
      await marjan.open(`/trajectories/${trajectory}`)
      await marjan.follow('Afsluiting')
      await marjan.press('Sluit af')
      await marjan.sees('Er klopt iets niet')
      await marjan.choose('Afgerond: haar kind heeft de eindleeftijd')
      await marjan.choose('Ja, haar antwoorden zijn bewaard')
      await marjan.choose('Ja', 'Meer zelfvertrouwen als moeder')
      await marjan.choose('Een beetje', 'Een groter netwerk')
      await marjan.fill('In haar eigen woorden', 'Ik durf nu zelf te bellen.')
      await marjan.press('Sluit af')
      await marjan.sees('Het traject is afgesloten')
      await marjan.open(`/trajectories/${trajectory}/closing`)
      await marjan.sees('Ik durf nu zelf te bellen.')
    }))

  test('who referred her hears that it began and that it ended, and nothing in between', async () => {
    await expect.poll(() => toReferrer().length, { timeout: 15_000 }).toBe(2)
    for (const { subject, text } of toReferrer())
      expect(`${subject} ${text}`).not.toMatch(/Roos|Verbeek|moeder/i)
  })

  test('a referrer sees that hers began as long as the woman agrees, and no longer', async () => {
    await as('Marjan', async (marjan) => {
      await marjan.open('/waiting')
      await marjan.follow('Nadia Mansouri')
      await marjan.press(/^Stel .* voor$/)
      await marjan.press('Nadia Mansouri zegt ja')
      await marjan.press(/zegt ja$/)
      await marjan.fill('Wanneer ontmoeten ze elkaar?', '13-9-2027')
      await marjan.press('Plan de kennismaking')
      await marjan.press(/^Begin de/)
      await marjan.sees('Het plan staat klaar')
    })
    await as('Joke', async (joke) => {
      await joke.open('/my-referrals')
      await joke.sees(/Nadia Mansouri[\s\S]*?Begonnen/)
    })
    await as('Marjan', async (marjan) => {
      await marjan.open('/trajectories')
      await marjan.follow('Nadia Mansouri')
      await marjan.follow('Toestemming')
      await marjan.follow(/Noteer haar antwoord.*Bericht aan wie/)
      await marjan.choose('Ze neemt haar toestemming terug')
      await marjan.choose('in een gesprek')
      await marjan.press('Leg vast')
    })
    await as('Joke', async (joke) => {
      await joke.open('/my-referrals')
      await joke.sees(/Nadia Mansouri[\s\S]*?In behandeling/)
      await joke.seesNot('Begonnen')
    })
  })

  test('a volunteer no longer sees her, and the privacy officer sees who did', async () => {
    await as('Ans', async (ans) => {
      await ans.open('/contacts')
      await ans.seesNot('Roos')
      await ans.open(`/trajectories/${trajectory}`)
      await ans.sees('Deze pagina is er niet')
    })
    await as('Ravi', async (ravi) => {
      await ravi.open('/access-log')
      await ravi.sees(/Marjan de Wit \(Coördinator\)[\s\S]*Traject bekeken/)
      await ravi.sees('Ans Kuijpers')
      await ravi.seesNot('Roos Verbeek')
    })
    expect(site.troubles).toEqual([])
  })
})

/** As it comes from a coordinator's computer: a byte order mark, a title, blank lines, every way to write a day. */
const list = `\uFEFFWachtlijst najaar 2026 (bijgewerkt door Marjan);;;;;;;
;;;;;;;
Naam moeder;Geboren;Mobiel;Geb.datum kind;Postcode;Taal;E-mail verwijzer;Opmerkingen
Roos Verbeek;14-02-1998;06 - 1000 6001;12 mrt 2026;3662AB;Nederlands;wijkteam@example.nl;Eerste kind, weinig familie in de buurt
Jip van Vliet;3/8/1999;+31 6 1000 6002;2026-08-02;3664 cd;Nederlands;;
;;;;;;;
Sanne Boer;21 juni 1999;0610003003;5-6-2026;3664;nederlands;;Belt terug na tien uur
Roos Verbeek;14-2-1998;0610006001;12-3-2026;3662 AB;nl;;staat er twee keer in
Mira Postma;31-2-1998;geen;3-6-2026;3665 EF;Pools;;=SOM(A1:A3)
Totaal;;;;;;;5
`
