import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PasskeyDevice, type Wrong } from '#testing/passkey-device.ts'
import { openSignInWorld, type SignInWorld } from '#testing/sign-in-world.ts'
import { Browser, type Person } from '#testing/sign-in-world-on.ts'
import { NotFound, ProofNeeded } from '#usecases/failure.ts'
import { readAssertion, readAttestation } from './passkey-answer.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
beforeEach(() => world.turnTo('2026-11-03'))
afterAll(() => world.close())

let made = 0
const someone = () => world.person(`sleutel${++made}@example.nl`, ['coordinator'])

async function added(
  person: Person,
  device = new PasskeyDevice(),
  wrong: Wrong = {},
): Promise<PasskeyDevice> {
  const { browser } = person
  const { options } = browser.keep(await world.signIn.passkeyToAdd(browser.caller))
  await world.signIn.addPasskey(browser.caller, { answer: device.add(options, wrong), name: 'Telefoon' })
  return device
}
async function comeIn(device: PasskeyDevice, wrong: Wrong = {}, browser = new Browser()) {
  const { options } = browser.keep(await world.signIn.passkeyToSignIn())
  const step = browser.keep(await world.signIn.withPasskey(browser.caller, device.answer(options, wrong)))
  return { step: step.step, browser, options }
}
const isIn = async (browser: Browser) => (await world.signIn.signedIn(browser.request)) !== null

describe('a passkey', () => {
  test('lets its owner in, without a password or a code', async () => {
    const person = await someone()
    const { step, browser } = await comeIn(await added(person))
    expect(step).toBe('signed-in')
    expect((await world.signIn.signedIn(browser.request))?.actor.memberId).toBe(person.actor.memberId)
  })
  test('is listed by its own name, with its last use; the tables do not hold the name', async () => {
    const person = await someone()
    await comeIn(await added(person))
    const [listed, ...more] = await world.signIn.passkeys(person.browser.caller)
    expect(more).toEqual([])
    expect(listed).toMatchObject({ name: 'Telefoon' })
    expect(listed?.usedAt).not.toBeNull()
    const { rows } = await world.owner.query('select * from auth.passkey')
    expect(
      JSON.stringify(rows.map((row) => ({ ...row, name_sealed: row.name_sealed.toString() }))),
    ).not.toContain('Telefoon')
  })
  test('may be one of several, but not the same twice', async () => {
    const person = await someone()
    const first = await added(person)
    await added(person)
    expect(await world.signIn.passkeys(person.browser.caller)).toHaveLength(2)
    await expect(added(person, first)).rejects.toMatchObject({ code: 'passkey-known' })
    await expect(added(await someone(), first)).rejects.toMatchObject({ code: 'passkey-known' })
  })
  test('is one of ten at most, and has a name that is not too long', async () => {
    const person = await someone()
    for (let count = 0; count < 9; count += 1) await added(person)
    const { browser } = person
    for (const [name, code] of [
      [' ', 'required'],
      ['x'.repeat(61), 'too-long'],
    ] as const) {
      const { options } = browser.keep(await world.signIn.passkeyToAdd(browser.caller))
      const answer = new PasskeyDevice().add(options)
      await expect(world.signIn.addPasskey(browser.caller, { answer, name })).rejects.toMatchObject({
        fields: { name: code },
      })
    }
    await added(person)
    await expect(added(person)).rejects.toMatchObject({ code: 'passkey-too-many' })
  })
  test('taken away opens nothing any more', async () => {
    const person = await someone()
    const device = await added(person)
    const [passkey] = await world.signIn.passkeys(person.browser.caller)
    await world.signIn.removePasskey(person.browser.caller, passkey?.id ?? '')
    expect((await comeIn(device)).step).toBe('refused')
    expect(await world.signIn.passkeys(person.browser.caller)).toEqual([])
  })
  test('of somebody who left opens nothing', async () => {
    const person = await someone()
    const device = await added(person)
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [
      person.actor.memberId,
    ])
    world.signIn.memberChanged(world.orgId, person.actor.memberId)
    expect((await comeIn(device)).step).toBe('refused')
  })
})

