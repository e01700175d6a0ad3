/** What another system's key may open. A key has one or more; nothing else is open to it. */
export const serviceScopes = ['referral.create', 'referral.read'] as const
export type ServiceScope = (typeof serviceScopes)[number]
