import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findHost } from '#db/organisation.ts'
import { type Role, roles } from '#domain/member/role.ts'
import type { Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import { filled } from '#testing/filled-form.ts'
import { asKept, hostile, hostileChoices, mishandledIn } from '#testing/hostile.ts'
import { type FieldOnPage, type FormOnPage, formsOn, idsTwiceOn } from '#testing/html.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { noAssets } from '#testing/public-site.ts'
import { undone } from '#testing/undone.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addressIn } from './addresses.ts'

/**
 * Every form and every address, with everything that somebody may send there. Never an error nobody expected, never
 * a script that came back alive, and what was typed is never lost. Nothing that is sent here stays: each request is
 * undone, so that the next finds the house as it was.
 */
let world: World
let here: OneOfEach
let whole: WholeSite
let site: Hono
const troubles: { path: string; error: unknown }[] = []
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  whole = await openWholeSite(world)
  const context = undone(world.context)
  const host = await findHost(world.context.db, 'waterrijk')
  if (!host) throw new Error('no organisation')
  site = siteOf(
    {
      demo: false,
      assets: noAssets,
      context: () => context,
      newRequestId: () => 'test',
      signedIn: async (request) => {
        const role = roles.find((one) => one === request.headers.get('x-role'))
        return role ? { actor: here.members[role], name: 'Iemand', language: 'nl', host } : null
      },
      signIn: whole.signInPort,
      network: () => '203.0.113.7',
      hostBySlug: async (slug) => (slug === host.slug ? host : null),
      trouble: (_, error) => troubles.push({ path: asking, error }),
    },
    routes,
  )
}, 300_000)
afterAll(async () => {
  await whole?.close()
  await world?.close()
})

let asking = ''
let asked = 0
/** Sends a request as this role and holds the answer against what every answer must be. */
async function send(path: string, role: Role | null, request: RequestInit = {}) {
  asking = `${request.method ?? 'GET'} ${path}`
  asked += 1
  const response = await site.request(`http://localhost${path}`, {
    ...request,
    headers: { 'accept-language': 'nl', ...(role ? { 'x-role': role } : {}), ...request.headers },
  })
  const html = await response.text()
  return { status: response.status, headers: response.headers, html }
}
/** What is wrong with an answer, if anything. */
function wrongWith({ status, headers, html }: Awaited<ReturnType<typeof send>>): string | null {
  if (status >= 500) return `status ${status}`
  const found = mishandledIn(html)
  if (found) return `says ${found}`
  if (headers.get('set-cookie')?.includes('a=b')) return 'sets a cookie of theirs'
  return null
}

/** As whom an address is asked: the first role that may. */
const roleFor = ({ who }: Route): Role | null =>
  who === 'public' || who === 'anyone' ? null : (who.find((role) => role !== 'worker') ?? who[0] ?? null)

interface FormThere {
  readonly page: string
  readonly action: string
  readonly role: Role | null
  readonly form: FormOnPage
}
/** Pages beside those of the routes as they stand: the same, of women whose trajectory stands elsewhere. */
const furtherPages = (): readonly (readonly [string, Role | null])[] => [
  [paths.intake.one(here.trajectory.fresh), 'coordinator'],
  [paths.intake.complete(here.trajectory.asked), 'coordinator'],
  [`${paths.consent.list(here.trajectory.active)}?code=C-8`, 'coordinator'],
  [`${paths.consent.list(here.trajectory.active)}?code=C-6`, 'coordinator'],
  [paths.contact.log(here.contact.done), 'worker'],
  [paths.exchange.one(here.exchange.offered), 'privacy_officer'],
  [paths.closing(here.trajectory.waiting), 'coordinator'],
]

/** Where a label could belong to the field of another form. */
const idsTwice = new Set<string>()

