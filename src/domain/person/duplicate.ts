import { doorOf } from '#domain/person/address-key.ts'
import { alike, nameLikeness } from '#domain/person/name-likeness.ts'
import { fullName, type PersonData } from '#domain/person/person.ts'

/** Why two files may be one woman. A person decides; nothing is merged by itself. */
export const duplicateReasons = [
  'same_phone',
  'same_email',
  'same_birth_day_and_name',
  'same_address_and_name',
  'same_address',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

type Compared = Pick<PersonData, 'name' | 'phone' | 'email' | 'birthDay' | 'address'>

/** Every reason to think so, the strongest first; empty if there is none. */
export function weighDuplicate(one: Compared, other: Compared): DuplicateReason[] {
  const sameDay = one.birthDay !== null && other.birthDay?.equals(one.birthDay) === true
  const door = doorOf(one.address)
  const sameDoor = door !== null && door === doorOf(other.address)
  // Names take by far the longest to compare, and alone they say nothing.
  const names = (sameDay || sameDoor) && nameLikeness(fullName(one.name), fullName(other.name)) >= alike
  const reasons: DuplicateReason[] = []
  if (names && sameDay) reasons.push('same_birth_day_and_name')
  if (one.phone !== null && one.phone === other.phone) reasons.push('same_phone')
  if (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) reasons.push('same_email')
  // A shelter or a house with rooms has many women behind one door: alone it is a hint, with her name much more.
  if (sameDoor) reasons.push(names ? 'same_address_and_name' : 'same_address')
  return reasons
}
