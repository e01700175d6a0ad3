import type { Browser, BrowserContext } from 'playwright-core'
import { allowOffline } from '#testing/field-phone.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorldOn, type World } from '#testing/world-on.ts'
import { openChromium } from '../e2e/chromium.ts'
import { openFieldSite } from '../prove/field/site.ts'
import { onThrowAway } from '../prove/throw-away.ts'
import type { Measured } from './report.ts'

const women = 30
/** A phone with a quarter of this machine's processor, on a line as it is where there are few masts. */
const slow = { rate: 4, latency: 150, kilobits: 1_600 }
interface Took {
  readonly seconds: number
  readonly kilobytes: number
}

/**
 * A worker of thirty women gets her phone ready, in a real browser: from pressing the button until all thirty stand on the
 * page, and what goes over the line meanwhile. Each time in a browser that has nothing yet.
 */
export async function timeField(times: number): Promise<Measured[]> {
  const browser = await openChromium()
  try {
    return await onThrowAway(async (cluster) => {
      const world = await openWorldOn(cluster)
      const site = await openFieldSite(world)
      try {
        const memberId = await thirtyWomen(world)
        const once = (throttled: boolean) =>
          inNewBrowser(browser, async (context) => {
            await context.addCookies([await site.signIn(memberId)])
            return firstSync(context, `${site.url}/field/`, throttled)
          })
        // The first one warms up the server.
        await once(false)
        const [quick, throttled]: [Took[], Took[]] = [[], []]
        for (let at = 0; at < times; at += 1) {
          quick.push(await once(false))
          throttled.push(await once(true))
        }
        const note = (all: Took[]) =>
          `${times} times, at most ${Math.max(...all.map(({ seconds }) => seconds)).toFixed(2)}`
        return [
          {
            what: `First sync of ${women} women to a phone (s)`,
            value: middle(quick, 'seconds'),
            most: 2,
            note: note(quick),
          },
          {
            what: `The same, processor ${slow.rate} times as slow, ${slow.kilobits / 1000} Mb/s, ${slow.latency} ms (s)`,
            value: middle(throttled, 'seconds'),
            most: 2,
            note: note(throttled),
          },
          { what: 'The same, fetched, before packing (KB)', value: middle(quick, 'kilobytes'), most: 300 },
        ]
      } finally {
        await site.close()
        await world.close()
      }
    })
  } finally {
    await browser.close()
  }
}

async function thirtyWomen(world: World): Promise<string> {
  await allowOffline(world)
  const one = await runningTrajectory(world)
  for (let at = 0; at < women; at += 1) {
    const { trajectoryId } = at === 0 ? one : await runningTrajectory(world)
    await world.owner.query('update trajectory set worker_id = $2 where id = $1', [
      trajectoryId,
      one.workerId,
    ])
    await world.owner.query(
      `update contact set planned_on = '2026-11-04', planned_at = '10:00', mode = 'home' where id = (
        select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 1)`,
      [trajectoryId],
    )
  }
  return one.worker.memberId
}

async function inNewBrowser<Result>(
  browser: Browser,
  work: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'nl-NL' })
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

async function firstSync(context: BrowserContext, url: string, throttled: boolean): Promise<Took> {
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('[data-begin]').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  // Before it is packed: invented women are more alike than those of a real worker.
  session.on('Network.dataReceived', ({ dataLength }) => {
    bytes += dataLength
  })
  if (throttled) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.rate })
    const throughput = (slow.kilobits * 1000) / 8
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
  }
  // Measured in the page: from her press until the last one is drawn.
  const seconds = await page.evaluate(async (wanted) => {
    const list = document.querySelector('[data-visits]')
    const button = document.querySelector<HTMLElement>('[data-begin]')
    if (!list || !button) throw new Error('This is not the page of a phone.')
    const began = performance.now()
    const drawn = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        if (list.children.length >= wanted) requestAnimationFrame(() => resolve())
      }).observe(list, { childList: true })
    })
    button.click()
    await drawn
    return (performance.now() - began) / 1000
  }, women)
  return { seconds, kilobytes: bytes / 1024 }
}

const middle = (all: readonly Took[], of: keyof Took): number =>
  [...all].map((one) => one[of]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
