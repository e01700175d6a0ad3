import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { closeServer, listen } from '#server/http/listen.ts'
import { openNaast } from '#server/naast.ts'
import { passwords } from '#testing/cluster.ts'
import { noAssets } from '#testing/public-site.ts'
import { Browser, type SignInWorld } from '#testing/sign-in-world-on.ts'

export interface Answered {
  readonly status: number
  readonly to: string | null
  readonly html: string
  /** From the first byte sent to the last one read. */
  readonly ms: number
}

/** Real servers over one database, each behind a proxy that says from where somebody asks. */
export interface Doors {
  readonly world: SignInWorld
  readonly signIn: ReturnType<typeof openNaast>['signIn']
  readonly secret: string
  readonly troubles: readonly unknown[]
  /** Asks one of them, each in its turn; keeps cookies as a browser does. */
  ask(
    browser: Browser,
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>
  /** A browser on a network that nobody came from before. */
  stranger(): Browser
  close(): Promise<void>
}

const url = 'http://localhost:3000'

export async function openDoors(world: SignInWorld, many = 2): Promise<Doors> {
  const secret = randomBytes(32).toString('base64url')
  const troubles: unknown[] = []
  const opened = Array.from({ length: many }, () =>
    openNaast({
      login: { ...world.loginConfig, max: 8 },
      auth: { ...world.loginConfig, user: 'naast_auth', password: passwords.auth, max: 8 },
      rootKey: world.rootKey,
      authSecret: secret,
      firstRunCode: null,
      url,
      demo: null,
      assets: { ...noAssets, folder: tmpdir() },
      mailer: null,
      trustedProxies: 1,
      now: world.context.now,
      trouble: (_, error) => troubles.push(error),
    }),
  )
  const servers: Server[] = []
  for (const { app } of opened) servers.push(await listen(app.fetch, { host: '127.0.0.1', port: 0 }))
  // Closed by who asks and not by a server that is late: a form on a line that closes meanwhile gets no answer.
  for (const server of servers) server.keepAliveTimeout = 0
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  const [first] = opened
  if (!first) throw new Error('no door')
  let [asked, met] = [0, 0]
  return {
    world,
    signIn: first.signIn,
    secret,
    troubles,
    async ask(browser, path, form, headers = {}) {
      asked += 1
      const port = ports[asked % ports.length]
      const began = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: {
          'accept-language': 'nl',
          origin: url,
          'x-forwarded-for': browser.network,
          ...(browser.header ? { cookie: browser.header } : {}),
          ...headers,
        },
        ...(form ? { body: new URLSearchParams(form) } : {}),
      })
      const html = await answer.text()
      const ms = performance.now() - began
      browser.take(answer.headers.getSetCookie())
      return { status: answer.status, to: answer.headers.get('location'), html, ms }
    },
    stranger() {
      met += 1
      return new Browser(`10.${(met >> 16) & 255}.${(met >> 8) & 255}.${met & 255}`)
    },
    async close() {
      for (const server of servers) await closeServer(server)
      for (const one of opened) await one.close()
    },
  }
}
