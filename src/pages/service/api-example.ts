import type { ApiOperation, JsonSchema } from '#domain/service/api-description.ts'

const ids = '01930000-0000-7000-8000-00000000000'

/** Something that fits a schema, the same every time. What only a pattern describes is left to the reader. */
export function exampleOf(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf)
    return schema.anyOf.some(({ type }) => type === 'null') ? null : exampleOf(schema.anyOf[0] ?? {})
  if (schema.type === 'array') return [exampleOf(schema.items ?? {})]
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, of]) => [name, exampleOf(of)]),
    )
  if (schema.type === 'integer') return 1
  if (schema.format === 'uuid') return `${ids}1`
  if (schema.format === 'date') return '2026-11-03'
  if (schema.format === 'date-time') return '2026-11-03T08:00:00Z'
  if (schema.format === 'uri') return `https://naast.example.nl/api/v1/referrals/${ids}1`
  return '…'
}

/** How to ask it from a command line: `NAAST`, `KEY` and `ID` are the reader's own. */
export function curlOf(method: string, path: string, operation: ApiOperation): string {
  const type = Object.keys(operation.requestBody?.content ?? {})[0]
  const keyed = (operation.security ?? []).length > 0
  return [
    `curl "$NAAST${path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)}"`,
    keyed ? '-H "Authorization: Bearer $KEY"' : null,
    type ? `-H "Content-Type: ${type}"` : null,
    method === 'post' ? '-H "Idempotency-Key: $(uuidgen)"' : null,
    type ? '--data-binary @bundle.json' : null,
  ]
    .filter((part) => part !== null)
    .join(' \\\n  ')
}

/** What is sent to another system, as it comes in. */
export function sentExample({ parameters = [], requestBody }: ApiOperation): string {
  const shown: Record<string, string> = {
    'webhook-id': `${ids}9`,
    'webhook-timestamp': '1793692800',
    'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  }
  const [[type, { schema = {} }] = ['', {}]] = Object.entries(requestBody?.content ?? {})
  const body = exampleOf(schema) as { id?: string }
  return [
    'POST /…',
    `content-type: ${type}`,
    ...parameters.map(({ name }) => `${name}: ${shown[name] ?? '…'}`),
    '',
    JSON.stringify({ ...body, id: `${ids}9` }),
  ].join('\n')
}
