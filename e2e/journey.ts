import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, keepPicture, openVisit, type Visit } from './browser.ts'
import type { Site } from './site.ts'
import { expectLight } from './weight.ts'

/** Somebody at her own screen: signs in as one of the cast and does things by what she reads. */
export interface Person {
  readonly page: Page
  /** Follows a link by its words, on the page as it is now. */
  follow(words: string | RegExp): Promise<void>
  /** Presses a button by its words. */
  press(words: string | RegExp): Promise<void>
  /** Fills a field by its label. */
  fill(label: string | RegExp, text: string): Promise<void>
  /** Chooses a radio button or ticks a box by its words. */
  choose(words: string | RegExp, within?: string | RegExp): Promise<void>
  select(label: string | RegExp, option: string): Promise<void>
  /** Unfolds what is folded away under these words. */
  unfold(words: string | RegExp): Promise<void>
  /** Follows a link to a file and reads it. */
  download(words: string | RegExp): Promise<string>
  open(path: string): Promise<void>
  /** The page says this. */
  sees(words: string | RegExp): Promise<void>
  seesNot(words: string | RegExp): Promise<void>
  /** Checks the page and keeps its picture. */
  look(name: string): Promise<void>
  /** What the browser refused because our pages forbid it, so far. */
  refusedByPolicy(): readonly string[]
  leave(): Promise<void>
}

export type How = Omit<Visit, 'baseUrl'> & { readonly pictures: boolean }

export async function visitor(browser: Browser, site: Site, how: How): Promise<Person> {
  const context = await openVisit(browser, { ...how, baseUrl: site.url })
  return personIn(context, await context.newPage(), how)
}

/** Signs in through the demo's page, as a person would: one click on a name. */
export async function signedIn(browser: Browser, site: Site, how: How, name: string): Promise<Person> {
  const person = await visitor(browser, site, how)
  await person.open('/sign-in')
  await person.press(new RegExp(name))
  return person
}

function personIn(context: BrowserContext, page: Page, how: How): Person {
  const settled = () => page.waitForLoadState('load')
  let document: Response | null = null
  const refused: string[] = []
  page.on('console', (message) => {
    if (isRefusal.test(message.text())) refused.push(message.text().slice(0, 300))
  })
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) document = response
  })
  return {
    page,
    async follow(words) {
      await page.getByRole('link', { name: words }).first().click()
      await settled()
    },
    async press(words) {
      await page.getByRole('button', { name: words }).first().click()
      await settled()
    },
    async fill(label, text) {
      await page.getByLabel(label).first().fill(text)
    },
    async choose(words, within) {
      const where = within ? page.getByRole('group', { name: within }) : page
      await where.getByLabel(words).first().check()
    },
    async select(label, option) {
      await page.getByLabel(label).first().selectOption({ label: option })
    },
    async unfold(words) {
      await page.locator('summary', { hasText: words }).first().click()
    },
    async download(words) {
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: words }).first().click()
      return readFile(await (await coming).path(), 'utf8')
    },
    async open(path) {
      await page.goto(path).catch(async (error: unknown) => {
        if (!cutShort.test(String(error))) throw error
        await settled()
        await page.goto(path)
      })
    },
    async sees(words) {
      await expect.poll(() => page.locator('body').innerText(), { timeout: 5_000 }).toMatch(asPattern(words))
    },
    async seesNot(words) {
      expect(await page.locator('body').innerText()).not.toMatch(asPattern(words))
    },
    async look(name) {
      if (how.javaScript) await expectSound(page, name)
      // Nor axe's own script: it comes from outside the page.
      expect(refused, name).toEqual([])
      if (document) await expectLight(page, document, name)
      if (how.pictures) await keepPicture(page, name)
    },
    refusedByPolicy: () => refused,
    leave: () => context.close(),
  }
}

/** What was pressed just before has its answer only now, on a busy machine: she waits for it, and goes again. */
const cutShort = /interrupted by another navigation/

/** How Chromium says so. */
const isRefusal = /Content Security Policy|Content-Security-Policy|require-trusted-types-for|Trusted ?Type/i

const asPattern = (words: string | RegExp): RegExp =>
  typeof words === 'string' ? new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : words
