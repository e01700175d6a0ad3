import type { Role } from '#domain/member/role.ts'

/**
 * Roles that reach other people's files, or decide who does: all but who stands beside women and who refers. One list
 * for all that is asked of them more than of others, so that none of them is the easy way round the rest.
 */
export const weightyRoles = [
  'administrator',
  'coordinator',
  'safeguarding_lead',
  'programme_manager',
  'privacy_officer',
] as const satisfies readonly Role[]
export type WeightyRole = (typeof weightyRoles)[number]

export const weightyAmong = (roles: readonly Role[]): WeightyRole[] =>
  weightyRoles.filter((role) => roles.includes(role))
