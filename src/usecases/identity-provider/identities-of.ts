import { listIdentities, listProviders } from '#db/identity-provider.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { identityFields } from '#usecases/identity-provider/provider-fields.ts'

/** Who is who at a provider that works today. People are few: opening them costs less than keeping what can be searched. */
export async function identitiesOf(work: Work, providerId: string) {
  const { tx, orgId, vault } = work
  const provider = (await listProviders(tx, orgId)).find(({ id }) => id === providerId)
  if (!provider || provider.ended_at) throw new NotFound()
  await vault.load([providerId])
  return (await listIdentities(tx, orgId, providerId)).map((row) => ({
    memberId: row.member_id,
    subject: identityFields.open(vault, providerId, row.id, 'subject_sealed', row.subject_sealed),
  }))
}
