import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { RuleResult } from '#domain/programme/eligibility.ts'
import { explain } from '#domain/programme/explain.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly programme: ProgrammeDefinition
  readonly result: RuleResult
  /** What it was weighed on. */
  readonly facts: Facts
}

/** Why a rule is not met or not known, in what was asked and answered; a rule that is met needs no reason. */
export const Why = ({ t, programme, result: { rule, met }, facts }: Props) =>
  met === true ? null : (
    <span class="naast-quiet">
      {explain(programme, rule.when, facts, t.language)
        .reasons.map(({ text }) => text)
        .join(' ')}
    </span>
  )
