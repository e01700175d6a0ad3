import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openVisit, phone } from './browser.ts'
import { openSite, type Site } from './site.ts'

/** 'Exit this page', for somebody who hears the door: gone at once, and nothing of her stays behind. */
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
  await browser.close()
  await site.close()
  weather.closeAllConnections()
  weather.close()
})

const answers = ['Farah', '06 1000 7001', 'dinsdagochtend']

/** Halfway her own form, with answers in it. */
async function halfway(javaScript: boolean, baseUrl = site.url) {
  const context = await openVisit(browser, { viewport: phone, javaScript, baseUrl })
  const page = await context.newPage()
  await page.goto('/s/waterrijk')
  await page.getByLabel('Voornaam').fill('Farah')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByLabel('Telefoonnummer').fill('06 1000 7001')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByLabel('Wanneer kan het het best?').fill('dinsdagochtend')
  return { context, page }
}

async function expectGone(page: Page): Promise<void> {
  await page.waitForURL(neutral)
  expect(await page.title()).toBe('Het weer')
}

/** What a browser shows when somebody presses Back: never what she typed. */
async function expectNothingBehind(page: Page): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    await page.goBack({ timeout: 3_000 }).catch(() => null)
    const shown = `${page.url()} ${await page.title()} ${await page.content()}`
    for (const answer of answers) expect(shown).not.toContain(answer)
    const typed = await page
      .locator('input, textarea')
      .evaluateAll((found) => found.map((one) => ('value' in one ? String(one.value) : '')))
    for (const answer of answers) expect(typed).not.toContain(answer)
  }
}

for (const [how, leave] of [
  ['by the button', (page: Page) => page.getByRole('link', { name: 'Verlaat deze pagina' }).click()],
  [
    'by Shift, three times',
    async (page: Page) => {
      await page.getByLabel('Wanneer kan het het best?').focus()
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
    },
  ],
] as const)
  test(`with script she leaves ${how}, and Back brings nothing back`, async () => {
    const { context, page } = await halfway(true)
    await leave(page)
    await expectGone(page)
    await expectNothingBehind(page)
    await context.close()
  })

test('without script the link leads over an address that drops what the browser kept', async () => {
  const { context, page } = await halfway(false)
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  let kept = 0
  network.on('Network.responseReceived', ({ response }) => {
    if (response.fromDiskCache) kept += 1
  })
  // Left by any other way the browser still has our files.
  await page.goto(neutral)
  await page.goto('/s/waterrijk')
  expect(kept).toBeGreaterThan(0)
  const hop = page.waitForResponse(/\/leave\/waterrijk$/)
  await page.getByRole('link', { name: 'Verlaat deze pagina' }).click()
  expect(await (await hop).allHeaders()).toMatchObject({
    'clear-site-data': '"cache"',
    'cache-control': 'no-store',
  })
  await expectGone(page)
  kept = 0
  await page.goto('/s/waterrijk')
  expect(kept).toBe(0)
  await context.close()
})

test('without script the link leaves', async () => {
  const { context, page } = await halfway(false)
  await page.getByRole('link', { name: 'Verlaat deze pagina' }).click()
  await expectGone(page)
  await expectNothingBehind(page)
  await context.close()
})

test('nothing is kept on her phone while she types, and the page has a name that tells nothing', async () => {
  const { context, page } = await halfway(true)
  expect(await context.cookies()).toEqual([])
  expect(await kept(page)).toEqual(nothing)
  const again = await page.request.get('/s/waterrijk')
  expect(again.headers()['cache-control']).toContain('no-store')
  expect(await page.title()).not.toMatch(/moeder|naast|waterrijk|hulp|geweld/i)
  for (const answer of answers) expect(decodeURIComponent(page.url())).not.toContain(answer)
  await context.close()
})

/** What is left on her phone of what she typed, and of us. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))
const nothing = { local: {}, session: {}, cookie: '', caches: [], workers: 0, databases: [] }

/** Is she told that the button wipes no history, before she trusts it with that? */
const isTold = async (page: Page) =>
  (await page.locator('footer details').allTextContents()).join().includes('wist je geschiedenis niet')

