import { findNames } from '#db/person.ts'
import { type Day, readDay } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { openName } from '#usecases/person/open-name.ts'
import { personFields } from '#usecases/person/person-file.ts'

/**
 * How these people are called, in one query that brings their keys along: a list needs no more of their files. Counts
 * as reading them; call it only for people the actor may see. Who was erased has no name.
 */
export async function readNames(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map(
    (await rowsOf(work, ids)).flatMap((row) => {
      const name = openName(work, row.id, row.name_sealed)
      return name ? [[row.id, fullName(name)]] : []
    }),
  )
}

/** When these people were born, as far as that is kept; read as their names are. */
export async function readBirthDays(work: Work, ids: readonly string[]): Promise<Map<string, Day>> {
  return new Map(
    (await rowsOf(work, ids)).flatMap(({ id, birth_day_sealed }) => {
      work.about({ person: id })
      const text = personFields.open(work.vault, id, id, 'birth_day_sealed', birth_day_sealed)
      const day = text === null ? null : readDay(text)
      return day ? [[id, day]] : []
    }),
  )
}

async function rowsOf({ tx, orgId, vault }: Work, ids: readonly string[]) {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await findNames(tx, orgId, wanted)
  await vault.take(rows.map(({ id, wrapped }) => ({ owner: id, wrapped })))
  return rows
}
