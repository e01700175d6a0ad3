import type { WeighingLeadsTo } from '#domain/meldcode/weighing.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Step 5: two decisions, apart from each other (domain.md 2.3 [S71]). Is reporting necessary? Is giving or organising
 * help possible, also when it is reported? The reasons are the reporting norms in KNMG's words [S72] and what makes help
 * possible [S71].
 */
export const decisions = {
  report: {
    necessary: ['acute_unsafety', 'structural_unsafety', 'help_not_possible', 'help_does_not_end_it'],
    not_necessary: ['no_suspicion', 'help_is_enough', 'taken_up_elsewhere'],
  },
  help: {
    possible: ['we_help', 'others_help', 'we_and_others_help'],
    not_possible: ['not_able', 'not_accepted', 'without_effect', 'not_needed'],
  },
} as const
export type DecisionKind = keyof typeof decisions
export const decisionKinds = ['report', 'help'] as const satisfies DecisionKind[]

export type Decision =
  | { readonly kind: 'report'; readonly answer: keyof typeof decisions.report; readonly reason: string }
  | { readonly kind: 'help'; readonly answer: keyof typeof decisions.help; readonly reason: string }

/** Does this answer belong to this question, and this reason to it? */
export const isDecision = (given: {
  kind: DecisionKind
  answer: string
  reason: string
}): given is Decision =>
  Object.entries(decisions[given.kind]).some(
    ([answer, reasons]: [string, readonly string[]]) =>
      answer === given.answer && reasons.includes(given.reason),
  )

/**
 * May it be decided like this? Reporting is a right that need not be used, but not using it must be explainable
 * (Wmo 2015 art. 5.2.6 [S80]): where the weighing leads to a report, a code alone doesn't explain it.
 */
export const mayDecide = (
  { kind, answer }: Pick<Decision, 'kind' | 'answer'>,
  { leadsTo, words }: { readonly leadsTo: WeighingLeadsTo | null; readonly words: string | null },
): true | Refusal<'meldcode-say-why-not'> =>
  kind === 'report' && answer === 'not_necessary' && leadsTo === 'report' && !words
    ? refuse('meldcode-say-why-not')
    : true
