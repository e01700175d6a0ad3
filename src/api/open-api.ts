import type {
  ApiContent,
  ApiDescription,
  ApiOperation,
  ApiParameter,
  JsonSchema,
} from '#domain/service/api-description.ts'
import { deliveryKinds } from '#domain/webhook/webhook.ts'
import type { Endpoint, KeyedEndpoint } from './endpoint.ts'
import { outcomeContent } from './fhir/outcome.ts'
import { eventSchema, outcomeSchema, problemSchema } from './open-api-schemas.ts'
import { codesOf, type Say, sayIn } from './words.ts'

/** The description of the API (OpenAPI 3.1), made from the table of endpoints, so it can't say anything else. */
export const openApiOf = (endpoints: readonly Endpoint[], say: Say = sayIn('en')): ApiDescription => ({
  openapi: '3.1.0',
  info: { title: 'Naast', version: '1', description: say('doc.api') },
  tags: tags.map((name) => ({ name, description: say(`doc.tag-${name}`) })),
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'naast_…' } },
    schemas: { Problem: problemSchema(say), OperationOutcome: outcomeSchema },
  },
  paths: Object.fromEntries(
    [...new Set(endpoints.map(({ path }) => path))].map((path) => [
      path.replace(/:(\w+)/g, '{$1}'),
      Object.fromEntries(
        endpoints
          .filter((endpoint) => endpoint.path === path)
          .map((endpoint) => [endpoint.method.toLowerCase(), operation(endpoint, say)]),
      ),
    ]),
  ),
  webhooks: Object.fromEntries(deliveryKinds.map((kind) => [kind, { post: eventOperation(kind, say) }])),
  'x-problems': codesOf('problem.', say).filter(({ code }) => code !== 'refused'),
  'x-field-errors': codesOf('field.', say),
  'x-notes': codesOf('note.', say),
})

const tags = ['fhir', 'referrals', 'events', 'description'] as const
const tagOf = ({ access, path }: Endpoint): (typeof tags)[number] =>
  access === 'open' ? 'description' : path.startsWith('/api/fhir/') ? 'fhir' : 'referrals'

/** What may stand in the way of each, by status; what is only about the method is the same everywhere. */
function wrongsOf(endpoint: Endpoint) {
  if (endpoint.access === 'open') return ['500'] as const
  return [
    ...(['400', '401', '403'] as const),
    ...(endpoint.path.includes(':') ? (['404'] as const) : []),
    ...(endpoint.body ? (['409', '413', '415'] as const) : []),
    ...(endpoint.body || Object.keys(endpoint.query).length > 0 ? (['422'] as const) : []),
    '500' as const,
  ]
}

function operation(endpoint: Endpoint, say: Say): ApiOperation {
  const { name, summary, description, responses } = endpoint.doc
  const content: ApiContent = endpoint.path.startsWith('/api/fhir/')
    ? outcomeContent
    : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const good = Object.entries(responses).map(
    ([status, one]) => [status, { ...one, description: say(one.description) }] as const,
  )
  const bad = wrongsOf(endpoint).map(
    (status) => [status, { description: say(`doc.wrong-${status}`), content }] as const,
  )
  return {
    summary: say(summary),
    ...(description ? { description: say(description) } : {}),
    tags: [tagOf(endpoint)],
    operationId: name ?? (endpoint.access === 'key' ? endpoint.useCase : endpoint.path),
    responses: Object.fromEntries([...good, ...bad]),
    ...(endpoint.access === 'open' ? { security: [] } : keyedParts(endpoint, say)),
  }
}

function keyedParts(endpoint: KeyedEndpoint, say: Say): Partial<ApiOperation> {
  const { body } = endpoint
  return {
    security: [{ key: [endpoint.scope] }],
    parameters: parametersOf(endpoint, say),
    ...(body
      ? {
          requestBody: {
            required: true,
            description: say('doc.body', { limit: body.limit }),
            content: Object.fromEntries(
              body.types.map((type) => [type, type.endsWith('json') ? { schema: body.schema } : {}]),
            ),
          },
        }
      : {}),
  }
}

const parametersOf = ({ path, query, method }: KeyedEndpoint, say: Say): readonly ApiParameter[] => [
  ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string', format: 'uuid' },
  })),
  ...Object.entries(query).map(([name, { pattern, description }]) => ({
    name,
    in: 'query' as const,
    description: say(description),
    schema: { type: 'string', pattern: pattern.source },
  })),
  ...(method === 'POST' ? [inHeader('Idempotency-Key', say('doc.idempotency-key'), { maxLength: 255 })] : []),
]

const inHeader = (name: string, description: string, schema: JsonSchema = {}): ApiParameter => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string', ...schema },
})

/** The other way round: what is sent, and what an answer to it means. */
const eventOperation = (kind: (typeof deliveryKinds)[number], say: Say): ApiOperation => ({
  summary: say(`doc.event-${kind}`),
  description: say('doc.event-more'),
  tags: ['events'],
  security: [],
  parameters: [
    inHeader('webhook-id', say('doc.webhook-id'), { format: 'uuid' }),
    inHeader('webhook-timestamp', say('doc.webhook-timestamp'), { pattern: '^\\d+$' }),
    inHeader('webhook-signature', say('doc.webhook-signature')),
  ],
  requestBody: { required: true, content: { 'application/json': { schema: eventSchema(kind) } } },
  responses: {
    '2XX': { description: say('doc.event-2xx') },
    '410': { description: say('doc.event-410') },
    default: { description: say('doc.event-other') },
  },
})
