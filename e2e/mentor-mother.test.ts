import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMemosa } from '#seeds/others/memosa.ts'
import { desktop, openBrowser } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/** MeMoSA from a doctor's referral to its end, in an organisation of its own, every step by its own role. */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite({ build: buildMemosa })]
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
  const how = { viewport: desktop, javaScript: false, pictures: false }
  const person = await signedIn(browser, site, how, who)
  await work(person)
  await person.leave()
}

let trajectory = ''

test('a doctor refers a woman who is pregnant and not safe at home', () =>
  as('Bas', async (bas) => {
    await bas.follow('Meld iemand aan')
    await bas.fill('Uw naam', 'B. Terpstra')
    await bas.select('Uw functie', 'Huisarts')
    await bas.fill('Uw telefoonnummer', '06 1000 4100')
    await bas.fill('Uw e-mailadres', 'praktijk@example.nl')
    await bas.fill('Voornaam', 'Marit')
    await bas.unfold('Meer vertellen')
    await bas.fill('Achternaam', 'Haan')
    await bas.fill(/^Geboortedatum(?! van)/, '3-4-1996')
    await bas.select(/Taal die zij/, 'Nederlands')
    await bas.choose('Haar bellen')
    await bas.fill('Haar telefoonnummer', '06 1000 4010')
    await bas.fill('Uitgerekende datum', '1-3-2027')
    await bas.choose('Ja', 'Is dit haar eerste kind?')
    await bas.fill('In uw eigen woorden', 'Zij vertelde mij dat zij thuis niet veilig is.')
    await bas.choose(/^Ja, zij weet ervan/)
    await bas.press('Meld haar aan')
    await bas.sees('Dank u wel, wij hebben uw aanmelding')
  }))

test('the mentor coordinator takes her on and first agrees how to reach her', () =>
  as('Corrie', async (corrie) => {
    await corrie.open('/referrals')
    await corrie.follow('Marit Haan')
    await corrie.press('Neem haar aan')
    await corrie.sees('eerst hoe je haar veilig bereikt')
    trajectory = /\/trajectories\/([\w-]+)/.exec(corrie.page.url())?.[1] ?? ''
    await corrie.follow('Begin de intake')
    await corrie.choose('Bellen', 'Hoe')
    await corrie.choose('Alleen op deze dagen en uren')
    await corrie.choose('dinsdag', 'Dagen')
    await corrie.fill('Vanaf', '9')
    await corrie.fill('Tot', '12')
    await corrie.choose(/^Alleen zijzelf/)
    await corrie.select(/In welke taal/, 'Nederlands')
    await corrie.choose('Nooit', 'Een bericht inspreken')
    await corrie.press('Bewaar de afspraken')
    await corrie.sees('De afspraken zijn bewaard')
  }))

test('the intake asks what this programme asks, and says from which source each rule comes', () =>
  as('Corrie', async (corrie) => {
    await corrie.open(`/trajectories/${trajectory}/intake`)
    await corrie.fill('Hoeveel kinderen wonen er bij haar thuis?', '0')
    await corrie.select('Is er geweld of dwang thuis?', 'Ja, door haar partner')
    await corrie.choose('Nee', /direct gevaar/)
    await corrie.choose('Nee', /geen mentormoeder die haar taal spreekt/)
    await corrie.press('Bewaar en ga verder')
    await corrie.choose('Ja', /doet mee omdat ze dat zelf wil/)
    await corrie.choose('Ja', /heeft gehoord wat we bewaren/)
    await corrie.choose('Ja', /mag horen dat het begint/)
    await corrie.choose('Ja', /korte vragen beantwoorden/)
    await corrie.choose('Samen besproken')
    await corrie.press('Bewaar en bekijk of het past')
    await corrie.sees('bron: MeMoSA op de menukaart van Kansrijke Start')
    await corrie.sees('Ja, dit programma past bij haar')
    await corrie.press('Zet haar op de wachtlijst')
    await corrie.sees('Zij staat op de wachtlijst')
  }))

