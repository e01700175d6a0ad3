import type { Found, Suite } from '../suite.ts'
import { proveUploads } from './prove.ts'

export const uploads: Suite = {
  name: 'uploads',
  title: 'Of a hostile file nothing is kept that may not be (T25)',
  count: 20_000,
  async run(count, seed): Promise<Found> {
    const { tried, taken, wrong } = await proveUploads(count, seed)
    return {
      cases: tried,
      failures: wrong.length,
      summary: `${tried - taken} refused, ${taken} taken, ${wrong.length} of them wrongly or with anything in it that was hidden`,
      examples: wrong.slice(0, 10),
    }
  },
}
