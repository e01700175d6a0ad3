import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMemosa } from '#seeds/others/memosa.ts'
import { desktop, openBrowser } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/** Danger, from a mentor mother's tap to the agency's term on a list: each sees what she needs and nothing more. */
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
let confidential = ''

test('a mentor mother says danger now, is told whom to call at once, and that somebody will ask how she is', () =>
  as('Gülay', async (gulay) => {
    await gulay.open('/contacts')
    await gulay.follow(/^Sevda$/)
    await gulay.press('Nu gevaar')
    expect(await gulay.page.locator('main').innerText()).toMatch(
      /^Is iemand nu in gevaar\? Bel eerst\.[\s\S]*Bel 112[\s\S]*0800-2000/,
    )
    expect(await gulay.page.title()).not.toMatch(/gevaar|Sevda/)
    await gulay.sees('Corrie Veldkamp spreekt je uiterlijk op wo 4 november')
    await gulay.seesNot(/meldcode/i)
  }))

test('her coordinator reads it, takes it up and answers', () =>
  as('Corrie', async (corrie) => {
    await corrie.open('/today')
    await corrie.follow('Bekijk de zorg')
    await corrie.press('Ik heb het gelezen en pak het op')
    await corrie.choose('112 gebeld')
    await corrie.press('Bewaar het antwoord')
    await corrie.sees('112 gebeld')
  }))

test('the safeguarding lead begins the meldcode with it, takes the steps, and two decisions apart', () =>
  as('Gerda', async (gerda) => {
    await gerda.open('/today')
    await gerda.follow('Bekijk de zorg')
    await gerda.choose('De stappen van de meldcode zijn begonnen')
    await gerda.press('Sluit af')
    await gerda.sees('Jij behandelt het')
    confidential = new URL(gerda.page.url()).pathname
    expect(await gerda.page.title()).not.toMatch(/meldcode|veilig|Sevda/i)
    await gerda.follow('Schrijf een signaal op')
    await gerda.choose('Zij vertelde het')
    await gerda.press('Bewaar')
    // What is missing is said, and what was chosen is still there.
    await gerda.fill(/Schrijf alleen feiten op/, 'Hij stond vannacht in haar keuken.')
    await gerda.press('Bewaar')
    await gerda.sees('Hij stond vannacht in haar keuken.')
    await gerda.follow('Schrijf overleg op')
    await gerda.choose('Advies van Veilig Thuis, zonder namen te noemen')
    await gerda.fill('Met wie precies', 'Met Veilig Thuis: meld dit vandaag.')
    await gerda.press('Bewaar')
    await gerda.follow('Weeg met de vijf vragen')
    await gerda.choose('Ja', /^1\./)
    await gerda.choose('Ja', /^2\./)
    await gerda.press('Bewaar')
    await gerda.sees('Dit leidt tot: melden bij Veilig Thuis')
    await gerda.follow('Beslis: is een melding nodig?')
    await gerda.choose('Melden is nodig: er is nu gevaar')
    await gerda.press('Bewaar')
    await gerda.follow('Beslis: is hulp mogelijk?')
    await gerda.choose('Hulp is mogelijk: wij en anderen helpen')
    await gerda.press('Bewaar')
    await gerda.sees('Beslissen gedaan')
  }))

test('writes down why the family was not told, and that it was reported: the term stands on her list', async () => {
  await as('Gerda', async (gerda) => {
    await gerda.open(confidential)
    await gerda.follow('Schrijf op wat is verteld')
    await gerda.choose('Niet verteld')
    await gerda.press('Bewaar')
    await gerda.choose('Dat is onveilig voor haar')
    await gerda.press('Bewaar')
    await gerda.follow('Schrijf op dat je hebt gemeld')
    await gerda.fill(/Welke regio/, 'Regio Lindeveen, nummer 12.')
    await gerda.press('Bewaar')
    await gerda.sees('uiterlijk di 10 november')
    await gerda.open('/today')
    await gerda.seesNot('Bel terug')
  })
  site.turnTo('2026-11-11')
  await as('Gerda', async (gerda) => {
    await gerda.open('/today')
    await gerda.sees(/Sevda Yıldız: vertrouwelijk/)
    await gerda.sees('Bel terug om te horen hoe het staat')
    await gerda.open(confidential)
    await gerda.follow('Schrijf op wat je hoorde')
    await gerda.choose('Zij doen onderzoek')
    await gerda.press('Bewaar')
    await gerda.sees('binnen 10 weken: uiterlijk di 12 januari')
  })
})

test('the mentor mother reads that it is taken care of, and nothing else', () =>
  as('Gülay', async (gulay) => {
    await gulay.open('/contacts')
    await gulay.sees('Hoe gaat het met jou?')
    await gulay.follow(/^Sevda$/)
    await gulay.follow('Alles over veiligheid')
    await gulay.seesNot(/meldcode|Vertrouwelijk/i)
    trajectory = /\/trajectories\/([\w-]+)/.exec(gulay.page.url())?.[1] ?? ''
    await gulay.follow('Afgesloten')
    await gulay.sees('Er wordt voor gezorgd')
    await gulay.seesNot(/meldcode|Veilig Thuis|keuken/i)
    await gulay.open(confidential)
    await gulay.sees('Deze pagina is er niet')
  }))

test('her coordinator holds the talk with her; of the rest she reads that it is taken care of', () =>
  as('Corrie', async (corrie) => {
    await corrie.open('/today')
    await corrie.seesNot(/vertrouwelijk/i)
    await corrie.sees(/Gülay Arslan: vraag hoe het gaat/)
    await corrie.follow('Bekijk het gesprek')
    await corrie.press('We hebben gesproken')
    await corrie.open('/today')
    await corrie.seesNot('vraag hoe het gaat')
    await corrie.open(`/trajectories/${trajectory}/log`)
    await corrie.seesNot(/vertrouwelijk/i)
    await corrie.open(confidential)
    await corrie.sees('Deze pagina is er niet')
  }))

test('another mentor mother, who manages the programme and who referred her find nothing of it', async () => {
  for (const who of ['Souad', 'Lidia', 'Bas'])
    await as(who, async (person) => {
      await person.open('/today')
      await person.seesNot(/vertrouwelijk|meldcode|Sevda: /i)
      await person.open(confidential)
      await person.seesNot(/keuken|Sevda/)
      await person.open(`/search?q=Sevda`)
      await person.seesNot(/meldcode|keuken/i)
    })
  // Nothing of it left the house: who was asked to look read that something waits, and no more.
  for (const mail of site.sent)
    expect(JSON.stringify(mail)).not.toMatch(/meldcode|Sevda|keuken|Veilig Thuis/i)
  expect(site.troubles).toEqual([])
})
