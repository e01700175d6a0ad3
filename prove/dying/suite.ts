import type { Found, Suite } from '../suite.ts'
import { proveDying } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const dying: Suite = {
  name: 'dying',
  title: 'What was said to be saved is there, whatever is killed (T13)',
  count: 200,
  async run(count, seed): Promise<Found> {
    const { acknowledged, lost, doubled, torn } = await proveDying(count, seed)
    const careless = await proveDying(Math.min(count, 8), seed, { careless: true })
    return {
      cases: count,
      failures: lost + doubled + torn.length + (careless.lost > 0 ? 0 : 1),
      summary: `${number(acknowledged)} referrals acknowledged before Naast, its database or both were killed; ${lost} lost, ${doubled} twice, ${torn.length} in part; with answers before the disk has them ${careless.lost} are lost`,
      examples: torn,
    }
  },
}