/** Every form that posts, on every page that can be opened; the same form on two pages is one. */
async function everyForm(): Promise<FormThere[]> {
  const pages = routes
    .filter((route) => route.get)
    .flatMap((route) => {
      const whoMay = route.who === 'public' || route.who === 'anyone' ? [null] : route.who
      return whoMay.map((role) => [addressIn(here, route.path), role] as const)
    })
  const found = new Map<string, FormThere>()
  for (const [page, role] of [...pages, ...furtherPages()]) {
    const { html } = await send(page, role)
    for (const id of idsTwiceOn(html)) idsTwice.add(`${page} ${id}`)
    for (const form of formsOn(html)) {
      if (form.method !== 'post') continue
      const action = new URL(form.action ?? page, `http://localhost${page}`)
      const names = [...new Set(form.fields.map(({ name }) => name))].sort().join()
      const there = { page, action: `${action.pathname}${action.search}`, role, form }
      found.set(`${there.action} ${names}`, there)
    }
  }
  return [...found.values()]
}

const oncePerName = (fields: readonly FieldOnPage[]): readonly FieldOnPage[] => [
  ...new Map(fields.map((field) => [field.name, field])).values(),
]
const isTyped = ({ kind }: FieldOnPage): boolean => /^(text|textarea|email|tel|search)$/.test(kind)

/** The same form on the page that came back, and what of the sent texts stands in it no more. */
function lostIn(
  answer: { status: number; html: string },
  there: FormThere,
  sent: URLSearchParams,
): string | null {
  if ([303, 403, 404, 413].includes(answer.status) || answer.status < 400) return null
  const shown = formsOn(answer.html).flatMap(({ fields }) => fields)
  const gone = there.form.fields.filter(isTyped).filter(({ name }) => {
    const wanted = asKept(sent.get(name) ?? '')
    return wanted !== '' && !shown.some((field) => field.name === name && asKept(field.value) === wanted)
  })
  return gone.length > 0 ? `${answer.status}, without ${gone.map(({ name }) => name).join()}` : null
}

/** Every value in every field by itself, instead of a sixth of them: `NAAST_THOROUGH=1`, some minutes. */
const thorough = process.env.NAAST_THOROUGH === '1'
const urlEncoded = 'application/x-www-form-urlencoded'
const post = (there: FormThere, body: URLSearchParams) =>
  send(there.action, there.role, {
    method: 'POST',
    body: body.toString(),
    headers: { 'content-type': urlEncoded },
  })

