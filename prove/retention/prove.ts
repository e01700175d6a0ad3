import { chanceOf } from '#simulation/chance.ts'
import { drawLife, type Fault, latestGone, lifeDays, live } from './lives.ts'

export interface Kept25Years {
  readonly lives: number
  readonly shredded: number
  readonly early: readonly string[]
  readonly late: readonly string[]
  readonly wrong: readonly string[]
}

/**
 * Twenty-five years of invented lives, night by night: nothing destroyed before its term, nothing kept after it, no hold
 * that was not kept. When each term is over was reckoned as the life was drawn, by another road than the rules.
 */
export function proveRetention(lives: number, seed: number, fault: Fault | null = null): Kept25Years {
  const chance = chanceOf(seed)
  const found = { lives, shredded: 0, early: [] as string[], late: [] as string[], wrong: [] as string[] }
  for (let at = 0; at < lives; at += 1) {
    const life = drawLife(chance)
    const { shreddedOn, wrong } = live(life, fault)
    const latest = latestGone(life)
    found.wrong.push(...wrong.map((what) => `life ${at}: ${what}`))
    if (shreddedOn !== null) {
      found.shredded += 1
      if (life.lastTerm && shreddedOn <= life.lastTerm.over)
        found.early.push(`life ${at}: gone on day ${shreddedOn}`)
    }
    if (latest !== null && latest <= lifeDays && (shreddedOn === null || shreddedOn > latest))
      found.late.push(`life ${at}: there after day ${latest}`)
  }
  return found
}
export const faults: readonly Fault[] = ['hold', 'term', 'waiting']
export const failuresOf = ({ early, late, wrong }: Kept25Years): readonly string[] => [
  ...early,
  ...late,
  ...wrong,
]
