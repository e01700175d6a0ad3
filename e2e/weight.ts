import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { expect } from 'vitest'

/** Budgets of design section 5, in bytes as they travel: compressed. */
const kilobyte = 1024
const budgets = {
  staff: { all: 60 * kilobyte, script: 20 * kilobyte },
  // Only where one signs in, for who has a passkey; nothing needs it.
  public: { all: 14 * kilobyte, script: kilobyte },
  // 'Exit this page' is quicker with its script; nothing needs it.
  participant: { all: 14 * kilobyte, script: kilobyte },
}

const known = new Map<string, number>()
async function weightOf(page: Page, url: string): Promise<number> {
  const weight = known.get(url) ?? gzipSync(await (await page.request.get(url)).body()).length
  known.set(url, weight)
  return weight
}
const total = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0)

/** What a page weighs with its styles and scripts, as somebody sees it for the first time, within its budget. */
export async function expectLight(page: Page, document: Response, name: string): Promise<void> {
  const frame = await page.locator('html').getAttribute('class')
  // What a phone keeps for where there is no signal is staff's too, though it opens without signing in.
  const staff = frame?.includes('--staff') || frame?.includes('--app')
  const kind = staff ? 'staff' : frame?.includes('--public') ? 'public' : 'participant'
  const addresses = (selector: string, attribute: string) =>
    page
      .locator(selector)
      .evaluateAll((found, at) => found.map((one) => one.getAttribute(at) ?? ''), attribute)
  const styles = await addresses('link[rel=stylesheet]', 'href')
  const scripts = await addresses('script[src]', 'src')
  const weigh = (some: readonly string[]) => Promise.all(some.map((url) => weightOf(page, url)))
  const script = total(await weigh(scripts))
  const all = script + total(await weigh(styles)) + gzipSync(await document.body()).length
  expect(script, `${name}: bytes of script`).toBeLessThanOrEqual(budgets[kind].script)
  expect(all, `${name}: bytes in all`).toBeLessThanOrEqual(budgets[kind].all)
}