/** Where a form goes that none of these pages shows: steps of signing in, and what goes on by itself. */
const shownElsewhere = (): readonly string[] => [
  paths.signInCode(),
  paths.signInRecovery(),
  paths.signInPhone(),
  // Only while a permission says that the texts may be kept, or once they are there.
  paths.instrument.texts('who5'),
  paths.instrument.destroyTexts('who5'),
  // Sent by a script only, with what a device answered.
  paths.account.passkeys(),
  // Only for who has a passkey.
  paths.account.removePasskey(),
  // Only between a form that asks for a fresh proof and its answer, and where files are past their term.
  paths.freshProof(),
  paths.erasure.askPastTerm(),
  // Only from the day on which a passkey is asked.
  paths.showPasskey(),
  // Only while nobody asked for it; `retention.test.ts` walks it.
  paths.retention.list(),
  // Only for who tied an account of hers.
  addressIn(here, paths.provider.unlink(':id')),
  addressIn(here, paths.invitation(':token')),
  paths.firstRun(),
  addressIn(here, paths.import.progress(':id')),
  // Only where a programme on offer asks a training of who refers.
  addressIn(here, paths.referrer.training(':id')),
  // Only for a copy, for a version that waits for a second person, and where there is a newer version.
  addressIn(here, paths.programmeDraft.difference(':id')),
  addressIn(here, paths.programmeDraft.decide(':id')),
  addressIn(here, paths.programme.versions(':programme')),
  addressIn(here, paths.programmeDraft.newer(':id')),
  // Only for a paper that somebody else keyed in; `paper-pages.test.ts` walks it.
  addressIn(here, paths.measure.keyAgain(':id', ':moment')),
  // Only where an organisation turned it on; `own-device-pages.test.ts` walks it.
  addressIn(here, paths.measure.ownDevice(':id', ':moment')),
  // Only where a rule in her way is somebody else's to set aside; its own tests walk it.
  addressIn(here, paths.intake.askException(':id')),
  // Only while a group is smaller than it may begin, somebody has a seat, or is let through; their own tests walk them.
  addressIn(here, paths.group.askSmall(':id')),
  addressIn(here, paths.training.leave(':id')),
  // Only for one that is still to come; `training-pages.test.ts` walks it.
  addressIn(here, paths.training.seats(':id')),
  addressIn(here, paths.worker.endWaiver(':id')),
  // Only where somebody fits her as well, and after a trial or a visit; `match-life.test.ts` walks them.
  addressIn(here, paths.match.passOn(':id')),
  addressIn(here, paths.match.myOne(':id')),
  // Only for a letter that waits to be printed, or to be posted; `to-her-pages.test.ts` walks them.
  addressIn(here, paths.message.letterPrint(':id')),
  addressIn(here, paths.message.letterPosted(':id')),
  // Only while no meeting is open, where somebody is proposed in it, and where the world moved on; its journey walks them.
  paths.meeting.list(),
  // Only while no proposal is open.
  paths.composition.list(),
  addressIn(here, paths.meeting.publish(':id')),
  addressIn(here, paths.meeting.replan(':id')),
  // Only where something waits to be paid, and for a run that two agreed on; `expense.test.ts` walks them.
  paths.payout.list(),
  addressIn(here, paths.payout.settle(':id')),
  addressIn(here, paths.payout.returned(':id')),
  // Only for a visit that was left out, and for a day that she didn't say yes to; `planning.test.ts` walks them.
  addressIn(here, paths.contact.bringBack(':id')),
  addressIn(here, paths.contact.confirm(':id')),
  // Only for a worker who has a calendar, and where there is an activity to come; their own tests walk them.
  paths.planning.endCalendar(),
  addressIn(here, paths.activity.ofTrajectory(':id')),
  // Only for a report that was approved, and a plan that runs; `end-report-pages.test.ts` walks them.
  addressIn(here, paths.endReport.share(':id')),
  addressIn(here, paths.plan.share(':id')),
  // Asked by a phone's own script.
  paths.field.begin(),
  paths.field.pack(),
  paths.field.send(),
  addressIn(here, paths.field.still(':org')),
  // Asked by a button of the forms that are tried here.
  addressIn(here, paths.meeting.whatIf(':id')),
  // Only for a rule that may be set aside; that nobody asked how she can be reached never may.
  addressIn(here, paths.signal.aside(':id')),
]
const fieldsElsewhere = ['code', 'email', 'password', 'name', 'organisation', 'key', 'member']

