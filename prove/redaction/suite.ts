import type { Found, Suite } from '../suite.ts'
import { kinds } from './corpus.ts'
import { proveRedaction } from './prove.ts'

const share = ({ there, found }: { there: number; found: number }) =>
  `${((100 * found) / there).toFixed(2)} %`

export const redaction: Suite = {
  name: 'redaction',
  title: 'What tells who somebody is, is found in a text',
  count: 100_000,
  run(count, seed): Found {
    const { by, missed, tooMuch } = proveRedaction(count, seed)
    const blind = proveRedaction(Math.min(count, 20_000), seed, { blind: true })
    const blindMatters = blind.by['known-name'].found < blind.by['known-name'].there
    return {
      cases: count,
      failures: missed.length + (blindMatters ? 0 : 1),
      summary: `${kinds.map((kind) => `${kind} ${share(by[kind])}`).join(', ')} found; ${tooMuch.toFixed(2)} marks too many a text; without what is known of her ${share(blind.by['known-name'])} of the known names`,
      examples: missed.slice(0, 10),
    }
  },
}
