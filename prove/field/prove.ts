import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { MemberActor } from '#domain/member/actor.ts'
import { type Chance, chanceOf } from '#simulation/chance.ts'
import { allowOffline } from '#testing/field-phone.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import type { World } from '#testing/world-on.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { readHeld } from '#usecases/field-phone/read-held.ts'
import { type Cut, cuts, type FieldSite, openFieldSite } from './site.ts'

export interface Proof {
  readonly runs: number
  /** Visits of which the phone or the server said that it has them. */
  readonly acknowledged: number
  /** Said to be there, and in no file and with nobody to be looked at. */
  readonly lost: readonly string[]
  /** There more than once. */
  readonly doubled: readonly string[]
  /** Written on a phone whose storage was taken away before they left; it said all along that they weren't safe. */
  readonly evicted: number
  /** Of these, how many waited for somebody to look. */
  readonly held: number
  /** How often each thing went wrong. */
  readonly faults: Readonly<Record<string, number>>
}

const faults = [
  'kill-typing',
  'kill-sending',
  'cut',
  'offline',
  'evict',
  'expire',
  'revoke',
  'two-tabs',
  'none',
] as const
type Fault = (typeof faults)[number]

/**
 * A real browser writes visits down while the line is cut at every step, the page is killed, the phone takes its storage
 * away, the session ends or the woman is hers no more; then all is well again. What was acknowledged must be there, once.
 * With `forgetful` the server's receipts are taken away behind its back: then something must be there twice.
 */
export async function proveField(
  world: World,
  browser: Browser,
  runs: number,
  seed: number,
  { forgetful = false } = {},
): Promise<Proof> {
  const chance = chanceOf(seed)
  const site = await openFieldSite(world, { forgetful })
  const counted: Record<string, number> = {}
  const [lost, doubled] = [[] as string[], [] as string[]]
  let [acknowledged, evicted, held] = [0, 0, 0]
  try {
    await allowOffline(world)
    const coordinator = await world.member(['coordinator'])
    for (let run = 0; run < runs; run += 1) {
      const one = await runningTrajectory(world)
      // Two, so that there is somebody left on the phone when one of them is written down.
      await world.owner.query(
        `update contact set planned_on = '2026-11-03', planned_at = '10:00' where id in
          (select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 2)`,
        [one.trajectoryId],
      )
      const plan = {
        run,
        chance,
        site,
        world,
        one,
        forgetful,
        count: (what: string) => (counted[what] = (counted[what] ?? 0) + 1),
      }
      const told = await live(plan, browser)
      const found = await whatIsThere(world, coordinator, one)
      for (const marker of told.written) {
        const times = found.all.filter((text) => text.includes(marker)).length
        if (times > 1) doubled.push(`run ${run}: ${marker} ${times} times after ${told.faults.join(', ')}`)
        if (times === 0 && told.acknowledged.has(marker))
          lost.push(`run ${run}: ${marker} after ${told.faults.join(', ')}`)
      }
      acknowledged += told.acknowledged.size
      evicted += told.evicted
      held += found.held
    }
    if (site.troubles.length > 0) lost.push(`the server broke: ${site.troubles[0]}`)
    return { runs, acknowledged, lost, doubled, evicted, held, faults: counted }
  } finally {
    await site.close()
  }
}

interface Plan {
  readonly run: number
  readonly chance: Chance
  readonly site: FieldSite
  readonly world: World
  readonly one: RunningTrajectory
  readonly forgetful: boolean
  readonly count: (what: string) => number
}

/** One phone from getting ready to all is well again, with something going wrong at every visit. */
async function live(plan: Plan, browser: Browser) {
  const { chance, site, one, run } = plan
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    baseURL: site.url,
    locale: 'nl-NL',
  })
  // Of no step the speed is what is looked at: this only ends one that hangs.
  context.setDefaultTimeout(120_000)
  const told = {
    written: [] as string[],
    acknowledged: new Set<string>(),
    faults: [] as string[],
    evicted: 0,
  }
  try {
    await context.addCookies([await site.signIn(one.worker.memberId)])
    let page = await context.newPage()
    await ready(page).catch(async (error) => {
      throw new Error(`run ${run}: ${await page.locator('body').innerText()}`, { cause: error })
    })
    const visits = chance.between(2, 3)
    for (let at = 0; at < visits; at += 1) {
      const fault: Fault = plan.forgetful ? 'cut' : chance.pick(faults)
      const marker = `Zwaluw-${run}-${at}-`
      const planned = at === 0 && chance.chance(0.5)
      told.faults.push(fault)
      plan.count(fault)
      try {
        page = await writeOne(plan, { page, context, fault, marker, planned, told })
      } catch (error) {
        const body = await page
          .locator('body')
          .innerText()
          .catch(() => 'no page')
        const { rows } = await plan.world.owner.query(
          'select number, state, origin, planned_on::text from contact where trajectory_id = $1 order by number limit 6',
          [one.trajectoryId],
        )
        throw new Error(
          `run ${run}, after ${told.faults.join(', ')}: ${body.slice(0, 600)} ${JSON.stringify(rows)}`,
          { cause: error },
        )
      }
      // Nothing is left on the phone to write about.
      if (fault === 'evict' || fault === 'revoke') break
    }
    await heal(plan, context)
    page = await context.newPage()
    await sentAll(page)
  } finally {
    await context.close()
  }
  return told
}

