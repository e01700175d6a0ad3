import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import chromiumBinary from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** The Chromium that npm brought; nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  // That package's own defaults switch web security off and run everything in one process; a test of safety wants neither.
  const args = chromiumBinary.args.filter(
    (arg) => !/disable-web-security|allow-running-insecure|single-process|no-zygote|site-isolation|IsolateOrigins/.test(arg),
  )
  return chromium.launch({ executablePath: await chromiumBinary.executablePath(), args, headless: true })
}

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 800 }

export interface Visit {
  /** Screen; journeys run at both. */
  viewport: { width: number; height: number }
  javaScript: boolean
  baseUrl: string
}

export const openVisit = (browser: Browser, { viewport, javaScript, baseUrl }: Visit): Promise<BrowserContext> =>
  browser.newContext({
    viewport,
    javaScriptEnabled: javaScript,
    baseURL: baseUrl,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })

const folder = 'docs/screens'

/**
 * Keeps a picture of the page, if it changed. Only one machine's fonts count, so CI looks but does not keep. Also
 * checks what every page must have: nothing for axe to find, one level-one heading, no sideways scrolling.
 */
export async function look(page: Page, name: string): Promise<void> {
  await expectSound(page, name)
  if (process.env.CI) return
  const width = page.viewportSize()?.width ?? 0
  const file = `${folder}/${name}-${width}.png`
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', scale: 'css' })
  if (existsSync(file) && readFileSync(file).equals(picture)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, picture)
}

export async function expectSound(page: Page, name: string): Promise<void> {
  const headings = await page.locator('h1').count()
  expect(headings, `${name}: one level-one heading`).toBe(1)
  // Axe and measuring need script in the page; with script off the same HTML was checked with script on.
  if (!(await scripts(page))) return
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' ')}`)
  expect(found, `${name}: axe`).toEqual([])
  const [inner, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(inner, `${name}: no sideways scrolling`).toBeLessThanOrEqual(client ?? 0)
}

async function scripts(page: Page): Promise<boolean> {
  try {
    return await page.evaluate(() => document.body.dataset.noscript === undefined)
  } catch {
    return false
  }
}
