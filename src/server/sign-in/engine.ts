import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { passwordLength } from '#domain/sign-in/password.ts'
import { longestSessionMinutes } from '#domain/sign-in/session-limits.ts'
import type { AuthPool } from './auth-pool.ts'
import { cookieNames } from './cookies.ts'
import type { Passwords } from './passwords.ts'

export interface EngineParts {
  readonly pool: AuthPool
  readonly passwords: Passwords
  readonly secret: string
  readonly url: string
  readonly now: () => Temporal.Instant
}

/** How long somebody may take between password and code, in seconds. */
const challengeSeconds = 600
const recoveryCodeCount = 8

/**
 * better-auth, as little of it as we need and never reachable by its own routes: only our pages call it, on the
 * server. Nobody signs up by herself, accounts are never linked, nothing about a session is cached in a cookie,
 * and no device is trusted to skip the second step.
 */
export function openEngine({ pool, passwords, secret, url, now }: EngineParts) {
  const https = url.startsWith('https:')
  const names = cookieNames(https)
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const
  const started = () => {
    const at = new Date(now().epochMilliseconds)
    return { startedAt: at, seenAt: at }
  }
  return betterAuth({
    appName: 'Naast',
    baseURL: url,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: pool.forLibrary, type: 'postgres', schemaName: 'auth' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.shortest,
      maxPasswordLength: passwordLength.longest,
      password: passwords,
    },
    account: { accountLinking: { enabled: false } },
    session: {
      expiresIn: longestSessionMinutes * 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: {
        startedAt: { type: 'date', required: true, input: false },
        seenAt: { type: 'date', required: true, input: false },
      },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ...started() } }) } },
    },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: true,
      defaultCookieAttributes: attributes,
      cookies: {
        session_token: { name: names.session, attributes },
        two_factor: { name: names.challenge, attributes },
        trust_device: { name: names.trust, attributes },
        dont_remember: { name: names.remember, attributes },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Naast',
        twoFactorCookieMaxAge: challengeSeconds,
        trustDeviceMaxAge: 1,
        backupCodeOptions: { amount: recoveryCodeCount, storeBackupCodes: 'encrypted' },
      }),
    ],
  })
}
export type Engine = ReturnType<typeof openEngine>
