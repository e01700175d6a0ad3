import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guardedFetch } from '#server/http/guarded-fetch.ts'
import { reachableFrom } from '#server/webhook/reachable.ts'
import { type Falsehood, openFalseProvider } from '#testing/false-provider.ts'
import { openSignInWorld, type SignInWorld } from '#testing/sign-in-world.ts'
import { Browser, type Person } from '#testing/sign-in-world-on.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded } from '#usecases/failure.ts'
import { addIdentityProvider } from '#usecases/identity-provider/add-identity-provider.ts'
import { endIdentityProvider } from '#usecases/identity-provider/end-identity-provider.ts'
import { findIdentity } from '#usecases/identity-provider/find-identity.ts'
import { linkIdentity } from '#usecases/identity-provider/link-identity.ts'
import { listIdentityProviders } from '#usecases/identity-provider/list-identity-providers.ts'
import { readSignInProviders } from '#usecases/identity-provider/read-sign-in-providers.ts'
import { unlinkIdentity } from '#usecases/identity-provider/unlink-identity.ts'
import type { SignInServer } from './sign-in.ts'

let world: SignInWorld
let signIn: SignInServer
let municipality: Awaited<ReturnType<typeof openFalseProvider>>
let providerId: string
let noor: Person
const client = { id: 'naast', secret: 'een geheim van de gemeente' }
const near = { plain: true, near: true }
const reachable = reachableFrom({ outside: false, networks: ['127.0.0.0/8'] })

const context = () => ({ ...world.context, addresses: near })
const fresh = () => ({ ...world.administrator, provedAt: world.context.now() })
const settings = () => ({
  label: 'Gemeente Waterrijk',
  issuer: municipality.issuer,
  clientId: client.id,
  secret: client.secret,
  acr: [],
  amr: ['mfa'],
})
beforeAll(async () => {
  world = await openSignInWorld()
  municipality = await openFalseProvider(client)
  signIn = world.server({ fetch: guardedFetch(reachable) })
  ;({ providerId } = await addIdentityProvider(context(), fresh(), settings()))
  noor = await world.person('noor@gemeente.example.nl', ['coordinator'])
  await linked(noor, 'medewerker-1')
})
beforeEach(() => world.turnTo('2026-11-03'))
afterAll(async () => {
  await municipality.close()
  await world.close()
})

/** Each from a network of its own, so that what is refused on purpose here doesn't slow down the next. */
let networks = 0
const newNetwork = (): string => {
  networks += 1
  return `2001:db8:${networks.toString(16)}::1`
}

async function linked({ browser }: Person, sub: string) {
  const left = browser.keep(await signIn.leaveToLink(browser.caller, providerId))
  return signIn.arrive(
    { ...browser.caller, network: newNetwork() },
    municipality.signIn(left.to, { claims: { sub } }),
  )
}
async function comeIn(falsehood: Falsehood = {}, browser = new Browser(newNetwork())) {
  const left = browser.keep(await signIn.leaveToSignIn(browser.caller, world.orgId, providerId))
  const query = municipality.signIn(left.to, falsehood)
  const step = browser.keep(await signIn.arrive(browser.caller, query))
  return { step: step.step, browser, query, to: new URL(left.to) }
}
const isIn = async (browser: Browser) => (await signIn.signedIn(browser.request)) !== null

describe('an account at a municipality', () => {
  test('lets in whoever tied it to herself', async () => {
    const { step, browser, to } = await comeIn()
    expect(step).toBe('signed-in')
    expect((await signIn.signedIn(browser.request))?.actor.memberId).toBe(noor.actor.memberId)
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      max_age: '28800',
      redirect_uri: 'http://localhost:3000/sign-in/back',
    })
  })
  test('is no fresh proof: she may have shown it there hours ago', async () => {
    const { browser } = await comeIn()
    expect((await signIn.signedIn(browser.request))?.actor.provedAt).toBeNull()
  })
  test('nobody tied to herself lets nobody in and makes nobody, whatever address it names', async () => {
    const before = await world.owner.query('select count(*)::int as n from member')
    const claims = { sub: 'onbekend', email: 'noor@gemeente.example.nl', email_verified: true }
    expect((await comeIn({ claims })).step).toBe('refused')
    expect((await world.owner.query('select count(*)::int as n from member')).rows).toEqual(before.rows)
  })
  test('is offered where the organisation is named, without a word of its secret', async () => {
    const [offered] = await signIn.providers('waterrijk')
    expect(offered).toEqual({ id: providerId, orgId: world.orgId, label: 'Gemeente Waterrijk' })
    expect(await signIn.providers('elders')).toEqual([])
    expect(await signIn.providers('nergens')).toEqual([])
    // Two organisations on this server: without a name none is offered.
    expect(await signIn.providers(null)).toEqual([])
    expect(await world.signIn.providers('waterrijk')).toEqual([])
    const { rows } = await world.owner.query('select * from identity_provider, member_identity')
    expect(JSON.stringify(rows)).not.toMatch(/geheim|medewerker/)
  })
  test('of somebody who left opens nothing', async () => {
    const gone = await world.person('weg@example.nl', ['worker'])
    await linked(gone, 'medewerker-weg')
    expect((await comeIn({ claims: { sub: 'medewerker-weg' } })).step).toBe('signed-in')
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [
      gone.actor.memberId,
    ])
    signIn.memberChanged(world.orgId, gone.actor.memberId)
    expect((await comeIn({ claims: { sub: 'medewerker-weg' } })).step).toBe('refused')
  })
})

