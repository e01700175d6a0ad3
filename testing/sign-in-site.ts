import { Hono } from 'hono'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import { guarded } from '#server/http/guarded.ts'
import type { SignInServer } from '#server/sign-in/sign-in.ts'
import type { SignInWorld } from './sign-in-world.ts'
import type { Browser } from './sign-in-world-on.ts'

/** Every page over a test's own sign-in server, visited as a browser does. For tests. */
export function signInSite(
  world: SignInWorld,
  signIn: SignInServer,
  { demo = false, troubles }: { demo?: boolean; troubles: unknown[] },
) {
  const app = new Hono()
  app.use(guarded({ url: 'http://localhost:3000' }))
  const assets = { stylesheet: '/s.css', publicStylesheet: '/p.css', theme: () => null, island: () => null }
  const site = siteOf(
    {
      demo,
      assets,
      context: (requestId) => ({ ...world.context, requestId }),
      newRequestId: () => 'test',
      signedIn: (request) => signIn.signedIn(request),
      signIn,
      network: () => '203.0.113.7',
      hostBySlug: async () => null,
      trouble: (_, error) => troubles.push(error),
    },
    routes,
  )
  app.route('/', site)
  return async (browser: Browser, path: string, fields?: Record<string, string | string[]>) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields ?? {}))
      for (const one of [value].flat()) body.append(name, one)
    const answer = await app.request(`http://localhost:3000${path}`, {
      method: fields ? 'POST' : 'GET',
      headers: { cookie: browser.header, ...(fields ? { 'sec-fetch-site': 'same-origin' } : {}) },
      ...(fields ? { body } : {}),
    })
    browser.take(answer.headers.getSetCookie())
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      headers: answer.headers,
      html: await answer.text(),
    }
  }
}
export type Visit = ReturnType<typeof signInSite>
