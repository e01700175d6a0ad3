import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A woman answers on her own phone, without script, while her coordinator is with her; and then somebody takes the phone
 * and looks.
 */
let browser: Browser
let site: Site
let weather: Server
/** Where the organisation's pages are left to: a place of our own, since a test doesn't go out on the internet. */
let neutral = ''
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
  weather = createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<title>Het weer</title><h1>Het weer</h1>'),
  )
  await new Promise<void>((resolve) => weather.listen(0, '127.0.0.1', resolve))
  neutral = `http://127.0.0.1:${(weather.address() as AddressInfo).port}/`
  await site.owner.query('update organisation set exit_url = $1', [neutral])
})
afterAll(async () => {
  expect(site.troubles).toEqual([])
  await browser?.close()
  await site?.close()
  weather?.closeAllConnections()
  weather?.close()
})

const at = (viewport: typeof phone, pictures = false) => ({ viewport, javaScript: false, pictures })
const coordinator = () => signedIn(browser, site, at(desktop, true), 'Marjan')
/** Her phone, with nobody signed in. */
const herPhone = (javaScript = false, pictures = false) =>
  visitor(browser, site, { viewport: phone, javaScript, pictures })

async function toTheQuestions(person: Person): Promise<void> {
  await person.open('/trajectories')
  await person.follow(/^Elif/)
  await person.follow('Metingen')
  await person.follow('Stel de vragen')
}
async function toTheWay(person: Person): Promise<void> {
  await toTheQuestions(person)
  await person.follow('Laat haar zelf antwoorden, op haar eigen telefoon')
}

/** What the coordinator says to her. */
async function code(): Promise<string> {
  const person = await coordinator()
  await toTheWay(person)
  await person.sees('Dit komt op haar telefoon')
  await person.press('Geef een code')
  await person.sees('Maak een keuze.')
  await person.choose('Ik ben bij haar')
  await person.choose('Ik heb dit alle drie gevraagd')
  await person.look('own-device-ask')
  await person.press('Geef een code')
  await person.sees('Stuur hem nooit')
  const said = await person.page.locator('.naast-device-code dd').last().innerText()
  // Address and code are others each time.
  for (const [at, words] of ['naast.example.nl/v', '7K2M Q4TX'].entries())
    await person.page
      .locator('.naast-device-code dd')
      .nth(at)
      .evaluate((one, same) => {
        one.textContent = same
      }, words)
  await person.look('own-device-said')
  await person.leave()
  return said
}

/** As far as she comes before she sends: every question of hers has an answer. */
async function halfway(person: Person, said: string): Promise<void> {
  await person.open('/v')
  await person.fill('Code', said.toLowerCase())
  await person.press('Verder')
  await person.sees('Je mag elke vraag overslaan')
  await person.press('Begin')
  await person.sees('Liever niet')
  await chooseAll(person)
}
async function chooseAll({ page }: Person): Promise<void> {
  for (const question of await page.locator('fieldset').all())
    await question.getByRole('radio').first().check()
}

/** What whoever takes her phone finds in its browser: one address with a name that tells nothing, and nothing kept. */
async function expectNoTrace(page: Page): Promise<void> {
  const context = page.context()
  expect(await context.cookies()).toEqual([])
  const devtools = await context.newCDPSession(page)
  const { entries } = await devtools.send('Page.getNavigationHistory')
  const visited = new Set(entries.map(({ url, title }) => `${url} ${title}`.trim()))
  for (const one of visited)
    expect([
      'about:blank',
      `${site.url}/v Formulier`,
      `${site.url}/v?lang=nl Formulier`,
      `${site.url}/v?lang=nl Fout: Formulier`,
      `${neutral} Het weer`,
    ]).toContain(one)
  const origin = new URL(site.url).origin
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin })
  expect(usage).toBe(0)
  await devtools.detach()
}

/** What her browser shows when somebody presses Back: no question, no answer. */
async function expectNothingBehind(page: Page): Promise<void> {
  for (let times = 0; times < 5; times += 1) {
    await page.goBack({ timeout: 3_000 }).catch(() => null)
    // Where the browser asks whether to send a form once more, somebody says yes.
    if (page.url().startsWith('chrome-error')) await page.reload({ timeout: 3_000 }).catch(() => null)
    expect(await page.locator('input[type=radio]').count()).toBe(0)
    expect(await page.content()).not.toMatch(/Liever niet|Verstuur/)
  }
}
const endings = async () =>
  (await site.owner.query('select ended_code from own_device order by opened_at, id')).rows.map(
    ({ ended_code }) => ended_code,
  )