describe('somebody else’s passkey', () => {
  test('can’t be taken away, nor seen', async () => {
    const [owner, other] = [await someone(), await someone()]
    const device = await added(owner)
    const [passkey] = await world.signIn.passkeys(owner.browser.caller)
    await expect(world.signIn.removePasskey(other.browser.caller, passkey?.id ?? '')).rejects.toThrow(
      NotFound,
    )
    expect(await world.signIn.passkeys(other.browser.caller)).toEqual([])
    expect((await comeIn(device)).step).toBe('signed-in')
  })
  test('does not show who one is oneself', async () => {
    const [owner, other] = [await someone(), await someone()]
    const device = await added(owner)
    await added(other)
    const offer = await world.signIn.passkeyToProve(other.browser.caller)
    other.browser.take(offer?.cookies ?? [])
    const answer = device.answer(offer?.options ?? '{}')
    expect(await world.signIn.proveWithPasskey(other.browser.caller, answer)).toBe('refused')
  })
  test('does not pass for one’s own by saying so', async () => {
    const [owner, other] = [await someone(), await someone()]
    await added(owner)
    const device = await added(other)
    const handle = Buffer.alloc(32).toString('base64url')
    expect((await comeIn(device, { userHandle: handle })).step).toBe('refused')
  })
  test('is not asked for by a page that anybody may open', async () => {
    await added(await someone())
    expect(JSON.parse((await world.signIn.passkeyToSignIn()).options).allowCredentials).toBeUndefined()
  })
})

describe('an answer', () => {
  const wrongs: Record<string, Wrong> = {
    'for another site': { origin: 'https://naast.example.com' },
    'for a site of another name': { rpId: 'example.com' },
    'for a site that looks like ours': { origin: 'http://localhost:3000.example.com' },
    'for another port': { origin: 'http://localhost:3001' },
    'over TLS where there is none': { origin: 'https://localhost:3000' },
    'of another kind': { type: 'webauthn.create' },
    'of no kind': { type: '' },
    'to another challenge': { challenge: Buffer.alloc(32, 7).toString('base64url') },
    'to no challenge': { challenge: '' },
    'without asking who holds it': { unverified: true },
    'with nobody there': { absent: true, unverified: true },
  }
  test.each(Object.entries(wrongs))('%s lets nobody in', async (_, wrong) => {
    const device = await added(await someone())
    const { step, browser } = await comeIn(device, wrong)
    expect(step).toBe('refused')
    expect(await isIn(browser)).toBe(false)
    expect((await comeIn(device)).step).toBe('signed-in')
  })
  test.each(Object.entries(wrongs))('%s adds nothing', async (_, wrong) => {
    const person = await someone()
    const meant = wrong.type === 'webauthn.create' ? { type: 'webauthn.get' } : wrong
    await expect(added(person, new PasskeyDevice(), meant)).rejects.toMatchObject({ code: 'passkey-refused' })
    expect(await world.signIn.passkeys(person.browser.caller)).toEqual([])
  })
  test('is good once', async () => {
    const device = await added(await someone())
    const browser = new Browser()
    const { options } = browser.keep(await world.signIn.passkeyToSignIn())
    const answer = device.answer(options)
    const copies = await Promise.all([1, 2, 3].map(() => world.signIn.withPasskey(browser.caller, answer)))
    expect(copies.map(({ step }) => step).sort()).toEqual(['refused', 'refused', 'signed-in'])
  })
  test('is good in the browser that asked, and nowhere else', async () => {
    const device = await added(await someone())
    const browser = new Browser()
    const { options } = browser.keep(await world.signIn.passkeyToSignIn())
    const thief = new Browser('198.51.100.9')
    expect((await world.signIn.withPasskey(thief.caller, device.answer(options))).step).toBe('refused')
    thief.keep(await world.signIn.passkeyToSignIn())
    expect((await world.signIn.withPasskey(thief.caller, device.answer(options))).step).toBe('refused')
  })
  test('comes within five minutes', async () => {
    const device = await added(await someone())
    const browser = new Browser()
    const { options } = browser.keep(await world.signIn.passkeyToSignIn())
    world.turnTo('2026-11-03T09:05')
    expect((await world.signIn.withPasskey(browser.caller, device.answer(options))).step).toBe('refused')
  })
  test('to one question is none to another', async () => {
    const person = await someone()
    const device = await added(person)
    const { browser } = person
    const offer = await world.signIn.passkeyToProve(browser.caller)
    browser.take(offer?.cookies ?? [])
    expect((await world.signIn.withPasskey(browser.caller, device.answer(offer?.options ?? '{}'))).step).toBe(
      'refused',
    )
    const { options } = browser.keep(await world.signIn.passkeyToSignIn())
    expect(await world.signIn.proveWithPasskey(browser.caller, device.answer(options))).toBe('refused')
  })
  test('of a copy that lags behind is refused, and so is what was heard before', async () => {
    const device = await added(await someone())
    expect((await comeIn(device)).step).toBe('signed-in')
    expect((await comeIn(device)).step).toBe('signed-in')
    expect((await comeIn(device, { counter: 1 })).step).toBe('refused')
    expect((await comeIn(device, { counter: 2 })).step).toBe('refused')
    expect((await comeIn(device)).step).toBe('signed-in')
  })
  test('of a device that counts nothing is taken', async () => {
    const device = await added(await someone(), new PasskeyDevice(), { counter: 0 })
    expect((await comeIn(device, { counter: 0 })).step).toBe('signed-in')
    expect((await comeIn(device, { counter: 0 })).step).toBe('signed-in')
  })
  test('of a device nobody added lets nobody in', async () => {
    expect((await comeIn(new PasskeyDevice())).step).toBe('refused')
  })
  test('signed by another key lets nobody in', async () => {
    const device = await added(await someone())
    const copied = new PasskeyDevice()
    copied.id.set(device.id)
    expect((await comeIn(copied)).step).toBe('refused')
  })
  test('that is anything at all is refused in the same way', async () => {
    const device = await added(await someone())
    const browser = new Browser('198.51.100.10')
    const { options } = browser.keep(await world.signIn.passkeyToSignIn())
    const right = JSON.parse(device.answer(options))
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      'x'.repeat(30_000),
      '{"id":"__proto__"}',
      JSON.stringify({ ...right, type: 'password' }),
      JSON.stringify({ ...right, id: 'AAAA' }),
      JSON.stringify({ ...right, response: { ...right.response, signature: 'AAAA' } }),
      JSON.stringify({ ...right, response: { ...right.response, authenticatorData: 'AAAA' } }),
      JSON.stringify({ ...right, response: { ...right.response, clientDataJSON: 'bm9wZQ' } }),
    ]) {
      browser.keep(await world.signIn.passkeyToSignIn())
      expect((await world.signIn.withPasskey(browser.caller, text)).step).toBe('refused')
    }
  })
  test('may be guessed at thirty times from one network', async () => {
    const browser = new Browser('198.51.100.77')
    const steps: string[] = []
    for (let guess = 0; guess < 31; guess += 1)
      steps.push((await world.signIn.withPasskey(browser.caller, '{}')).step)
    expect([steps[29], steps[30]]).toEqual(['refused', 'slow-down'])
  })
})

