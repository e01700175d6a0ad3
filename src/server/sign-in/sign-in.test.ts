import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSignInWorld, type SignInWorld } from '../../../testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword } from '../../../testing/sign-in-world-on.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
afterAll(() => world.close())

let made = 0
const newAddress = () => `iemand${++made}@example.nl`
const someone = () => world.person(newAddress())

describe('signing in', () => {
  test('takes a password, then a code, and opens her pages', async () => {
    const { email, secret, actor } = await someone()
    const browser = new Browser()
    expect(
      browser.keep(await world.signIn.withPassword(browser.caller, email.toUpperCase(), goodPassword)).step,
    ).toBe('code-needed')
    expect(await world.signIn.signedIn(browser.request)).toBeNull()
    expect(await world.signIn.standing(browser.caller)).toBe('code-needed')
    expect(browser.keep(await world.signIn.withCode(browser.caller, codeOf(secret))).step).toBe('signed-in')
    expect(await world.signIn.signedIn(browser.request)).toMatchObject({
      actor: { memberId: actor.memberId, roles: ['coordinator'] },
      name: 'Noor Bakker',
      host: { slug: 'waterrijk' },
    })
  })
  test('opens nothing before she has set up her phone', async () => {
    const { browser } = await world.account(newAddress())
    expect(await world.signIn.signedIn(browser.request)).toBeNull()
    expect(await world.signIn.standing(browser.caller)).toBe('must-enrol')
  })
  test('shows the same secret until it is confirmed, and never after', async () => {
    const { browser } = await world.account(newAddress())
    const first = await world.signIn.enrolment(browser.caller)
    expect(first?.typed).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    expect(await world.signIn.enrolment(browser.caller)).toEqual(first)
    expect(browser.keep(await world.signIn.enrol(browser.caller, '000 000')).step).toBe('refused')
    expect(browser.keep(await world.signIn.enrol(browser.caller, codeOf(first?.typed ?? ''))).step).toBe(
      'enrolled',
    )
    expect(await world.signIn.enrolment(browser.caller)).toBeNull()
  })
  test('answers an unknown address, a wrong password and a member who left alike', async () => {
    const { email } = await someone()
    const gone = await someone()
    await world.owner.query(`update member set active_until = '2026-10-01' where id = $1`, [
      gone.actor.memberId,
    ])
    await world.signIn.endSessions(world.orgId, gone.actor.memberId)
    const answers = [
      await world.signIn.withPassword(new Browser().caller, email, 'een ander wachtwoord'),
      await world.signIn.withPassword(new Browser().caller, 'niemand@example.nl', 'een ander wachtwoord'),
      await world.signIn.withPassword(new Browser().caller, 'geen adres', 'een ander wachtwoord'),
      await world.signIn.withPassword(new Browser().caller, gone.email, goodPassword),
      await world.signIn.withPassword(new Browser().caller, email, 'x'.repeat(100_000)),
    ]
    for (const answer of answers) expect(answer).toEqual({ step: 'refused', cookies: [] })
  })
})

