import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who works on tasks; which ones somebody sees, `visibleTasks` decides. */
export const taskPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  finish: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