interface Step {
  readonly page: Page
  readonly context: BrowserContext
  readonly fault: Fault
  readonly marker: string
  readonly planned: boolean
  readonly told: { written: string[]; acknowledged: Set<string>; faults: string[]; evicted: number }
}

async function writeOne(plan: Plan, step: Step): Promise<Page> {
  const { chance, site, world, one } = plan
  const { context, fault, marker, told } = step
  let { page } = step
  const cut: Cut =
    fault === 'cut' ? chance.pick(plan.forgetful ? ['after', 'halfway-back'] : cuts.slice(1)) : 'none'
  if (fault === 'cut') plan.count(`cut ${cut}`)
  if (fault === 'offline' || fault === 'evict') await context.setOffline(true)
  if (fault === 'expire') await world.owner.query('delete from auth.session')
  await openForm(page, step.planned)
  // While she writes: before that, what the phone hears of it would leave nothing to write about.
  if (fault === 'revoke')
    await world.owner.query('update trajectory set worker_id = null where id = $1', [one.trajectoryId])
  await page.locator('textarea[name="went"]').fill(marker)
  if (fault === 'kill-typing') {
    await page.locator('[data-form] [data-draft]', { hasText: 'bewaard' }).waitFor()
    page = await killed(page, context)
    await openForm(page, step.planned)
    if ((await page.locator('textarea[name="went"]').inputValue()) !== marker)
      throw new Error('what she typed was lost')
  }
  await page.locator('[name="on"][value="today"]').check()
  if (step.planned) await page.locator('[name="what"][value="done"]').check()
  await page.locator('[name="minutes"][value="45"]').check()
  site.breakLine(cut, chance.between(1, 3))
  told.written.push(marker)
  await page.locator('[data-form] button[type="submit"]').click()
  // Said to be on this phone, or beyond.
  await page.locator('[data-show="log"]').waitFor({ state: 'hidden' })
  told.acknowledged.add(marker)
  if (fault === 'two-tabs') {
    const second = await context.newPage()
    await second.goto('/field/')
    await second.close()
  }
  if (fault === 'kill-sending' || cut !== 'none') {
    await new Promise((resolve) => setTimeout(resolve, chance.between(0, 60)))
    page = await killed(page, context)
  }
  if (fault === 'evict') {
    // What is still only here was never said to be safe.
    const waiting = await waitingOn(page)
    for (const unsafe of [...told.acknowledged].slice(-waiting || told.acknowledged.size))
      told.acknowledged.delete(unsafe)
    told.evicted += waiting
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', {
      origin: site.url,
      storageTypes: 'indexeddb,cache_storage,service_workers',
    })
    await context.setOffline(false)
  }
  if (fault === 'offline') {
    page = await killed(page, context)
    await context.setOffline(false)
  }
  return page
}

/** The page is gone, as when a phone needs its memory; a new one is opened. */
async function killed(page: Page, context: BrowserContext): Promise<Page> {
  const next = await context.newPage()
  await page.close()
  await next.goto('/field/')
  await next.locator('[data-show]:not([hidden])').first().waitFor()
  return next
}

async function ready(page: Page): Promise<void> {
  await page.goto('/field/')
  await page.locator('[data-begin]').click()
  await page.locator('[data-visits] > li').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

async function openForm(page: Page, planned: boolean): Promise<void> {
  // The list is drawn anew when something arrives: pressed a moment too early is pressed again, as she would.
  const button = page.locator(planned ? '[data-visits] [data-log]' : '[data-visits] [data-extra]').first()
  await button.click({ timeout: 20_000 }).catch(async () => {
    await page.goto('/field/')
    await button.click()
  })
  await page.locator('[data-show="log"]').waitFor()
}

/** All is well again: the line, and she is signed in. */
async function heal({ site, one }: Plan, context: BrowserContext): Promise<void> {
  site.breakLine('none')
  await context.setOffline(false)
  await context.addCookies([await site.signIn(one.worker.memberId)])
}

const waitingOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const asked = indexedDB.open('naast-field')
        asked.onerror = () => resolve(0)
        asked.onsuccess = () => {
          if (!asked.result.objectStoreNames.contains('queue')) return resolve(0)
          const all = asked.result.transaction('queue').objectStore('queue').count()
          all.onsuccess = () => {
            asked.result.close()
            resolve(all.result)
          }
        }
      }),
  )

/** Until nothing waits any more; that it never comes to that is a failure as any other. */
async function sentAll(page: Page): Promise<void> {
  await page.goto('/contacts')
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await waitingOn(page)) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (tries % 20 === 19) await page.reload()
  }
}

/** Every word about her visits: in the file, and with what waits for somebody to look. */
async function whatIsThere(world: World, coordinator: MemberActor, one: RunningTrajectory) {
  const { rows } = await world.owner.query<{ id: string }>(
    `select id from contact where trajectory_id = $1 and state = 'done'`,
    [one.trajectoryId],
  )
  const waiting = await world.owner.query<{ id: string }>(
    `select id from phone_entry where trajectory_id = $1 and state = 'held'`,
    [one.trajectoryId],
  )
  const all: string[] = []
  for (const { id } of rows)
    all.push((await readContact(world.context, coordinator, { id })).notes?.went?.text ?? '')
  for (const { id } of waiting.rows)
    all.push((await readHeld(world.context, coordinator, { id })).answers?.went ?? '')
  return { all, held: waiting.rows.length }
}
