import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { findHost } from '#db/organisation.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import { guarded } from '#server/http/guarded.ts'
import { closeServer, listen } from '#server/http/listen.ts'
import { type Chance, chanceOf } from '#simulation/chance.ts'
import { filled } from '#testing/filled-form.ts'
import { hostile, mishandledIn } from '#testing/hostile.ts'
import { type FormOnPage, formsOn } from '#testing/html.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { noAssets } from '#testing/public-site.ts'
import { undone } from '#testing/undone.ts'
import { openWholeSite } from '#testing/whole-site.ts'
import type { World } from '#testing/world-on.ts'
import type { Context } from '#usecases/context.ts'
import { addressIn } from '../../house/addresses.ts'
import { smuggled } from './shapes.ts'

export interface Sent {
  readonly forms: number
  readonly requests: number
  /** Answered as done: of forms that take nothing this proves little. */
  readonly taken: number
  readonly wrong: readonly string[]
}

const url = 'http://localhost:3000'
const clean = Object.getOwnPropertyNames(Object.prototype).length
const strangers = [
  '__proto__',
  'constructor',
  '__proto__[polluted]',
  'org_id',
  'orgId',
  'roles',
  'isAdmin',
  'actor',
  'id',
  '',
]
// What is smuggled is none of these: under a name that is asked for it may well be kept.
const oddities = [...Object.values(hostile), 'x'.repeat(120_000), '']

/** The same context, telling of whatever is sealed that stood under a name nobody asked for. */
const watching = (context: Context, tell: (place: string) => void): Context => ({
  ...context,
  vault: (tx, orgId) => {
    const vault = context.vault(tx, orgId)
    return {
      ...vault,
      seal: (owner, place, text) => {
        if (text.includes(smuggled)) tell(`${place.table}.${place.column}`)
        return vault.seal(owner, place, text)
      },
    }
  },
})

/** A browser’s request with a form in it, mostly good, with something odd in it; never under a name that is asked for. */
function draw({ fields, ...form }: FormOnPage, chance: Chance): URLSearchParams {
  const body = filled({ fields, ...form })
  const odd = chance.pick([0, 0.05, 0.2, 0.6])
  for (const { name } of fields) {
    if (!chance.chance(odd)) continue
    const how = chance.pick(['other', 'other', 'other', 'gone', 'twice'] as const)
    if (how === 'gone') body.delete(name)
    else if (how === 'other') body.set(name, chance.pick(oddities))
    else body.append(name, chance.pick(oddities))
  }
  const name = chance.pick(strangers)
  if (chance.chance(0.4) && !fields.some((field) => field.name === name)) body.append(name, smuggled)
  return body
}

/** Sends forms of every page over HTTP, whatever is in them; nothing that is sent stays, so that the next finds all as it was. */
export async function provePages(
  world: World,
  count: number,
  seed: number,
  { spoil = (html: string) => html } = {},
): Promise<Sent> {
  const chance = chanceOf(seed)
  const here = await oneOfEach(world)
  const whole = await openWholeSite(world)
  const wrong: string[] = []
  let asking = ''
  const context = watching(undone(world.context), (place) => wrong.push(`${asking}: smuggled into ${place}`))
  const server = await listen(
    appOf(
      here,
      whole.signInPort,
      context,
      (error) => wrong.push(`${asking}: ${error}`),
      await findHost(world.context.db, 'waterrijk'),
    ).fetch,
    { host: '127.0.0.1', port: 0 },
  )
  const { port } = server.address() as AddressInfo
  const ask = async (path: string, role: Role | null, body?: URLSearchParams) => {
    asking = `${body ? 'POST' : 'GET'} ${path}`
    const { status, html } = await send(port, path, role, body)
    return { status, html: spoil(html) }
  }
  try {
    const forms = await everyForm(here, ask)
    let taken = 0
    for (let at = 0; at < count; at += 1) {
      const there = forms[at % forms.length]
      if (!there) throw new Error('no form')
      const { status, html } = await ask(there.action, there.role, draw(there.form, chance))
      if (status === 303) taken += 1
      const found = mishandledIn(html)
      if (status >= 500) wrong.push(`${asking}: ${status}`)
      if (found) wrong.push(`${asking}: says ${found}`)
      if (html.includes(smuggled)) wrong.push(`${asking}: says what nobody asked for`)
      if (Object.getOwnPropertyNames(Object.prototype).length !== clean) {
        wrong.push(`${asking}: changed what every object has`)
        break
      }
    }
    return { forms: forms.length, requests: count, taken, wrong }
  } finally {
    await closeServer(server)
    await whole.close()
  }
}

