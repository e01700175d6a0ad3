import { encodeEntities } from '#domain/fhir/xml-text.ts'

export type FhirFormat = 'json' | 'xml'
const types = { json: 'application/fhir+json', xml: 'application/fhir+xml' } as const

type Part = string | readonly Part[] | { readonly [name: string]: Part }

/** A FHIR resource, its elements in the order that FHIR gives them: XML needs that. */
export type Resource = { readonly resourceType: string } & { readonly [name: string]: Part }

export const writeResource = (
  resource: Resource,
  format: FhirFormat,
  more: { status: number; language: string; headers?: Readonly<Record<string, string>> },
): Response =>
  new Response(format === 'json' ? JSON.stringify(resource) : asXml(resource), {
    status: more.status,
    headers: {
      'content-type': `${types[format]}; charset=utf-8`,
      'content-language': more.language,
      ...more.headers,
    },
  })

const asXml = ({ resourceType, ...elements }: Resource): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${resourceType} xmlns="http://hl7.org/fhir">${inside(elements)}</${resourceType}>`

const inside = (elements: { readonly [name: string]: Part }): string =>
  Object.entries(elements)
    .map(([name, part]) => element(name, part))
    .join('')

function element(name: string, part: Part): string {
  if (typeof part === 'string') return `<${name} value="${encodeEntities(part)}"/>`
  if (isList(part)) return part.map((one) => element(name, one)).join('')
  // Of an extension the url is an attribute.
  const { url, ...rest } = part
  return name === 'extension' && typeof url === 'string'
    ? `<${name} url="${encodeEntities(url)}">${inside(rest)}</${name}>`
    : `<${name}>${inside(part)}</${name}>`
}
const isList = (part: Part): part is readonly Part[] => Array.isArray(part)

/** How the answer's format is asked in the address. */
export const formatParameter = {
  pattern: /^(application\/)?(fhir[+ ])?(xml|json)$/,
  description: 'doc.format' as const,
}

/**
 * XML or JSON: what `_format` asks, else what the Accept header names first, else what the sender itself wrote, else
 * JSON.
 */
export function formatOf(request: Request): FhirFormat {
  const asked = new URL(request.url).searchParams.get('_format') ?? request.headers.get('accept') ?? ''
  const found =
    /xml|json/i.exec(asked.slice(0, 300))?.[0] ??
    /xml|json/i.exec(request.headers.get('content-type')?.slice(0, 100) ?? '')?.[0]
  return found?.toLowerCase() === 'xml' ? 'xml' : 'json'
}
