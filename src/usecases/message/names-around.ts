import { findPeopleAround } from '#db/message.ts'
import type { Name } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { personFields } from '#usecases/person/person-file.ts'

/**
 * How her children, who lives with her and who stands beside her are called: names that no message about her may carry.
 * Held against the text and shown to nobody, so that it counts as reading none of their files.
 */
export async function namesAround({ tx, orgId, vault }: Work, personId: string): Promise<string[]> {
  const rows = await findPeopleAround(tx, orgId, personId)
  await vault.take(rows.map(({ id, wrapped }) => ({ owner: id, wrapped })))
  return rows.flatMap(({ id, name_sealed }) => {
    const text = personFields.open(vault, id, id, 'name_sealed', name_sealed)
    if (text === null) return []
    // Our own writing, validated on the way in.
    const { given, family } = JSON.parse(text) as Name
    return family ? [given, family] : [given]
  })
}
