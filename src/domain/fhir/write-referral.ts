import { masked } from '#domain/fhir/masked.ts'
import type { StatusClass } from '#domain/referral/status-class.ts'

/** A referral as the system that sent it may see it. */
export interface SentReferral {
  readonly id: string
  /** What is quoted on the phone. */
  readonly reference: string
  readonly receivedOn: string
  readonly status: StatusClass
}

/** Nothing of these says why: another offer is no more than an end before the work was done. */
const ofRequest = {
  received: 'active',
  in_progress: 'active',
  started: 'active',
  ended: 'completed',
  other_offer: 'revoked',
} as const satisfies Record<StatusClass, string>
const ofTask = {
  received: 'received',
  in_progress: 'in-progress',
  started: 'in-progress',
  ended: 'completed',
  other_offer: 'cancelled',
} as const satisfies Record<StatusClass, string>

const identifier = (reference: string) => [{ system: 'urn:naast:reference', value: reference }]
/** Who she is, is not said: the sender knows, and nobody else should. */
const her = masked('Patient')

/** The request itself (FHIR R4): active, completed, or revoked when she has another offer. */
export const serviceRequestOf = ({ id, reference, receivedOn, status }: SentReferral) => ({
  resourceType: 'ServiceRequest' as const,
  id,
  identifier: identifier(reference),
  status: ofRequest[status],
  intent: 'order' as const,
  subject: her,
  authoredOn: receivedOn,
})

/** What is being done about it (FHIR R4). Our own class, which says a little more, is its `businessStatus`. */
export const taskOf = ({ id, reference, receivedOn, status }: SentReferral) => ({
  resourceType: 'Task' as const,
  id,
  identifier: identifier(reference),
  basedOn: [{ reference: `ServiceRequest/${id}` }],
  status: ofTask[status],
  businessStatus: { coding: [{ system: 'urn:naast:referral-status', code: status }] },
  intent: 'order' as const,
  code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
  focus: { reference: `ServiceRequest/${id}` },
  authoredOn: receivedOn,
})
