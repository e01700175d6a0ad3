import { z } from 'zod'
import { beyondLocks } from '#db/lock-reach.ts'
import { findNames, findNameVersions } from '#db/person.ts'
import { actorId } from '#domain/member/actor.ts'
import { fullName, type Name } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import type { NamesRead } from '#usecases/name-index.ts'
import { personFields } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A row bears the moment at which its use case began and is seen when that commits, which takes most of them a second
 * and none of them longer than `longestWork`. So every search reads what is as fresh as `usualWork`, and now and then
 * one sweeps up what took longer: an import of five thousand women is not gone through anew at every search after it.
 */
const usualWork = Temporal.Duration.from({ seconds: 30 })
const longestWork = Temporal.Duration.from({ minutes: 10 })
const sweepEvery = Temporal.Duration.from({ minutes: 1 })
const batch = 2000

/** Since when names are to be read, and how far they have been read after it. */
function nextReading(before: NamesRead | null, now: Temporal.Instant) {
  if (!before) return { since: null, read: { looked: now, swept: now } }
  const sweep = Temporal.Instant.compare(before.swept.add(sweepEvery), now) <= 0
  return sweep
    ? { since: before.swept.subtract(longestWork), read: { looked: now, swept: now } }
    : { since: before.looked.subtract(usualWork), read: { looked: now, swept: before.swept } }
}

/**
 * Brings this organisation's names in memory up to date: all of them the first time, afterwards what was written
 * since, by whichever process. Reads names only to index them; nobody sees them by it, so it isn't in the trail.
 */
export async function freshenNames(work: Work): Promise<void> {
  const { names, orgId, actor, tx, vault } = work
  // The whole organisation's: who may see which of them, the query for whom is found decides.
  await beyondLocks(tx, actorId(actor), () =>
    names.fill(orgId, async () => {
      const { since, read } = nextReading(names.read(orgId), work.now)
      let after: string | null = null
      do {
        const versions = await findNameVersions(tx, orgId, { since, after, limit: batch })
        const stale = versions.filter(({ id, version }) => names.versionOf(orgId, id) !== version)
        const rows = stale.length === 0 ? [] : await findNames(tx, orgId, ids(stale))
        await vault.take(rows.map(({ id, wrapped }) => ({ owner: id, wrapped })))
        for (const { id, name_sealed, version } of rows) {
          const name = personFields.open(vault, id, id, 'name_sealed', name_sealed)
          if (name === null) names.drop(orgId, id)
          // Our own writing, validated on the way in.
          else names.put(orgId, id, fullName(JSON.parse(name) as Name), version)
        }
        vault.letGo(ids(rows))
        after = versions.length === batch ? (versions.at(-1)?.id ?? null) : null
      } while (after !== null)
      return read
    }),
  )
}
const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id)

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
