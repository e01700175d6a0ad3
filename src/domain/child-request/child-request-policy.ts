import {
  bringsOn,
  type ChildRequestStep,
  childRequestStepsOf,
  type Standing,
} from '#domain/child-request/child-request.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** A request for a child's file is for two roles; each step for the one that must be able to answer for it. */
export const childRequestPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  register: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  /** Who asks, with what authority, what is written, and that it was handed over. */
  handle: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  /** Whether it is safe, for her and for the child. */
  judgeSafety: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
  approve: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  end: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
} as const

const who: Readonly<Record<ChildRequestStep, (actor: Actor) => boolean>> = {
  identify: childRequestPolicy.handle,
  authorise: childRequestPolicy.handle,
  find_safe: childRequestPolicy.judgeSafety,
  prepare: childRequestPolicy.handle,
  approve: childRequestPolicy.approve,
  deliver: childRequestPolicy.handle,
  refuse: childRequestPolicy.end,
  withdraw: childRequestPolicy.end,
}

/** What this reader may do with it as it stands; the same person does not approve twice. */
export const stepsFor = (actor: Actor, standing: Standing): readonly ChildRequestStep[] =>
  actor.kind === 'member' ? childRequestStepsOf(standing, actor.memberId, (step) => who[step](actor)) : []

/** It waits for her: something brings it on that she may do. */
export const waitsFor = (actor: Actor, standing: Standing): boolean =>
  bringsOn(standing, stepsFor(actor, standing))
