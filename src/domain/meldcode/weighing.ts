/**
 * The five weighing questions of the framework (compulsory since 1 January 2019; domain.md 2.3 [S70, S72]), in its own
 * order: the first that turns away from "go on" says where it leads.
 */
export const weighingQuestions = [
  'suspicion',
  'acute_or_structural_unsafety',
  'able_to_help',
  'help_accepted',
  'help_effective',
] as const
export type WeighingQuestion = (typeof weighingQuestions)[number]
export const weighingAnswers = ['yes', 'no'] as const
export type WeighingAnswer = (typeof weighingAnswers)[number]
export type Weighing = Readonly<Partial<Record<WeighingQuestion, WeighingAnswer>>>

/** What an answer leads to; where it says nothing the next question is asked. */
const leads = {
  suspicion: { no: 'close' },
  // Questions three to five are then gone through together with Veilig Thuis.
  acute_or_structural_unsafety: { yes: 'report' },
  able_to_help: { no: 'report' },
  help_accepted: { no: 'report' },
  help_effective: { no: 'report', yes: 'help' },
} as const satisfies Record<WeighingQuestion, Partial<Record<WeighingAnswer, string>>>
export type WeighingLeadsTo = 'close' | 'report' | 'help'

/** Where the answers lead; `null` as long as a question that decides is open. */
export function weighingLeadsTo(weighing: Weighing): WeighingLeadsTo | null {
  for (const question of weighingQuestions) {
    const answer = weighing[question]
    if (!answer) return null
    const to: Partial<Record<WeighingAnswer, WeighingLeadsTo>> = leads[question]
    const end = to[answer]
    if (end) return end
  }
  return null
}

/** Answers as they are kept: one place for each question, in order; empty for one that was not answered. */
export const keptAnswers = (weighing: Weighing): string[] =>
  weighingQuestions.map((question) => weighing[question] ?? '')

export const readAnswers = (kept: readonly string[] | null): Weighing =>
  Object.fromEntries(
    weighingQuestions.flatMap((question, at) => {
      const answer = weighingAnswers.find((one) => one === kept?.[at])
      return answer ? [[question, answer]] : []
    }),
  )
