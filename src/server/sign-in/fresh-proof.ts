import { APIError } from 'better-auth/api'
import { type AuthDb, markProved } from '#db/sign-in.ts'
import type { SignInEvent } from '#usecases/sign-in/record-sign-in.ts'
import type { Caller, FreshProof, ProofWay, SignedIn } from '#usecases/sign-in/sign-in-port.ts'
import type { Engine } from './engine.ts'
import { type SecondStep, typedCode } from './second-step.ts'
import type { LiveSession, Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

interface Parts {
  readonly db: AuthDb
  readonly engine: Engine
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly secondStep: SecondStep
  readonly now: () => Temporal.Instant
  /** Has this session all the steps that it needs? */
  readonly enough: (session: LiveSession) => boolean
  /** In the demo one is somebody with a click, and nobody has a phone to show: there pressing is enough. */
  readonly demo: boolean
  readonly record: (visitor: SignedIn, event: SignInEvent) => Promise<void>
}

/** Showing again, in a session that is open, that it is she. Only this session gains by it, for a few minutes. */
export function openFreshProof(parts: Parts) {
  const { db, engine, sessions, throttle, secondStep, now, enough, demo, record } = parts

  const keep = (session: LiveSession) => markProved(db, session.id, new Date(now().epochMilliseconds))
  const wayOf = (session: LiveSession): ProofWay | null =>
    session.twoFactor ? 'code' : demo ? 'press' : null

  async function holds(session: LiveSession, code: string): Promise<boolean> {
    // Claimed first: a code that somebody read over her shoulder was used by her already.
    if (!(await secondStep.claim(session.userId, code))) return false
    try {
      await engine.api.verifyTOTP({ body: { code }, headers: sessions.headersOf(session.token) })
      return true
    } catch (error) {
      if (error instanceof APIError) return false
      throw error
    }
  }

  return {
    /** A session that began with a proof of its own starts fresh. */
    begin: keep,
    async ways(caller: Caller): Promise<readonly ProofWay[]> {
      const session = await sessions.live(caller)
      const way = session && enough(session) ? wayOf(session) : null
      return way ? [way] : []
    },
    async prove(caller: Caller, typed: string): Promise<FreshProof> {
      const session = await sessions.live(caller)
      const way = session && enough(session) ? wayOf(session) : null
      if (!session || !way) return 'refused'
      if (way === 'code') {
        const attempt = await throttle.own(session.userId)
        if (!attempt.allowed) return 'slow-down'
        if (!(await holds(session, typedCode(typed)))) {
          await record(session.visitor, 'code-refused')
          return 'refused'
        }
        await attempt.wasGood()
      }
      await keep(session)
      await record(session.visitor, 'proved-again')
      return 'proved'
    },
  }
}
