import { endOffer, findOffers, insertOffers, stampProgrammes } from '#db/programme.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'

/**
 * Offers this version from today; another version of the same programme is offered no longer, and whoever began
 * under it goes on under it. The stamp comes first: its row makes two who decide at once wait for each other.
 */
export async function takeUp(
  { tx, orgId, actor, today, now, newId }: Work,
  { id, version }: Pick<ProgrammeDefinition, 'id' | 'version'>,
): Promise<void> {
  await stampProgrammes(tx, orgId)
  const standing = (await findOffers(tx, orgId)).find(
    (offer) => offer.programme_id === id && offer.until_day === null,
  )
  if (standing?.version === version) throw new Refused('programme-offered-already')
  if (standing) await endOffer(tx, orgId, id, today.subtract({ days: 1 }))
  await insertOffers(tx, [
    {
      org_id: orgId,
      id: newId(),
      programme_id: id,
      version,
      from_day: today,
      until_day: null,
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
    },
  ])
}
