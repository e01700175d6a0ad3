import { openWorldOn } from '#testing/world-on.ts'
import { openChromium } from '../../e2e/chromium.ts'
import { buildIfNeeded } from '../../tools/build.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { proveField } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const field: Suite = {
  name: 'field',
  title: 'What a phone wrote down is there, once, whatever goes wrong on the way',
  count: 210,
  async run(count, seed): Promise<Found> {
    await buildIfNeeded()
    const browser = await openChromium()
    try {
      return await onThrowAway(async (cluster) => {
        const world = await openWorldOn(cluster)
        const forgotten = await openWorldOn(cluster)
        try {
          const { acknowledged, lost, doubled, evicted, held, faults } = await proveField(
            world,
            browser,
            count,
            seed,
          )
          const control = await proveField(forgotten, browser, 3, seed, { forgetful: true })
          const each = Object.entries(faults)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([what, times]) => `${what} ${times}`)
          return {
            cases: count,
            failures: lost.length + doubled.length + (control.doubled.length > 0 ? 0 : 1),
            summary: `${number(acknowledged)} visits acknowledged in a real browser, ${lost.length} lost, ${doubled.length} twice, ${held} held for somebody to look; ${evicted} went with the phone’s storage, never said to be safe; ${each.join(', ')}; without receipts ${control.doubled.length} twice`,
            examples: [...lost, ...doubled].slice(0, 10),
          }
        } finally {
          await world.close()
          await forgotten.close()
        }
      })
    } finally {
      await browser.close()
    }
  },
}
