import { paths } from '#pages/paths.ts'
import type { Chance } from '#simulation/chance.ts'
import { PasskeyDevice } from '#testing/passkey-device.ts'
import { Browser, codeOf, goodPassword, type Person } from '#testing/sign-in-world-on.ts'
import type { Doors } from './doors.ts'

/** So many guess at one moment. */
export const guessers = 8

export interface Guessed {
  readonly what: string
  readonly tried: number
  /** Held against the right answer; the others were told to wait. */
  readonly weighed: number
  /** What the limits allow to be weighed in that time. */
  readonly mayWeigh: number
  readonly cameIn: number
}

/** Guessers side by side, each doing what it does until so many were tried in all. */
async function guessing(
  what: string,
  count: number,
  mayWeigh: (minutes: number) => number,
  once: (tell: (status: number, to: string | null) => void, more: () => boolean) => Promise<void>,
): Promise<Guessed> {
  let [tried, weighed, cameIn] = [0, 0, 0]
  const began = performance.now()
  const lane = async () => {
    while (tried < count)
      await once(
        (status, to) => {
          tried += 1
          if (status === 422) weighed += 1
          if (to === paths.today() || to === paths.signInPhone()) cameIn += 1
        },
        () => tried < count,
      )
  }
  await Promise.all(Array.from({ length: guessers }, lane))
  return { what, tried, weighed, cameIn, mayWeigh: mayWeigh((performance.now() - began) / 60_000) }
}
const sixDigits = (chance: Chance) => String(chance.between(0, 999_999)).padStart(6, '0')

/** No code twice: one that was tried is refused for that alone, and nothing is weighed. */
function codesOnce(chance: Chance): () => string {
  let at = chance.between(0, 999_999)
  return () => {
    at = (at + 7_919) % 1_000_000
    return String(at).padStart(6, '0')
  }
}

/**
 * Somebody knows her password and guesses at the code of her app, or at a recovery code, each time from another network
 * and with a new password step after every fifth. Ten failures stop everybody for a quarter of an hour, by the real
 * clock; who was under way at that moment comes on top.
 */
export const guessCodes = (
  { ask, stranger }: Doors,
  { email }: Pick<Person, 'email'>,
  { count, chance, at }: { count: number; chance: Chance; at: 'code' | 'recovery' },
): Promise<Guessed> => {
  const path = at === 'code' ? paths.signInCode() : paths.signInRecovery()
  const nextCode = codesOnce(chance)
  const quarters = (minutes: number) => (10 + guessers) * (1 + Math.floor(minutes / 15))
  return guessing(
    at === 'code' ? 'codes of one account' : 'recovery codes of another',
    count,
    quarters,
    async (tell, more) => {
      const thief = stranger()
      const { to } = await ask(thief, paths.signIn(), { email, password: goodPassword })
      if (to !== paths.signInCode()) return
      for (let guess = 0; guess < 5 && more(); guess += 1) {
        const elsewhere = stranger()
        for (const [name, value] of thief.cookies) elsewhere.cookies.set(name, value)
        const code =
          at === 'code' ? nextCode() : `${sixDigits(chance).slice(1)}-${sixDigits(chance).slice(1)}`
        const answer = await ask(elsewhere, path, { code })
        tell(answer.status, answer.to)
        // A new step is asked of her: so she gives the password again.
        if (answer.to === paths.signIn()) return
      }
    },
  )
}

/** At one account's password, each time from a network it never came from: twenty are weighed. */
export const guessPasswords = (
  { ask, stranger }: Doors,
  { email }: Pick<Person, 'email'>,
  { count, chance }: { count: number; chance: Chance },
): Promise<Guessed> =>
  guessing(
    'passwords of a third',
    count,
    () => 20,
    async (tell) => {
      const { status, to } = await ask(stranger(), paths.signIn(), {
        email,
        password: `gok ${sixDigits(chance)} gok gok`,
      })
      tell(status, to)
    },
  )

/** At many accounts, and at addresses that nobody has, from one network: thirty are weighed. */
export const guessAround = (
  { ask, stranger }: Doors,
  emails: readonly string[],
  { count, chance }: { count: number; chance: Chance },
): Promise<Guessed> => {
  const { network } = stranger()
  return guessing(
    'accounts from one network',
    count,
    () => 30,
    async (tell) => {
      const { status, to } = await ask(new Browser(network), paths.signIn(), {
        email: chance.pick(emails),
        password: `gok ${sixDigits(chance)} gok gok`,
      })
      tell(status, to)
    },
  )
}

/** Gives her a passkey; she is signed in, and showed a moment ago that it is she. */
export async function withPasskey(
  { signIn }: Doors,
  { browser }: Pick<Person, 'browser'>,
): Promise<PasskeyDevice> {
  const device = new PasskeyDevice()
  const { options, cookies } = await signIn.passkeyToAdd(browser.caller)
  browser.take(cookies)
  await signIn.addPasskey(browser.caller, { answer: device.add(options), name: 'Telefoon' })
  return device
}

/** By password and code, from where she came in before. */
export async function ownerByCode({ ask }: Doors, { email, secret, browser }: Person): Promise<boolean> {
  // A guesser may have burnt the code of this half minute: then the next one does.
  for (const steps of [0, 1, -1]) {
    const own = new Browser(browser.network)
    await ask(own, paths.signIn(), { email, password: goodPassword })
    const { to } = await ask(own, paths.signInCode(), { code: codeOf(secret, steps) })
    if (to === paths.today()) return (await ask(own, paths.account.one())).status === 200
  }
  return false
}

/** By her passkey, from anywhere. */
export async function ownerByPasskey(
  { ask, signIn, stranger }: Doors,
  device: PasskeyDevice,
): Promise<boolean> {
  const own = stranger()
  const { options, cookies } = await signIn.passkeyToSignIn()
  own.take(cookies)
  const { to } = await ask(own, paths.signInPasskey(), { answer: device.answer(options) })
  return to === paths.today() && (await ask(own, paths.account.one())).status === 200
}
