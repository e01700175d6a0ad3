import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#domain/member/role.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { filled } from '#testing/filled-form.ts'
import { formsOn } from '#testing/html.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addressIn } from './addresses.ts'

/**
 * A phone that sends again, an impatient finger, a train in a tunnel: every form of the house is sent once in one
 * organisation and four times at the same moment in another, and does the same in both (security.md T18).
 */
let world: World
let site: WholeSite
let once: OneOfEach
let often: OneOfEach
let counted: string[]
beforeAll(async () => {
  world = await openWorld()
  once = await oneOfEach(world)
  often = await oneOfEach(world, world.otherOrgId)
  site = await openWholeSite(world)
  const { rows } = await world.owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and n.nspname = 'public' order by 1`)
  // That it was tried is written down each time.
  counted = rows.map(({ name }) => name).filter((name) => !name.startsWith('audit_'))
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function rowsOf(orgId: string): Promise<Record<string, number>> {
  const each = counted.map(
    (name) => `select '${name}' as name, count(*)::int as rows from "${name}" where org_id = $1`,
  )
  const { rows } = await world.owner.query<{ name: string; rows: number }>(each.join(' union all '), [orgId])
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]))
}
const more = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    counted.flatMap((name) => {
      const added = (after[name] ?? 0) - (before[name] ?? 0)
      return added === 0 ? [] : [[name, added]]
    }),
  )

/** Pages whose forms end the session of who sends them. */
const leaving = [paths.account.one(), paths.signOut()]
const pages = routes.filter(
  (route) => route.get && route.who !== 'public' && route.who !== 'anyone' && !leaving.includes(route.path),
)

test('every form does once what it does, however often it arrives', async () => {
  const cookies = async (house: OneOfEach) => {
    const all = new Map<Role, string>()
    for (const role of roles) all.set(role, await site.signIn(house.members[role]))
    return all
  }
  const [first, other] = [await cookies(once), await cookies(often)]
  const wrong: string[] = []
  let forms = 0
  let told = 0
  for (const { path, who } of pages) {
    const role = who === 'public' || who === 'anyone' ? undefined : who[0]
    const [here, there] = [addressIn(once, path), addressIn(often, path)]
    const cookie = { here: first.get(role ?? 'coordinator'), there: other.get(role ?? 'coordinator') }
    const formsHere = formsOn((await site.ask(here, { cookie: cookie.here ?? null })).html)
    for (const at of formsHere.keys()) {
      // The page may have changed by the form before.
      const [a, b] = await Promise.all([
        site.ask(here, { cookie: cookie.here ?? null }),
        site.ask(there, { cookie: cookie.there ?? null }),
      ])
      const [formA, formB] = [formsOn(a.html)[at], formsOn(b.html)[at]]
      if (!formA || !formB || formA.method !== 'post') continue
      const keyed = formA.fields.some(({ name }) => name === 'key')
      if (!keyed) continue
      forms += 1
      const to = (form: typeof formA, page: string) =>
        new URL(form.action ?? page, `${site.origin}${page}`).pathname
      const [sentA, sentB] = [filled(formA), filled(formB)]
      const label = `${path} ${at}`
      const beforeA = await rowsOf(world.orgId)
      await site.ask(to(formA, here), { cookie: cookie.here ?? null, form: sentA })
      const afterA = await rowsOf(world.orgId)
      await site.ask(to(formA, here), { cookie: cookie.here ?? null, form: sentA })
      const again = more(afterA, await rowsOf(world.orgId))
      if (Object.keys(again).length > 0) wrong.push(`${label}: a second time ${JSON.stringify(again)}`)
      const beforeB = await rowsOf(world.otherOrgId)
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => site.ask(to(formB, there), { cookie: cookie.there ?? null, form: sentB })),
      )
      if (answers.some(({ status }) => status >= 500))
        wrong.push(`${label}: ${answers.map(({ status }) => status)}`)
      const [did, four] = [more(beforeA, afterA), more(beforeB, await rowsOf(world.otherOrgId))]
      if (Object.keys(did).length > 0) told += 1
      if (JSON.stringify(did) !== JSON.stringify(four))
        wrong.push(`${label}: once ${JSON.stringify(did)}, four times ${JSON.stringify(four)}`)
    }
  }
  console.log(`${forms} forms, ${told} of them did something`)
  expect(wrong).toEqual([])
}, 300_000)
