import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { deepest, mostElements, type TreeProblem } from '#domain/fhir/limits.ts'
import type { FhirNode } from '#domain/fhir/node.ts'
import { decodeEntities } from '#domain/fhir/xml-text.ts'

const namespace = 'http://hl7.org/fhir'
const attributes = ':@'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
})

class Stopped extends Error {
  readonly problem: TreeProblem
  constructor(problem: TreeProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * Reads a resource in FHIR's XML into a tree; a problem instead of a throw. A document type is refused before anything
 * is parsed, so there are no entities to expand and nothing outside to fetch.
 */
export function readXml(text: string): FhirNode | TreeProblem {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of these
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) return 'malformed'
  if (/<!(?!--|\[CDATA\[)/.test(text)) return 'doctype'
  const encoding = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})/i.exec(text)?.[1]
  if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) return 'not-utf8'
  if (countTags(text) > mostElements * 2) return 'too-deep'
  const parsed = parse(text)
  if (parsed === null) return 'malformed'
  const roots = parsed.flatMap(elementOf)
  const [root] = roots
  if (!root || roots.length > 1 || !root.namespaces.includes(namespace)) return 'malformed'
  try {
    return nodeOf(root, 0)
  } catch (error) {
    if (error instanceof Stopped) return error.problem
    throw error
  }
}

function countTags(text: string): number {
  let tags = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) tags += 1
  return tags
}

function parse(text: string): unknown[] | null {
  try {
    if (XMLValidator.validate(text) !== true) return null
    const parsed: unknown = parser.parse(text)
    return Array.isArray(parsed) ? parsed : null
  } catch {
    // Whatever the parser says of it, it comes down to text that is no XML.
    return null
  }
}

/** One element as the parser gives it: `[{ Patient: [ … ], ':@': { … } }]`. */
interface Element {
  readonly name: string
  readonly inside: readonly unknown[]
  readonly attribute: (name: string) => string | null
  readonly namespaces: readonly string[]
}

function elementOf(item: unknown): Element[] {
  if (typeof item !== 'object' || item === null) return []
  const given = Object.entries(item)
  const found = given.find(([key, value]) => key !== attributes && Array.isArray(value))
  if (!found) return []
  const attached: unknown = given.find(([key]) => key === attributes)?.[1]
  const pairs = Object.entries(typeof attached === 'object' && attached !== null ? attached : {})
  const inside: unknown = found[1]
  return [
    {
      name: found[0].replace(/^.*:/, ''),
      inside: Array.isArray(inside) ? inside : [],
      attribute: (name) => {
        const value: unknown = pairs.find(([key]) => key === name)?.[1]
        return typeof value === 'string' ? decoded(value) : null
      },
      namespaces: pairs.flatMap(([key, value]) => (/^xmlns(:|$)/.test(key) ? [String(value)] : [])),
    },
  ]
}

function decoded(text: string): string {
  const plain = decodeEntities(text)
  if (plain === null) throw new Stopped('malformed')
  return plain
}

function nodeOf(element: Element, depth: number): FhirNode {
  if (depth > deepest) throw new Stopped('too-deep')
  const { name, inside } = element
  if (name === 'div') return { name, value: textIn(inside, depth), url: null, children: [] }
  return {
    name,
    value: element.attribute('value'),
    url: element.attribute('url'),
    children: inside.flatMap((item) => elementOf(item).map((child) => nodeOf(child, depth + 1))),
  }
}

/** All text inside a narrative, piece by piece. It is only searched, never kept. */
function textIn(items: readonly unknown[], depth: number): string {
  if (depth > deepest * 2) throw new Stopped('too-deep')
  return items
    .map((item) => {
      const text = typeof item === 'object' && item !== null && '#text' in item ? item['#text'] : null
      if (typeof text === 'string') return decodeEntities(text) ?? text
      return elementOf(item)
        .map((child) => textIn(child.inside, depth + 1))
        .join('')
    })
    .join(' ')
}
