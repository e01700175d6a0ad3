import type { ComposeGroup, ComposeWoman, Composing } from '#domain/group/compose/people.ts'
import { type Slot, slots } from '#domain/worker/profile.ts'
import { type Seeded, seeded } from '../matching/seeded.ts'

/**
 * Women who wait and groups on offer, as large as those of which the design gives figures: so many women, groups, seats
 * that are possible (a woman in a group that she fits) and pairs that must be apart.
 */
export interface Shape {
  readonly name: string
  readonly women: number
  readonly groups: number
  readonly possible: number
  readonly apart: number
  readonly seed: number
}
export const shapes: readonly Shape[] = [
  { name: '60 women, 8 groups', women: 60, groups: 8, possible: 210, apart: 38, seed: 60_008 },
  { name: '300 women, 20 groups', women: 300, groups: 20, possible: 4_150, apart: 1_831, seed: 300_020 },
]

const languages = ['nl', 'nl', 'nl', 'nl', 'nl', 'nl', 'ar', 'tr', 'pl', 'uk'] as const
const ages = ['age:1', 'age:2', 'age:2', 'age:3', 'age:4'] as const
const origins = ['netherlands', 'netherlands', 'morocco', 'turkey', 'suriname', 'poland', 'syria', 'ukraine']

export function inventComposing({ women, groups, possible, apart, seed }: Shape): Composing {
  const chance = seeded(seed)
  const one = <Of>(of: readonly Of[]): Of => of[chance.below(of.length)] as Of
  const times = shuffled(slots, chance).slice(0, Math.min(slots.length, groups))
  const offered = Array.from({ length: groups }, (_, at): ComposeGroup => {
    const foreign = at % 8 === 7 ? one(['ar', 'tr']) : null
    return {
      id: `g${String(at).padStart(3, '0')}`,
      slots: [times[at % times.length] as Slot],
      languages: [foreign ?? 'nl'],
      interpreters: foreign === null && chance.next() < 0.5 ? ['ar', 'tr', 'pl', 'uk'] : [],
      min: 6,
      max: 8 + chance.below(5),
      seated: [],
    }
  })
  const share = possible / (women * groups)
  const people = Array.from({ length: women }, (_, at): ComposeWoman => {
    const language = one(languages)
    return {
      id: `w${String(at).padStart(3, '0')}`,
      urgency: chance.next() < 0.07 ? 'time_running' : chance.next() < 0.22 ? 'long_waiting' : 'normal',
      waitingDays: chance.below(180),
      // Language takes some away: so many more times are drawn that about as many seats are left.
      slots: slots.filter(() => chance.next() < Math.min(0.98, share * 1.28)),
      languages: language === 'nl' || chance.next() < 0.5 ? ['nl', language] : [language],
      interpreter: null,
      helped: true,
      traits: [one(ages), `background:${one(origins)}`],
    }
  })
  const traits = new Set(people.flatMap((woman) => woman.traits))
  return {
    women: people,
    groups: offered,
    apart: families(people, apart, chance),
    never: [],
    moves: [],
    variety: new Map([...traits].map((trait) => [trait, 4])),
  }
}

/** Families, streets and buildings: whoever is of one is apart from all of it; and pairs that have nothing in common. */
function families(people: readonly ComposeWoman[], many: number, chance: Seeded): [string, string][] {
  const pairs = new Map<string, [string, string]>()
  const large = many > people.length ? 9 : 3
  while (pairs.size < many) {
    const size = chance.next() < 0.5 ? 2 : 2 + chance.below(large)
    const some = shuffled(people, chance).slice(0, size)
    for (const [at, a] of some.entries())
      for (const b of some.slice(at + 1)) {
        const [x, y] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
        if (pairs.size < many) pairs.set(`${x} ${y}`, [x, y])
      }
  }
  return [...pairs.values()]
}

const shuffled = <Of>(some: readonly Of[], chance: Seeded): Of[] =>
  some
    .map((one) => ({ one, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
