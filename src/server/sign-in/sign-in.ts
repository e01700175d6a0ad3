import { APIError } from 'better-auth/api'
import type pg from 'pg'
import { findOrganisationIds } from '#db/every-organisation.ts'
import { findHost, hasOrganisation } from '#db/organisation.ts'
import {
  deleteSession,
  deleteSessionsOfUser,
  deleteStale,
  findChallenge,
  findMembership,
  findMembersWithPasskey,
  raiseSession,
} from '#db/sign-in.ts'
import type { SessionMethod } from '#db/sign-in-tables.ts'
import { sameAddress } from '#domain/member/invitation.ts'
import { passwordLength } from '#domain/sign-in/password.ts'
import { longestSessionMinutes } from '#domain/sign-in/session-limits.ts'
import type { GuardedFetch } from '#server/http/guarded-fetch.ts'
import type { Context } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { recordSignIn, type SignInEvent } from '#usecases/sign-in/record-sign-in.ts'
import type { Caller, CastMember, Enrolled, SignedIn, SignIn, Step } from '#usecases/sign-in/sign-in-port.ts'
import { accountName } from './account-name.ts'
import { openAccounts } from './accounts.ts'
import { openAuthPool } from './auth-pool.ts'
import { cookieNames, noCookies, only, readCookies, readSigned, sessionCookie, tokenSet } from './cookies.ts'
import { openEngine } from './engine.ts'
import { openFreshProof } from './fresh-proof.ts'
import { openOwnAccount } from './own-account.ts'
import { openOwnDevices } from './own-device.ts'
import { openPasskeyWays } from './passkey-ways.ts'
import { openPasskeys } from './passkeys.ts'
import { openPasswords, TooBusy } from './passwords.ts'
import { openProviders } from './providers.ts'
import { openSecondStep, typedCode, typedRecoveryCode } from './second-step.ts'
import { keptToken, type LiveSession, openSessions } from './sessions.ts'
import { openThrottle } from './throttle.ts'
import { openWayOuts } from './way-out.ts'

export interface SignInParts {
  /** How to reach the database as `naast_auth`. */
  readonly pool: pg.PoolConfig
  /** Signs cookies and seals second-step secrets. At least 32 random bytes, from outside the database. */
  readonly secret: string
  /** Where Naast is reached; `https:` decides about the cookies. */
  readonly url: string
  readonly now: () => Temporal.Instant
  readonly context: (requestId: string) => Context
  /** In demo mode whom one can be with a click. `null` in production: nobody, whatever is asked. */
  readonly demo: { cast(): Promise<readonly CastMember[]> } | null
  /** Printed in the terminal of an empty production server; `null` when there is no first run. */
  readonly firstRunCode: string | null
  /** Asks an identity provider; without it none is offered. */
  readonly fetch?: GuardedFetch
}

/** Sign-in as the server holds it: the port of the pages, and what only the server does. */
export interface SignInServer extends SignIn {
  /** The signed-in member of a request, for every page; `null` if there is no live session or a step is missing. */
  signedIn(request: Request): Promise<SignedIn | null>
  /** Drops what is over: sessions, challenges, counted attempts. Call it now and then. */
  tidy(): Promise<void>
  /** Takes away the way in of a member whose name is destroyed: nothing of her is left at the door. */
  forgetAccount(orgId: string, memberId: string): Promise<void>
  close(): Promise<void>
}

