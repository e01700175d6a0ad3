import { APIError } from 'better-auth/api'
import { isRefusal } from '#domain/refusal.ts'
import { weighPassword } from '#domain/sign-in/password.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import type { SignInEvent } from '#usecases/sign-in/record-sign-in.ts'
import type { Caller, SignedIn } from '#usecases/sign-in/sign-in-port.ts'
import { isCommonPassword } from './common-passwords.ts'
import { sessionCookie, tokenSet } from './cookies.ts'
import type { Engine } from './engine.ts'
import { TooBusy } from './passwords.ts'
import type { SecondStep } from './second-step.ts'
import type { LiveSession, Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

interface Parts {
  readonly engine: Engine
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly secondStep: SecondStep
  readonly secret: string
  readonly https: boolean
  /** Has this session all the steps that it needs? */
  readonly enough: (session: LiveSession) => boolean
  readonly record: (visitor: SignedIn, event: SignInEvent) => Promise<void>
}

/** What a signed-in person does to her own way in, each with her password asked again. */
export function openOwnAccount(parts: Parts) {
  const { engine, sessions, throttle, secondStep, secret, https, enough, record } = parts

  async function own<Result>(
    caller: Caller,
    work: (session: LiveSession, headers: Headers) => Promise<Result>,
  ): Promise<Result> {
    const session = await sessions.live(caller)
    if (!session || !enough(session)) throw new NotFound()
    const attempt = await throttle.own(session.userId)
    if (!attempt.allowed) throw new Refused('slow-down')
    try {
      const result = await work(session, sessions.headersOf(session.token))
      await attempt.wasGood()
      return result
    } catch (error) {
      if (error instanceof APIError) throw new Invalid({ current: 'wrong-password' })
      if (error instanceof TooBusy) throw new Refused('slow-down')
      throw error
    }
  }

  /** The session that better-auth made in place of the old one, as a cookie. */
  const renewed = async (headers: Headers, session: LiveSession): Promise<readonly string[]> => {
    const token = tokenSet(headers, secret, https)
    if (token === null) return []
    await sessions.keep(token, session)
    return [sessionCookie(secret, token, https)]
  }

  return {
    changePassword: (caller: Caller, current: string, next: string) =>
      own(caller, async (session, headers) => {
        const good = weighPassword(next, [session.visitor.name])
        if (isRefusal(good)) throw new Invalid({ next: good.refused })
        if (await isCommonPassword(next)) throw new Invalid({ next: 'password-too-easy' })
        const answer = await engine.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        })
        await record(session.visitor, 'password-changed')
        return renewed(answer.headers, session)
      }),
    newRecoveryCodes: (caller: Caller, current: string) =>
      own(caller, async (session, headers) => {
        if (!session.twoFactor) throw new NotFound()
        // Only to have the password checked; the codes it makes are replaced by ours at once.
        await engine.api.generateBackupCodes({ body: { password: current }, headers })
        return secondStep.newRecoveryCodes(session.userId)
      }),
    dropSecondStep: (caller: Caller, current: string) =>
      own(caller, async (session, headers) => {
        if (!session.twoFactor) throw new NotFound()
        const answer = await engine.api.disableTwoFactor({
          body: { password: current },
          headers,
          returnHeaders: true,
        })
        await record(session.visitor, 'second-step-dropped')
        return renewed(answer.headers, session)
      }),
  }
}
