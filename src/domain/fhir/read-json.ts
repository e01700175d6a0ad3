import { deepest, mostElements, type TreeProblem } from '#domain/fhir/limits.ts'
import type { FhirNode } from '#domain/fhir/node.ts'
import { decodeEntities } from '#domain/fhir/xml-text.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

class Stopped extends Error {}

/** Reads a resource in FHIR's JSON into the tree that XML gives too; a problem instead of a throw. */
export function readJson(text: string): FhirNode | TreeProblem {
  const parsed = parse(text)
  if (!isObject(parsed)) return 'malformed'
  let elements = 0
  const count = (depth: number) => {
    elements += 1
    if (depth > deepest || elements > mostElements) throw new Stopped()
  }

  const resourceOf = (json: Json, depth: number): FhirNode => ({
    name: typeof json.resourceType === 'string' ? json.resourceType : '',
    value: null,
    url: null,
    children: childrenOf(json, depth),
  })
  /** `birthDate` and `_birthDate` are one element: its value, and what stands inside it. */
  const childrenOf = (json: Json, depth: number): FhirNode[] => {
    const names = new Set(Object.keys(json).map((key) => key.replace(/^_/, '')))
    names.delete('resourceType')
    return [...names].flatMap((name) => {
      const [values, insides] = [json[name], json[`_${name}`]]
      if (!Array.isArray(values) && !Array.isArray(insides)) return elementOf(name, values, insides, depth)
      const [list, inside] = [asList(values), asList(insides)]
      return Array.from({ length: Math.max(list.length, inside.length) }, (_, at) =>
        elementOf(name, list[at], inside[at], depth),
      ).flat()
    })
  }
  const elementOf = (name: string, value: unknown, inside: unknown, depth: number): FhirNode[] => {
    count(depth)
    if (isObject(value)) {
      if (typeof value.resourceType === 'string') {
        count(depth + 1)
        return [{ name, value: null, url: null, children: [resourceOf(value, depth + 2)] }]
      }
      const url = /^(modifierE|e)xtension$/.test(name) && typeof value.url === 'string' ? value.url : null
      return [{ name, value: null, url, children: childrenOf(value, depth + 1) }]
    }
    const children = isObject(inside) ? childrenOf(inside, depth + 1) : []
    const primitive = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null
    if (primitive === null && children.length === 0) return []
    return [
      {
        name,
        value: primitive !== null && name === 'div' ? narrative(primitive) : primitive,
        url: null,
        children,
      },
    ]
  }

  try {
    return resourceOf(parsed, 0)
  } catch (error) {
    if (error instanceof Stopped) return 'too-deep'
    throw error
  }
}

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The text of a narrative, without its tags. It is only searched, never kept. */
const narrative = (xhtml: string): string => {
  const text = xhtml.replace(/<[^<>]*>/g, ' ')
  return decodeEntities(text) ?? text
}
