import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A volunteer's week on a small phone, with no signal in the middle of it: she gets her phone ready, sees where she goes,
 * writes a visit down on the staircase, loses her phone, and nothing of it is lost or done twice. Her phone's clock is
 * weeks ahead of ours all along.
 */
let browser: Browser
let site: Site
let hatice: Person
let context: BrowserContext
let page: Page
const how = { viewport: phone, javaScript: true, pictures: true }
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const inFile = async (): Promise<number> =>
  Number(
    (await site.owner.query(`select count(*) from contact where state = 'done' and logged_at is not null`))
      .rows[0]?.count,
  )
const carried = () => page.locator('[data-visits] > li').count()
/** Whatever this browser keeps, as text. */
const keptByBrowser = (): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const answer = await (await caches.open(name)).match(request)
        found.push(request.url, (await answer?.text()) ?? '')
      }
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('naast-field')
      asked.onsuccess = () => resolve(asked.result)
    })
    for (const store of db.objectStoreNames)
      await new Promise<void>((resolve) => {
        const all = db.transaction(store).objectStore(store).getAll()
        all.onsuccess = () => {
          found.push(
            JSON.stringify(all.result, (_, value) =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder('latin1').decode(value)
                : value,
            ),
          )
          resolve()
        }
      })
    db.close()
    return found.join('\n')
  })

/** Where she logs the first visit that is planned, with a signal. */
async function planned(): Promise<string> {
  await page.goto('/contacts')
  return (await page.locator('a[href$="/log"]').first().getAttribute('href')) ?? ''
}
const says = (words: string) =>
  expect.poll(() => page.locator('body').innerText(), { timeout: 5_000 }).toContain(words)
/** How much stands in each drawer of the phone. */
const kept = (): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('naast-field')
      asked.onsuccess = () => resolve(asked.result)
    })
    const found: Record<string, number> = {}
    for (const store of db.objectStoreNames)
      found[store] = await new Promise<number>((resolve) => {
        const asked = db.transaction(store).objectStore(store).count()
        asked.onsuccess = () => resolve(asked.result)
      })
    db.close()
    return found
  })

test('an administrator allows it, having read what that gives away', async () => {
  const henk = await signedIn(browser, site, how, 'Henk')
  await henk.open('/settings/offline')
  await henk.sees('Wat dat weggeeft')
  await henk.look('offline-rule')
  await henk.choose(/^Bezoeken, maar niet/)
  await henk.press('Bewaar')
  // It weighs: who she is, is asked anew.
  await henk.press(/Ik ben het|bevestig|Ga verder/i).catch(() => undefined)
  await henk.sees('De keuze voor telefoons is bewaard')
  await henk.leave()
})

test('she gets her phone ready on Tuesday, and it carries her week and no more', async () => {
  hatice = await signedIn(browser, site, how, 'Hatice')
  ;({ page } = hatice)
  context = page.context()
  await hatice.open('/contacts')
  const links = await page
    .locator('main a[href^="/contacts/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const ids = [...new Set(links.map((link) => /^\/contacts\/([0-9a-f-]{36})$/.exec(link)?.[1] ?? ''))].filter(
    Boolean,
  )
  await site.owner.query(
    `update contact set planned_on = '2026-11-03', planned_at = '10:00', mode = 'home' where id = any($1)`,
    [ids],
  )
  await site.owner.query(
    `update contact set planned_on = '2026-11-06', planned_at = '14:00' where id in (select min(id::text)::uuid from contact
      where state = 'planned' and not (id = any($1)) and trajectory_id in (select trajectory_id from contact where id = any($1))
      group by trajectory_id)`,
    [ids],
  )
  await hatice.open('/field/')
  await hatice.sees('Zet deze telefoon klaar')
  await hatice.look('field-begin')
  await page.getByRole('button', { name: 'Zet deze telefoon klaar' }).click()
  await expect.poll(carried, { timeout: 60_000 }).toBeGreaterThan(0)
  await hatice.look('field-visits')
  await page.getByRole('button', { name: 'Leg vast hoe het ging' }).first().click()
  await page.locator('[data-show="log"]').waitFor()
  await hatice.look('field-log')
  await page.getByRole('button', { name: 'Terug, bewaar wat ik typte' }).click()
  await page.locator('[data-show="visits"]').waitFor()
  expect(hatice.refusedByPolicy()).toEqual([])
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
})

