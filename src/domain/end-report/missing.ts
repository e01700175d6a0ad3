import type { EndReportWords } from '#domain/end-report/end-report.ts'
import type { GoalOutcome } from '#domain/plan/goal-attainment.ts'

/** What is not there, and is said to be not there; nothing is filled in in its place. */
export const missingParts = ['plan', 'outcome', 'her-words', 'coach-words', 'goes-on', 'takes-over'] as const
export type MissingPart = (typeof missingParts)[number]
export interface Missing {
  readonly part: MissingPart
  /** The goal of which it is missing; `null`: of the report as a whole. */
  readonly goalId: string | null
}

interface ReportedGoal {
  readonly id: string
  readonly outcome: GoalOutcome | null
  /** She let it go: it has no outcome and needs none. */
  readonly letGo: unknown
}

export function missingIn(goals: readonly ReportedGoal[], words: EndReportWords): readonly Missing[] {
  const whole = (part: MissingPart, there: unknown): Missing[] => (there ? [] : [{ part, goalId: null }])
  return [
    ...whole('plan', goals.length > 0),
    ...goals
      .filter(({ letGo }) => letGo === null)
      .flatMap(({ id, outcome }) => [
        ...(outcome === null ? [{ part: 'outcome' as const, goalId: id }] : []),
        ...(words.goals[id]?.hers ? [] : [{ part: 'her-words' as const, goalId: id }]),
        ...(words.goals[id]?.coach ? [] : [{ part: 'coach-words' as const, goalId: id }]),
      ]),
    ...whole('goes-on', words.goesOn),
    ...whole('takes-over', words.takesOver),
  ]
}