test('two red flags at intake are looked at the same day, and the children are asked after', async () => {
  await as('Corrie', async (corrie) => {
    await corrie.open(`/trajectories/${trajectory}/safety/flags`)
    await corrie.choose('Stalking')
    await corrie.choose(/^Poging tot verwurging/)
    await corrie.press('Bewaar')
    await corrie.sees('Een collega bekijkt het vandaag')
    await corrie.follow('Doe de kindcheck')
    await corrie.choose('geen zorgen over de kinderen')
    await corrie.press('Bewaar')
    await corrie.sees('De kindcheck is bewaard')
  })
  await as('Gerda', async (gerda) => {
    await gerda.open('/today')
    await gerda.sees(/Marit Haan: een alarmsignaal om vandaag te bekijken/)
    await gerda.open(`/trajectories/${trajectory}/safety`)
    await gerda.choose('Niets: dit was bekend en er is al iets gedaan')
    await gerda.press('Bekeken')
    await gerda.sees('Schrijf op waarom er nu niets gebeurt')
    await gerda.choose('Overlegd met een collega')
    await gerda.press('Bekeken')
    await gerda.sees('Het is van de lijst')
    await gerda.open('/today')
    await gerda.seesNot('alarmsignaal')
  })
})

test('she and a mentor mother both say yes, meet and begin', async () => {
  site.turnTo('2026-11-05')
  await as('Corrie', async (corrie) => {
    await corrie.open('/waiting')
    await corrie.follow('Marit Haan')
    await corrie.press('Stel Marleen Kok voor')
    await corrie.sees('Nog niet gevraagd')
  })
  await as('Marleen', async (marleen) => {
    await marleen.follow('Voorstellen')
    await marleen.seesNot('Marit')
    await marleen.seesNot('Haan')
    await marleen.press('Ja, graag')
  })
  await as('Corrie', async (corrie) => {
    await corrie.open('/waiting')
    await corrie.follow('Marit Haan')
    await corrie.follow('Bekijk het voorstel')
    await corrie.press('Marit Haan zegt ja')
    await corrie.fill('Wanneer ontmoeten ze elkaar?', '10-11-2026')
    await corrie.press('Plan de kennismaking')
  })
  site.turnTo('2026-11-10')
  await as('Corrie', async (corrie) => {
    await corrie.open('/waiting')
    await corrie.follow('Marit Haan')
    await corrie.follow('Bekijk het voorstel')
    await corrie.press(/^Begin de/)
    await corrie.sees('Het plan staat klaar')
  })
})

async function measure(corrie: Person, moment: string, rung: number): Promise<void> {
  await corrie.open(`/trajectories/${trajectory}/measures/${moment}`)
  const ladders = corrie.page.locator('.naast-ladder')
  for (let at = 0; at < (await ladders.count()); at += 1)
    await ladders.nth(at).getByLabel(String(rung), { exact: true }).check()
  await corrie.choose('Samen, ik las voor')
  await corrie.press('Bewaar haar antwoorden')
  await corrie.sees('Haar antwoorden zijn bewaard')
}

async function toTheForm(marleen: Person): Promise<void> {
  await marleen.open('/contacts')
  await marleen.follow(/^Marit$/)
  await marleen.follow('Leg vast hoe het ging')
}

/** After the third visit there is to be a plan; what she takes along of it tells nobody anything. */
async function writePlan(corrie: Person): Promise<void> {
  await corrie.open(`/trajectories/${trajectory}`)
  await corrie.sees('Na bezoek 3 is er nog geen veiligheidsplan')
  await corrie.open(`/trajectories/${trajectory}/safety/plan`)
  await corrie.fill('Wat doet zij als het onveilig wordt?', 'Naar haar zus. De tas staat daar al.')
  await corrie.fill(/Wat op haar kaartje staat/, 'Bel de stichting')
  await corrie.press('Bewaar deze versie')
  await corrie.sees('Op het kaartje staat ‘stichting’')
  await corrie.fill(/Wat op haar kaartje staat/, 'Anna 06 12 34 56')
  await corrie.press('Bewaar deze versie')
  await corrie.sees('Deze versie van het plan is bewaard')
  await corrie.follow('Het kaartje, om te printen')
  expect(await corrie.page.title()).toBe('Notitie')
  expect((await corrie.page.locator('main').innerText()).trim()).toBe('Anna 06 12 34 56')
  await corrie.open(`/trajectories/${trajectory}`)
  await corrie.seesNot('veiligheidsplan')
}

