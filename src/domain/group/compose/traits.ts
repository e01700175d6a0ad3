import { type Day, monthsBetween } from '#domain/day.ts'
import type { GroupRules } from '#domain/group/group-size.ts'

/** Ages are held against each other in these bands; where they begin is a proposal of ours. */
const bandsFrom = [25, 35, 45] as const

interface Known {
  readonly bornOn: Day | null
  readonly backgrounds: readonly string[]
  readonly phase: string | null
}

/** By what she adds to the mix of a group, as far as the programme wants that and it is known. */
export function traitsOf({ variety }: Pick<GroupRules, 'variety'>, known: Known, today: Day): string[] {
  const by = {
    age: () => {
      if (!known.bornOn) return []
      const years = Math.floor(monthsBetween(known.bornOn, today) / 12)
      return [`age:${bandsFrom.filter((from) => years >= from).length}`]
    },
    background: () => known.backgrounds.map((one) => `background:${one}`),
    phase: () => (known.phase ? [`phase:${known.phase}`] : []),
  } as const satisfies Record<GroupRules['variety'][number]['by'], () => string[]>
  return variety.flatMap((one) => by[one.by]())
}

/** What each of these traits costs for each woman beyond the half. */
export function pointsOf(
  { variety }: Pick<GroupRules, 'variety'>,
  traits: Iterable<string>,
): ReadonlyMap<string, number> {
  const points = new Map(variety.map(({ by, points }) => [by as string, points.value]))
  return new Map([...traits].map((trait) => [trait, points.get(trait.split(':')[0] ?? '') ?? 0]))
}
