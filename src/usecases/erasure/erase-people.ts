import { clearFile, type ErasureScope } from '#db/erasure.ts'
import { dropCardsOf } from '#db/exchange-card.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Destroys the keys of these files and clears what is not under them. Part of a use case that decided it; memory
 * forgets them once it is committed, here and in every other process (`server/keys/forgotten.ts`).
 */
export async function erasePeople(work: Work, scope: ErasureScope): Promise<void> {
  const { tx, orgId, vault, now, names } = work
  for (const person of scope.people) await vault.destroy(person)
  await clearFile(tx, orgId, scope, now)
  // What another organisation could still find her by, without waiting for the clock.
  await dropCardsOf(tx, orgId, scope.people)
  work.about({ person: scope.people, trajectory: scope.trajectories })
  work.afterCommit(() => {
    for (const person of scope.people) names.drop(orgId, person)
  })
}
