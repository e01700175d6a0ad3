import { z } from 'zod'
import { findNamesSince } from '#db/person.ts'
import { fullName, type Name } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { personFields } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A row is written at its use case's moment and seen when that transaction commits; no transaction lasts this long,
 * so what was read until `now - longestWork` is complete.
 */
const longestWork = Temporal.Duration.from({ minutes: 10 })
const batch = 2000

/**
 * Brings this organisation's names in memory up to date: all of them the first time, afterwards what was written
 * since, by whichever process. Reads names only to index them; nobody sees them by it, so it isn't in the trail.
 */
export async function freshenNames(work: Work): Promise<void> {
  const { names, orgId, tx, vault } = work
  await names.fill(orgId, async () => {
    const since = names.readUntil(orgId)
    let after: string | null = null
    do {
      const rows = await findNamesSince(tx, orgId, { since, after, limit: batch })
      const fresh = rows.filter((row) => names.versionOf(orgId, row.id) !== row.version)
      await vault.load(fresh.map((row) => row.id))
      for (const row of fresh) {
        const name = personFields.open(vault, row.id, row.id, 'name_sealed', row.name_sealed)
        if (name === null) names.drop(orgId, row.id)
        // Our own writing, validated on the way in.
        else names.put(orgId, row.id, fullName(JSON.parse(name) as Name), row.version)
      }
      vault.letGo(fresh.map((row) => row.id))
      after = rows.length === batch ? (rows.at(-1)?.id ?? null) : null
    } while (after !== null)
    return work.now.subtract(longestWork)
  })
}

/** Reads an organisation's names into memory ahead of the first search: Naast itself, after it started. */
export const loadNames = question({
  name: 'load-names',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({}),
  async run(work) {
    await freshenNames(work)
    return null
  },
})
