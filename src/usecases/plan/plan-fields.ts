import type { PlanActionRow, PlanGoalRow } from '#db/plan-part.ts'
import type { Level } from '#domain/plan/goal-attainment.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What she wants, and what each of the five levels would look like, is sealed under her own key. */
export const goalFields = sealedFields('plan_goal', ['words_sealed'])
export const actionFields = sealedFields('plan_action', ['words_sealed'])
export const reviewFields = sealedFields('plan_review', ['words_sealed'])

export interface GoalWords {
  readonly words: string
  /** By level: what it looks like then. Only the expected one is always there. */
  readonly levels: Partial<Readonly<Record<`${Level}`, string>>>
}
export interface ActionWords {
  readonly words: string
  /** Which party does it, where she or her coach wrote its name. */
  readonly party: string | null
}

/** Her key must be loaded. `null` if her file was erased; what it is otherwise is our own writing. */
export function openGoal({ vault }: Work, personId: string, row: PlanGoalRow): GoalWords | null {
  const text = goalFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed)
  return text === null ? null : (JSON.parse(text) as GoalWords)
}
export function openAction({ vault }: Work, personId: string, row: PlanActionRow): ActionWords | null {
  const text = actionFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed)
  return text === null ? null : (JSON.parse(text) as ActionWords)
}