describe('adding and taking away', () => {
  test('asks who she is anew, after a few minutes', async () => {
    const person = await someone()
    const device = await added(person)
    const { browser } = person
    const [passkey] = await world.signIn.passkeys(browser.caller)
    world.turnTo('2026-11-03T09:06')
    await expect(added(person)).rejects.toThrow(ProofNeeded)
    await expect(world.signIn.removePasskey(browser.caller, passkey?.id ?? '')).rejects.toThrow(ProofNeeded)
    const offer = await world.signIn.passkeyToProve(browser.caller)
    browser.take(offer?.cookies ?? [])
    const answer = device.answer(offer?.options ?? '{}')
    expect(await world.signIn.proveWithPasskey(browser.caller, answer)).toBe('proved')
    await added(person)
    expect(await world.signIn.passkeys(browser.caller)).toHaveLength(2)
  })
  test('is not for somebody who isn’t in', async () => {
    const stranger = new Browser()
    await expect(world.signIn.passkeys(stranger.caller)).rejects.toThrow(NotFound)
    await expect(world.signIn.passkeyToAdd(stranger.caller)).rejects.toThrow(NotFound)
    await expect(world.signIn.addPasskey(stranger.caller, { answer: '{}', name: 'x' })).rejects.toThrow(
      NotFound,
    )
    await expect(world.signIn.removePasskey(stranger.caller, world.orgId)).rejects.toThrow(NotFound)
    expect(await world.signIn.passkeyToProve(stranger.caller)).toBeNull()
  })
  test('is not for somebody who has only given a password', async () => {
    const { browser } = await world.account(`half${++made}@example.nl`)
    await expect(world.signIn.passkeyToAdd(browser.caller)).rejects.toThrow(NotFound)
    await expect(world.signIn.passkeys(browser.caller)).rejects.toThrow(NotFound)
  })
  test('leaves a line in the access log', async () => {
    const person = await someone()
    await comeIn(await added(person))
    const { rows } = await world.owner.query<{ event: string }>(
      `select detail->>'event' as event from audit_event where event = 'record-sign-in' and on_behalf_of = $1`,
      [person.actor.memberId],
    )
    expect(rows.map(({ event }) => event)).toEqual(expect.arrayContaining(['passkey-added', 'signed-in']))
  })
})

test('reading an answer takes any text and gives nothing for what is none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify(value)),
      ),
      (text) => {
        for (const read of [readAssertion(text), readAttestation(text)]) expect(read).toBeNull()
      },
    ),
    { numRuns: 2_000 },
  )
})