describe('an answer that is wrong lets nobody in', () => {
  const hour = 3600
  const seconds = () => Math.floor(Date.now() / 1000)
  const wrongs: Record<string, () => Falsehood> = {
    'another issuer': () => ({ claims: { iss: 'http://127.0.0.1:1' } }),
    'an issuer with a sign more': () => ({ claims: { iss: `${municipality.issuer}/` } }),
    'no issuer': () => ({ claims: { iss: undefined } }),
    'for another client': () => ({ claims: { aud: 'iemand-anders' } }),
    'for no client': () => ({ claims: { aud: undefined } }),
    'for several, without saying for whom': () => ({ claims: { aud: [client.id, 'iemand-anders'] } }),
    'for several, and meant for another': () => ({
      claims: { aud: [client.id, 'iemand-anders'], azp: 'iemand-anders' },
    }),
    'another nonce': () => ({ claims: { nonce: 'x'.repeat(43) } }),
    'no nonce': () => ({ claims: { nonce: undefined } }),
    'signed by another key': () => ({ signature: 'other-key' }),
    'signed by the secret that we share': () => ({ signature: 'by-secret' }),
    'not signed at all': () => ({ signature: 'none' }),
    'changed after it was signed': () => ({ signature: 'changed' }),
    'signed by a key with another name': () => ({ header: { kid: 'two' } }),
    'saying that it is signed otherwise': () => ({ header: { alg: 'PS256' } }),
    'with a header that must be understood': () => ({ header: { crit: ['b64'], b64: false } }),
    'over already': () => ({ claims: { exp: seconds() - hour, iat: seconds() - 2 * hour } }),
    'without an end': () => ({ claims: { exp: undefined } }),
    'not begun yet': () => ({ claims: { nbf: seconds() + hour } }),
    'without a beginning': () => ({ claims: { iat: undefined } }),
    'about nobody': () => ({ claims: { sub: undefined } }),
    'about nobody, said with an empty text': () => ({ claims: { sub: '' } }),
    'about a number': () => ({ claims: { sub: 1 } }),
    'about a name that is too long': () => ({ claims: { sub: 'x'.repeat(300) } }),
    'shown too long ago': () => ({ claims: { auth_time: seconds() - 9 * hour } }),
    'without saying when she showed it': () => ({ claims: { auth_time: undefined } }),
    'with a password only': () => ({ claims: { amr: ['pwd'] } }),
    'without saying how she showed it': () => ({ claims: { amr: undefined } }),
    'how she showed it in another shape': () => ({ claims: { amr: 'mfa' } }),
    'another state': () => ({ back: { state: 'x'.repeat(43) } }),
    'no state': () => ({ back: { state: null } }),
    'no code': () => ({ back: { code: null } }),
    'a code that it never gave': () => ({ back: { code: 'verzonnen' } }),
    'an error from there': () => ({ back: { error: 'access_denied', code: null } }),
    'a token in the address itself': () => ({ back: { id_token: 'x.y.z', response: 'x' } }),
    'the name of another issuer on the way back': () => ({ back: { iss: 'http://127.0.0.1:1' } }),
    'no token': () => ({ noIdToken: true }),
    'a refusal': () => ({ answer: { status: 400, body: '{"error":"invalid_grant"}' } }),
    'an error of theirs': () => ({ answer: { status: 500, body: 'stuk' } }),
    'another kind of file': () => ({ answer: { status: 200, body: '<html></html>', type: 'text/html' } }),
    'broken JSON': () => ({ answer: { status: 200, body: '{"id_token":' } }),
    'a token that is none': () => ({
      answer: { status: 200, body: '{"access_token":"x","token_type":"Bearer","id_token":"geen.token"}' },
    }),
    'far too much': () => ({ answer: { status: 200, body: `{"x":"${'x'.repeat(400_000)}"}` } }),
    'somewhere else to go': () => ({ answer: { status: 302, body: '' } }),
  }
  test('and there are at least twenty-five ways', () => {
    expect(Object.keys(wrongs).length).toBeGreaterThanOrEqual(25)
  })
  test.each(Object.entries(wrongs))('%s', async (_, wrong) => {
    const { step, browser } = await comeIn(wrong())
    expect(step).toBe('refused')
    expect(await isIn(browser)).toBe(false)
  })
  test('and after all of it the right one still opens', async () => {
    expect((await comeIn()).step).toBe('signed-in')
  })
})

