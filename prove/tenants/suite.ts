import { openWorldOn, type World } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { listsOf, tryAddresses, trySearches, tryUseCases } from './doors.ts'
import { openTenants, proveTenants, type Tenants } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const tenants: Suite = {
  name: 'tenants',
  title: 'Nothing of another organisation is read, changed, pointed at or found (T2)',
  count: 50_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const world = await openWorldOn(cluster)
      try {
        let before = new Map<string, string>()
        const opened = await openTenants(world, 20, async (house) => {
          before = await listsOf(world, house)
        })
        const proof = await proveTenants(world, opened, count, seed)
        const after = await listsOf(world, opened.house)
        const changed = [...before].flatMap(([path, said]) => differs(path, said, after.get(path) ?? ''))
        const strangers = opened.ids.slice(1, 4)
        const asked = await tryUseCases(world, opened.house, strangers)
        const pages = await tryAddresses(world, opened.house, strangers)
        const searches = await trySearches(world, 20)
        const missed = await unseen(world, opened, seed)
        const leaks = [...proof.leaks, ...changed, ...asked.leaks, ...pages.leaks, ...searches.leaks]
        return {
          cases: proof.attempts + asked.tried + pages.tried + searches.tried,
          failures: leaks.length + missed.length,
          summary: `${proof.tenants} organisations, ${proof.tables} tables, ${proof.bonds} foreign keys: ${number(proof.attempts)} statements as the role that works (${saidOf(proof.answers)}), ${number(asked.tried)} use cases and ${number(pages.tried)} addresses with another’s ids, ${searches.tried} searches, ${before.size} lists the same with and without the others; ${leaks.length} leaks; with the policies off ${proof.tables - missed.length} of ${proof.tables} tables leak`,
          examples: [...leaks, ...missed.map((table) => `not noticed without policies: ${table}`)].slice(
            0,
            20,
          ),
        }
      } finally {
        await world.close()
      }
    }),
}

/** What a page says now and didn't before, or the other way round; of one moment it may tell in any order. */
function differs(path: string, before: string, after: string): string[] {
  const parts = (page: string) => page.split(/(?=<)/).sort()
  const [was, is] = [parts(before), parts(after)]
  const at = was.findIndex((part, place) => part !== is[place])
  return was.length === is.length && at < 0 ? [] : [`list ${path}: ${was[at]} | ${is[at]}`]
}

/** What PostgreSQL answered, as it names it. */
const words: Readonly<Record<string, string>> = {
  '42501': 'refused by policy or right',
  '23503': 'no such row to point at',
  '23514': 'refused by a check',
  nothing: 'nothing there',
  rows: 'added of one’s own under another’s key',
}
const saidOf = (answers: Readonly<Record<string, number>>): string =>
  Object.entries(answers)
    .map(([answer, times]) => `${number(times)} ${words[answer] ?? answer}`)
    .join(', ')

/** With the policies off: tables of which this proof would not see that they leak. */
async function unseen(world: World, opened: Tenants, seed: number): Promise<string[]> {
  for (const { name } of opened.tables) {
    await world.owner.query(`alter table ${name} no force row level security`)
    await world.owner.query(`alter table ${name} disable row level security`)
  }
  const { leaks } = await proveTenants(world, opened, 1, seed)
  const leaking = new Set(leaks.map((leak) => leak.split(' ')[0]))
  const filled = opened.tables.filter(
    ({ name }) => (opened.rows.get(opened.ids[0] ?? '')?.get(name) ?? []).length > 0,
  )
  return filled.filter(({ name }) => !leaking.has(name)).map(({ name }) => name)
}
