import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Role, roles } from '#domain/member/role.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addressIn } from './addresses.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('#testing/left-out.ts'))
const theRule = vi.hoisted(() => 'the rule for contact')
/** As a page would be on which somebody wrote her number straight away. */
vi.mock('#pages/safe-contact/safe-contact-rule.tsx', async (original) => {
  const real = await original<typeof import('#pages/safe-contact/safe-contact-rule.tsx')>()
  return {
    ...real,
    SafeContactRule: unlessLeftOut(
      theRule,
      real.SafeContactRule,
      ({ phone, email }) => `${phone} ${email}` as never,
    ),
  }
})

/**
 * A number, a mail address or a street of hers is seen only after the rule that goes with it, on the same screen. Every
 * page there is, is opened by everybody who may, within her hours and outside them, and looked through for hers.
 */
let world: World
let here: OneOfEach
let site: WholeSite
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  site = await openWholeSite(world)
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

/** However they are written: with spaces or marks between, with the country or without, in a link or a field. */
const hers: readonly (readonly [string, RegExp])[] = [
  ['phone', /6[\s().-]*8[\s().-]*7[\s().-]*6[\s().-]*5[\s().-]*4[\s().-]*3[\s().-]*2[\s().-]*1/g],
  ['email', /kanarie(?:@|&#64;|%40)post\.example\.nl/gi],
  ['street', /Sijsjepad/g],
]
const rule = /data-contact-rule="(?:none|now|not-now)"/

interface Shown {
  readonly what: string
  readonly after: boolean
  /** Folded away, behind the reason why not. */
  readonly folded: boolean
}
function shownOn(html: string): Shown[] {
  const first = html.search(rule)
  return hers.flatMap(([what, pattern]) =>
    [...html.matchAll(pattern)].map(({ index }) => ({
      what,
      after: first >= 0 && first < index,
      folded: html.lastIndexOf('<details', index) > html.lastIndexOf('</details>', index),
    })),
  )
}

/** Every page, of one woman of each kind; and of the kinds of which there are more, each of them. */
function pages(): readonly { readonly path: string; readonly route: string; readonly who: Role | null }[] {
  const ways = routes.filter((route) => route.get)
  const others: readonly (readonly [string, readonly string[]])[] = [
    [paths.desk.one(':id'), Object.values(here.referral)],
    [paths.trajectory.one(':id'), Object.values(here.trajectory)],
    [paths.intake.one(':id'), [here.trajectory.fresh, here.trajectory.intake, here.trajectory.asked]],
    [paths.contact.one(':id'), Object.values(here.contact)],
    [paths.contact.log(':id'), Object.values(here.contact)],
  ]
  return ways.flatMap(({ path, who }) => {
    const more = others.find(([route]) => route === path)?.[1] ?? []
    const all = new Set([addressIn(here, path), ...more.map((id) => path.replace(':id', id))])
    const asking: readonly (Role | null)[] = who === 'public' || who === 'anyone' ? [null] : who
    return [...all].flatMap((one) => asking.map((role) => ({ path: one, route: path, who: role })))
  })
}
interface Seen extends Shown {
  readonly path: string
  readonly page: string
}
async function openAll(moment: string, only: (path: string) => boolean = () => true): Promise<Seen[]> {
  world.turnTo(moment)
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await site.signIn(here.members[role]))
  const seen: Seen[] = []
  for (const { path, route, who } of pages()) {
    // It signs out.
    if (route === paths.signOut() || !only(path)) continue
    const { html } = await site.ask(path, { cookie: who && (cookies.get(who) ?? null) })
    seen.push(...shownOn(html).map((one) => ({ ...one, path, page: `${who ?? 'anybody'} ${route}` })))
  }
  const cookie = cookies.get('coordinator') ?? null
  for (const text of ['Kanariebos', '06 87654321', 'Zwaluwina']) {
    const { html } = await site.ask(paths.search(), { cookie, form: new URLSearchParams({ text }) })
    // What she typed herself stands in the box.
    const found = html.replaceAll(/<input[^>]*>/g, '')
    seen.push(
      ...shownOn(found).map((one) => ({
        ...one,
        path: paths.search(),
        page: `coordinator ${paths.search()}`,
      })),
    )
  }
  // Where a group meets is its own street, shown to who leads it.
  return seen.filter(({ page, what }) => !(what === 'street' && /\/groups?\b|\/group-/.test(page)))
}
const bareOn = (seen: readonly Seen[]) => [
  ...new Set(seen.filter(({ after }) => !after).map(({ page, what }) => `${page}: ${what}`)),
]

test('no page shows a number of hers before its rule, at any hour', async () => {
  const seen = await openAll('2026-11-03T10:30:00')
  expect(bareOn(seen)).toEqual([])
  // There is something to see at all, on these and on no other.
  expect(
    `\n${[...new Set(seen.map(({ page, what }) => `${page}: ${what}`))].sort().join('\n')}\n`,
  ).toMatchInlineSnapshot(`
    "
    coordinator /contacts/:id: phone
    coordinator /contacts/:id: street
    coordinator /messages/:id/letter: phone
    coordinator /people/:id/contact-rule: phone
    coordinator /referrals/:id/follow-up: email
    coordinator /referrals/:id/follow-up: phone
    coordinator /referrals/:id: email
    coordinator /referrals/:id: phone
    coordinator /trajectories/:id/intake: phone
    coordinator /trajectories/:id: phone
    programme_manager /emergency/:id: phone
    programme_manager /emergency/:id: street
    safeguarding_lead /lone-alerts/:id: street
    safeguarding_lead /people/:id/contact-rule: phone
    safeguarding_lead /trajectories/:id: phone
    worker /contacts/:id: phone
    worker /people/:id/contact-rule: phone
    worker /trajectories/:id: phone
    "
  `)
  const showing = new Set(seen.map(({ path }) => path))
  const atNight = await openAll('2026-11-04T03:00:00', (path) => showing.has(path))
  expect(bareOn(atNight)).toEqual([])
  expect(atNight.length).toBeGreaterThan(0)
  // Then it is folded away as well, behind the reason why not.
  expect(atNight.filter(({ what, folded }) => what === 'phone' && !folded)).toEqual([])
  // Without the rule each of these pages is found to show it bare.
  const bare = await without(theRule, () => openAll('2026-11-03T10:30:00', (path) => showing.has(path)))
  const showsPhone = (all: readonly Seen[]) =>
    new Set(all.filter(({ what }) => what === 'phone').map(({ page }) => page))
  const found = showsPhone(bare.filter(({ after }) => !after))
  expect([...showsPhone(seen)].filter((page) => !found.has(page))).toEqual([])
}, 300_000)
test('is found when it stands on its own, before its rule, or written in another way', () => {
  const marked = '<div data-contact-rule="now">'
  const bare = (html: string) => shownOn(html).some(({ after }) => !after)
  expect(bare(`${marked}06 87654321</div>`)).toBe(false)
  for (const number of [
    '06 87654321',
    '0687654321',
    '+31 6 87 65 43 21',
    '06-87 65 43 21',
    'tel:+31687654321',
  ])
    for (const html of [number, `${number} ${marked}</div>`]) expect(bare(html), html).toBe(true)
  expect(bare('kanarie@post.example.nl')).toBe(true)
  expect(bare(`<p>Sijsjepad 47</p>${marked}`)).toBe(true)
})