describe('a code', () => {
  test('is good once, also for two who bring it at the same moment', async () => {
    const { email, secret } = await someone()
    const browsers = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const browser = new Browser()
        browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
        return browser
      }),
    )
    const code = codeOf(secret)
    const steps = await Promise.all(browsers.map(({ caller }) => world.signIn.withCode(caller, code)))
    expect(steps.map(({ step }) => step).sort()).toEqual(['refused', 'refused', 'refused', 'signed-in'])
  })
  test('that set up her phone can’t be used to sign in', async () => {
    const { browser } = await world.account('eerst@example.nl')
    const { typed = '' } = (await world.signIn.enrolment(browser.caller)) ?? {}
    const code = codeOf(typed)
    expect((await world.signIn.enrol(browser.caller, code)).step).toBe('enrolled')
    const other = new Browser()
    other.keep(await world.signIn.withPassword(other.caller, 'eerst@example.nl', goodPassword))
    expect((await world.signIn.withCode(other.caller, code)).step).toBe('refused')
  })
  test('can be guessed at ten times, then the right one waits too', async () => {
    const { email, secret } = await someone()
    const steps: string[] = []
    for (let guess = 0; guess < 10; guess++) {
      const browser = new Browser(`198.51.100.${guess}`)
      browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
      steps.push((await world.signIn.withCode(browser.caller, String(100_000 + guess))).step)
    }
    expect(steps).toEqual(Array(10).fill('refused'))
    const browser = new Browser()
    browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
    expect((await world.signIn.withCode(browser.caller, codeOf(secret))).step).toBe('slow-down')
  })
  test('gets five tries for one password', async () => {
    const { email } = await someone()
    const browser = new Browser()
    browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
    const steps: string[] = []
    for (let guess = 0; guess < 6; guess++)
      steps.push((await world.signIn.withCode(browser.caller, String(200_000 + guess))).step)
    expect(steps).toEqual([...Array(5).fill('refused'), 'start-again'])
  })
  test('without a password before it opens nothing', async () => {
    const { secret } = await someone()
    expect((await world.signIn.withCode(new Browser().caller, codeOf(secret))).step).toBe('start-again')
    const forged = new Browser()
    forged.cookies.set('naast-step', encodeURIComponent('2fa-made-up.bm9wZQ=='))
    expect((await world.signIn.withCode(forged.caller, codeOf(secret))).step).toBe('start-again')
  })
})

describe('a recovery code', () => {
  test('opens once, however it is typed', async () => {
    const { email, recoveryCodes } = await someone()
    expect(recoveryCodes).toHaveLength(8)
    const [code = ''] = recoveryCodes
    const enter = async () => {
      const browser = new Browser()
      browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
      return (
        await world.signIn.withRecoveryCode(browser.caller, ` ${code.toUpperCase().replace('-', ' ')} `)
      ).step
    }
    expect(await enter()).toBe('signed-in')
    expect(await enter()).toBe('refused')
  })
  test('no longer works when she made new ones', async () => {
    const { email, browser, recoveryCodes } = await someone()
    await expect(world.signIn.newRecoveryCodes(browser.caller, 'niet dit wachtwoord')).rejects.toMatchObject({
      fields: { current: 'wrong-password' },
    })
    const fresh = await world.signIn.newRecoveryCodes(browser.caller, goodPassword)
    const other = new Browser()
    other.keep(await world.signIn.withPassword(other.caller, email, goodPassword))
    expect((await world.signIn.withRecoveryCode(other.caller, recoveryCodes[0] ?? '')).step).toBe('refused')
    expect((await world.signIn.withRecoveryCode(other.caller, fresh[0] ?? '')).step).toBe('signed-in')
  })
})

describe('guessing at a password', () => {
  test('stops after ten tries from one network, for an unknown address too', async () => {
    const { email } = await someone()
    for (const address of [email, 'niemand-hier@example.nl']) {
      const steps: string[] = []
      for (let guess = 0; guess < 12; guess++)
        steps.push(
          (
            await world.signIn.withPassword(
              { cookie: null, network: '192.0.2.1' },
              address,
              `gok ${guess} gok gok`,
            )
          ).step,
        )
      expect(steps).toEqual([...Array(10).fill('refused'), 'slow-down', 'slow-down'])
    }
  })
  test('by strangers does not keep its owner out', async () => {
    const { email } = await someone()
    const steps: string[] = []
    for (let guess = 0; guess < 22; guess++)
      steps.push(
        (
          await world.signIn.withPassword(
            { cookie: null, network: `192.0.2.${10 + guess}` },
            email,
            'gok gok gok gok',
          )
        ).step,
      )
    expect(steps.slice(-2)).toEqual(['slow-down', 'slow-down'])
    expect((await world.signIn.withPassword(new Browser().caller, email, goodPassword)).step).toBe(
      'code-needed',
    )
  })
})
