import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import {
  type Asking,
  mayStepPersonRequest,
  type PersonRequestStep,
  type PersonStanding,
  personRequestSteps,
} from '#domain/person-request/person-request.ts'

/** Requests of persons are the privacy officer's; a safeguarding lead may take one in, and is a second to read a copy. */
export const personRequestPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  register: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  handle: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  approve: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
} as const

const mayTake = (actor: Actor, step: PersonRequestStep): boolean =>
  step === 'approve' ? personRequestPolicy.approve(actor) : personRequestPolicy.handle(actor)

/** What this reader may do with it as it stands; the same person does not approve twice. */
export const stepsFor = (
  actor: Actor,
  asking: Asking,
  { state, approvedBy }: PersonStanding,
): readonly PersonRequestStep[] =>
  personRequestSteps.filter(
    (step) =>
      mayStepPersonRequest(asking, state, step) &&
      mayTake(actor, step) &&
      !(step === 'approve' && actor.kind === 'member' && approvedBy.includes(actor.memberId)),
  )

/** It waits for her: something brings it on that she may do. Writing the copy once more does not. */
export const waitsFor = (actor: Actor, asking: Asking, standing: PersonStanding): boolean =>
  stepsFor(actor, asking, standing).some(
    (step) => step !== 'refuse' && step !== 'withdraw' && (step !== 'prepare' || standing.state === 'found'),
  )
