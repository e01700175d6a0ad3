import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles } from '#domain/member/role.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { openLog } from '#server/log.ts'
import { agreedInvitation } from '#testing/agreed-invitation.ts'
import { filled, plausible } from '#testing/filled-form.ts'
import { attributesIn, formsOn } from '#testing/html.ts'
import { canaries, type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { type Answered, type Asked, openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addressIn } from './addresses.ts'

/**
 * Names, numbers and stories that stand nowhere else go through the whole house: every page is opened by everybody
 * who may, forms are sent, things go wrong. Then they are looked for where they must not be (security.md T11, T32).
 */
let world: World
let here: OneOfEach
let site: WholeSite
const lines: string[] = []
/** Everything that a proxy in front or a browser's history keeps. */
const urls: string[] = []
const titles: string[] = []
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  const log = openLog({ mode: 'production' }, { write: (line) => lines.push(line) })
  site = await openWholeSite(world, { trouble: log.trouble })
  await walk()
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function ask(path: string, asked: Asked = {}): Promise<Answered> {
  const answered = await site.ask(path, asked)
  urls.push(path, answered.headers.get('location') ?? '', ...answered.headers.getSetCookie())
  for (const [tag] of answered.html.matchAll(/<(?:a|form|link|script|img|iframe)\b(?:"[^"]*"|[^">])*>/g))
    for (const name of ['href', 'action', 'src']) {
      const url = attributesIn(tag).get(name) ?? ''
      // To call her is what a number is for; it goes to the phone and nowhere else.
      if (!url.startsWith('tel:')) urls.push(url)
    }
  if (path.startsWith(paths.referOwn('')) || path.startsWith(paths.invitation('')))
    titles.push(/<title>([\s\S]*?)<\/title>/.exec(answered.html)?.[1] ?? '')
  return answered
}

/** What is typed: of herself what may not get out, of the rest what is asked. */
function typed(name: string): string {
  if (/phone/i.test(name)) return '06 87654321'
  if (/email/i.test(name)) return 'kanarie@post.example.nl'
  const answer = plausible(name)
  return answer.startsWith('Antwoord') ? 'Zwaluwina Kanariebos' : answer
}

/** Fills in the form of a page and sends it, and the next one that comes back, until it was taken or refused. */
async function sendCanaries(path: string, cookie: string | null): Promise<void> {
  let page = await ask(path, { cookie })
  for (let step = 0; step < 12 && page.status === 200; step += 1) {
    const form = formsOn(page.html).findLast(({ method, fields }) => method === 'post' && fields.length > 2)
    if (!form) return
    const sent = filled(form, typed)
    // The woman's own form goes on with its last button.
    const next = form.fields.findLast(({ kind, value }) => kind === 'submit' && /next|send/.test(value))
    if (next) sent.set(next.name, next.value)
    if (sent.has('birthDay')) sent.set('bornOn', '3-9-2026')
    page = await ask(new URL(form.action ?? path, `${site.origin}${path}`).pathname, { cookie, form: sent })
  }
}

async function walk(): Promise<void> {
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await site.signIn(here.members[role]))
  for (const route of routes.filter((one) => one.get)) {
    const path = addressIn(here, route.path)
    for (const role of route.who === 'public' || route.who === 'anyone' ? [null] : route.who)
      await ask(path, { cookie: role && cookies.get(role) })
  }
  const coordinator = cookies.get('coordinator') ?? null
  await ask(paths.search(), { cookie: coordinator, form: new URLSearchParams({ text: 'Kanariebos' }) })
  for (const path of [paths.referOwn('waterrijk'), paths.referProfessional('waterrijk')])
    await sendCanaries(path, null)
  for (const path of [
    paths.worker.register(),
    paths.contact.log(here.contact.planned),
    paths.safeContact(here.personId),
  ])
    await sendCanaries(path, coordinator)
  await joins()
  await goesWrong(coordinator)
}

