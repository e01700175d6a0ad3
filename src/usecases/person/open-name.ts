import type { Name } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { personFields } from '#usecases/person/person-file.ts'

/**
 * A name from a row that was read with other things, so that a list of fifty asks no second question. The person's
 * key must be loaded. `null` if she was erased. Counts as reading her file.
 */
export function openName(work: Work, personId: string, sealed: Buffer | null): Name | null {
  work.about({ person: personId })
  const name = personFields.open(work.vault, personId, personId, 'name_sealed', sealed)
  // Our own writing, validated on the way in.
  return name === null ? null : (JSON.parse(name) as Name)
}