describe('the way back', () => {
  test('is good once', async () => {
    const { browser, query, step } = await comeIn()
    expect(step).toBe('signed-in')
    expect((await signIn.arrive(browser.caller, query)).step).toBe('refused')
  })
  test('is good once, also for two at one moment', async () => {
    const browser = new Browser(newNetwork())
    const left = browser.keep(await signIn.leaveToSignIn(browser.caller, world.orgId, providerId))
    const query = municipality.signIn(left.to)
    const steps = await Promise.all([1, 2, 3].map(() => signIn.arrive(browser.caller, query)))
    expect(steps.map(({ step }) => step).sort()).toEqual(['refused', 'refused', 'signed-in'])
  })
  test('is for the browser that left, and for no other', async () => {
    const browser = new Browser(newNetwork())
    const left = browser.keep(await signIn.leaveToSignIn(browser.caller, world.orgId, providerId))
    const query = municipality.signIn(left.to)
    expect((await signIn.arrive(new Browser(newNetwork()).caller, query)).step).toBe('refused')
    const victim = new Browser(newNetwork())
    victim.keep(await signIn.leaveToSignIn(victim.caller, world.orgId, providerId))
    expect((await signIn.arrive(victim.caller, query)).step).toBe('refused')
  })
  test('closes after ten minutes', async () => {
    const browser = new Browser(newNetwork())
    const left = browser.keep(await signIn.leaveToSignIn(browser.caller, world.orgId, providerId))
    world.turnTo('2026-11-03T09:10')
    expect((await signIn.arrive(browser.caller, municipality.signIn(left.to))).step).toBe('refused')
  })
  test('takes any cookie and any words', async () => {
    for (const value of ['', 'x', 'AAAA', '%00', 'x'.repeat(5000)]) {
      const browser = new Browser(newNetwork())
      browser.cookies.set('naast-provider', value)
      expect((await signIn.arrive(browser.caller, `code=${value}&state=${value}`)).step).toBe('refused')
    }
  })
})

describe('tying an account', () => {
  test('is done by herself only, who showed just now that it is she', async () => {
    const person = await world.person('bindt@example.nl', ['worker'])
    world.turnTo('2026-11-03T09:06')
    await expect(signIn.leaveToLink(person.browser.caller, providerId)).rejects.toThrow(ProofNeeded)
    await expect(signIn.leaveToLink(new Browser(newNetwork()).caller, providerId)).rejects.toThrow(NotFound)
    await expect(
      linkIdentity(world.context, fresh(), { memberId: noor.actor.memberId, providerId, subject: 'ik' }),
    ).rejects.toThrow(Forbidden)
    await expect(
      findIdentity(world.context, fresh(), { providerId, subject: 'medewerker-1' }),
    ).rejects.toThrow(Forbidden)
    await expect(readSignInProviders(world.context, fresh(), {})).rejects.toThrow(Forbidden)
  })
  test('asks her there anew, whoever’s browser it is', async () => {
    const person = await world.person('anew@example.nl', ['worker'])
    const { to } = await signIn.leaveToLink(person.browser.caller, providerId)
    expect(new URL(to).searchParams.get('prompt')).toBe('login')
  })
  test('that somebody else has is refused, and so is a second one', async () => {
    const person = await world.person('tweede@example.nl', ['worker'])
    await expect(linked(person, 'medewerker-1')).rejects.toMatchObject({ code: 'identity-of-somebody-else' })
    expect((await linked(person, 'medewerker-3')).step).toBe('linked')
    await expect(linked(person, 'medewerker-4')).rejects.toMatchObject({ code: 'identity-linked-already' })
  })
  test('does not go on in another session than it began in', async () => {
    const [one, two] = [
      await world.person('een@example.nl', ['worker']),
      await world.person('twee@example.nl', ['worker']),
    ]
    const left = one.browser.keep(await signIn.leaveToLink(one.browser.caller, providerId))
    two.browser.take(left.cookies)
    const query = municipality.signIn(left.to, { claims: { sub: 'medewerker-5' } })
    expect((await signIn.arrive(two.browser.caller, query)).step).toBe('refused')
  })
  test('can be undone by herself, and opens nothing after', async () => {
    const person = await world.person('los@example.nl', ['worker'])
    await linked(person, 'medewerker-6')
    expect((await comeIn({ claims: { sub: 'medewerker-6' } })).step).toBe('signed-in')
    await unlinkIdentity(world.context, person.actor, { providerId })
    expect((await comeIn({ claims: { sub: 'medewerker-6' } })).step).toBe('refused')
    await expect(unlinkIdentity(world.context, person.actor, { providerId })).rejects.toThrow(NotFound)
  })
})

