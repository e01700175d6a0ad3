import { z } from 'zod'
import type { JsonSchema } from '#domain/service/api-description.ts'
import { type DeliveryKind, webhookKinds } from '#domain/webhook/webhook.ts'
import type { Say } from './words.ts'

/** What zod makes of a schema of ours; it makes no more than is in `JsonSchema`. */
export const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema) as JsonSchema

const text: JsonSchema = { type: 'string' }
const id: JsonSchema = { type: 'string', format: 'uuid' }

/** RFC 9457, as `problemJson` writes it. */
export const problemSchema = (say: Say): JsonSchema => ({
  type: 'object',
  required: ['type', 'title', 'status', 'instance'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', pattern: '^urn:naast:problem:[a-z0-9-]+$' },
    title: { type: 'string', description: say('doc.problem-title') },
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
})

/** The same where FHIR is spoken. */
export const outcomeSchema: JsonSchema = {
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

/** What is sent to another system, as `bodyOf` writes it. */
export const eventSchema = (kind: DeliveryKind): JsonSchema => ({
  type: 'object',
  required: ['type', 'id', 'timestamp', 'data'],
  additionalProperties: false,
  properties: {
    type: { const: kind },
    id,
    timestamp: { type: 'string', format: 'date-time' },
    data: webhookKinds.some((one) => one === kind)
      ? {
          type: 'object',
          required: ['id', 'link'],
          additionalProperties: false,
          properties: { id, link: { type: 'string', format: 'uri' } },
        }
      : { type: 'object', additionalProperties: false, properties: {} },
  },
})
