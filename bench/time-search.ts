import { region } from '#seeds/region.ts'
import { chanceOf } from '#simulation/chance.ts'
import { inventWoman } from '#simulation/invented-people.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { load, percentiles } from './load.ts'
import { misspelt } from './misspell.ts'
import type { Measured } from './report.ts'
import type { Timing } from './time-pages.ts'
import type { BenchWorld } from './world.ts'

/** Searches by names as people type them: two in three with a slip or in other letters, one in five only begun. */
export async function searchByName(
  { served: { url, cookie }, size }: Timing,
  { context, coordinator }: BenchWorld,
): Promise<Measured[]> {
  const typed = typedNames(size.searches)
  const ask = (at: number) => ({ path: '/search', form: { text: typed[at % typed.length] ?? '' } })
  await load(url, ask, { atOnce: 1, cookie, pages: 50 })
  const pages = await load(url, ask, { atOnce: 1, cookie, pages: typed.length })

  // The first search in this process reads the names into memory; the server did so when it started.
  await searchPeople(context, coordinator, { text: typed[0] ?? '' })
  const times: number[] = []
  let found = 0
  for (const text of typed) {
    const from = performance.now()
    const { people } = await searchPeople(context, coordinator, { text })
    times.push(performance.now() - from)
    found += people.length > 0 ? 1 : 0
  }
  const alone = percentiles(times)
  const share = `${((found / typed.length) * 100).toFixed(0)} % found somebody`
  return [
    {
      what: `Search by name among ${size.women}, the page: p95 (ms)`,
      value: pages.p95,
      most: 50,
      note: `half within ${pages.p50.toFixed(0)} ms`,
    },
    {
      what: `Search by name among ${size.women}, the use case: p95 (ms)`,
      value: alone.p95,
      most: 50,
      note: `half within ${alone.p50.toFixed(0)} ms; ${share}`,
    },
  ]
}

function typedNames(count: number): string[] {
  const chance = chanceOf(11)
  const where = {
    areas: region.map(({ postcode }) => postcode),
    today: Temporal.Now.plainDateISO(),
    ages: [18, 40],
  } as const
  return Array.from({ length: count }, () => {
    const { given, family } = inventWoman(chance, 0, where).data.name
    const whole = chance.pick([`${given} ${family}`, `${given} ${family}`, family ?? given, given])
    if (chance.chance(0.2)) return whole.slice(0, Math.max(3, Math.ceil(whole.length * 0.6)))
    return chance.chance(0.67) ? misspelt(chance, whole) : whole
  })
}
