import type { NotStartedClass } from '#domain/message/message-text.ts'
import type { ClosureReason } from '#domain/programme/definition.ts'

/** Reasons that every programme calls by the same id (domain.md 7.9), as the class a referrer may hear. */
const classes: Readonly<Record<string, NotStartedClass>> = {
  no_match: 'no_capacity',
  declined: 'woman_declined',
  unreachable: 'not_reached',
  moved: 'outside_area',
  referred_on: 'other_offer',
  not_eligible: 'other_offer',
}

/** Why it did not start, as her referrer may hear it. Everything that could say more about her is 'other'. */
export const notStartedClass = (reason: Pick<ClosureReason, 'id' | 'kind'>): NotStartedClass =>
  classes[reason.id] ?? (reason.kind === 'not_eligible' ? 'other_offer' : 'other')