/** One tap, and whom to call stands first; then it is taken up, answered and closed by those who may decide. */
async function danger(): Promise<void> {
  await as('Marleen', async (marleen) => {
    await marleen.open('/contacts')
    await marleen.follow(/^Marit$/)
    await marleen.press('Nu gevaar')
    expect(await marleen.page.locator('main').innerText()).toMatch(
      /^Is iemand nu in gevaar\? Bel eerst\.[\s\S]*Bel 112[\s\S]*0800-2000/,
    )
    await marleen.sees(/Corrie[^\n]*coördinator/)
    await marleen.sees(/Gerda[^\n]*aandachtsfunctionaris/)
    await marleen.unfold('Zet er woorden bij')
    await marleen.fill(/Wat zag, hoorde of las je/, 'Hij stond aan de deur.')
    await marleen.press('Bewaar')
    await marleen.sees('Hij stond aan de deur.')
    await marleen.seesNot('Sluit af')
  })
  await as('Gerda', async (gerda) => {
    await gerda.open('/today')
    await gerda.sees(/kan niet wachten|kunnen niet wachten/)
    await gerda.follow('Bekijk de zorg')
    await gerda.sees('Hij stond aan de deur.')
    await gerda.press('Ik heb het gelezen en pak het op')
    await gerda.choose('112 gebeld')
    await gerda.press('Bewaar het antwoord')
    await gerda.choose('Verder niets nodig')
    await gerda.press('Sluit af')
    await gerda.sees('Afgesloten')
  })
}

test('every week they meet; once her partner calls it off', async () => {
  const first = Temporal.PlainDate.from('2026-11-10')
  for (let week = 0; week < 16; week += 1) {
    site.turnTo(first.add({ weeks: week }).toString())
    if (week === 1) await as('Corrie', (corrie) => measure(corrie, 'T0', 3))
    await as('Marleen', async (marleen) => {
      await toTheForm(marleen)
      if (week === 4) await marleen.choose('Nee, haar partner zegde af')
      else {
        await marleen.choose('Ja', 'Ging het door?')
        await marleen.choose('Vandaag')
        await marleen.choose('75 min')
      }
      await marleen.press('Klaar, leg vast')
      await marleen.sees('Vastgelegd')
    })
    if (week === 2) await as('Corrie', writePlan)
    if (week === 5) await danger()
    if (week === 4)
      await as('Gerda', async (gerda) => {
        await gerda.open('/today')
        await gerda.sees(/Marit Haan[\s\S]*Haar partner zegde een bezoek af/)
        await gerda.open(`/trajectories/${trajectory}`)
        await gerda.sees('afgezegd door haar partner: is ze veilig?')
      })
  }
})

test('after sixteen weeks it is measured, looked back on and closed as carried through', async () => {
  site.turnTo('2027-03-02')
  await as('Corrie', async (corrie) => {
    await measure(corrie, 'T1', 8)
    await corrie.open(`/trajectories/${trajectory}`)
    await corrie.follow('Afsluiting')
    await corrie.choose('Afgerond: bereikt wat ze wilde')
    await corrie.choose('Ja, haar antwoorden zijn bewaard')
    await corrie.choose('Ja', 'Minder geweld')
    await corrie.choose('Ja', 'Neemt hulp aan voor zichzelf')
    await corrie.press('Sluit af')
    await corrie.sees('Het traject is afgesloten')
  })
  const { rows } = await site.owner.query(
    'select result, contacts_done from closure where trajectory_id = $1',
    [trajectory],
  )
  expect(rows).toEqual([{ result: 'completed', contacts_done: 15 }])
  expect(site.troubles).toEqual([])
})