test('is off until an administrator turns it on, with what it gives away beside it', async () => {
  const refused = await signedIn(browser, site, at(desktop), 'Marjan')
  await toTheQuestions(refused)
  // No page leads there; who types the address hears why.
  await refused.seesNot('eigen telefoon')
  await refused.open(`${new URL(refused.page.url()).pathname}/own-device`)
  await refused.sees('staat uit bij jouw organisatie')
  await refused.leave()
  const henk = await signedIn(browser, site, at(phone, true), 'Henk')
  await henk.open('/settings/own-device')
  await henk.sees('Wat het weggeeft')
  await henk.look('own-device-rule')
  await henk.choose('Ja')
  await henk.press('Bewaar')
  // It weighs: who she is, is asked anew.
  await henk.press(/Ik ben het|bevestig|Ga verder/i).catch(() => undefined)
  await henk.sees('De keuze voor haar eigen telefoon is bewaard')
  await henk.leave()
})

for (const javaScript of [false, true])
  test(`she hears the door and leaves, ${javaScript ? 'with' : 'without'} script: nothing opens again`, async () => {
    const said = await code()
    const her = await herPhone(javaScript)
    await halfway(her, said)
    await her.press('Verlaat deze pagina')
    await her.page.waitForURL(neutral)
    expect(await her.page.title()).toBe('Het weer')
    await expect.poll(async () => (await endings()).at(-1)).toBe('left')
    await expectNoTrace(her.page)
    await expectNothingBehind(her.page)
    await her.open('/v')
    await her.fill('Code', said)
    await her.press('Verder')
    await her.sees('werkt niet, of niet meer')
    await her.leave()
  })

test('she closes the page: the code is good for nothing more, and Back shows nothing', async () => {
  const said = await code()
  const her = await herPhone()
  await halfway(her, said)
  await her.page.goto(neutral)
  await expectNoTrace(her.page)
  await expectNothingBehind(her.page)
  const other = await herPhone()
  await other.open('/v')
  await other.fill('Code', said)
  await other.press('Verder')
  await other.sees('werkt niet, of niet meer')
  await other.leave()
  await her.leave()
})

test('she would rather be called: none of her answers is kept, and somebody has it on a list today', async () => {
  const her = await herPhone(false, true)
  await halfway(her, await code())
  await her.press('Stop, en bel mij')
  await her.sees('Iemand belt je')
  await her.look('own-device-call')
  await expectNoTrace(her.page)
  await her.leave()
  const person = await coordinator()
  await person.open('/today')
  await person.sees('Zij vraagt of iemand haar belt')
  await person.leave()
  const { rows } = await site.owner.query(`select 1 from measure where mode = 'own_device'`)
  expect(rows).toEqual([])
})

test('she answers and sends: her coordinator finds it, and on the phone stands one address and nothing else', async () => {
  const said = await code()
  const her = await herPhone(false, true)
  await her.open('/v')
  await her.look('own-device-code')
  await her.fill('Code', 'ABCD 1234')
  await her.press('Verder')
  await her.sees('werkt niet, of niet meer')
  await her.fill('Code', said)
  await her.press('Verder')
  await her.sees('Je mag elke vraag overslaan')
  await her.look('own-device-begin')
  await her.press('Begin')
  await her.look('own-device-questions')
  await her.press('Verstuur')
  await her.sees('Je hebt nog niets gekozen')
  await chooseAll(her)
  await her.seesNot(/Waterrijk|MIM|Naast |moeder|geweld/)
  await her.press('Verstuur')
  await her.sees('Het is verstuurd')
  await her.look('own-device-done')
  await expectNoTrace(her.page)
  await her.press('Verlaat deze pagina')
  await her.page.waitForURL(neutral)
  await expectNoTrace(her.page)
  await expectNothingBehind(her.page)
  await her.leave()
  expect((await endings()).at(-1)).toBe('sent')
  const person = await coordinator()
  await person.open('/today')
  await person.sees('Zij beantwoordde vragen op haar eigen telefoon')
  await person.leave()
  const { rows } = await site.owner.query(
    `select instrument_id, taken_by from measure where mode = 'own_device'`,
  )
  expect(rows).toEqual([{ instrument_id: 'own-bond-nl', taken_by: null }])
})
