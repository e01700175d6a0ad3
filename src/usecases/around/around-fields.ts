import type { AroundRow } from '#db/person-around.ts'
import type { PersonAround } from '#domain/around/person-around.ts'
import { comparedName } from '#domain/collision/compare-names.ts'
import type { Known } from '#domain/collision/known.ts'
import { readDay } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What she tells of somebody, whole, under her own key. */
export const aroundFields = sealedFields('person_around', ['told_sealed'])

export const sealAround = ({ vault }: Work, personId: string, id: string, told: PersonAround): Buffer =>
  aroundFields.seal(vault, personId, id, 'told_sealed', JSON.stringify(told))

/** What she told; her key must be loaded. `null` if her file was erased. */
export function openAround(
  { vault }: Pick<Work, 'vault'>,
  row: Pick<AroundRow, 'id' | 'person_id' | 'told_sealed'>,
): PersonAround | null {
  const text = aroundFields.open(vault, row.person_id, row.id, 'told_sealed', row.told_sealed)
  if (text === null) return null
  // Our own writing, validated on the way in; only the day needs its type back.
  const kept = JSON.parse(text) as Omit<PersonAround, 'birthDay'> & { birthDay: string | null }
  return { ...kept, birthDay: kept.birthDay === null ? null : readDay(kept.birthDay) }
}

export const knownOfAround = (told: PersonAround): Known => ({
  names: told.names.map(comparedName),
  birthDay: told.birthDay,
  birthYear: told.birthYear,
  phone: told.phone,
  organisation: told.worksAt,
})
