import { createHash, randomBytes } from 'node:crypto'
import { claimOnce } from '#db/passkey.ts'
import type { AuthDb } from '#db/sign-in.ts'
import type { Caller } from '#usecases/sign-in/sign-in-port.ts'
import { cookieNames, plainCookie, readCookies, readSigned, signed } from './cookies.ts'

/** What a challenge may be answered for; an answer to one opens no other. */
export type Purpose = 'sign-in' | 'add' | 'prove'

const goodForMinutes = 5

interface Parts {
  readonly db: AuthDb
  readonly secret: string
  readonly https: boolean
  readonly now: () => Temporal.Instant
}

/**
 * Challenges for passkeys. They stand in a signed cookie of the browser that asked, so that looking at a page writes
 * nothing down; only one that is answered is kept, as used.
 */
export function openChallenges({ db, secret, https, now }: Parts) {
  const name = cookieNames(https).passkey
  return {
    /** `boundTo`: the session that asked; empty for somebody who has none yet. */
    make(purpose: Purpose, boundTo = ''): { bytes: Buffer; cookie: string } {
      const bytes = randomBytes(32)
      const until = now().add({ minutes: goodForMinutes }).epochMilliseconds
      const value = signed(secret, `${purpose}|${boundTo}|${until}|${bytes.toString('base64url')}`)
      return { bytes, cookie: plainCookie(name, value, { https, seconds: goodForMinutes * 60 }) }
    },
    /** The challenge that this browser was given for this, once; `null` if there is none that still counts. */
    async take(caller: Caller, purpose: Purpose, boundTo = ''): Promise<string | null> {
      const [kind, whose, until, challenge] =
        readSigned(secret, readCookies(caller.cookie).get(name))?.split('|') ?? []
      if (kind !== purpose || whose !== boundTo || !challenge) return null
      if (Number(until) <= now().epochMilliseconds) return null
      const hash = createHash('sha256').update(challenge).digest()
      return (await claimOnce(db, hash, new Date(now().epochMilliseconds))) ? challenge : null
    },
  }
}
