import { doorOf } from '#domain/person/address-key.ts'
import { type DuplicateReason, weighDuplicate } from '#domain/person/duplicate.ts'
import type { PersonData } from '#domain/person/person.ts'

/** Somebody of a list, by the number of her row. */
export interface Listed {
  readonly row: number
  readonly data: PersonData
}

/** One address alone makes nobody a double: a shelter or a house with rooms has many women behind one door. */
export const isStrong = (reason: DuplicateReason): boolean => reason !== 'same_address'

/** Beyond this many different women with the same phone, address or birth day the rest is not compared. */
const mostCompared = 50

/** Rows that may be about the woman of an earlier row: row number → the earlier row's number. */
export function doublesInList(people: readonly Listed[]): ReadonlyMap<number, number> {
  const doubles = new Map<number, number>()
  const byKey = new Map<string, Listed[]>()
  for (const listed of people) {
    const keys = keysOf(listed.data)
    const known = keys.flatMap((key) => byKey.get(key) ?? [])
    const earlier = known.find(({ data }) => weighDuplicate(listed.data, data).some(isStrong))
    if (earlier) {
      doubles.set(listed.row, earlier.row)
      continue
    }
    for (const key of keys) {
      const same = byKey.get(key) ?? []
      if (same.length < mostCompared) same.push(listed)
      byKey.set(key, same)
    }
  }
  return doubles
}

function keysOf({ phone, email, birthDay, address }: PersonData): string[] {
  const door = doorOf(address)
  return [
    ...(phone ? [`phone ${phone}`] : []),
    ...(email ? [`email ${email.toLowerCase()}`] : []),
    ...(birthDay ? [`birth ${birthDay}`] : []),
    ...(door ? [`door ${door}`] : []),
  ]
}
