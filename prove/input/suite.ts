import type { Found, Suite } from '../suite.ts'
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