type Host = NonNullable<Awaited<ReturnType<typeof findHost>>>
function appOf(
  here: OneOfEach,
  signIn: Awaited<ReturnType<typeof openWholeSite>>['signInPort'],
  context: Context,
  trouble: (error: unknown) => void,
  host: Host | null,
): Hono {
  if (!host) throw new Error('no organisation')
  const app = new Hono()
  app.use(guarded({ url }))
  app.route(
    '/',
    siteOf(
      {
        demo: false,
        assets: noAssets,
        context: () => context,
        newRequestId: () => 'proof',
        signedIn: async (request) => {
          const role = roles.find((one) => one === request.headers.get('x-role'))
          return role ? { actor: here.members[role], name: 'Iemand', language: 'nl', host } : null
        },
        signIn,
        network: () => '203.0.113.7',
        hostBySlug: async (slug) => (slug === host.slug ? host : null),
        trouble: (_, error) => trouble(error),
      },
      routes,
    ),
  )
  return app
}

/** On a line of its own: a form that is too large is answered before it was read, and the line closed. */
const send = (
  port: number,
  path: string,
  role: Role | null,
  body?: URLSearchParams,
): Promise<{ status: number; html: string }> =>
  new Promise((resolve, reject) => {
    const text = body?.toString()
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      agent: false,
      method: text === undefined ? 'GET' : 'POST',
      headers: {
        'accept-language': 'nl',
        origin: url,
        ...(role ? { 'x-role': role } : {}),
        ...(text === undefined
          ? {}
          : {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(text),
            }),
      },
    })
    asked.on('response', async (answer) => {
      const pieces: Buffer[] = []
      try {
        for await (const piece of answer) pieces.push(piece)
      } catch {
        // Closed behind the answer, as what was sent was not read to its end.
      }
      resolve({ status: answer.statusCode ?? 0, html: Buffer.concat(pieces).toString() })
    })
    // Of what is too large the line may be closed before its answer is read; anything else is an error.
    asked.on('error', (error) =>
      (text?.length ?? 0) > largeForm ? resolve({ status: 413, html: '' }) : reject(error),
    )
    asked.end(text)
  })
const largeForm = 64 * 1024

interface FormThere {
  readonly action: string
  readonly role: Role | null
  readonly form: FormOnPage
}
/** Every form that posts, on every page that can be opened; the same form on two pages is one. */
async function everyForm(
  here: OneOfEach,
  ask: (path: string, role: Role | null) => Promise<{ html: string }>,
): Promise<FormThere[]> {
  const found = new Map<string, FormThere>()
  for (const { path, who, get } of routes) {
    if (!get) continue
    const page = addressIn(here, path)
    const role =
      who === 'public' || who === 'anyone' ? null : (who.find((one) => one !== 'worker') ?? who[0] ?? null)
    for (const form of formsOn((await ask(page, role)).html)) {
      if (form.method !== 'post' || form.multipart) continue
      const action = new URL(form.action ?? page, `${url}${page}`)
      const names = [...new Set(form.fields.map(({ name }) => name))].sort().join()
      found.set(`${action.pathname} ${names}`, { action: `${action.pathname}${action.search}`, role, form })
    }
  }
  return [...found.values()]
}
