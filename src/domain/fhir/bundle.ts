import { all, type FhirNode, one, valueAt } from '#domain/fhir/node.ts'

/** Kinds of bundle that bring something; the others are answers and lists of a server. */
export const bundleTypes = ['transaction', 'batch', 'collection', 'message', 'document'] as const

/** The resources of a bundle and what they point to. Works too where entries carry no `fullUrl`. */
export interface Bundle {
  readonly resources: readonly FhirNode[]
  ofType(...types: string[]): readonly FhirNode[]
  /** What the reference under this name points to, if it is in the bundle. */
  target(from: FhirNode, ...path: readonly string[]): FhirNode | null
}

export function bundleOf(root: FhirNode): Bundle {
  const byAddress = new Map<string, FhirNode>()
  const resources = all(root, 'entry').flatMap((entry) => {
    // Something that is taken away or asked for is not told.
    if (['DELETE', 'GET', 'HEAD'].includes(valueAt(entry, 'request', 'method') ?? '')) return []
    const resource = one(entry, 'resource')?.children[0]
    if (!resource) return []
    const id = valueAt(resource, 'id')
    const fullUrl = valueAt(entry, 'fullUrl')
    if (id) byAddress.set(`${resource.name}/${id}`, resource)
    if (fullUrl) byAddress.set(fullUrl, resource)
    return [resource]
  })
  return {
    resources,
    ofType: (...types) => resources.filter(({ name }) => types.includes(name)),
    target: (from, ...path) => {
      const address = valueAt(from, ...path, 'reference')
      if (address === null) return null
      if (address.startsWith('#')) return contained(from, address.slice(1))
      const local = /([A-Za-z]+\/[^/]+)(\/_history\/[^/]+)?$/.exec(address)?.[1]
      return byAddress.get(address) ?? (local ? byAddress.get(local) : null) ?? null
    },
  }
}

const contained = (from: FhirNode, id: string): FhirNode | null =>
  all(from, 'contained')
    .flatMap(({ children }) => children)
    .find((resource) => valueAt(resource, 'id') === id) ?? null
