import { z } from 'zod'
import { serviceRequestOf, taskOf } from '#domain/fhir/write-referral.ts'
import { statusClasses } from '#domain/referral/status-class.ts'
import { NotFound } from '#usecases/failure.ts'
import { followReferral } from '#usecases/referral/follow-referral.ts'
import type { KeyedEndpoint } from '../endpoint.ts'
import { schemaOf } from '../open-api-schemas.ts'
import type { ApiWord } from '../words.ts'
import { writeOutcome } from './outcome.ts'
import { formatOf, formatParameter, writeResource } from './resource.ts'

const identifier = z.array(z.object({ system: z.literal('urn:naast:reference'), value: z.string() }))
const reference = z.object({ reference: z.string() })
const oneCode = <Code extends z.ZodType>(system: string, code: Code) =>
  z.object({ coding: z.array(z.object({ system: z.literal(system), code })) })

const serviceRequest = z.object({
  resourceType: z.literal('ServiceRequest'),
  id: z.uuid(),
  identifier,
  status: z.enum(['active', 'completed', 'revoked']),
  intent: z.literal('order'),
  subject: z.object({
    extension: z.array(z.object({ url: z.string(), valueCode: z.literal('masked') })),
    type: z.literal('Patient'),
  }),
  authoredOn: z.iso.date(),
})
const task = z.object({
  resourceType: z.literal('Task'),
  id: z.uuid(),
  identifier,
  basedOn: z.array(reference),
  status: z.enum(['received', 'in-progress', 'completed', 'cancelled']),
  businessStatus: oneCode('urn:naast:referral-status', z.enum(statusClasses)),
  intent: z.literal('order'),
  code: oneCode('http://hl7.org/fhir/CodeSystem/task-code', z.literal('fulfill')),
  focus: reference,
  authoredOn: z.iso.date(),
})

/** What became of a referral, as the resource that a system of those who refer knows already. */
const readAs = (
  name: string,
  shape: typeof serviceRequest | typeof task,
  write: typeof serviceRequestOf | typeof taskOf,
  doc: { summary: ApiWord; description: ApiWord },
): KeyedEndpoint => ({
  access: 'key',
  method: 'GET',
  path: `/api/fhir/${shape.shape.resourceType.value}/:id`,
  scope: 'referral.read',
  useCase: followReferral.useCase.name,
  query: { _format: formatParameter },
  body: null,
  writeProblem: writeOutcome,
  doc: {
    ...doc,
    name,
    responses: {
      '200': {
        description: 'doc.resource-200',
        content: {
          'application/fhir+json': { schema: schemaOf(shape) },
          'application/fhir+xml': {},
        },
      },
    },
  },
  async handle({ context, actor, params, raw, say }) {
    const id = z.uuid().safeParse(params.id)
    // An id that can't exist and one that isn't yours are the same answer.
    if (!id.success) throw new NotFound()
    const resource = shape.parse(write(await followReferral(context, actor, { id: id.data })))
    return writeResource(resource, formatOf(raw), { status: 200, language: say.language })
  },
})

export const getServiceRequest = readAs('read-service-request', serviceRequest, serviceRequestOf, {
  summary: 'doc.service-request',
  description: 'doc.service-request-more',
})
export const getTask = readAs('read-task', task, taskOf, {
  summary: 'doc.task',
  description: 'doc.task-more',
})
