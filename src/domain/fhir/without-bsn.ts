import { withoutBsn } from '#domain/bsn.ts'
import { codings, type FhirNode, valueAt } from '#domain/fhir/node.ts'

/** Identifier systems that mean BSN: the name nl-core uses, and the object identifier behind it (domain.md 3.8). */
const bsnSystems =
  /^(http:\/\/fhir\.nl\/fhir\/NamingSystem\/bsn|(urn:oid:)?2\.16\.840\.1\.113883\.2\.4\.6\.3)\/?$/i
/** National person identifier of the Netherlands in HL7 table 0203. */
const bsnType = 'NNNLD'

/** Elements that carry names of systems, codes and addresses of resources; they are used for reading and never kept. */
const machine = new Set(['system', 'code', 'version', 'id', 'reference', 'fullUrl', 'profile', 'data', 'url'])

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** Text as it may be read: no characters that hide or turn others, no half characters, no spaces around it. */
const tidy = (text: string): string => text.replace(unseen, '').toWellFormed().normalize('NFC').trim()

/**
 * The tree as the rest of Naast may see it: every BSN left out, wherever it stood, and every text tidied. `places`
 * names the elements that held one (`Patient.identifier`), each once, never what stood there.
 */
export function treeWithoutBsn(root: FhirNode): { root: FhirNode; places: readonly string[] } {
  const places = new Set<string>()
  const clean = (node: FhirNode, path: string): FhirNode => {
    const children = node.children.flatMap((child) => {
      // A resource starts a path of its own: types begin with a capital, elements don't.
      const here = /^[A-Z]/.test(child.name) ? child.name : `${path}.${child.name}`
      if (isBsnIdentifier(child)) {
        if (valueAt(child, 'value') !== null) places.add(here)
        return []
      }
      return [clean(child, here)]
    })
    if (node.value === null) return { ...node, children }
    const text = tidy(node.value)
    if (machine.has(node.name)) return { ...node, value: text, children }
    const kept = withoutBsn(text)
    if (kept.dropped > 0) places.add(path.replace(/\.div$/, ''))
    return { ...node, value: kept.text, children }
  }
  return { root: clean(root, root.name), places: [...places] }
}

const isBsnIdentifier = (node: FhirNode): boolean =>
  bsnSystems.test(valueAt(node, 'system')?.trim() ?? '') ||
  codings(node, 'type').some(({ code }) => code === bsnType)
