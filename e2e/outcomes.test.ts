import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildMimWeidestad } from '#seeds/others/mim-weidestad.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/** What changed with the women of one programme, read by who coordinates it and by who leads it. */
let browser: Awaited<ReturnType<typeof openBrowser>>
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite({ build: buildMimWeidestad })]
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe.each([phone, desktop])('at $width', (viewport) => {
  const options = { viewport, javaScript: false, pictures: true }

  test('who coordinates sees every pair, and who is missing', async () => {
    const jetske = await signedIn(browser, site, options, 'Jetske Hoekstra')
    await jetske.open('/outcomes/mim-nl-18m')
    await jetske.sees('Van de 16 vrouwen van wie de laatste meting aan de beurt was')
    // Whatever a table says, it stays inside the page.
    expect(
      await jetske.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0)
    await jetske.look('outcome-pairs')
  })

  test('who leads it sees them together only', async () => {
    const bram = await signedIn(browser, site, options, 'Bram Elzinga')
    await bram.open('/outcomes/mim-nl-18m')
    await bram.look('outcome-together')
    expect(site.troubles).toEqual([])
  })
})