let name = ''
test('on Wednesday there is no signal: the page opens, she writes a visit down, and is told where it stands', async () => {
  name = (await page.locator('[data-visits] [data-of="name"]').first().textContent()) ?? ''
  const before = await inFile()
  await context.setOffline(true)
  await page.reload()
  await expect.poll(carried).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Leg vast hoe het ging' }).first().click()
  await page.getByLabel('Ja').first().check()
  await page
    .getByLabel('Wat gebeurde er?')
    .or(page.locator('textarea[name="went"]'))
    .last()
    .fill('Zwaluwin het trappenhuis, halverwege')
  await hatice.sees('Wat je typte is bewaard op deze telefoon')
  // The phone closes what it likes: the page is gone, and what she typed isn't.
  const next = await context.newPage()
  await page.close()
  page = next
  await page.goto('/field/')
  await page.getByRole('button', { name: 'Leg vast hoe het ging' }).first().click()
  // What she typed is there from the first moment that the form is.
  await page.locator('[data-show="log"]').waitFor()
  expect(await page.locator('textarea[name="went"]').inputValue()).toBe(
    'Zwaluwin het trappenhuis, halverwege',
  )
  await page.getByLabel('Vandaag').check()
  await page.getByLabel('60 min').check()
  await page.getByRole('checkbox', { name: 'Haar partner' }).check()
  await page.getByRole('button', { name: 'Klaar, leg vast' }).click()
  await expect.poll(() => page.locator('[data-said]').textContent()).toContain('Bewaard op deze telefoon')
  expect(await page.locator('[data-safe]').textContent()).toBe('1 nog niet veilig op de server.')
  expect(await keptByBrowser()).not.toMatch(/Zwaluwin/)
  expect(await keptByBrowser()).not.toContain(name)
  expect(await inFile()).toBe(before)
})

test('back in the street it arrives by itself, once, on the day it was by our clock', async () => {
  const before = await inFile()
  await context.setOffline(false)
  await page.goto('/contacts')
  await expect.poll(inFile, { timeout: 60_000 }).toBe(before + 1)
  await page.goto('/field/')
  await expect
    .poll(() => page.locator('[data-safe]').textContent(), { timeout: 60_000 })
    .toContain('Alles wat je schreef')
  const { rows } = await site.owner.query(
    `select c.done_on::text as on, e.claimed_at > e.written_at + interval '1 day' as ahead from phone_entry e
      join contact c on c.org_id = e.org_id and c.id = e.contact_id`,
  )
  expect(rows).toEqual([{ on: '2026-11-03', ahead: true }])
})