describe('every form', () => {
  let forms: FormThere[] = []
  beforeAll(async () => {
    forms = await everyForm()
  })
  test('is found: each address that takes a form is reached from a page', () => {
    const reached = new Set(forms.map(({ action }) => action.split('?')[0]))
    const fresh = addressIn(
      { ...here, trajectory: { ...here.trajectory, intake: here.trajectory.fresh } },
      paths.intake.contact(':id'),
    )
    const asked = addressIn(
      { ...here, trajectory: { ...here.trajectory, intake: here.trajectory.asked } },
      paths.intake.complete(':id'),
    )
    expect([fresh, asked].filter((path) => !reached.has(path))).toEqual([])
    const missing = routes
      .filter(
        ({ post, path }) =>
          post && path !== paths.intake.contact(':id') && path !== paths.intake.complete(':id'),
      )
      .map(({ path }) => addressIn(here, path))
      .filter((path) => !reached.has(path))
    expect(missing.sort()).toEqual([...shownElsewhere()].sort())
  })

  test('has its labels to itself, also beside a form like it on the same page', () => {
    expect([...idsTwice]).toEqual([])
  })

  test('takes whatever stands in any of its fields, and loses nothing that was typed', async () => {
    const wrong = new Set<string>()
    for (const there of forms) {
      const whole = filled(there.form)
      const fields = oncePerName(there.form.fields)
      const typed = fields.filter(isTyped).map(({ name }) => name)
      const tryIt = async (label: string, value: string, names: readonly string[], tampered: boolean) => {
        const sent = new URLSearchParams(whole)
        for (const name of names) sent.set(name, value.toWellFormed())
        const answer = await post(there, sent)
        const problem = wrongWith(answer) ?? (tampered ? null : lostIn(answer, there, sent))
        if (problem) wrong.add(`${there.action} ${names.join()}: ${label}: ${problem}`)
      }
      if (typed.length > 1)
        for (const [label, value] of Object.entries(hostile)) await tryIt(label, value, typed, false)
      for (const [at, field] of fields.entries()) {
        const values = Object.entries(isTyped(field) ? hostile : hostileChoices)
        for (const [label, value] of values.filter((_, turn) => thorough || (turn + at) % 6 === 0))
          await tryIt(label, value, [field.name], /^(hidden|submit)$/.test(field.kind))
      }
    }
    expect([...wrong]).toEqual([])
  }, 600_000)

  test('takes whatever people may ever type', async () => {
    const typed = forms.flatMap((there) =>
      there.form.fields.filter(isTyped).map(({ name }) => ({ there, name, whole: filled(there.form) })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...typed),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async ({ there, name, whole }, text) => {
          const sent = new URLSearchParams(whole)
          sent.set(name, text.toWellFormed())
          const answer = await post(there, sent)
          expect(wrongWith(answer) ?? lostIn(answer, there, sent), `${there.action} ${name}`).toBeNull()
        },
      ),
      { numRuns: 300 },
    )
  }, 300_000)

  test('takes fields that are missing, doubled, strange or too many', async () => {
    const wrong = new Set<string>()
    for (const there of forms) {
      const whole = filled(there.form)
      const names = [...new Set(whole.keys())]
      const bodies: Record<string, URLSearchParams> = {
        nothing: new URLSearchParams(),
        'unknown fields': new URLSearchParams([...whole, ['extra', 'x'], ['isAdmin', 'true'], ['', 'y']]),
        'everything twice': new URLSearchParams([...whole, ...whole]),
        'lists and objects': new URLSearchParams(
          [...whole].flatMap(([name, value]) => [
            [`${name}[]`, value],
            [`${name}[a]`, value],
          ]),
        ),
        prototypes: new URLSearchParams([
          ...whole,
          ['__proto__', 'x'],
          ['constructor.prototype', 'x'],
          ['__proto__[roles]', 'administrator'],
        ]),
        'a thousand fields': new URLSearchParams([
          ...whole,
          ...Array.from({ length: 1000 }, (_, at) => [`f${at}`, 'x']),
        ]),
      }
      for (const name of names)
        bodies[`without ${name}`] = new URLSearchParams([...whole].filter(([one]) => one !== name))
      for (const [label, body] of Object.entries(bodies)) {
        const problem = wrongWith(await post(there, body))
        if (problem) wrong.add(`${there.action}: ${label}: ${problem}`)
      }
    }
    expect([...wrong]).toEqual([])
  }, 300_000)
})

