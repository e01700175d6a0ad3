import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'

export const outcomePolicy = {
  /** What changed in a programme, counted, as it stands inside; what may leave of it is a pack (`report-release`). */
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
  /** Every pair by itself, without a name: only for who may open each of those files and their measures anyway. */
  seeEach: (actor: Actor) => trajectoryPolicy.takeMeasure(actor),
} as const
