import type { Handed, HandedGoal } from '#domain/end-report/hand-over.ts'
import { doerWords, type LetterLanguage } from '#domain/end-report/letter-words.ts'
import { maskedElement } from '#domain/fhir/masked.ts'
import { type Placed, some, voices } from '#domain/fhir/said.ts'
import { systems } from '#domain/fhir/systems.ts'
import type { GoalOutcome } from '#domain/plan/goal-attainment.ts'

/**
 * HL7 `goal-achievement` (R4: preferred for Goal.achievementStatus). Partly is better than where she began; not is no
 * better, of which HL7 says that there might or might not have been progress, and our own word beside it says the rest.
 */
const achievement = {
  reached: 'achieved',
  partly: 'improving',
  not: 'not-achieved',
} as const satisfies Record<GoalOutcome, string>

/** A goal as it was looked at last. What it is about always stands in it; what she wants only where her words go along. */
export function goalOf(
  goal: HandedGoal,
  reviewedOn: Handed['reviewedOn'],
  subject: Placed,
  language: LetterLanguage,
) {
  const about = goal.about?.[language] ?? null
  const text = goal.words ?? about
  const outcome = goal.letGo ? null : goal.outcome
  return {
    resourceType: 'Goal' as const,
    // Only what she reached or let go is over: of the others nobody said that she wants it no more.
    lifecycleStatus: goal.letGo ? 'cancelled' : outcome === 'reached' ? 'completed' : 'active',
    // A goal that nobody looked at has no outcome: nothing is said of it, rather than that it wasn't reached.
    ...(outcome && {
      achievementStatus: {
        coding: [
          { system: systems.goalAchievement, code: achievement[outcome] },
          { system: 'urn:naast:goal-outcome', code: outcome },
        ],
      },
    }),
    ...some('category', about ? [{ text: about }] : []),
    description: text ? { text } : maskedElement,
    subject,
    ...some('target', goal.expected ? [{ measure: asExpected, detailString: goal.expected }] : []),
    ...(outcome && reviewedOn && { statusDate: reviewedOn }),
    ...some('note', voices(goal, subject)),
  }
}
/** Level 0 of goal attainment scaling: as she and her coach expected. */
const asExpected = { coding: [{ system: 'urn:naast:goal-level', code: '0' }] }

/** What is still to be done for a goal, by what kind of person: never who. */
export const taskOf = (
  action: HandedGoal['actions'][number],
  subject: Placed,
  goal: Placed,
  language: LetterLanguage,
) => ({
  resourceType: 'Task' as const,
  // Nobody said that it was begun, nor that somebody elsewhere took it on.
  status: 'ready' as const,
  intent: 'plan' as const,
  description: action.words,
  for: subject,
  performerType: [{ text: doerWords[language][action.doer] }],
  reasonReference: goal,
  restriction: { period: { end: action.byDay } },
})
