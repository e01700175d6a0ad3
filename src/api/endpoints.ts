import type { Endpoint } from './endpoint.ts'
import { getServiceRequest, getTask } from './fhir/get-referral.ts'
import { postBundle } from './fhir/post-bundle.ts'
import { openApiOf } from './open-api.ts'
import { problemJson } from './problem.ts'
import { referralStatus } from './referral-status.ts'
import { sentReferrals } from './sent-referrals.ts'

const keyed: readonly Endpoint[] = [postBundle, getServiceRequest, getTask, sentReferrals, referralStatus]

const description: Endpoint = {
  access: 'open',
  method: 'GET',
  path: '/api/openapi.json',
  writeProblem: (problem, _, say, requestId) => problemJson(problem, say, requestId),
  doc: {
    name: 'describe',
    summary: 'doc.this',
    responses: {
      '200': { description: 'doc.this-200', content: { 'application/json': { schema: { type: 'object' } } } },
    },
  },
  answer: () => Response.json(openApiOf(endpoints)),
}

/** Everything another system can do here: method, path, scope, use case, how a body is read. */
export const endpoints: readonly Endpoint[] = [...keyed, description]
