/**
 * One element of a FHIR resource, the same whether it came as XML or as JSON: its name, its value if it is a
 * primitive, its url if it is an extension, and what stands inside. A resource bears its type as its name and
 * stands inside the element that holds it (`entry` → `resource` → `Patient`). Narrative is one `div` with its text.
 */
export interface FhirNode {
  readonly name: string
  readonly value: string | null
  readonly url: string | null
  readonly children: readonly FhirNode[]
}

/** A system and code with the words that stand beside it. */
export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string | null
}

/** A person said no answer rather than an answer: these codings have no words to keep. */
const absent = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'

/** Everything reached by following these names from here. */
export const all = (node: FhirNode, ...path: readonly string[]): readonly FhirNode[] =>
  path.reduce<readonly FhirNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  )

export const one = (node: FhirNode, ...path: readonly string[]): FhirNode | null =>
  all(node, ...path)[0] ?? null

/** Values along a path, without empty ones. */
export const valuesAt = (node: FhirNode, ...path: readonly string[]): readonly string[] =>
  all(node, ...path).flatMap(({ value }) => value || [])

export const valueAt = (node: FhirNode, ...path: readonly string[]): string | null =>
  valuesAt(node, ...path)[0] ?? null

export const extensions = (node: FhirNode, url: string): readonly FhirNode[] =>
  node.children.filter((child) => child.name === 'extension' && child.url === url)

/** Text of the first extension with this url. */
export const extensionText = (node: FhirNode, url: string): string | null =>
  extensions(node, url).flatMap((extension) => valuesAt(extension, 'valueString'))[0] ?? null

/** The codings of a CodeableConcept (or of several with the same name). */
export const codings = (node: FhirNode, ...path: readonly string[]): readonly Coding[] =>
  all(node, ...path, 'coding').map((coding) => ({
    system: valueAt(coding, 'system') ?? '',
    code: valueAt(coding, 'code') ?? '',
    display: valueAt(coding, 'display'),
  }))

export const hasCode = (
  node: FhirNode,
  path: readonly string[],
  system: string,
  ...codes: string[]
): boolean => codings(node, ...path).some((coding) => coding.system === system && codes.includes(coding.code))

/** What a CodeableConcept says in words: its own text, else what its first code is called. */
export const wordsOf = (node: FhirNode, ...path: readonly string[]): string | null =>
  valueAt(node, ...path, 'text') ??
  codings(node, ...path).find(({ system, display }) => system !== absent && display)?.display ??
  null
