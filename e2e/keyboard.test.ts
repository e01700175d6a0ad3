import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, openBrowser, openVisit } from './browser.ts'
import { openSite, type Site } from './site.ts'

/** Somebody who never touches a mouse: every step by Tab, arrows, Space and Enter, and always in sight where she is. */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** What has the focus: its words, whether it can be seen, and whether a ring shows it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body)
      return { words: '', inSight: false, ring: false }
    const field = at instanceof HTMLInputElement || at instanceof HTMLSelectElement
    const named = field ? (at.closest('label') ?? at.labels?.[0]) : null
    const words = at.getAttribute('aria-label') ?? named?.innerText ?? at.innerText
    const box = (at instanceof HTMLInputElement ? (at.closest('label') ?? at) : at).getBoundingClientRect()
    const style = getComputedStyle(at)
    return {
      words: words.trim().replace(/\s+/g, ' '),
      inSight: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
    }
  })

/** Tabs until the focus is on these words; what is passed on the way must be in sight and ringed too. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  const passed: string[] = []
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.words === '') continue
    expect(at, `after ${passed.at(-1)}`).toMatchObject({ inSight: true, ring: true })
    if (words.test(at.words)) return
    passed.push(at.words)
  }
  throw new Error(`the keyboard never came to ${words}; it passed ${passed.join(' · ')}`)
}
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}
async function come(who: RegExp): Promise<Page> {
  const context = await openVisit(browser, { viewport: desktop, javaScript: true, baseUrl: site.url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await tabTo(page, who)
  await enter(page)
  return page
}
const says = (page: Page, words: RegExp) =>
  expect.poll(() => page.locator('main').innerText(), { timeout: 5_000 }).toMatch(words)

test('a coordinator signs in, skips the menu and decides at the desk', async () => {
  const page = await come(/^Marjan/)
  await page.keyboard.press('Tab')
  expect((await focused(page)).words).toBe('Naar de inhoud')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await tabTo(page, /^Bekijk$/)
  await page.goto('/referrals')
  await tabTo(page, /^Winta Kidane$/)
  await enter(page)
  await tabTo(page, /tot 18 maanden/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Neem haar aan$/)
  await enter(page)
  await says(page, /hoe is zij veilig te bereiken/)
  await page.context().close()
})

/** Chooses a radio button by its words: Tab into its group, then arrows as far as it is. */
async function pick(page: Page, group: RegExp, words: RegExp): Promise<void> {
  const at = () =>
    page.evaluate(() => {
      const here = document.activeElement
      if (!(here instanceof HTMLInputElement) || here.type !== 'radio') return null
      return {
        group: here.closest('fieldset')?.querySelector('legend')?.innerText ?? '',
        words: (here.closest('label') ?? here.labels?.[0])?.innerText.trim() ?? '',
      }
    })
  const passed: string[] = []
  for (let times = 0; times < 120 && !group.test(passed.at(-1) ?? ''); times += 1) {
    await page.keyboard.press('Tab')
    const question = (await at())?.group
    if (question) passed.push(question)
  }
  expect(passed.at(-1), passed.join(' · ')).toMatch(group)
  for (let times = 0; times < 12; times += 1) {
    if (words.test((await at())?.words ?? '')) {
      await page.keyboard.press('Space')
      expect(await focused(page)).toMatchObject({ inSight: true, ring: true })
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no ${words} among the answers to ${group}`)
}
const type = async (page: Page, field: RegExp, text: string) => {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
const tick = async (page: Page, words: RegExp) => {
  await tabTo(page, words)
  await page.keyboard.press('Space')
}

test('a coordinator holds an intake, from how to reach her to the waiting list', async () => {
  const page = await come(/^Marjan/)
  await page.goto('/trajectories')
  await tabTo(page, /^Winta Kidane$/)
  await enter(page)
  await tabTo(page, /ntake$/)
  await enter(page)
  await tick(page, /^Bellen$/)
  await pick(page, /Van wie is de telefoon/, /^Alleen van deze persoon/)
  await pick(page, /^Wanneer/, /^Alleen op deze dagen/)
  await tick(page, /^dinsdag$/)
  await type(page, /^Vanaf/, '9')
  await type(page, /^Tot/, '12')
  await pick(page, /Wie mag opnemen/, /^Alleen deze persoon zelf/)
  await tabTo(page, /In welke taal/)
  await page.keyboard.type('Nederlands')
  await pick(page, /Een bericht inspreken/, /^Nooit/)
  await tabTo(page, /^Bewaar de afspraken$/)
  await enter(page)
  await says(page, /De afspraken zijn bewaard/)
  for (const [question, answer] of [
    [/Is het haar eerste kind/, /^Ja/],
    [/alledaagse vragen/, /^Ja/],
    [/onzeker als moeder/, /^Ja/],
    [/weinig steun/, /^Ja/],
    [/extra zorg/, /^Nee/],
    [/meerdere ernstige problemen/, /^Nee/],
    [/geweld of dwang/, /^Nee/],
  ] as const)
    await pick(page, question, answer)
  await tabTo(page, /^Bewaar en ga verder$/)
  await enter(page)
  for (const question of [
    /doet mee omdat ze dat zelf wil/,
    /heeft gehoord wat we bewaren/,
    /mag horen dat het begint/,
    /korte vragen beantwoorden/,
  ])
    await pick(page, question, /^Ja/)
  await pick(page, /^Hoe/, /^Samen besproken/)
  await tabTo(page, /^Bewaar en bekijk of het past$/)
  await enter(page)
  await says(page, /Ja, dit programma past bij haar/)
  await tabTo(page, /^Zet haar op de wachtlijst$/)
  await enter(page)
  await says(page, /Zij staat op de wachtlijst/)
  await page.context().close()
})

test('a volunteer logs a visit', async () => {
  const page = await come(/^Letebrhan/)
  await tabTo(page, /^Selam$/)
  await enter(page)
  await tabTo(page, /^Leg vast hoe het ging$/)
  await enter(page)
  await tabTo(page, /^Ja$/)
  await page.keyboard.press('Space')
  await tabTo(page, /^45 min$|^75 min$/)
  await page.keyboard.press('ArrowRight')
  await tabTo(page, /^Klaar, leg vast$/)
  await enter(page)
  await says(page, /Vastgelegd op de server/)
  await page.context().close()
})

test('a volunteer says that she worries, and her coordinator takes it up', async () => {
  const hers = await come(/^Letebrhan/)
  await tabTo(hers, /^Selam$/)
  await enter(hers)
  await tabTo(hers, /^Heel bezorgd$/)
  await enter(hers)
  await says(hers, /^Gemeld/)
  await hers.context().close()
  const page = await come(/^Marjan/)
  await tabTo(page, /^Bekijk de zorg$/)
  await enter(page)
  await says(page, /Nog niet opgepakt/)
  await tabTo(page, /^Ik heb het gelezen en pak het op$/)
  await enter(page)
  await says(page, /Opgepakt/)
  await page.context().close()
})

test('a coordinator begins a matching meeting and proposes what it found', async () => {
  const page = await come(/^Marjan/)
  await page.goto('/matching')
  await tabTo(page, /^Begin een overleg$/)
  await enter(page)
  await says(page, /Voor \d+ van de \d+ is er iemand/)
  await tabTo(page, /^Voorstellen$/)
  await enter(page)
  await tabTo(page, /^Stel dit voor$/)
  await enter(page)
  await says(page, /voorgesteld/i)
  await page.context().close()
})

test('an error is said first, and leads to its field', async () => {
  const page = await come(/^Letebrhan/)
  await tabTo(page, /^Selam$/)
  await enter(page)
  await tabTo(page, /^Leg vast hoe het ging$/)
  await enter(page)
  await tabTo(page, /^Klaar, leg vast$/)
  await enter(page)
  expect(await page.title()).toMatch(/^(Fout|Er klopt iets niet|Let op)/)
  await tabTo(page, /Ging het door: /)
  await page.keyboard.press('Enter')
  expect(page.url()).toMatch(/#field-what$/)
  await page.context().close()
})
