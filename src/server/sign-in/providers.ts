import * as oidc from 'openid-client'
import type { AuthDb } from '#db/sign-in.ts'
import { findUserOfMember } from '#db/sign-in.ts'
import {
  isAssured,
  longestSubject,
  signedInThereWithinHours,
} from '#domain/identity-provider/identity-provider.ts'
import { isFresh } from '#domain/sign-in/fresh-proof.ts'
import type { GuardedFetch } from '#server/http/guarded-fetch.ts'
import type { Context } from '#usecases/context.ts'
import { NotFound, ProofNeeded, Refused } from '#usecases/failure.ts'
import { findIdentity } from '#usecases/identity-provider/find-identity.ts'
import { linkIdentity } from '#usecases/identity-provider/link-identity.ts'
import {
  readSignInProviders,
  type SignInProvider,
} from '#usecases/identity-provider/read-sign-in-providers.ts'
import type { SignInEvent } from '#usecases/sign-in/record-sign-in.ts'
import type { Caller, ProviderSignIn, SignedIn, Step } from '#usecases/sign-in/sign-in-port.ts'
import { openTrips, type Trip } from './provider-trip.ts'
import type { LiveSession, Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

interface Parts {
  readonly db: AuthDb
  readonly secret: string
  readonly url: string
  readonly now: () => Temporal.Instant
  readonly context: () => Context
  /** `null` where nothing may be asked of anybody: then no provider is offered. */
  readonly fetch: GuardedFetch | null
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly enough: (session: LiveSession) => boolean
  readonly enter: (caller: Caller, userId: string, providerId: string) => Promise<Step>
  readonly record: (visitor: SignedIn, event: SignInEvent) => Promise<void>
  /** The organisation with this name in addresses, or the only one there is. */
  readonly organisation: (slug: string | null) => Promise<string | null>
}

/** An organisation that isn't there has no providers either. */
const notThere = (error: unknown): readonly SignInProvider[] => {
  if (error instanceof NotFound) return []
  throw error
}

const refused: Step = { step: 'refused', cookies: [] }
/** How long what a provider says of itself is remembered. */
const memoryMinutes = 10

/**
 * Coming in by an account elsewhere (OpenID Connect, code flow): PKCE, state, nonce, the exact issuer, a signature that
 * holds, how she showed it there and how long ago. Who that is was tied to a member before; an address never counts, and
 * nobody is made a member here.
 */
export function openProviders(parts: Parts): ProviderSignIn {
  const { url, now, context, fetch, sessions, throttle, enough, enter, record } = parts
  const https = url.startsWith('https:')
  const trips = openTrips({ ...parts, https })
  const home = url.replace(/\/+$/, '')
  const back = `${home}/sign-in/back`
  const memory = new Map<string, { config: oidc.Configuration; at: number }>()
  const system = (orgId: string) => ({ kind: 'system', orgId, job: 'sign-in' }) as const

  async function providerOf(orgId: string, id: string): Promise<SignInProvider> {
    const found = (await readSignInProviders(context(), system(orgId), {})).find((one) => one.id === id)
    if (!found || !fetch) throw new NotFound()
    return found
  }

  async function configOf(provider: SignInProvider): Promise<oidc.Configuration> {
    const { issuer, clientId, secret } = provider
    const key = JSON.stringify([issuer, clientId, secret])
    const known = memory.get(key)
    const at = now().epochMilliseconds
    if (known && Math.abs(at - known.at) < memoryMinutes * 60_000) return known.config
    const config = await oidc.discovery(new URL(issuer), clientId, secret, undefined, {
      // Signatures are looked at though the answer comes straight from the provider: a wall less to rely on.
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
      ],
      ...(fetch ? { [oidc.customFetch]: fetch } : {}),
      timeout: 10,
    })
    if (memory.size > 100) memory.clear()
    memory.set(key, { config, at })
    return config
  }

  async function leaveFor(orgId: string, providerId: string, linkTo: LiveSession | null) {
    const provider = await providerOf(orgId, providerId)
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
    const config = await configOf(provider).catch(() => {
      throw new Refused('provider-away')
    })
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: back,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(signedInThereWithinHours * 3600),
      ...(provider.acr.length > 0 ? { acr_values: provider.acr.join(' ') } : {}),
      // Whose browser it is may be somebody else's there: to tie an account she shows who she is anew.
      ...(linkTo ? { prompt: 'login' } : {}),
    })
    const cookie = trips.depart({ orgId, providerId, linkTo: linkTo?.id ?? '', state, nonce, verifier })
    return { to: to.href, cookies: [cookie] }
  }

  /** What the provider calls whoever came back, if everything about it is right. */
  async function subjectOf(trip: Trip, arrived: URL): Promise<string | null> {
    const provider = await providerOf(trip.orgId, trip.providerId)
    try {
      const tokens = await oidc.authorizationCodeGrant(await configOf(provider), arrived, {
        pkceCodeVerifier: trip.verifier,
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        maxAge: signedInThereWithinHours * 3600,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (
        !claims ||
        claims.iss !== provider.issuer ||
        !isAssured(provider, { acr: claims.acr, amr: claims.amr })
      )
        return null
      return claims.sub !== '' && claims.sub.length <= longestSubject ? claims.sub : null
    } catch {
      // The library says by throwing what is wrong with an answer; all of it is one answer to whoever sent it.
      return null
    }
  }

  return {
    async providers(slug) {
      const orgId = fetch ? await parts.organisation(slug) : null
      if (orgId === null) return []
      return (await readSignInProviders(context(), system(orgId), {})).map(({ id, label }) => ({
        id,
        orgId,
        label,
      }))
    },
    async leaveToSignIn(caller, orgId, providerId) {
      const attempt = await throttle.guess(caller.network)
      if (!attempt.allowed) throw new Refused('slow-down')
      const answer = await leaveFor(orgId, providerId, null)
      await attempt.wasGood()
      return answer
    },
    async leaveToLink(caller, providerId) {
      const session = await sessions.live(caller)
      if (!session || !enough(session)) throw new NotFound()
      const { actor } = session.visitor
      if (!isFresh(actor.provedAt, now())) throw new ProofNeeded()
      return leaveFor(actor.orgId, providerId, session)
    },
    async cameFrom(caller) {
      const session = await sessions.live(caller)
      return session?.providerId
        ? { orgId: session.visitor.actor.orgId, providerId: session.providerId }
        : null
    },
    async providerLabel(orgId, providerId) {
      const known = await readSignInProviders(context(), system(orgId), {}).catch(notThere)
      return known.find(({ id }) => id === providerId)?.label ?? null
    },
    async signOutThere(caller, orgId, providerId) {
      const attempt = await throttle.guess(caller.network)
      // Nobody is kept from leaving: who asks too often reads that she does it there herself.
      if (!attempt.allowed) return null
      const provider = await providerOf(orgId, providerId)
      const config = await configOf(provider).catch(() => null)
      await attempt.wasGood()
      if (!config?.serverMetadata().end_session_endpoint) return null
      // Without a token of hers to tell who she is: addresses are kept by browsers and servers on the way. So it asks her.
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${home}/signed-out` }).href
    },
    async arrive(caller, query) {
      const attempt = await throttle.guess(caller.network)
      if (!attempt.allowed) return { ...refused, step: 'slow-down' }
      const trip = await trips.arrive(caller)
      if (!trip) return refused
      const arrived = new URL(`${back}?${query}`)
      const subject = await subjectOf(trip, arrived)
      if (subject === null) return refused
      await attempt.wasGood()
      const { orgId, providerId } = trip
      if (trip.linkTo === '') {
        const found = await findIdentity(context(), system(orgId), { providerId, subject })
        const userId = found && (await findUserOfMember(parts.db, orgId, found.memberId))
        return userId ? enter(caller, userId, providerId) : refused
      }
      const session = await sessions.live(caller)
      if (!session || session.id !== trip.linkTo || session.visitor.actor.orgId !== orgId) return refused
      const { memberId } = session.visitor.actor
      await linkIdentity(context(), system(orgId), { memberId, providerId, subject })
      await record(session.visitor, 'provider-linked')
      return { step: 'linked', cookies: [] }
    },
  }
}
