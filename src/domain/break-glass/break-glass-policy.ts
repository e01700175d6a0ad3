import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may open a file in an emergency: colleagues who otherwise may not see it. Not who refers, for she works elsewhere,
 * and not the privacy officer, who judges it.
 */
export const breakGlassPolicy = {
  break: (actor: Actor) =>
    isMemberWith(actor, 'administrator', 'coordinator', 'worker', 'safeguarding_lead', 'programme_manager'),
  review: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
} as const
