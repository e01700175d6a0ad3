import type { Role } from '#domain/member/role.ts'

export interface Colleague {
  readonly id: string
  readonly roles: readonly Role[]
}

/**
 * Who hears of a collision: the safeguarding leads, without those whom it may be about; if none is left the managers,
 * without them too. Where nobody leads at all nobody hears: then somebody is made lead first (`without-a-lead`).
 */
export function whoHears(here: readonly Colleague[], about: ReadonlySet<string>): ReadonlySet<string> {
  const leads = withRole(here, 'safeguarding_lead')
  const others = leads.filter(({ id }) => !about.has(id))
  const hearing =
    others.length > 0 || leads.length === 0
      ? others
      : withRole(here, 'programme_manager').filter(({ id }) => !about.has(id))
  return new Set(hearing.map(({ id }) => id))
}

const withRole = (here: readonly Colleague[], role: Role) => here.filter(({ roles }) => roles.includes(role))
