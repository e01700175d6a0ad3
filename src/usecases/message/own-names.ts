import type { OrganisationRow } from '#db/organisation.ts'
import { programmes } from '#programmes/registry.ts'
import type { Work } from '#usecases/context.ts'

/** What the organisation and its programmes are called: not to be read by whoever picks up a phone. */
export const ownNamesOf = (
  work: Pick<Work, 'programmes'>,
  organisation: Pick<OrganisationRow, 'name'>,
): string[] => [
  organisation.name,
  ...[...programmes, ...work.programmes.known].flatMap(({ id, label, terms }) => [
    id,
    label.nl,
    label.en,
    initialsOf(label.nl),
    terms.worker.nl,
    terms.worker.en,
  ]),
]

/** As people shorten a name of more words. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
