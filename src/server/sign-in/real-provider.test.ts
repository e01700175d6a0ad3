import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#pages/paths.ts'
import { guardedFetch } from '#server/http/guarded-fetch.ts'
import { reachableFrom } from '#server/webhook/reachable.ts'
import { signInSite } from '#testing/sign-in-site.ts'
import { openSignInWorld, type SignInWorld } from '#testing/sign-in-world.ts'
import { Browser } from '#testing/sign-in-world-on.ts'
import { addIdentityProvider } from '#usecases/identity-provider/add-identity-provider.ts'
import type { SignInServer } from './sign-in.ts'

/** Against a real, certified identity provider, in the way that a browser goes: there, a page of theirs, and back. */
let world: SignInWorld
let signIn: SignInServer
let server: Server
let issuer: string
let providerId: string
const high = 'http://eidas.europa.eu/LoA/high'
/** Who is at the browser, and how she shows it there. */
let there = { accountId: 'a1b2', acr: high, amr: ['pwd', 'otp'] }

beforeAll(async () => {
  world = await openSignInWorld()
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'naast',
        client_secret: 'een geheim van de gemeente',
        redirect_uris: ['http://localhost:3000/sign-in/back'],
        post_logout_redirect_uris: ['http://localhost:3000/signed-out'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    acrValues: [high, 'urn:low'],
    claims: { acr: null, amr: null, auth_time: null, iss: null, openid: ['sub'], sid: null },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    // What a municipality agreed to once for its own people, it doesn't ask each of them.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: 'naast',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, { login: { ...there } })
    else provider.callback()(request, response)
  })
  signIn = world.server({
    fetch: guardedFetch(reachableFrom({ outside: false, networks: ['127.0.0.0/8'] })),
  })
  ;({ providerId } = await addIdentityProvider(
    { ...world.context, addresses: { plain: true, near: true } },
    { ...world.administrator, provedAt: world.context.now() },
    {
      label: 'Gemeente Waterrijk',
      issuer,
      clientId: 'naast',
      secret: 'een geheim van de gemeente',
      acr: [high],
      amr: [],
    },
  ))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await world.close()
})

/** Follows their redirects with their cookies until they send us back; gives what stands behind the question mark. */
async function visitThere(to: string, cookies = new Map<string, string>()): Promise<string> {
  let at = new URL(to)
  for (let hop = 0; hop < 10; hop += 1) {
    const answer = await askThere(at, cookies)
    const next = answer.headers.get('location')
    if (!next) throw new Error(`no way on from ${at.pathname}: ${answer.status} ${await answer.text()}`)
    at = new URL(next, at)
    if (at.origin === 'http://localhost:3000') return at.searchParams.toString()
  }
  throw new Error('they never sent her back')
}
/** One page of theirs, with the cookies that this browser keeps of them. */
async function askThere(at: URL, cookies: Map<string, string>, form?: URLSearchParams): Promise<Response> {
  const answer = await fetch(at, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form ? { method: 'POST', body: form } : {}),
  })
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(name)
    else cookies.set(name, value)
  }
  return answer
}
async function comeIn(cookies?: Map<string, string>) {
  const browser = new Browser()
  const left = browser.keep(await signIn.leaveToSignIn(browser.caller, world.orgId, providerId))
  const step = browser.keep(await signIn.arrive(browser.caller, await visitThere(left.to, cookies)))
  return { step: step.step, browser }
}

test('she ties her account there to the one here, and comes in with it from then on', async () => {
  const { browser, actor } = await world.person('noor@example.nl', ['coordinator'])
  expect((await comeIn()).step).toBe('refused')
  const left = browser.keep(await signIn.leaveToLink(browser.caller, providerId))
  expect((await signIn.arrive(browser.caller, await visitThere(left.to))).step).toBe('linked')
  const { step, browser: other } = await comeIn()
  expect(step).toBe('signed-in')
  expect((await signIn.signedIn(other.request))?.actor.memberId).toBe(actor.memberId)
})
test('she signs out here, and there too if she wants: nothing that tells who she is stands in the address', async () => {
  const cookies = new Map<string, string>()
  const { browser } = await comeIn(cookies)
  const visit = signInSite(world, signIn, { troubles: [] })
  const out = await visit(browser, paths.signOut(), {})
  expect(out.to).toBe(`/signed-out?org=${world.orgId}&at=${providerId}`)
  expect(out.headers.get('clear-site-data')).toContain('cookies')
  expect(await signIn.signedIn(browser.request)).toBeNull()
  const said = await visit(browser, out.to ?? '')
  expect(said.html).toContain('Log ook uit bij Gemeente Waterrijk')
  const way = paths.provider.signOut(world.orgId, providerId)
  expect(said.html).toContain(way)
  const { to } = await visit(browser, way)
  const address = new URL(to ?? '')
  expect(address.origin).toBe(issuer)
  expect([...address.searchParams.keys()].toSorted()).toEqual(['client_id', 'post_logout_redirect_uri'])
  // Theirs asks her, and then there is nothing left of her session there.
  const asked = await askThere(address, cookies)
  const html = await asked.text()
  const form = new URLSearchParams({
    logout: 'yes',
    xsrf: /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '',
  })
  const left = await askThere(new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', address), cookies, form)
  expect(left.headers.get('location')).toBe('http://localhost:3000/signed-out')
  expect([...cookies.keys()].filter((name) => name === '_session')).toEqual([])
})
test('who came in with her password is led nowhere else, and nobody by an address that was made up', async () => {
  const visit = signInSite(world, signIn, { troubles: [] })
  const { browser } = await world.personOn(signIn, 'sanne@example.nl')
  expect((await visit(browser, paths.signOut(), {})).to).toBe('/signed-out')
  const nobody = '00000000-0000-7000-8000-000000000000'
  for (const query of [
    '?org=x&at=y',
    `?org=${nobody}&at=${providerId}`,
    `?org=${world.orgId}&at=${nobody}`,
  ]) {
    const { status, html } = await visit(new Browser(), `/signed-out${query}`)
    expect([status, html.includes('Log ook uit')], query).toEqual([200, false])
  }
  expect((await visit(new Browser(), paths.provider.signOut(world.orgId, nobody))).status).toBe(404)
  expect((await visit(new Browser(), paths.provider.signOut(nobody, providerId))).status).toBe(404)
})
test('a colleague of hers there is nobody here, and a password alone is too little', async () => {
  there = { ...there, accountId: 'c3d4' }
  expect((await comeIn()).step).toBe('refused')
  there = { accountId: 'a1b2', acr: 'urn:low', amr: ['pwd'] }
  expect((await comeIn()).step).toBe('refused')
})
