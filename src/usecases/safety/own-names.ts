import { findOrganisation } from '#db/organisation.ts'
import type { Work } from '#usecases/context.ts'

/** What would tell whoever finds a paper who we are: the organisation's name and those of all its programmes. */
export async function ownNames(work: Work): Promise<readonly string[]> {
  const { name } = await findOrganisation(work.tx, work.orgId)
  return [
    name,
    ...work.programmes.known.flatMap(({ label, terms }) => [
      label.nl,
      label.en,
      terms.worker.nl,
      terms.worker.en,
    ]),
  ]
}
