import { type Told, toldAtEnd } from '#domain/closure/told-at-end.ts'
import type { Day } from '#domain/day.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import type { ClosureReason, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { factsIn, isTrue } from '#domain/programme/expression.ts'
import type { MeasureMoment } from '#domain/programme/measuring.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** How far an outcome of the programme was reached, as she and the coordinator see it. Not a score. */
export const goalLevels = ['reached', 'partly', 'not', 'unknown'] as const
export type GoalLevel = (typeof goalLevels)[number]

/** How it ended for the method: carried through, ended before that, or never begun. */
export const closureResults = ['completed', 'ended_early', 'not_started'] as const
export type ClosureResult = (typeof closureResults)[number]

/** The final evaluation: asked, not wanted, not possible, or never due because nothing had begun. */
export const evaluations = ['taken', 'declined', 'not_possible', 'not_asked'] as const
export type Evaluation = (typeof evaluations)[number]
export const evaluationReasons = {
  declined: ['rather_not', 'no_consent', 'no_moment'],
  not_possible: ['not_reached', 'not_safe', 'moved', 'no_language'],
} as const

/**
 * Reasons that may be given: what was begun was carried through or stopped; what was not begun can't have been
 * carried through, but may end for any other reason. While a trajectory is quiet, none that speaks of a child's age.
 */
export const closureReasonsFor = (
  definition: Pick<ProgrammeDefinition, 'closureReasons'>,
  begun: boolean,
  quiet = false,
): readonly ClosureReason[] => {
  const reasons = sayable(definition.closureReasons, quiet)
  return begun
    ? reasons.filter(({ kind }) => kind === 'completed' || kind === 'stopped')
    : [
        ...reasons.filter(({ kind }) => kind === 'not_started' || kind === 'not_eligible'),
        ...reasons.filter(({ kind }) => kind === 'stopped'),
      ]
}

/** What may still be said to her: after a loss nothing that speaks of a child. */
export const sayable = <T extends { readonly ofChild?: boolean | undefined }>(
  all: readonly T[],
  quiet: boolean,
): readonly T[] => all.filter(({ ofChild }) => !quiet || ofChild !== true)

interface Course {
  readonly begun: boolean
  readonly visitsDone: number
  readonly childBornOn: Day | null
  /** Sessions of a group at which she was present; not known of who never had a place in one. */
  readonly sessionsAttended?: number | null
  /** She and somebody of the programme looked back on it with the questions of the final moment. */
  readonly evaluationHeld?: boolean | null
  /** How far each outcome was reached, as far as that was asked. */
  readonly goals?: Readonly<Record<string, GoalLevel>>
  /** Whether she reached what stands in her plan; that comes before the outcomes. */
  readonly planGoalsMet?: boolean | null
  /** What only the person who closes can tell, or what is written down of it. */
  readonly told?: Told
}

/**
 * Was it carried through, as this programme counts it (domain.md 6.3, completion)? The rule decides, never the
 * person who closes; what the facts don't decide has not been carried through.
 */
export function closureResult(
  definition: Pick<ProgrammeDefinition, 'completion'>,
  course: Course,
  today: Day,
): ClosureResult {
  if (!course.begun) return 'not_started'
  return carriedThrough(definition, course, today) === true ? 'completed' : 'ended_early'
}

/** Does it still depend on what the person who closes is about to tell: the goals, or what nobody else knows? */
export const dependsOnAnswers = (
  definition: Pick<ProgrammeDefinition, 'completion'>,
  course: Omit<Course, 'goals'>,
  today: Day,
): boolean =>
  course.begun &&
  carriedThrough(definition, course, today) === null &&
  factsIn(ruleOf(definition.completion.value)).some((name) => answered.includes(name))
const answered: readonly string[] = ['goalsMet', ...toldAtEnd]

function carriedThrough(
  definition: Pick<ProgrammeDefinition, 'completion'>,
  {
    visitsDone,
    childBornOn,
    sessionsAttended = null,
    evaluationHeld = null,
    goals = {},
    planGoalsMet = null,
    told = {},
  }: Course,
  today: Day,
): boolean | null {
  const facts = {
    ...childFacts({ bornOn: childBornOn, dueOn: null }, today),
    visitsDone,
    sessionsAttended,
    evaluationHeld,
    goalsMet: planGoalsMet ?? goalsMet(goals),
    ...told,
  }
  return isTrue(ruleOf(definition.completion.value), facts)
}

/** Reached what she wanted: everything that was asked was reached. Nothing asked, nothing known. */
function goalsMet(goals: Readonly<Record<string, GoalLevel>>): boolean | null {
  const asked = Object.values(goals).filter((level) => level !== 'unknown')
  return asked.length === 0 ? null : asked.every((level) => level === 'reached')
}

/** The moment that is the final evaluation: the one at the end, or the last before it. `null` if none is. */
export const finalMoment = (definition: Pick<ProgrammeDefinition, 'measures'>): MeasureMoment | null =>
  definition.measures.find(({ when }) => when.at === 'end') ??
  definition.measures.findLast(({ when }) => when.at !== 'after_end') ??
  null
