import { createHash, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { claimOnce } from '#db/passkey.ts'
import type { AuthDb } from '#db/sign-in.ts'
import { open, seal } from '#server/keys/seal.ts'
import type { Caller } from '#usecases/sign-in/sign-in-port.ts'
import { cookieNames, plainCookie, readCookies } from './cookies.ts'

const goodForMinutes = 10

/** What this browser went to a provider with, and must come back with. */
const trip = z.strictObject({
  orgId: z.uuid(),
  providerId: z.uuid(),
  /** The session that a provider's account is to be tied to; empty when somebody signs in. */
  linkTo: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
})
export type Trip = z.output<typeof trip>

interface Parts {
  readonly db: AuthDb
  readonly secret: string
  readonly https: boolean
  readonly now: () => Temporal.Instant
}

/** Kept sealed in the browser that left, so that nobody comes back for another; each trip ends once. */
export function openTrips({ db, secret, https, now }: Parts) {
  const name = cookieNames(https).provider
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'provider trips', 32))
  return {
    depart(left: Omit<Trip, 'until'>): string {
      const until = now().add({ minutes: goodForMinutes }).epochMilliseconds
      const sealed = seal(key, 'trip', Buffer.from(JSON.stringify({ ...left, until })))
      return plainCookie(name, sealed.toString('base64url'), { https, seconds: goodForMinutes * 60 })
    },
    async arrive(caller: Caller): Promise<Trip | null> {
      const found = read(readCookies(caller.cookie).get(name))
      if (!found || found.until <= now().epochMilliseconds) return null
      const hash = createHash('sha256').update(`trip|${found.state}`).digest()
      return (await claimOnce(db, hash, new Date(now().epochMilliseconds))) ? found : null
    },
  }

  function read(cookie: string | undefined): Trip | null {
    try {
      const text = open(key, 'trip', Buffer.from(cookie ?? '', 'base64url')).toString()
      return trip.safeParse(JSON.parse(text)).data ?? null
    } catch {
      return null
    }
  }
}
