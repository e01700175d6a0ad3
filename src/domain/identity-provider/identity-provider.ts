import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'

/** What a municipality's server must say of how somebody showed there who she is (OpenID Connect Core, `acr` and `amr`). */
export interface Assurance {
  readonly acr: readonly string[]
  readonly amr: readonly string[]
}

/**
 * Is that enough? One of the levels that we ask, or one of the ways, said by the token itself. Nothing asked is never
 * enough: a password elsewhere opens no file here.
 */
export function isAssured(
  asked: Assurance,
  said: { readonly acr?: unknown; readonly amr?: unknown },
): boolean {
  const ways = Array.isArray(said.amr) ? said.amr : []
  return (
    (typeof said.acr === 'string' && asked.acr.includes(said.acr)) ||
    ways.some((way) => typeof way === 'string' && asked.amr.includes(way))
  )
}

/** How long ago she may have shown it there. */
export const signedInThereWithinHours = 8
export const mostProviders = 10
/** As OpenID Connect Core has it: at most 255 signs. */
export const longestSubject = 255

export const identityProviderPolicy = {
  manage: (actor: Actor) => isMemberWith(actor, 'administrator'),
  own: (actor: Actor) => isMemberWith(actor, ...roles),
} as const