test('on the page with a signal that drops, what she types is kept on the phone that was made ready, and on no other', async () => {
  const address = await planned()
  await page.goto(address)
  const went = () => page.locator('textarea[name="went"]')
  await went().fill('Roodborstje, met verbinding')
  await says('Bewaard op de server om')
  await context.setOffline(true)
  await went().fill('Roodborstje, op de stoep verder')
  await says('Het staat wel op deze telefoon')
  // She presses, and stays where she is with all that she typed.
  await page.getByRole('button', { name: 'Klaar, leg vast' }).click()
  await says('Het staat wel op deze telefoon')
  expect(await went().inputValue()).toBe('Roodborstje, op de stoep verder')
  expect(await keptByBrowser()).not.toMatch(/Roodborstje/)
  const next = await context.newPage()
  await page.close()
  page = next
  // Meanwhile she types something else on another phone, which nobody made ready.
  const elsewhere = await signedIn(browser, site, how, 'Hatice')
  await elsewhere.open(address)
  await elsewhere.page.locator('textarea[name="went"]').fill('Roodborstje, ergens anders')
  await elsewhere.sees('Bewaard op de server om')
  await elsewhere.page.context().setOffline(true)
  await elsewhere.page.locator('textarea[name="next"], input[name="next"]').fill('Verder')
  await elsewhere.sees('Nog niet bewaard. Er is geen verbinding')
  expect(await elsewhere.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await elsewhere.leave()
  await context.setOffline(false)
  await page.goto(address)
  // Both are there: what stood on the phone, and what stood on the server.
  await expect.poll(() => went().inputValue(), { timeout: 20_000 }).toBe('Roodborstje, op de stoep verder')
  await says('Roodborstje, ergens anders')
  expect(await kept()).toMatchObject({ queue: 0, drafts: 0 })
  await page.getByRole('button', { name: 'Begin opnieuw' }).click()
  await page.waitForURL('**said=contact.said.dropped**')
})

test('the shortest honest log of a visit is five taps on the phone and four on the page, and nothing typed', async () => {
  let taps = 0
  const tap = async (what: Locator) => {
    taps += 1
    await what.click()
  }
  const before = await inFile()
  const address = await planned()
  await page.goto('/contacts')
  await tap(page.locator(`a[href="${address}"]`).first())
  await tap(page.getByText('Ja', { exact: true }))
  await tap(page.getByText('60 min', { exact: true }))
  await tap(page.getByRole('button', { name: 'Klaar, leg vast' }))
  // Her file has it a moment before her browser has the answer, which would cut short what comes next.
  await page.waitForURL('**said=contact.said.logged**')
  expect(await inFile()).toBe(before + 1)
  expect(taps).toBe(4)
  taps = 0
  await page.goto('/field/')
  await tap(page.getByRole('button', { name: 'Leg vast hoe het ging' }).first())
  await tap(page.getByText('Ja', { exact: true }))
  await tap(page.getByText('Vandaag', { exact: true }))
  await tap(page.getByText('60 min', { exact: true }))
  await tap(page.getByRole('button', { name: 'Klaar, leg vast' }))
  await expect
    .poll(() => page.locator('[data-said]').textContent(), { timeout: 60_000 })
    .toContain('Vastgelegd')
  expect(taps).toBe(5)
})

test('she signs out with a visit still on her phone: it is asked, what it carried is gone, and the visit is not', async () => {
  await expect.poll(carried, { timeout: 60_000 }).toBeGreaterThan(0)
  await page.goto('/contacts')
  await context.route('**/field/send', (route) => route.abort())
  await page.goto('/field/')
  await page.getByRole('button', { name: 'Nog een contact met haar' }).first().click()
  await page.getByLabel('Vandaag').check()
  await page.getByLabel('45 min').check()
  await page.getByRole('button', { name: 'Klaar, leg vast' }).click()
  await expect.poll(() => page.locator('[data-safe]').textContent()).toContain('1 nog niet veilig')
  await page.goto('/contacts')
  await expect.poll(() => page.locator('[data-not-safe]').innerText()).toContain('1 nog niet veilig')
  page.once('dialog', (asked) => void asked.accept())
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.waitForURL('**/signed-out**')
  await context.unroute('**/field/send')
  await page.goto('/field/')
  await expect.poll(() => page.locator('[data-show="shut"]').isVisible()).toBe(true)
  expect(await carried()).toBe(0)
  const before = await inFile()
  await page.goto('/sign-in')
  await page
    .getByRole('button', { name: /Hatice/ })
    .first()
    .click()
  await page.waitForLoadState('load')
  await page.goto('/contacts')
  await expect.poll(inFile, { timeout: 60_000 }).toBe(before + 1)
})

test('on Thursday she loses it: her coordinator wipes it, and at its next contact it is empty, also with nobody signed in', async () => {
  await page.goto('/field/')
  await expect.poll(carried, { timeout: 60_000 }).toBeGreaterThan(0)
  const marjan = await signedIn(browser, site, how, 'Marjan')
  await marjan.open('/phones')
  await marjan.look('phones')
  await marjan.press('Maak deze telefoon leeg')
  await marjan.sees('Wordt leeggemaakt zodra hij verbinding heeft')
  await context.clearCookies()
  await page.goto('/field/')
  await expect.poll(() => page.locator('[data-show="begin"]').isVisible(), { timeout: 60_000 }).toBe(true)
  expect(await carried()).toBe(0)
  expect(await page.locator('[data-field]').innerHTML()).not.toContain(name)
  expect(await kept()).toEqual({ phone: 0, queue: 0, drafts: 0 })
  await marjan.open('/phones')
  await marjan.sees('Leeggemaakt')
  await marjan.leave()
})

test('on a page for her there is no worker, no manifest and nothing kept, whatever stands on this phone', async () => {
  await page.goto('/s/waterrijk')
  const found = await page.evaluate(async () => ({
    manifest: document.querySelector('link[rel="manifest"]') !== null,
    controlled: navigator.serviceWorker?.controller != null,
    scopes: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    registered: await navigator.serviceWorker.register('/field/keep.js', { scope: '/s/' }).then(
      () => true,
      () => false,
    ),
  }))
  expect(found).toEqual({ manifest: false, controlled: false, scopes: ['/field/'], registered: false })
})

test('and nothing went wrong that nobody expected', async () => {
  expect(site.troubles).toEqual([])
  await hatice.leave()
})
