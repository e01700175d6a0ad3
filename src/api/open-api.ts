import type { Endpoint, KeyedEndpoint } from './endpoint.ts'
import { outcomeContent } from './fhir/outcome.ts'

const text = { type: 'string' }

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', pattern: '^urn:naast:problem:[a-z0-9-]+$' },
    title: { type: 'string', description: 'In the language of Accept-Language: Dutch or English' },
    status: { type: 'integer' },
    instance: text,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'title'],
        additionalProperties: false,
        properties: { field: text, code: text, title: text },
      },
    },
  },
}

const outcome = {
  type: 'object',
  required: ['resourceType', 'issue'],
  additionalProperties: false,
  properties: {
    resourceType: { const: 'OperationOutcome' },
    issue: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['severity', 'code', 'details'],
        additionalProperties: false,
        properties: {
          severity: { enum: ['fatal', 'error', 'warning', 'information'] },
          code: text,
          details: {
            type: 'object',
            required: ['coding', 'text'],
            properties: {
              coding: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['system', 'code'],
                  properties: { system: { const: 'urn:naast:issue' }, code: text },
                },
              },
              text,
            },
          },
          expression: { type: 'array', items: text },
        },
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
    schemas: { Problem: problem, OperationOutcome: outcome },
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

/** What may stand in the way of each, by status; what is only about the method is the same everywhere. */
const whatIsWrong = {
  '400': 'It can’t be read, or a parameter isn’t known or doesn’t fit',
  '401': 'No valid key',
  '403': 'The key lacks the scope, or was ended this moment',
  '404': 'It isn’t here, or isn’t yours',
  '409': 'It can’t be done now',
  '413': 'More than the limit',
  '415': 'Another type, charset or a packed body',
  '422': 'It was read, but can’t be taken',
  '500': 'Our fault',
} as const
type Wrong = keyof typeof whatIsWrong

function wrongsOf(endpoint: Endpoint): readonly Wrong[] {
  if (endpoint.access === 'open') return ['500']
  return [
    '400',
    '401',
    '403',
    ...(endpoint.path.includes(':') ? (['404'] as const) : []),
    ...(endpoint.body ? (['409', '413', '415'] as const) : []),
    ...(endpoint.body || Object.keys(endpoint.query).length > 0 ? (['422'] as const) : []),
    '500',
  ]
}

function operation(endpoint: Endpoint): object {
  const { summary, description, responses } = endpoint.doc
  const content = endpoint.path.startsWith('/api/fhir/')
    ? outcomeContent
    : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const problems = Object.fromEntries(
    wrongsOf(endpoint).map((status) => [status, { description: whatIsWrong[status], content }]),
  )
  const base = { summary, description, responses: { ...responses, ...problems } }
  return endpoint.access === 'open' ? { ...base, security: [] } : { ...base, ...keyedParts(endpoint) }
}

const keyedParts = (endpoint: KeyedEndpoint): object => ({
  operationId: endpoint.doc.name ?? endpoint.useCase,
  security: [{ key: [endpoint.scope] }],
  parameters: [
    ...[...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
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
          content: Object.fromEntries(
            endpoint.body.types.map((type) => [
              type,
              type.endsWith('json') ? { schema: endpoint.body?.schema } : {},
            ]),
          ),
        },
      }
    : {}),
})
