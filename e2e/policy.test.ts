import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser } from './browser.ts'
import { visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * What the pages forbid a browser (Content-Security-Policy, Trusted Types), in a real one: what somebody might smuggle in
 * runs into it. That none of our own pages does is asked wherever one is looked at (`journey.ts`), of all in `tour.test.ts`.
 */
describe('the policy of our pages', () => {
  let browser: Browser
  let site: Site
  const how = { viewport: desktop, javaScript: true, pictures: false }
  beforeAll(async () => {
    ;[browser, site] = [await openBrowser(), await openSite()]
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  test('stops what is smuggled in, and Naast hears of it without hearing of whom', async () => {
    const person = await visitor(browser, site, how)
    await person.open('/refer/waterrijk')
    const tried = await person.page.evaluate(async () => {
      const refused = (work: () => unknown): boolean => {
        try {
          work()
          return false
        } catch (error) {
          return error instanceof TypeError || error instanceof EvalError
        }
      }
      const mark = globalThis as { ran?: boolean }
      const place = document.createElement('div')
      document.body.append(place)
      const answers = {
        html: refused(() => {
          place.innerHTML = '<img src=x onerror="ran = true">'
        }),
        parser: refused(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
        text: refused(() => window.setTimeout('ran = true', 0)),
        policy: refused(() =>
          (
            globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes.createPolicy('mine', {}),
        ),
      }
      const attribute = document.createElement('img')
      attribute.setAttribute('src', 'x:')
      try {
        attribute.setAttribute('onerror', 'ran = true')
      } catch {}
      place.append(attribute)
      const other = document.createElement('iframe')
      other.setAttribute('src', 'https://andere.example.nl/')
      place.append(other)
      const form = document.createElement('form')
      form.action = 'https://andere.example.nl/'
      place.append(form)
      form.submit()
      await new Promise((resolve) => setTimeout(resolve, 500))
      return { ...answers, ran: mark.ran ?? false }
    })
    expect(tried).toEqual({ html: true, parser: true, text: true, policy: true, ran: false })
    expect(new URL(person.page.url()).origin).toBe(site.url)
    expect(person.refusedByPolicy().length).toBeGreaterThan(0)
    const reports = () => site.told.filter(({ message }) => message === 'policy report')
    await expect.poll(() => reports().length, { timeout: 30_000 }).toBeGreaterThan(0)
    for (const { facts } of reports()) {
      expect(Object.keys(facts ?? {}).toSorted()).toEqual(['directive', 'page'])
      expect(facts?.page).toBe('/refer/:org')
    }
    await person.leave()
  }, 120_000)

  test('is the same for scripts put in by the page itself: none runs that is not a file of ours', async () => {
    const context = await browser.newContext({ baseURL: site.url })
    const page = await context.newPage()
    // As if an answer of ours had been tampered with: what an injection into a page would look like.
    await page.route('**/sign-in', async (route) => {
      const answer = await route.fetch()
      const html = (await answer.text()).replace(
        '</body>',
        `<script>ran = true</script><img src="x:" onerror="ran = true"><a id="go" href="javascript:ran=true">x</a>
         <script src="https://andere.example.nl/x.js"></script><script src="/policy-reports"></script>
         <script src="data:text/javascript,ran=true"></script><base href="https://andere.example.nl/"></body>`,
      )
      await route.fulfill({ response: answer, body: html })
    })
    await page.goto('/sign-in')
    await page.evaluate(() => document.getElementById('go')?.click())
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
    expect(await page.evaluate(() => document.baseURI)).toBe(`${site.url}/sign-in`)
    await context.close()
  }, 120_000)
})
