import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import {
  type Asking,
  bringsOn,
  type PersonRequestStep,
  type PersonStanding,
  personRequestStepsOf,
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
  standing: PersonStanding,
): readonly PersonRequestStep[] =>
  actor.kind === 'member'
    ? personRequestStepsOf(asking, standing, actor.memberId, (step) => mayTake(actor, step))
    : []

/** It waits for her: something brings it on that she may do. */
export const waitsFor = (actor: Actor, asking: Asking, standing: PersonStanding): boolean =>
  bringsOn(standing, stepsFor(actor, asking, standing))
