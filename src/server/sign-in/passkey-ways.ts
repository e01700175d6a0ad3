import { isFresh } from '#domain/sign-in/fresh-proof.ts'
import { NotFound, ProofNeeded, Refused } from '#usecases/failure.ts'
import type { SignInEvent } from '#usecases/sign-in/record-sign-in.ts'
import type { Caller, FreshProof, PasskeySignIn, SignedIn, Step } from '#usecases/sign-in/sign-in-port.ts'
import type { Passkeys } from './passkeys.ts'
import type { LiveSession, Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

interface Parts {
  readonly passkeys: Passkeys
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly now: () => Temporal.Instant
  readonly enough: (session: LiveSession) => boolean
  readonly record: (visitor: SignedIn, event: SignInEvent) => Promise<void>
  /** Opens a session for whoever this account belongs to, if she is a member today. */
  readonly enter: (caller: Caller, userId: string) => Promise<Step>
  readonly markProved: (session: LiveSession) => Promise<void>
  /** From here on this session is as good as one that began with a passkey. */
  readonly raise: (session: LiveSession) => Promise<void>
  readonly membersWithPasskey: (orgId: string) => Promise<readonly string[]>
}

/** Passkeys as the pages see them: coming in with one, showing with one that it is she, keeping them. */
export function openPasskeyWays(parts: Parts): PasskeySignIn {
  const { passkeys, sessions, throttle, now, enough, record, enter, markProved, raise } = parts

  async function own(caller: Caller): Promise<LiveSession> {
    const session = await sessions.live(caller)
    if (!session || !enough(session)) throw new NotFound()
    return session
  }
  /** Whoever has one shows it before she does anything to them: a stolen password adds none of its own. */
  async function ownAndShown(caller: Caller): Promise<LiveSession> {
    const session = await own(caller)
    if (session.demand === 'show') throw new NotFound()
    return session
  }
  /** Another way in for good is given only to whoever showed just now that it is she. */
  async function freshly(caller: Caller): Promise<LiveSession> {
    const session = await ownAndShown(caller)
    if (!isFresh(session.visitor.actor.provedAt, now())) throw new ProofNeeded()
    const attempt = await throttle.own(session.userId)
    if (!attempt.allowed) throw new Refused('slow-down')
    await attempt.wasGood()
    return session
  }

  async function prove(
    caller: Caller,
    answer: string,
    also?: (session: LiveSession) => Promise<void>,
  ): Promise<FreshProof> {
    const session = await sessions.live(caller)
    if (!session || !enough(session)) return 'refused'
    const attempt = await throttle.own(session.userId)
    if (!attempt.allowed) return 'slow-down'
    if (!(await passkeys.proves(caller, session, answer))) {
      await record(session.visitor, 'passkey-refused')
      return 'refused'
    }
    await attempt.wasGood()
    await markProved(session)
    await also?.(session)
    await record(session.visitor, 'proved-again')
    return 'proved'
  }

  return {
    passkeyToSignIn: () => passkeys.offer('sign-in', null),
    async withPasskey(caller, answer) {
      const attempt = await throttle.guess(caller.network)
      if (!attempt.allowed) return { step: 'slow-down', cookies: [] }
      const userId = await passkeys.whoSigned(caller, answer)
      if (userId === null) return { step: 'refused', cookies: [] }
      await attempt.wasGood()
      return enter(caller, userId)
    },
    async passkeyToProve(caller) {
      const session = await sessions.live(caller)
      if (!session || !enough(session) || !(await passkeys.has(session.userId))) return null
      return passkeys.offer('prove', session)
    },
    proveWithPasskey: (caller, answer) => prove(caller, answer),
    showPasskey: (caller, answer) => prove(caller, answer, raise),
    passkeys: async (caller) => passkeys.list(await own(caller)),
    membersWithPasskey: parts.membersWithPasskey,
    passkeyToAdd: async (caller) => passkeys.offerToAdd(await ownAndShown(caller)),
    async addPasskey(caller, answer) {
      const session = await freshly(caller)
      await passkeys.add(caller, session, answer)
      // Her device has just asked who she is.
      if (session.demand === 'add') await raise(session)
      await record(session.visitor, 'passkey-added')
    },
    async removePasskey(caller, id) {
      const session = await freshly(caller)
      await passkeys.remove(session, id)
      await record(session.visitor, 'passkey-removed')
    },
  }
}
