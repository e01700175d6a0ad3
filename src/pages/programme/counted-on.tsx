import type { Day } from '#domain/day.ts'
import { asksForReferralDay } from '#domain/programme/case-facts.ts'
import type { EligibilityRule } from '#domain/programme/definition.ts'
import { factsIn } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly rule: EligibilityRule
  /** The day on which her referral came in. */
  readonly receivedOn: Day | null
}

/** Says on which day a rule was weighed, where that is not today. */
export const CountedOn = ({ t, rule, receivedOn }: Props) =>
  receivedOn && asksForReferralDay(factsIn(ruleOf(rule.when))) ? (
    <span class="naast-quiet">{t('desk.fit.counted-on', { day: t.longDay(receivedOn) })}</span>
  ) : null
