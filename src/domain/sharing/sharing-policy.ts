import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may share something of her, and see what was shared; of which women, `visibleTrajectories` decides. */
export const sharingPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  share: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  /** What rests on the law and not on her word: it may tell of a report. */
  readLegal: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
} as const
