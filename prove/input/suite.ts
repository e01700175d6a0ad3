import { unescaped } from '#testing/html.ts'
import { openWorldOn } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { provePages } from './pages.ts'
import { loosened, proveInput } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const input: Suite = {
  name: 'input',
  title: 'What no schema asks for goes in nowhere (T8)',
  count: 1_000_000,
  run(count, seed): Found {
    const { schemas, taken, reached, slowest, wrong } = proveInput(count, seed)
    const loose = proveInput(20_000, seed, { parsed: loosened }).wrong.length
    return {
      cases: count,
      failures: wrong.length + (loose > 0 ? 0 : 1),
      summary: `schemas of ${schemas} use cases, ${reached} of them took something; ${number(taken)} inputs taken, ${wrong.length} with anything in them that was not asked, or thrown at; the slowest took ${slowest.toFixed(0)} ms; of loosened schemas ${number(loose)} in 20,000 are seen`,
      examples: [...new Set(wrong)].slice(0, 20),
    }
  },
}

export const inputPages: Suite = {
  name: 'input-pages',
  title: 'Whatever a page is sent, it says so and goes on (T8, over HTTP)',
  count: 50_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const sent = async (of: number, how: Parameters<typeof provePages>[3] = {}) => {
        const world = await openWorldOn(cluster)
        return provePages(world, of, seed, how).finally(() => world.close())
      }
      const { forms, requests, taken, wrong } = await sent(count)
      // A site that forgets to escape must be seen.
      const spoilt = (await sent(Math.min(count, 1_000), { spoil: unescaped })).wrong.length
      return {
        cases: requests,
        failures: wrong.length + (spoilt > 0 ? 0 : 1),
        summary: `${forms} forms sent over HTTP with anything in them, ${number(taken)} times taken; ${wrong.length} errors, scripts that came alive, or things kept or said that no form asks for; of a site that forgets to escape ${number(spoilt)} in ${number(Math.min(count, 1_000))} are seen`,
        examples: [...new Set(wrong)].slice(0, 20),
      }
    }),
}