describe('every address that takes a form', () => {
  const limit = 64 * 1024
  const bodies: Record<string, { type: string | null; body: BodyInit; status: readonly number[] }> = {
    'no type': { type: null, body: new Uint8Array([97, 61, 98]), status: [400] },
    JSON: { type: 'application/json', body: '{"a":1}', status: [400] },
    XML: { type: 'text/xml', body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', status: [400] },
    'plain text': { type: 'text/plain', body: 'a=b', status: [400] },
    'multipart without a boundary': { type: 'multipart/form-data', body: 'a=b', status: [400] },
    'multipart that breaks off': {
      type: 'multipart/form-data; boundary=x',
      body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      status: [400],
    },
    'multipart of nothing': { type: 'multipart/form-data; boundary=x', body: 'geen grens', status: [400] },
  }
  const free: Record<string, { type: string; body: BodyInit }> = {
    'broken percent signs': { type: urlEncoded, body: 'a=%zz&%=1&b=%E0%A4%A&%' },
    'bytes of no encoding': {
      type: urlEncoded,
      body: new Uint8Array([97, 61, 255, 254, 0, 195, 40, 237, 160, 128]),
    },
    'another encoding': {
      type: `${urlEncoded}; charset=utf-16le`,
      body: new Uint8Array([97, 0, 61, 0, 98, 0]),
    },
    'no encoding there is': { type: `${urlEncoded}; charset=klingon`, body: 'a=b' },
    'a file where text is asked': {
      type: 'multipart/form-data; boundary=x',
      body: ['given', 'name', 'text', 'key', 'version', null]
        .map((name) =>
          name === null
            ? '--x--\r\n'
            : `--x\r\nContent-Disposition: form-data; name="${name}"; filename="../../<script>alert(1)</script>.exe"\r\n\r\nMZ\r\n`,
        )
        .join(''),
    },
    'nothing at all': { type: urlEncoded, body: '' },
  }
  const everywhere = () => routes.filter((route) => route.post)
  const to = (route: Route, type: string | null, body: BodyInit) =>
    send(addressIn(here, route.path), roleFor(route), {
      method: 'POST',
      body,
      ...(type ? { headers: { 'content-type': type } } : {}),
    })

  test.each(Object.entries(bodies))('says what it can’t read: %s', async (_, { type, body, status }) => {
    for (const route of everywhere()) {
      const answer = await to(route, type, body)
      expect([...status, 404], `${route.path}: ${answer.status}`).toContain(answer.status)
      expect(wrongWith(answer), route.path).toBeNull()
    }
  })
  test.each(Object.entries(free))('reads what it can: %s', async (_, { type, body }) => {
    for (const route of everywhere()) expect(wrongWith(await to(route, type, body)), route.path).toBeNull()
  })
  test('reads no more than it asked for, however it is sent', async () => {
    for (const route of everywhere()) {
      const tooMuch = `a=${'x'.repeat((route.bodyLimit ?? limit) + 10)}`
      const answer = await to(route, urlEncoded, tooMuch)
      expect(answer.status, route.path).toBe(413)
      expect(wrongWith(answer)).toBeNull()
      const bytes = new TextEncoder().encode(tooMuch)
      const stream = new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += 65_536)
            controller.enqueue(bytes.subarray(at, at + 65_536))
          controller.close()
        },
      })
      const request = {
        method: 'POST',
        body: stream,
        duplex: 'half',
        headers: { 'content-type': urlEncoded },
      }
      expect((await send(addressIn(here, route.path), roleFor(route), request)).status, route.path).toBe(413)
    }
  })
  test('takes anything in the steps of signing in', async () => {
    for (const path of shownElsewhere())
      for (const name of fieldsElsewhere)
        for (const value of Object.values(hostile)) {
          const body = new URLSearchParams({
            code: '123456',
            email: 'a@example.nl',
            [name]: value.toWellFormed(),
          })
          const answer = await send(path, 'coordinator', {
            method: 'POST',
            body: body.toString(),
            headers: { 'content-type': urlEncoded },
          })
          expect(wrongWith(answer), `${path} ${name} ${value.slice(0, 40)}`).toBeNull()
        }
  })
})

