import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what in a matching meeting. Who sees all women who wait, decides on all of them together. */
export const matchingMeetingPolicy = {
  hold: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** How often somebody else was proposed than stood first: for who answers for the programme and its weights too. */
  countChoices: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
} as const