/** The same pages by way of a server that leaves out what keeps her safe; the product has no such switch. */
async function siteWithout(left: readonly string[]): Promise<{ url: string; close: () => void }> {
  const server = createServer((asked, answer) => {
    const { port } = new URL(site.url)
    const onward = request(
      { port, host: 'localhost', path: asked.url, method: asked.method, headers: asked.headers },
      (given) => {
        const headers = Object.entries(given.headers).filter(([name]) => !left.includes(name))
        answer.writeHead(given.statusCode ?? 500, Object.fromEntries(headers))
        given.pipe(answer)
      },
    )
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close }
}

describe('he takes her phone (domain.md 7.6, H2)', () => {
  const over = async (
    url: string,
    javaScript: boolean,
    trial: (page: Page, context: BrowserContext) => Promise<void>,
  ) => {
    const { context, page } = await halfway(javaScript, url)
    await trial(page, context)
    await context.close()
  }
  test.each([
    { name: 'with all that our answers say, Back shows nothing', left: [], found: false },
    {
      name: 'with pages that may be kept, Back shows what she typed',
      left: ['cache-control', 'clear-site-data'],
      found: true,
    },
  ])('$name', async ({ left, found }) => {
    const other = await siteWithout(left)
    await over(other.url, false, async (page) => {
      await page.getByRole('link', { name: 'Verlaat deze pagina' }).click()
      await page.waitForURL(neutral)
      if (found) await expect(expectNothingBehind(page)).rejects.toThrow(/expected/)
      else await expectNothingBehind(page)
    })
    other.close()
  })
  test('without the script of the button, Shift does nothing', async () => {
    const context = await openVisit(browser, { viewport: phone, javaScript: true, baseUrl: site.url })
    const page = await context.newPage()
    await page.route(/\/assets\/exit\b/, (route) => route.abort())
    await page.goto('/s/waterrijk')
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
    await expect(page.waitForURL(neutral, { timeout: 500 })).rejects.toThrow()
    await context.close()
  })
  test('what is kept on her phone is found, and that nobody tells her what the button can’t do', () =>
    over(site.url, true, async (page) => {
      expect(await isTold(page)).toBe(true)
      expect(await kept(page)).toEqual(nothing)
      await page.evaluate((text) => localStorage.setItem('draft', text), answers[0] ?? '')
      expect(await kept(page)).not.toEqual(nothing)
      await page.evaluate(() => document.querySelector('footer')?.remove())
      expect(await isTold(page)).toBe(false)
    }))
})

interface Leaving {
  /** Milliseconds from her finger to the frame in which nothing of the page is left to see, and to its end. */
  readonly covered: number
  readonly gone: number
}

/** Asks the browser itself, before the page is there: what it notes is handed on to the page she goes to. */
async function timed(page: Page): Promise<Leaving> {
  const noted: Record<string, number> = {}
  await page.exposeFunction('note', (what: string, at: number) => {
    noted[what] ??= at
  })
  await page.evaluate(() => {
    const note: (what: string, at: number) => void = Reflect.get(window, 'note')
    const now = () => performance.timeOrigin + performance.now()
    addEventListener('click', (event) => note('pressed', performance.timeOrigin + event.timeStamp), true)
    new MutationObserver(() => {
      // The next frame is the first that is drawn with it; a message after it comes when that was handed over.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => note('covered', now())
        port2.postMessage(null)
      })
    }).observe(document.documentElement, { attributeFilter: ['class'] })
  })
  await page.getByRole('link', { name: 'Verlaat deze pagina' }).click()
  await expectGone(page)
  const there = await page.evaluate(
    () =>
      performance.timeOrigin +
      (performance.getEntriesByType('navigation')[0]?.toJSON().responseEnd ?? Number.NaN),
  )
  const { pressed = Number.NaN, covered = Number.NaN } = noted
  return { covered: covered - pressed, gone: there - pressed }
}

test('is measured on a processor four times as slow: covered, then gone', async () => {
  const times: Leaving[] = []
  for (let round = 0; round < 7; round += 1) {
    const { context, page } = await halfway(true)
    const slow = await context.newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    times.push(await timed(page))
    await context.close()
  }
  const of = (what: keyof Leaving) =>
    times
      .map((one) => one[what])
      .filter(Number.isFinite)
      .sort((a, b) => a - b)
  const [covered, gone] = [of('covered'), of('gone')]
  // The cover may never be drawn where she is away sooner; she is always away.
  expect(gone).toHaveLength(times.length)
  const said = (all: number[]) =>
    `half within ${Math.round(all[all.length >> 1] ?? 0)} ms, all within ${Math.round(all.at(-1) ?? 0)}`
  console.log(
    `leaving at a quarter of the speed: covered ${said(covered)} (${covered.length} of ${times.length} drawn); gone ${said(gone)}`,
  )
})
