import r4 from 'fhirpath/fhir-context/r4/index.js'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
interface Model {
  readonly path2Type: Readonly<Record<string, string>>
  readonly path2RefType: Readonly<Record<string, readonly string[]>>
  readonly choiceTypePaths: Readonly<Record<string, readonly string[]>>
}
const { path2Type, path2RefType, choiceTypePaths } = r4 as unknown as Model

/** What R4 says stands at this place; `null` if it knows no such element there. */
function typeAt(path: string, key: string): string | null {
  const found = path2Type[`${path}.${key}`]
  if (found !== undefined) return found
  for (let at = key.length - 1; at > 0; at -= 1) {
    const type = key.slice(at)
    if (choiceTypePaths[`${path}.${key.slice(0, at)}`]?.includes(type)) return type
  }
  return null
}
const isNode = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const plainTypes: Readonly<Record<string, (value: Json) => boolean>> = {
  integer: Number.isInteger,
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  dateTime: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T.+Z)?$/.test(value),
  instant: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value),
}
const plain = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1)

/**
 * Places in a resource that are not as FHIR R4 has them: an element that it doesn't know there, something empty, or a
 * value of another kind. The names of elements are those that the FHIRPath engine carries.
 */
export function notAsInR4(value: Json, path = '', place = path): string[] {
  if (Array.isArray(value))
    return value.length === 0 ? [place] : value.flatMap((one, at) => notAsInR4(one, path, `${place}[${at}]`))
  if (!isNode(value)) {
    const holds = plainTypes[plain(path)] ?? ((one: Json) => typeof one === 'string' && one.trim() !== '')
    return holds(value) ? [] : [place]
  }
  const { resourceType } = value
  const here = typeof resourceType === 'string' ? resourceType : path
  const keys = Object.keys(value).filter((key) => key !== 'resourceType')
  if (keys.length === 0) return [place]
  return keys.flatMap((key) => {
    const type = typeAt(here, key)
    const inside = `${place || here}.${key}`
    if (type === null) return [inside]
    const deeper = type === 'BackboneElement' || type === 'Element' ? `${here}.${key}` : type
    return notAsInR4(value[key] ?? null, deeper, inside)
  })
}

interface Entry {
  readonly fullUrl: string
  readonly resource: { readonly resourceType: string }
}
/** References in these entries that lead nowhere, or to a kind of resource that R4 doesn't allow there. */
export function strayReferences(entries: readonly Entry[]): string[] {
  const types = new Map(entries.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]))
  const walk = (value: Json, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => walk(one, path))
    if (!isNode(value)) return []
    return Object.entries(value).flatMap(([key, inside]) => {
      if (key !== 'reference' || typeof inside !== 'string') return walk(inside, `${path}.${key}`)
      const type = types.get(inside) ?? 'nothing'
      const may = path2RefType[path] ?? []
      const any = may.length === 0 || may.includes('Resource')
      return may.includes(type) || (any && type !== 'nothing') ? [] : [`${path} -> ${type}`]
    })
  }
  return entries.flatMap(({ resource }) => walk(resource as unknown as Json, resource.resourceType))
}
