import { all, extensions, extensionText, type FhirNode, valueAt, valuesAt } from '#domain/fhir/node.ts'
import { extensionUrls } from '#domain/fhir/systems.ts'

/** A name as it was sent: not yet held against the rules for names. */
export interface SentName {
  readonly given: string
  readonly family: string | null
}

/** Names that are no longer hers. An alias (`anonymous`) counts if there is nothing else. */
const notHers = ['old', 'maiden']
const order = ['official', 'usual', '', 'temp']

/**
 * The name she goes by, from nl-core names: the call name (`usual`, or a given name marked CL), else the given names
 * in full, else the initials; and her surname as she has it written. `null` if no name says anything.
 */
export function nameOf(person: FhirNode): SentName | null {
  const names = all(person, 'name')
    .filter((name) => !notHers.includes(valueAt(name, 'use') ?? ''))
    .toSorted((a, b) => rank(a) - rank(b))
  const [main] = names
  if (!main) return null
  const usual = names.find((name) => valueAt(name, 'use') === 'usual')
  const family = names.map(surname).find((text) => text !== null) ?? null
  const given =
    (usual && givenNames(usual)) ??
    names.map(givenNames).find((text) => text !== null) ??
    names.map(initials).find((text) => text !== null)
  if (given) return { given, family }
  const text = names.flatMap((name) => valueAt(name, 'text') ?? [])[0]
  if (text) return { given: text, family: null }
  return family ? { given: family, family: null } : null
}

const rank = (name: FhirNode): number =>
  (order.indexOf(valueAt(name, 'use') ?? '') + order.length + 1) % (order.length + 1)

const parts = (name: FhirNode): { text: string; qualifiers: readonly string[] }[] =>
  all(name, 'given').flatMap((given) =>
    given.value
      ? [
          {
            text: given.value,
            qualifiers: extensions(given, extensionUrls.namePart).flatMap((part) =>
              valuesAt(part, 'valueCode'),
            ),
          },
        ]
      : [],
  )

/** The call name if one is marked (CL); else every given name that is more than an initial (IN). */
function givenNames(name: FhirNode): string | null {
  const given = parts(name)
  const called = given.filter(({ qualifiers }) => qualifiers.includes('CL'))
  const full = called.length > 0 ? called : given.filter(({ qualifiers }) => !qualifiers.includes('IN'))
  return full.map(({ text }) => text).join(' ') || null
}
const initials = (name: FhirNode): string | null =>
  parts(name)
    .map(({ text }) => text)
    .join('') || null

/** Surname as the sender put it together; else from its parts, in the order she chose (NL1 to NL4). */
function surname(name: FhirNode): string | null {
  const [family] = all(name, 'family')
  if (!family) return null
  if (family.value) return family.value
  const { ownPrefix, ownName, partnerPrefix, partnerName, nameOrder } = extensionUrls
  const joined = (...urls: string[]) =>
    urls.flatMap((url) => extensionText(family, url) ?? []).join(' ') || null
  const own = joined(ownPrefix, ownName)
  const partner = joined(partnerPrefix, partnerName)
  const chosen = extensions(name, nameOrder).flatMap((extension) => valuesAt(extension, 'valueCode'))[0]
  const wanted =
    chosen === 'NL2'
      ? [partner]
      : chosen === 'NL3'
        ? [partner, own]
        : chosen === 'NL4'
          ? [own, partner]
          : [own]
  return wanted.filter((part) => part !== null).join('-') || own || partner
}
