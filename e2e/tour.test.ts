import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/** Every page of the demo's world, as each role sees it, at both widths: sound for axe, and kept as a picture. */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

interface Stop {
  readonly name: string
  /** By path, or by links followed one after the other from a path. */
  readonly path: string
  readonly then?: readonly (string | RegExp)[]
}

const tours: Record<string, readonly Stop[]> = {
  Marjan: [
    { name: 'worklist', path: '/today' },
    { name: 'desk', path: '/referrals' },
    { name: 'referral', path: '/referrals', then: [/^Fatima Bouzidi/] },
    { name: 'turn-away', path: '/referrals', then: [/^Winta/, /Verwijs door/] },
    { name: 'programmes', path: '/programmes' },
    { name: 'programme', path: '/programmes', then: [/18 maanden/] },
    { name: 'caseload', path: '/trajectories' },
    { name: 'trajectory', path: '/trajectories', then: [/^Selam/] },
    { name: 'import', path: '/imports' },
  ],
  Letebrhan: [{ name: 'my-visits', path: '/contacts' }],
  Joke: [{ name: 'own-referrals', path: '/my-referrals' }],
  Henk: [{ name: 'members', path: '/members' }],
}

for (const viewport of [phone, desktop])
  describe(`at ${viewport.width} pixels`, () => {
    test('the public pages', async () => {
      const anyone = await visitor(browser, site, { viewport, javaScript: true, pictures: true })
      for (const [name, path] of [
        ['sign-in', '/sign-in'],
        ['refer', '/refer/waterrijk'],
        ['own-form', '/s/waterrijk'],
        ['not-found', '/s/nergens'],
      ] as const) {
        await anyone.open(path)
        await anyone.look(name)
      }
      await anyone.leave()
    })
    for (const [who, stops] of Object.entries(tours))
      test(`the pages of ${who}`, async () => {
        const person = await signedIn(browser, site, { viewport, javaScript: true, pictures: true }, who)
        for (const stop of stops) await stopAt(person, stop)
        await person.leave()
      })
  })

async function stopAt(person: Person, { name, path, then }: Stop): Promise<void> {
  await person.open(path)
  for (const words of then ?? []) {
    // What is folded away is unfolded first, as somebody would who looks for these words.
    await person.page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
    })
    await person.follow(words)
  }
  await person.look(name)
}

test('nothing went wrong that nobody expected', () => {
  expect(site.troubles).toEqual([])
})
