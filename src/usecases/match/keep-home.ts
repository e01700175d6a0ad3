import { endSecretHome, insertSecretHome } from '#db/secret-home.ts'
import type { Work } from '#usecases/context.ts'

/** That nobody may learn where somebody lives, or that it is no secret any more. */
export async function keepHome(work: Work, personId: string, secret: boolean): Promise<void> {
  const { tx, orgId, actor, today, now, newId } = work
  work.about({ person: personId })
  if (!secret) return endSecretHome(tx, orgId, personId, today)
  await insertSecretHome(tx, {
    org_id: orgId,
    id: newId(),
    person_id: personId,
    from_day: today,
    decided_by: actor.kind === 'member' ? actor.memberId : null,
    decided_at: now,
  })
}