/** Somebody takes up an invitation, so that sign-in too holds a name and an address. */
async function joins(): Promise<void> {
  const { token } = await agreedInvitation(world, here.members.administrator, {
    email: 'kanarie@post.example.nl',
    roles: ['coordinator'],
  })
  await ask(paths.invitation(token))
  const answer = {
    token,
    email: 'kanarie@post.example.nl',
    name: 'Winterkoning',
    password: 'fietsbel op dinsdag',
  }
  await site.signInPort.acceptInvitation({ cookie: null, network: '203.0.113.7' }, answer)
}

/** The database refuses in the middle of a form and of a page: what is said of that goes to the log. */
async function goesWrong(cookie: string | null): Promise<void> {
  await world.owner.query('revoke insert on referral from naast_work')
  await sendCanaries(paths.referProfessional('waterrijk'), null)
  await world.owner.query('grant insert on referral to naast_work')
  await world.owner.query('alter table person add constraint no_more check (false) not valid')
  await sendCanaries(paths.worker.register(), cookie)
  await sendCanaries(paths.referProfessional('waterrijk'), null)
  await world.owner.query('alter table person drop constraint no_more')
  await world.owner.query('revoke select on contact from naast_work')
  await ask(paths.trajectory.one(here.trajectory.active), { cookie })
  await world.owner.query('grant select on contact to naast_work')
}

/** As it is, as bytes in hexadecimal, as base64, in small letters, as in an address. */
const guises = canaries.flatMap((text) => [
  text.toLowerCase(),
  Buffer.from(text).toString('hex'),
  Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1).toLowerCase(),
  encodeURIComponent(text).toLowerCase(),
])
const found = (text: string): string[] => {
  const small = text.toLowerCase()
  return guises.filter((guise) => small.includes(guise))
}

describe('nothing of anybody is found', () => {
  test('unless it is really there: the pages themselves say who she is', async () => {
    const cookie = await site.signIn(here.members.coordinator)
    const { html } = await site.ask(paths.trajectory.one(here.trajectory.active), { cookie })
    expect(found(html)).toContain('zwaluwina')
    const { rows } = await world.owner.query(
      `select distinct channel from referral where org_id = $1 and id > $2 and channel not in ('spreadsheet', 'desk') order by 1`,
      [world.orgId, here.referral.other],
    )
    expect(rows).toEqual([{ channel: 'own_form' }, { channel: 'professional_form' }])
  })
  test('in the log, also of what went wrong', () => {
    expect(site.troubles.length).toBeGreaterThan(2)
    expect(lines.length).toBe(site.troubles.length)
    expect(found(lines.join('\n'))).toEqual([])
    for (const line of lines)
      expect(Object.keys(JSON.parse(line)).sort()).toEqual(['error', 'level', 'msg', 'requestId', 'time'])
  })
  test('in any address, on a page or in an answer', () => {
    expect(urls.length).toBeGreaterThan(1000)
    expect(urls.filter((url) => found(url).length > 0)).toEqual([])
  })
  test('in the title of a page that a woman opens', () => {
    expect(titles.length).toBeGreaterThan(3)
    expect([...new Set(titles)].filter((title) => found(title).length > 0)).toEqual([])
    expect([...new Set(titles)].sort()).toMatchInlineSnapshot(`
      [
        "Deze pagina is er niet",
        "Formulier",
        "Welkom bij Stichting waterrijk",
      ]
    `)
  })
  test('in a dump of the whole database, sign-in and keys included', async () => {
    const { rows: tables } = await world.owner.query<{ name: string }>(`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
    expect(tables.length).toBeGreaterThan(30)
    const leaks: string[] = []
    let size = 0
    for (const { name } of tables) {
      const { rows } = await world.owner.query<{ line: string }>(`select t::text as line from ${name} t`)
      const text = rows.map(({ line }) => line).join('\n')
      size += text.length
      for (const guise of new Set(found(text))) leaks.push(`${name}: ${guise}`)
    }
    expect(size).toBeGreaterThan(100_000)
    expect(leaks).toEqual([])
  })
  test('in what PostgreSQL knows of its tables', async () => {
    await world.owner.query('analyze')
    const { rows } = await world.owner.query<{ line: string }>(
      `select coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '') as line from pg_stats
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(found(rows.map(({ line }) => line).join('\n'))).toEqual([])
  })
})