export function openSignIn(parts: SignInParts): SignInServer {
  const { secret, now, url } = parts
  const https = url.startsWith('https:')
  const names = cookieNames(https)
  const pool = openAuthPool(parts.pool)
  const { db } = pool
  const context = () => parts.context(crypto.randomUUID())
  const passwords = openPasswords()
  const engine = openEngine({ pool, passwords, secret, url, now })
  const throttle = openThrottle(db, secret, now)
  const secondStep = openSecondStep({ db, engine, secret, newId: () => context().newId() })
  const demo = parts.demo !== null
  const { codesLeft } = secondStep
  const sessions = openSessions({ db, secret, https, now, context, codesLeft, demo })
  const accounts = openAccounts({
    db,
    passwords,
    secret,
    now,
    context,
    sessions,
    firstRunCode: parts.demo ? null : parts.firstRunCode,
  })
  let firstRunIsOver = parts.demo !== null || parts.firstRunCode === null

  const enough = (session: LiveSession): boolean =>
    demo || session.twoFactor || session.method === 'passkey' || session.method === 'provider'
  const refused: Step = { step: 'refused', cookies: [] }
  const slowDown = { step: 'slow-down', cookies: [] } as const
  const startAgain = () => ({ step: 'start-again', cookies: noCookies(https) }) as const

  const bearing = (caller: Caller, name: string) => only(caller.cookie, name)
  const newToken = (headers: Headers) => tokenSet(headers, secret, https)

  const record = async ({ actor }: SignedIn, event: SignInEvent): Promise<void> => {
    const { orgId, memberId } = actor
    const maker = context()
    await recordSignIn(maker, { kind: 'system', orgId, job: 'sign-in' }, { memberId, event })
  }

  const own = openOwnAccount({ engine, sessions, throttle, secondStep, secret, https, enough, record })
  const proof = openFreshProof({ db, engine, sessions, throttle, secondStep, now, enough, demo, record })

  /** A new session is there: the old one of this browser goes, the network is remembered, the log says so. */
  async function entered(
    caller: Caller,
    token: string,
    {
      event = 'signed-in',
      method = 'password',
      providerId = null,
    }: { event?: SignInEvent; method?: SessionMethod; providerId?: string | null } = {},
  ): Promise<Step> {
    await sessions.keep(token, { method, providerId })
    const cookies = [...noCookies(https), sessionCookie(secret, token, https)]
    const fresh = await sessions.live({ ...caller, cookie: cookies.at(-1) ?? null })
    if (!fresh) {
      await deleteSession(db, keptToken(token))
      return refused
    }
    if (sessions.tokenOf(caller) !== token) await sessions.end(caller)
    await throttle.remember(fresh.userId, caller.network)
    if (!enough(fresh)) return { step: 'must-enrol', cookies }
    // A recovery code may lie in a drawer, and a provider may not have asked her anything today.
    if (event !== 'recovery-code-used' && method !== 'provider') await proof.begin(fresh)
    await record(fresh.visitor, event)
    return { step: 'signed-in', cookies }
  }

  async function withPassword(caller: Caller, typed: string, password: string): Promise<Step> {
    const email = accountName(secret, typed)
    const attempt = await throttle.password(caller.network, email)
    if (!attempt.allowed) return slowDown
    if (typed.length > 200 || password.length > passwordLength.longest) return refused
    try {
      const { headers, response } = await engine.api.signInEmail({
        body: { email, password },
        headers: new Headers(),
        returnHeaders: true,
      })
      await attempt.wasGood()
      if (!('twoFactorRedirect' in response)) {
        const token = newToken(headers)
        return token === null ? refused : await entered(caller, token)
      }
      const challenge = headers.getSetCookie().find((cookie) => cookie.startsWith(`${names.challenge}=`))
      if (!challenge || !(await belongsToMember(challenge))) return refused
      await sessions.end(caller)
      return {
        step: 'code-needed',
        cookies: [...noCookies(https).filter(unless(names.challenge)), challenge],
      }
    } catch (error) {
      if (error instanceof TooBusy) return slowDown
      if (error instanceof APIError) return refused
      throw error
    }
  }
  const unless = (name: string) => (cookie: string) => !cookie.startsWith(`${name}=`)

  /** Somebody who left has a right password still; she gets the answer that a wrong one gets. */
  async function belongsToMember(challengeCookie: string): Promise<boolean> {
    const userId = await challenged({ cookie: challengeCookie.split(';')[0] ?? null, network: '' })
    const membership = userId === null ? null : await findMembership(db, userId)
    return membership !== null && (await sessions.visitorOf(membership.orgId, membership.memberId)) !== null
  }

  async function challenged(caller: Caller): Promise<string | null> {
    const identifier = readSigned(secret, readCookies(caller.cookie).get(names.challenge))
    return identifier === null ? null : findChallenge(db, identifier)
  }

  async function answerChallenge(caller: Caller, code: string, kind: 'code' | 'recovery'): Promise<Step> {
    const attempt = await throttle.guess(caller.network)
    if (!attempt.allowed) return slowDown
    const userId = await challenged(caller)
    if (userId === null) return startAgain()
    if (kind === 'code' && !(await secondStep.claim(userId, code))) return refused
    const request = {
      body: { code },
      headers: bearing(caller, names.challenge),
      returnHeaders: true,
    } as const
    try {
      const { headers } =
        kind === 'code' ? await engine.api.verifyTOTP(request) : await engine.api.verifyBackupCode(request)
      await attempt.wasGood()
      const token = newToken(headers)
      return token === null
        ? refused
        : await entered(
            caller,
            token,
            kind === 'code' ? {} : { event: 'recovery-code-used', method: 'recovery' },
          )
    } catch (error) {
      if (!(error instanceof APIError)) throw error
      const membership = await findMembership(db, userId)
      const visitor = membership && (await sessions.visitorOf(membership.orgId, membership.memberId))
      if (visitor) await record(visitor, 'code-refused')
      return verdicts[String(error.body?.code)] === 'slow-down'
        ? slowDown
        : verdicts[String(error.body?.code)] === 'start-again'
          ? startAgain()
          : refused
    }
  }

  async function enrol(caller: Caller, typed: string): Promise<Enrolled> {
    const session = await sessions.live(caller)
    if (!session) return startAgain()
    const attempt = await throttle.guess(caller.network)
    if (!attempt.allowed) return slowDown
    const code = typedCode(typed)
    if (session.twoFactor || !(await secondStep.claim(session.userId, code)))
      return { step: 'refused', cookies: [] }
    try {
      const { headers } = await engine.api.verifyTOTP({
        body: { code },
        headers: sessions.headersOf(session.token),
        returnHeaders: true,
      })
      await attempt.wasGood()
      const recoveryCodes = await secondStep.newRecoveryCodes(session.userId)
      const { method, providerId } = session
      const step = await entered(caller, newToken(headers) ?? session.token, {
        event: 'second-step-set',
        method,
        providerId,
      })
      return step.step === 'signed-in'
        ? { step: 'enrolled', cookies: step.cookies, recoveryCodes }
        : startAgain()
    } catch (error) {
      if (error instanceof APIError) return { step: 'refused', cookies: [] }
      throw error
    }
  }

  async function guessing<Result>(caller: Caller, work: () => Promise<Result>): Promise<Result> {
    const attempt = await throttle.guess(caller.network)
    if (!attempt.allowed) throw new Refused('slow-down')
    const result = await work()
    await attempt.wasGood()
    return result
  }

  async function enterAs(
    caller: Caller,
    userId: string,
    method: SessionMethod,
    providerId: string | null = null,
  ): Promise<Step> {
    const membership = await findMembership(db, userId)
    if (!membership || !(await sessions.visitorOf(membership.orgId, membership.memberId))) return refused
    const { internalAdapter } = await engine.$context
    const session = await internalAdapter.createSession(userId)
    return entered(caller, session.token, { method, providerId })
  }
  const newId = () => context().newId()
  const passkeyWays = openPasskeyWays({
    passkeys: openPasskeys({ db, secret, url, now, newId }),
    sessions,
    throttle,
    now,
    enough,
    record,
    enter: (caller, userId) => enterAs(caller, userId, 'passkey'),
    markProved: proof.begin,
    raise: (session) => raiseSession(db, session.id),
    membersWithPasskey: (orgId) => findMembersWithPasskey(db, orgId),
  })

  const providerWays = openProviders({
    db,
    secret,
    url,
    now,
    context,
    fetch: parts.fetch ?? null,
    sessions,
    throttle,
    enough,
    enter: (caller, userId, providerId) => enterAs(caller, userId, 'provider', providerId),
    record,
    async organisation(slug) {
      if (slug !== null) return (await findHost(context().db, slug))?.orgId ?? null
      const [only, ...more] = await findOrganisationIds(context().db)
      return more.length === 0 ? (only ?? null) : null
    },
  })

  return {
    ...passkeyWays,
    ...providerWays,
    async signedIn(request) {
      const cookie = request.headers.get('cookie')
      if (cookie === null || !cookie.includes(names.session)) return null
      const session = await sessions.live({ cookie, network: '' })
      return session && enough(session) ? session.visitor : null
    },
    wayOut: openWayOuts(secret, https),
    ownDevice: openOwnDevices({ throttle, context }),
    address: (path) => `${url.replace(/\/+$/, '')}${path}`,
    async standing(caller) {
      const session = await sessions.live(caller)
      if (session) return enough(session) ? 'signed-in' : 'must-enrol'
      return (await challenged(caller)) === null ? 'nobody' : 'code-needed'
    },
    withPassword,
    withCode: (caller, code) => answerChallenge(caller, typedCode(code), 'code'),
    withRecoveryCode: (caller, code) => answerChallenge(caller, typedRecoveryCode(code), 'recovery'),
    async enrolment(caller) {
      const session = await sessions.live(caller)
      return !session || session.twoFactor
        ? null
        : secondStep.secretOf(session.userId, session.visitor.host.slug)
    },
    enrol,
    proofWays: proof.ways,
    // A passkey answers in JSON, an app in six digits: one field takes both.
    freshProof: (caller, typed) =>
      typed.startsWith('{') ? passkeyWays.proveWithPasskey(caller, typed) : proof.prove(caller, typed),
    async signOut(caller) {
      const session = await sessions.live(caller)
      await sessions.end(caller)
      if (session) await record(session.visitor, 'signed-out')
      return noCookies(https)
    },
    async signOutEverywhere(caller) {
      const session = await sessions.live(caller)
      if (session) {
        await deleteSessionsOfUser(db, session.userId)
        await record(session.visitor, 'signed-out')
      }
      return noCookies(https)
    },
    changePassword: own.changePassword,
    newRecoveryCodes: own.newRecoveryCodes,
    dropSecondStep: own.dropSecondStep,
    endSessions: accounts.endSessions,
    memberChanged: (_orgId, memberId) => sessions.forget(memberId),

    invitation: (caller, token) => guessing(caller, () => accounts.invitation(token)),
    acceptInvitation: (caller, answer) =>
      guessing(caller, async () => {
        await accounts.accept(answer)
        return withPassword(caller, sameAddress(answer.email), answer.password)
      }),

    async firstRunIsOpen() {
      if (!firstRunIsOver) firstRunIsOver = await context().db.transaction().execute(hasOrganisation)
      return !firstRunIsOver
    },
    firstRun: (caller, answer) =>
      guessing(caller, async () => {
        await accounts.firstRun(answer)
        return withPassword(caller, sameAddress(answer.email), answer.password)
      }),

    demoCast: async () => (parts.demo ? parts.demo.cast() : null),
    async asCastMember(caller, memberId) {
      const member = (await parts.demo?.cast())?.find((one) => one.memberId === memberId)
      if (!parts.demo || !member) throw new NotFound()
      return enterAs(caller, await accounts.ofCast(member.orgId, memberId), 'password')
    },

    tidy: () =>
      deleteStale(
        db,
        new Date(now().epochMilliseconds),
        new Date(now().subtract({ minutes: longestSessionMinutes }).epochMilliseconds),
      ),
    forgetAccount: accounts.forget,
    close: pool.close,
  }
}

/** better-auth's codes that mean something other than "wrong". */
const verdicts: Record<string, 'slow-down' | 'start-again' | undefined> = {
  ACCOUNT_TEMPORARILY_LOCKED: 'slow-down',
  INVALID_TWO_FACTOR_COOKIE: 'start-again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'start-again',
}
