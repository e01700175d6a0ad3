import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openChromium } from './chromium.ts'
import { smallPicture } from './small-picture.ts'

/** For journeys; proofs, which run without a test runner, open it themselves. */
export const openBrowser = openChromium

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 800 }

export interface Visit {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly javaScript: boolean
  readonly baseUrl: string
}

export async function openVisit(
  browser: Browser,
  { viewport, javaScript, baseUrl }: Visit,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled: javaScript,
    baseURL: baseUrl,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })
  // What isn't on the page won't come: say so, rather than wait for the whole test to run out.
  context.setDefaultTimeout(10_000)
  return context
}

const folder = 'docs/screens'

/** Keeps a picture of the whole page, if it changed. Only one machine's fonts count, so CI looks but does not keep. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.CI) return
  const file = `${folder}/${name}-${page.viewportSize()?.width ?? 0}.png`
  // What is fixed to the bottom of a phone would lie across the middle of a long picture.
  await page.evaluate(barAtTheEnd, true)
  const taken = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', scale: 'css' })
  await page.evaluate(barAtTheEnd, false)
  const picture = smallPicture(taken)
  if (existsSync(file) && readFileSync(file).equals(picture)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, picture)
}

/** Runs in the page. By properties of elements: the pages' own policy forbids styles that come from elsewhere. */
function barAtTheEnd(yes: boolean): void {
  const bar = document.querySelector<HTMLElement>('.naast-rail')
  if (!bar || (yes && getComputedStyle(bar).position !== 'fixed')) return
  bar.style.position = yes ? 'absolute' : ''
  document.body.style.position = yes ? 'relative' : ''
  document.body.style.minHeight = yes ? '100vh' : ''
}

/** What every page must have: nothing for axe to find, one level-one heading, no sideways scrolling. */
export async function expectSound(page: Page, name: string): Promise<void> {
  expect(await page.locator('h1').count(), `${name}: one level-one heading`).toBe(1)
  // In the page itself and for what is wrong only: there are no frames of others, and it is a third quicker.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    .analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' ')}`,
  )
  expect(found, `${name}: axe`).toEqual([])
  expect(await page.evaluate(idsTwice), `${name}: each label has its own field`).toEqual([])
  expect(await page.evaluate(whatSticksOut), `${name}: no sideways scrolling`).toEqual([])
}

/** Runs in the page: a label or a link that means the second of two finds the first. axe no longer looks for it. */
function idsTwice(): string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

/** Runs in the page: what is wider than the screen, if that makes the page scroll sideways. */
function whatSticksOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
    .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent?.slice(0, 40)}`)
    .slice(-3)
}
