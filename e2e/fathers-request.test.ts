import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A father asks for "his child's file". What he gets is the letter that everybody gets, until it is certain who he is,
 * that he has authority and that it is safe; and then nothing of her, of who visits her, or of where and when.
 */
describe.each([
  { name: 'without script, on a phone', viewport: phone, javaScript: false },
  { name: 'with script, at a desk', viewport: desktop, javaScript: true },
])('a father’s request, $name', ({ viewport, javaScript }) => {
  let browser: Browser
  let site: Site
  let trajectory: string
  const how = { viewport, javaScript, pictures: true }
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite()]
  })
  afterAll(async () => {
    await browser.close()
    expect(site.troubles).toEqual([])
    await site.close()
  })
  async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
    const person = await signedIn(browser, site, how, who)
    await work(person)
    await person.leave()
  }
  const openRequest = async (person: Person) => {
    await person.open('/child-files')
    await person.follow('Karim Haddad')
  }

  test('is written down as he said it, and the letter says nothing', () =>
    as('Ravi', async (ravi) => {
      await ravi.open('/child-files')
      await ravi.follow('Schrijf een verzoek op')
      await ravi.press('Leg vast')
      await ravi.sees('Wie vraagt het')
      await ravi.choose('Een ouder')
      await ravi.fill('Naam van wie het vraagt', 'Karim Haddad')
      await ravi.fill('Waar moet het antwoord heen?', 'Postbus 9, 3000 AA Rotterdam')
      await ravi.fill('Voornaam van het kind', 'Rahel')
      await ravi.fill('Geboortedag van het kind', '6-12-2025')
      await ravi.fill('Wanneer kwam het binnen?', '2-11-2026')
      await ravi.look('child-request-new')
      await ravi.press('Leg vast')
      await ravi.sees('2 december 2026')
      await ravi.follow('De vaste brief')
      await ravi.sees('Wij zeggen nooit of wij iemand kennen')
      await ravi.seesNot(/Rahel|Karim|Selam/)
    }))

  test('opens no file before it is certain who he is and that he has authority', () =>
    as('Ravi', async (ravi) => {
      await openRequest(ravi)
      await ravi.look('child-request-one')
      await ravi.follow('Wie is het?')
      await ravi.choose(/Zelf gezien/)
      await ravi.press('Leg vast')
      await ravi.follow('Is er gezag?')
      await ravi.choose('Het gezagsregister')
      await ravi.choose('Rahel')
      await ravi.look('child-request-authority')
      await ravi.press('Leg vast')
      await ravi.sees('De aandachtsfunctionaris kijkt nu of dit veilig kan')
      await ravi.seesNot('Selam')
    }))

  test('is looked at by who leads on safety', () =>
    as('Ineke', async (ineke) => {
      await openRequest(ineke)
      await ineke.follow('Is het veilig?')
      await ineke.fill(/Wat heb je bekeken/, 'Geen alarmsignalen; de afspraken over contact gelezen.')
      await ineke.choose(/Ja: haar coördinator/)
      await ineke.look('child-request-safety')
      await ineke.press('Leg vast')
      await ineke.sees('Vastgelegd.')
    }))

  test('becomes paper in which nobody else is', () =>
    as('Ravi', async (ravi) => {
      await openRequest(ravi)
      await ravi.follow('Schrijf de kopie')
      await ravi.fill(
        /Wat staat er over het kind/,
        'Zij groeit goed. Letebrhan kwam op dinsdag bij Selam thuis.',
      )
      await ravi.press('Kijk na')
      await ravi.press('Leg vast')
      await ravi.sees('Zeg bij alles wat we vonden of het weg moet')
      await ravi.look('child-request-look')
      for (const found of ['Letebrhan', 'dinsdag', 'Selam']) await ravi.choose('Weghalen', new RegExp(found))
      await ravi.choose(/ik heb alles gelezen/)
      await ravi.press('Leg vast')
      await ravi.follow('Keur goed')
      await ravi.look('child-request-approve')
      await ravi.press(/Ik heb alles gelezen/)
      await ravi.sees('1 van 2 mensen')
      await ravi.sees('Jij keurde dit goed')
    }))

  test('is approved by somebody else, and handed over', async () => {
    await as('Ineke', async (ineke) => {
      await openRequest(ineke)
      await ineke.follow('Keur goed')
      await ineke.press(/Ik heb alles gelezen/)
      await ineke.sees('Door twee mensen goedgekeurd')
    })
    await as('Ravi', async (ravi) => {
      await openRequest(ravi)
      await ravi.follow('Geef de kopie')
      await ravi.choose(/In de hand/)
      await ravi.look('child-request-deliver')
      await ravi.follow('Bekijk en druk af')
      await ravi.sees('Zij groeit goed.')
      await ravi.seesNot(/Selam|Letebrhan|dinsdag/)
      await openRequest(ravi)
      await ravi.follow('Geef de kopie')
      await ravi.choose(/In de hand/)
      await ravi.press('Leg vast')
      await ravi.sees('Gegeven')
      await ravi.look('child-request-done')
    })
  })

  test('is told to her by a person, as she agreed', () =>
    as('Marjan', async (marjan) => {
      await marjan.open('/today')
      await marjan.sees('Selam')
      trajectory = String(
        (await site.owner.query(`select trajectory_id from task where reason_code = 'tell-of-child-request'`))
          .rows[0].trajectory_id,
      )
    }))

  test('what she lets us share with others is hers to give and to take back', () =>
    as('Marjan', async (marjan) => {
      await marjan.open(`/trajectories/${trajectory}/shared`)
      await marjan.look('shared-nothing')
      await marjan.follow('Deel iets')
      await marjan.select('Met wie', 'De huisarts')
      await marjan.choose('waar zij hulp bij wil')
      await marjan.choose('verteld')
      await marjan.press('Ga verder')
      await marjan.sees('Zij zei hier geen ja op')
      await marjan.look('share-refused')
      await marjan.open(`/trajectories/${trajectory}/consents?code=C-6`)
      await marjan.select(/Met wie mag/, 'De huisarts')
      await marjan.choose('waar zij hulp bij wil')
      await marjan.choose(/Ja, dat vindt ze goed/)
      await marjan.choose('in een gesprek')
      await marjan.look('consent-share')
      await marjan.press('Leg vast')
      await marjan.open(`/trajectories/${trajectory}/shared/new`)
      await marjan.select('Met wie', 'De huisarts')
      await marjan.choose('waar zij hulp bij wil')
      await marjan.choose('brief')
      await marjan.fill(/Wat schrijf je/, 'Selam wil graag hulp bij het slapen van haar kind.')
      await marjan.look('share-new')
      await marjan.press('Ga verder')
      await marjan.look('share-look')
      await marjan.choose('Weghalen', /Selam/)
      await marjan.choose(/ik heb alles gelezen/)
      await marjan.press('Leg vast dat dit is gedeeld')
      await marjan.sees('zij ja zei op')
      await marjan.open(`/trajectories/${trajectory}/consents?code=C-6`)
      await marjan.select(/Met wie mag/, 'De huisarts')
      await marjan.choose(/Ze neemt haar toestemming terug/)
      await marjan.choose('in een gesprek')
      await marjan.press('Leg vast')
      await marjan.open(`/trajectories/${trajectory}/shared`)
      await marjan.sees('Nog bellen')
      await marjan.look('shared')
      await marjan.follow(/Wat is er gebeurd/)
      await marjan.choose('Zij bevestigden het')
      await marjan.look('shared-notice')
      await marjan.press('Leg vast')
      await marjan.sees('Bevestigd')
      await marjan.open(`/papers/${trajectory}`)
      await marjan.seesNot('Selam')
      await marjan.sees('Ik mag elk ja terugnemen')
    }))
})