describe('every page', () => {
  /** Names of what pages read from their address, found where they read it. */
  const asksFor = [
    ...new Set([
      ...globSync('src/pages/**/*.tsx').flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/query\.(?:get|has|getAll)\('(\w+)'/g)].map(
          ([, name]) => name ?? '',
        ),
      ),
      ...['lang', 'said', 'from', 'until', 'person', 'member', 'before', 'page', 'id'],
    ]),
  ]
  test('takes whatever stands behind the question mark', async () => {
    const wrong = new Set<string>()
    for (const route of routes.filter((one) => one.get)) {
      const role = roleFor(route)
      const address = addressIn(here, route.path)
      // All at once, each value in every place: what one of them breaks is looked for when it does.
      for (const [label, value] of Object.entries(hostile)) {
        if (value.length > 5000) continue
        const query = asksFor.map((name) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')
        const problem = wrongWith(await send(`${address}?${query}`, role))
        if (problem) wrong.add(`${route.path}: ${label}: ${problem}`)
      }
      for (const raw of [
        '%',
        '%zz=%zz',
        'lang=%E0%A4%A',
        'said[]=x&said=y&said=z',
        '&&==&',
        'a'.repeat(7000),
      ]) {
        const problem = wrongWith(await send(`${address}?${raw}`, role))
        if (problem) wrong.add(`${route.path}?${raw}: ${problem}`)
      }
    }
    expect([...wrong]).toEqual([])
  }, 300_000)
  test('takes each value by itself too', async () => {
    const wrong = new Set<string>()
    for (const route of routes.filter(
      (one) => one.get && /access-log|trajectories$|preview|consents|referrals$/.test(one.path),
    ))
      for (const name of asksFor)
        for (const [label, value] of Object.entries(hostileChoices).filter(
          (_, at) => thorough || at % 3 === 1,
        )) {
          const address = `${addressIn(here, route.path)}?${name}=${encodeURIComponent(value)}`
          const problem = wrongWith(await send(address, roleFor(route)))
          if (problem) wrong.add(`${route.path} ${name}: ${label}: ${problem}`)
        }
    expect([...wrong]).toEqual([])
  }, 300_000)
  test('is not found where its id is no id', async () => {
    for (const route of routes.filter(({ path }) => /:(id|moment|programme|org|token)/.test(path)))
      for (const junk of [
        'x',
        '%00',
        '%E0%A4%A',
        '%ED%A0%80',
        '..%2f..%2fetc',
        "'%20or%201=1",
        '<script>alert(1)<%2fscript>',
        '1'.repeat(3000),
        '__proto__',
        'constructor',
        '00000000-0000-0000-0000-000000000000',
        here.personId.toUpperCase(),
      ])
        for (const method of (['get', 'post'] as const).filter((one) => route[one])) {
          const address = route.path.replaceAll(/:\w+/g, junk)
          const answer = await send(
            address,
            roleFor(route),
            method === 'post' ? { method: 'POST', body: 'a=b', headers: { 'content-type': urlEncoded } } : {},
          )
          expect(wrongWith(answer), `${method} ${address}`).toBeNull()
          // The page behind an invitation says that it is no longer good, whatever stands there.
          // Whoever tries often to come in at a municipality is asked to wait; to go out, is told where to.
          const tooOften =
            route.path === paths.provider.signIn(':orgId', ':id')
              ? [429]
              : route.path === paths.provider.signOut(':orgId', ':id')
                ? [200]
                : []
          if (!route.path.startsWith('/invitation'))
            expect([404, 303, ...tooOften], `${method} ${address}: ${answer.status}`).toContain(answer.status)
        }
  }, 300_000)
})

describe('every cookie', () => {
  test('may be junk', async () => {
    const session = await whole.signIn(here.members.coordinator)
    const [name = 'naast'] = session.split('=')
    const value = session.slice(name.length + 1)
    const junk = [
      `${name}=`,
      `${name}=${'x'.repeat(8000)}`,
      `${name}=${value.slice(0, -14)}${value.slice(-11)}`,
      `${name}=x${value}`,
      `${name}=${value.toUpperCase()}`,
      `${name}=%00%ff; ${name}=x${value}`,
      `${name}=%E0%A4%A`,
      `${name}-step=${value}; ${name}-trust=${value}; ${name}-remember=${value}`,
      `${name}="${'"; '.repeat(50)}`,
      `lang=${'x'.repeat(3000)}; ${name}=__proto__`,
      'lang=__proto__; lang=%',
      '=; ;;=;,',
      `${Array.from({ length: 300 }, (_, at) => `c${at}=v`).join('; ')}`,
    ]
    for (const cookie of junk)
      for (const path of [
        paths.today(),
        paths.signIn(),
        paths.signInCode(),
        paths.signInPhone(),
        paths.referOwn('waterrijk'),
      ]) {
        const answer = await whole.ask(path, { cookie })
        expect(wrongWith(answer), `${path} ${cookie.slice(0, 60)}`).toBeNull()
        if (path === paths.today()) expect(answer.status, cookie.slice(0, 60)).toBe(303)
      }
    expect((await whole.ask(paths.today(), { cookie: session })).status).toBe(200)
  })
})

test('no trouble was reported, in any of these', () => {
  expect([...troubles, ...whole.troubles]).toEqual([])
  expect(asked).toBeGreaterThan(5_000)
})
