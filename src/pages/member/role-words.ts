import { type Role, roles } from '#domain/member/role.ts'
import type { T } from '#pages/words/words.ts'

/** `Coördinator en beheerder`: what somebody does, in the order of the list of roles. */
export function rolesInWords(t: T, of: readonly Role[]): string {
  const words = roles.filter((role) => of.includes(role)).map((role) => t(`member.role.${role}`))
  const list = new Intl.ListFormat(t.language, { type: 'conjunction' }).format(words)
  return list.charAt(0) + list.slice(1).toLocaleLowerCase(t.language)
}
