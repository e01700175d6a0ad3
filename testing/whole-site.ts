import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { openNaast } from '#server/naast.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import type { SignIn } from '#usecases/sign-in/sign-in-port.ts'
import { passwords } from './cluster.ts'
import { noAssets } from './public-site.ts'
import type { World } from './world-on.ts'

/** All of Naast over a test's own world, in demo mode, asked without a network in between. */
export interface WholeSite {
  readonly origin: string
  /** Signing in, for pages over another site. */
  readonly signInPort: SignIn
  /** What went wrong that nobody expected. */
  readonly troubles: readonly unknown[]
  /** The cookie of this member, signed in with a click. */
  signIn(member: Pick<MemberActor, 'orgId' | 'memberId'>): Promise<string>
  ask(path: string, asked?: Asked): Promise<Answered>
  /** For a server of one's own around it. */
  fetch(request: Request, env: unknown): Response | Promise<Response>
  close(): Promise<void>
}
export interface Asked {
  readonly method?: string
  readonly cookie?: string | null
  readonly form?: URLSearchParams | null
  /** Instead of a form. */
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  /** As a browser says it came from our own page; `false` leaves that to `headers`. */
  readonly own?: boolean
}
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly html: string
}

export async function openWholeSite(
  world: World,
  { trouble = () => undefined }: { trouble?: (requestId: string, error: unknown) => void } = {},
): Promise<WholeSite> {
  const origin = 'http://localhost:3000'
  const troubles: unknown[] = []
  const { context } = world
  const naast = openNaast({
    login: { ...world.loginConfig, max: 8 },
    auth: { ...world.loginConfig, user: 'naast_auth', password: passwords.auth, max: 4 },
    rootKey: world.rootKey,
    authSecret: randomBytes(32).toString('base64url'),
    firstRunCode: null,
    url: origin,
    demo: {
      cast: async () =>
        (
          await Promise.all(
            [world.orgId, world.otherOrgId].map((orgId) =>
              listCast(context, { kind: 'system', orgId, job: 'demo' }, {}),
            ),
          )
        ).flat(),
    },
    assets: { ...noAssets, folder: tmpdir() },
    mailer: null,
    trustedProxies: 0,
    now: context.now,
    trouble: (requestId, error) => {
      troubles.push(error)
      trouble(requestId, error)
    },
  })
  const ask: WholeSite['ask'] = async (
    path,
    { method, cookie, form, body, headers = {}, own = true } = {},
  ) => {
    const sent = form ? form.toString() : body
    const response = await naast.app.request(`${origin}${path}`, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      body: sent,
      headers: {
        'accept-language': 'nl',
        ...(own ? { 'sec-fetch-site': 'same-origin' } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
    })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }
  return {
    origin,
    signInPort: naast.signIn,
    troubles,
    ask,
    fetch: (request, env) => naast.app.fetch(request, env as object),
    async signIn({ memberId }) {
      const { status, headers, html } = await ask(paths.signInDemo(), {
        form: new URLSearchParams({ member: memberId }),
      })
      if (status !== 303) throw new Error(`signing in gave ${status}: ${html.slice(0, 500)}`)
      return headers
        .getSetCookie()
        .filter((cookie) => !/; Max-Age=0/i.test(cookie))
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    },
    close: () => naast.close(),
  }
}