describe('a provider', () => {
  test('is added and ended by an administrator, freshly proved, of its own organisation', async () => {
    await expect(addIdentityProvider(context(), noor.actor, settings())).rejects.toThrow(Forbidden)
    const stale = { ...world.administrator, provedAt: null }
    await expect(addIdentityProvider(context(), stale, settings())).rejects.toThrow(ProofNeeded)
    await expect(endIdentityProvider(context(), stale, { providerId })).rejects.toThrow(ProofNeeded)
    const elsewhere = {
      ...(await world.member(['administrator'], world.otherOrgId)),
      provedAt: world.context.now(),
    }
    await expect(endIdentityProvider(context(), elsewhere, { providerId })).rejects.toThrow(NotFound)
    expect(await listIdentityProviders(context(), elsewhere, {})).toEqual([])
  })
  test('must be asked for more than a password, at an address outside our walls', async () => {
    await expect(addIdentityProvider(context(), fresh(), { ...settings(), amr: [] })).rejects.toMatchObject({
      fields: { acr: 'provider-asks-nothing' },
    })
    for (const issuer of [
      'http://idp.example.nl',
      'https://10.0.0.1',
      'https://intranet',
      'niets',
      'file:///etc',
    ])
      await expect(addIdentityProvider(world.context, fresh(), { ...settings(), issuer })).rejects.toThrow(
        Invalid,
      )
  })
  test('inside our walls is not asked, though it was typed', async () => {
    const walled = world.server({ fetch: guardedFetch(reachableFrom({ outside: true, networks: [] })) })
    await expect(
      walled.leaveToSignIn(new Browser(newNetwork()).caller, world.orgId, providerId),
    ).rejects.toMatchObject({
      code: 'provider-away',
    })
  })
  test('that says to be another is not believed', async () => {
    municipality.say({ issuer: 'http://127.0.0.1:1' })
    const other = world.server({ fetch: guardedFetch(reachable) })
    await expect(
      other.leaveToSignIn(new Browser(newNetwork()).caller, world.orgId, providerId),
    ).rejects.toMatchObject({
      code: 'provider-away',
    })
    municipality.say({})
  })
  test('of another organisation, or none, can’t be gone to', async () => {
    await expect(
      signIn.leaveToSignIn(new Browser(newNetwork()).caller, world.otherOrgId, providerId),
    ).rejects.toThrow(NotFound)
    await expect(
      signIn.leaveToSignIn(new Browser(newNetwork()).caller, world.orgId, world.orgId),
    ).rejects.toThrow(NotFound)
  })
  test('that was ended lets nobody in, nor whoever is on her way', async () => {
    const { providerId: short } = await addIdentityProvider(context(), fresh(), settings())
    const browser = new Browser(newNetwork())
    const left = browser.keep(await signIn.leaveToSignIn(browser.caller, world.orgId, short))
    await endIdentityProvider(context(), fresh(), { providerId: short })
    await expect(signIn.arrive(browser.caller, municipality.signIn(left.to))).rejects.toThrow(NotFound)
    await expect(endIdentityProvider(context(), fresh(), { providerId: short })).rejects.toMatchObject({
      code: 'provider-ended-already',
    })
    const all = await listIdentityProviders(context(), world.administrator, {})
    expect(all.find(({ id }) => id === short)?.ended).toBe(true)
    const offered = await listIdentityProviders(context(), noor.actor, {})
    expect(offered.map(({ id, own }) => [id, own])).toEqual([[providerId, true]])
  })
})
