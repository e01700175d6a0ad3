import type { Endpoint, KeyedEndpoint } from './endpoint.ts'

const problem = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: 'urn:naast:problem:<code>' },
    title: { type: 'string', description: 'In the language of Accept-Language: Dutch or English' },
    status: { type: 'integer' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, title: { type: 'string' } },
      },
    },
  },
}

/** The description of the API (OpenAPI 3.1), made from the table of endpoints, so it can't say anything else. */
export const openApiOf = (endpoints: readonly Endpoint[]): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Naast',
    version: '1',
    description: 'For systems of those who refer. See docs/api.md for what is read and what never is.',
  },
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'naast_…' } },
    schemas: { Problem: problem },
  },
  paths: Object.fromEntries(
    [...new Set(endpoints.map(({ path }) => path))].map((path) => [
      path.replace(/:(\w+)/g, '{$1}'),
      Object.fromEntries(
        endpoints
          .filter((endpoint) => endpoint.path === path)
          .map((endpoint) => [endpoint.method.toLowerCase(), operation(endpoint)]),
      ),
    ]),
  ),
})

function operation(endpoint: Endpoint): object {
  const { summary, description, responses } = endpoint.doc
  const problems = {
    default: {
      description: 'What stood in the way',
      content: endpoint.path.startsWith('/api/fhir/')
        ? { 'application/fhir+json': {}, 'application/fhir+xml': {} }
        : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  }
  const base = { summary, description, responses: { ...responses, ...problems } }
  return endpoint.access === 'open' ? { ...base, security: [] } : { ...base, ...keyedParts(endpoint) }
}

const keyedParts = (endpoint: KeyedEndpoint): object => ({
  operationId: endpoint.useCase,
  security: [{ key: [endpoint.scope] }],
  parameters: [
    ...[...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(endpoint.query).map(([name, { pattern, description }]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string', pattern: pattern.source },
    })),
    ...(endpoint.method === 'POST'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'The same message sent twice with the same key is one referral.',
            schema: { type: 'string', maxLength: 255 },
          },
        ]
      : []),
  ],
  ...(endpoint.body
    ? {
        requestBody: {
          required: true,
          description: `At most ${endpoint.body.limit} bytes, in UTF-8`,
          content: Object.fromEntries(endpoint.body.types.map((type) => [type, {}])),
        },
      }
    : {}),
})
