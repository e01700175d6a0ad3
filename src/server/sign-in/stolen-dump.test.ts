import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignInWorld, type SignInWorld } from '#testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword } from '#testing/sign-in-world-on.ts'
import { readSigned, signed } from './cookies.ts'
import type { SignInServer } from './sign-in.ts'

/** A thief has the whole of the sign-in tables, and tries every value of it in every place that takes one. */
let world: SignInWorld
let signIn: SignInServer
const secret = 'of-the-server-and-not-in-the-database-0123456789'
const email = 'bestolen@example.nl'
beforeAll(async () => {
  world = await openSignInWorld()
  signIn = world.server({ secret })
})
afterAll(() => world.close())

/** Every value of every row, in each shape in which it might be typed or sent. */
async function stolen(): Promise<string[]> {
  const { rows: tables } = await world.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'auth'`,
  )
  const values = new Set<string>()
  for (const { name } of tables) {
    const { rows } = await world.owner.query<Record<string, unknown>>(`select * from auth."${name}"`)
    for (const value of rows.flatMap((row) => Object.values(row)))
      for (const text of Buffer.isBuffer(value)
        ? (['hex', 'base64', 'base64url'] as const).map((shape) => value.toString(shape))
        : [String(value)])
        values.add(text)
  }
  return [...values]
}

/** Somebody who is in, and somebody else half way: each leaves what the tables keep of it. */
async function people(): Promise<{ inside: Browser; token: string }> {
  const person = await world.personOn(signIn, email)
  const half = new Browser()
  half.keep(await signIn.withPassword(half.caller, email, goodPassword))
  const token = readSigned(secret, person.browser.cookies.get('naast')) ?? ''
  return { inside: person.browser, token }
}

test('no value out of a stolen dump lets anybody in, not even with the server’s secret beside it', async () => {
  const { inside, token } = await people()
  const values = await stolen()
  expect(values.length).toBeGreaterThan(15)
  let tried = 0
  for (const value of values)
    for (const cookie of [
      encodeURIComponent(value),
      encodeURIComponent(`${value}.${Buffer.from(value).toString('base64')}`),
      signed(secret, value),
    ]) {
      const thief = new Browser('198.51.100.66')
      thief.cookies.set('naast', cookie)
      expect(await signIn.signedIn(thief.request), value.slice(0, 12)).toBeNull()
      tried += 1
    }
  expect(tried).toBeGreaterThan(45)
  // The way in that was tried is the right one: with the token itself it opens.
  const owner = new Browser()
  owner.cookies.set('naast', signed(secret, token))
  expect(await signIn.signedIn(owner.request)).not.toBeNull()
  expect(await signIn.signedIn(inside.request)).not.toBeNull()
})

test('no value out of a stolen dump is a password, a code or a recovery code', async () => {
  const values = await stolen()
  for (const [at, value] of values.entries()) {
    const thief = new Browser(`198.51.${at}.1`)
    expect((await signIn.withPassword(thief.caller, email, value)).step).not.toBe('code-needed')
  }
  const { rows } = await world.owner.query<{ identifier: string }>('select identifier from auth.verification')
  for (const { identifier } of rows)
    for (const cookie of [
      encodeURIComponent(identifier),
      encodeURIComponent(`${identifier}.${identifier}`),
    ]) {
      const thief = new Browser('198.51.100.67')
      thief.cookies.set('naast-step', cookie)
      expect((await signIn.withCode(thief.caller, '123456')).step).toBe('start-again')
    }
  for (const value of values.slice(0, 20)) {
    const thief = new Browser('192.0.2.200')
    thief.keep(await signIn.withPassword(thief.caller, email, goodPassword))
    expect((await signIn.withRecoveryCode(thief.caller, value)).step).not.toBe('signed-in')
  }
})

test('what stands in the table is not what the cookie holds', async () => {
  const person = await world.personOn(signIn, 'ander@example.nl')
  const again = new Browser()
  again.keep(await signIn.withPassword(again.caller, 'ander@example.nl', goodPassword))
  again.keep(await signIn.withCode(again.caller, codeOf(person.secret)))
  const { rows } = await world.owner.query<{ token: string }>('select token from auth.session')
  for (const browser of [person.browser, again]) {
    const token = readSigned(secret, browser.cookies.get('naast'))
    expect(token).not.toBeNull()
    expect(rows.map((row) => row.token)).not.toContain(token)
  }
  // And nothing of it is left in the tables anywhere else.
  const token = readSigned(secret, again.cookies.get('naast')) ?? ''
  expect(await stolen()).not.toContain(token)
})
