import { createHmac, hkdfSync } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import {
  countUse,
  deletePasskey,
  findPasskey,
  findPasskeys,
  insertPasskey,
  type PasskeyRow,
} from '#db/passkey.ts'
import type { AuthDb } from '#db/sign-in.ts'
import { mostPasskeys, passkeyNameLength } from '#domain/sign-in/passkey.ts'
import { open, seal } from '#server/keys/seal.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import type { Caller, Passkey, PasskeyOffer } from '#usecases/sign-in/sign-in-port.ts'
import { openChallenges, type Purpose } from './challenge.ts'
import { readAssertion, readAttestation, transportsIn } from './passkey-answer.ts'
import type { LiveSession } from './sessions.ts'

/** EdDSA, ES256, RS256 (COSE): what devices have. */
const algorithms = [-8, -7, -257]

const isId = z.uuid()

interface Parts {
  readonly db: AuthDb
  readonly secret: string
  readonly url: string
  readonly now: () => Temporal.Instant
  readonly newId: () => string
}

/**
 * Passkeys: a key on her own device that answers this site and no other, after her finger, face or code. Which is why
 * one is two steps in one. The device says itself that it asked her (`userVerified`); without that it does not count.
 */
export function openPasskeys({ db, secret, url, now, newId }: Parts) {
  const { hostname: rpID, origin } = new URL(url)
  const challenges = openChallenges({ db, secret, https: url.startsWith('https:'), now })
  const nameKey = Buffer.from(hkdfSync('sha256', secret, '', 'passkey names', 32))
  const boundTo = (id: string) => `auth.passkey|name_sealed|${id}`
  const at = () => new Date(now().epochMilliseconds)
  /** What a device keeps to tell accounts apart; says nothing outside this server. */
  const handleOf = (userId: string) => createHmac('sha256', secret).update(`passkey\0${userId}`).digest()

  const listed = (row: PasskeyRow) => ({ id: row.credential_id, transports: transportsIn(row.transports) })
  const whose = (session: LiveSession | null) => session?.id ?? ''

  async function offer(purpose: 'sign-in' | 'prove', session: LiveSession | null): Promise<PasskeyOffer> {
    const { bytes, cookie } = challenges.make(purpose, whose(session))
    const mine = session ? await findPasskeys(db, session.userId) : []
    const options = await generateAuthenticationOptions({
      rpID,
      challenge: new Uint8Array(bytes),
      userVerification: 'required',
      // Named only to whoever is in already: a page that anybody may open tells nobody who has one.
      ...(session ? { allowCredentials: mine.map(listed) } : {}),
    })
    return { options: JSON.stringify(options), cookies: [cookie] }
  }

  /** Whose passkey answered, or `null`. Everything about a wrong answer is alike. */
  async function answered(
    caller: Caller,
    text: string,
    { purpose, session }: { purpose: Purpose; session: LiveSession | null },
  ): Promise<string | null> {
    const challenge = await challenges.take(caller, purpose, whose(session))
    const response = readAssertion(text)
    if (challenge === null || response === null) return null
    const row = await findPasskey(db, response.id)
    if (!row || (session && row.user_id !== session.userId)) return null
    const { userHandle } = response.response
    if (userHandle && userHandle !== handleOf(row.user_id).toString('base64url')) return null
    const counted = await verifiedCount(response, challenge, row)
    return counted !== null && (await countUse(db, row, counted, at())) ? row.user_id : null
  }

  async function verifiedCount(
    response: NonNullable<ReturnType<typeof readAssertion>>,
    expectedChallenge: string,
    row: PasskeyRow,
  ): Promise<number | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: {
          id: row.credential_id,
          publicKey: new Uint8Array(row.public_key),
          counter: Number(row.counter),
          transports: transportsIn(row.transports),
        },
      })
      return verified ? authenticationInfo.newCounter : null
    } catch {
      // The library says by throwing what is wrong with an answer; a device that was copied counts too low.
      return null
    }
  }

  return {
    offer,
    /** Whose passkey this is, for signing in. */
    whoSigned: (caller: Caller, text: string) =>
      answered(caller, text, { purpose: 'sign-in', session: null }),
    /** Is it one of hers who has this session? */
    proves: async (caller: Caller, session: LiveSession, text: string): Promise<boolean> =>
      (await answered(caller, text, { purpose: 'prove', session })) !== null,
    has: async (userId: string): Promise<boolean> => (await findPasskeys(db, userId)).length > 0,

    async list(session: LiveSession): Promise<Passkey[]> {
      return (await findPasskeys(db, session.userId)).map((row) => ({
        id: row.id,
        name: open(nameKey, boundTo(row.id), row.name_sealed).toString(),
        since: row.created_at.toTemporalInstant(),
        usedAt: row.used_at?.toTemporalInstant() ?? null,
      }))
    },

    async offerToAdd(session: LiveSession): Promise<PasskeyOffer> {
      const { bytes, cookie } = challenges.make('add', whose(session))
      const options = await generateRegistrationOptions({
        rpName: 'Naast',
        rpID,
        userName: session.visitor.name,
        userID: new Uint8Array(handleOf(session.userId)),
        challenge: new Uint8Array(bytes),
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: (await findPasskeys(db, session.userId)).map(listed),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { options: JSON.stringify(options), cookies: [cookie] }
    },

    async add(caller: Caller, session: LiveSession, answer: { answer: string; name: string }): Promise<void> {
      const name = answer.name.trim()
      if (name === '') throw new Invalid({ name: 'required' })
      if (name.length > passkeyNameLength) throw new Invalid({ name: 'too-long' })
      if ((await findPasskeys(db, session.userId)).length >= mostPasskeys)
        throw new Refused('passkey-too-many', { most: mostPasskeys })
      const expectedChallenge = await challenges.take(caller, 'add', whose(session))
      const response = readAttestation(answer.answer)
      if (expectedChallenge === null || response === null) throw new Refused('passkey-refused')
      const made = await verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      }).catch(() => null)
      if (!made?.verified) throw new Refused('passkey-refused')
      const { credential } = made.registrationInfo
      const id = newId()
      const added = await insertPasskey(db, {
        id,
        user_id: session.userId,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: transportsIn(response.response.transports ?? []),
        name_sealed: seal(nameKey, boundTo(id), Buffer.from(name)),
        created_at: at(),
        used_at: null,
      })
      if (!added) throw new Refused('passkey-known')
    },

    async remove(session: LiveSession, id: string): Promise<void> {
      if (!isId.safeParse(id).success || !(await deletePasskey(db, session.userId, id))) throw new NotFound()
    },
  }
}
export type Passkeys = ReturnType<typeof openPasskeys>
