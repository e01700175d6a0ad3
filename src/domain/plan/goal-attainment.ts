/**
 * Goal attainment scaling (instruments.md, GAS): five levels for a goal of her own. 0 is what she and her coach expect,
 * two are better and two are less. It says something of her goals, and nothing that teams could be held against.
 */
export const levels = [2, 1, 0, -1, -2] as const
export type Level = (typeof levels)[number]

/** How much a goal weighs among her others. */
export const weights = [1, 2, 3] as const
export type Weight = (typeof weights)[number]

export interface Rated {
  /** Where it stood when it was last looked at; `null` if nobody has yet. */
  readonly level: Level | null
  readonly weight: Weight
}

/** 50 if all is as expected: T = 50 + 10·Σwx / √(0.7·Σw² + 0.3·(Σw)²). `null` while a goal has not been looked at. */
export function attainment(goals: readonly Rated[]): number | null {
  let [weighed, squares, sum] = [0, 0, 0]
  for (const { level, weight } of goals) {
    if (level === null) return null
    weighed += weight * level
    squares += weight ** 2
    sum += weight
  }
  return sum === 0 ? null : 50 + (10 * weighed) / Math.sqrt(0.7 * squares + 0.3 * sum ** 2)
}

/** Everything reached as expected or better. Nothing asked, nothing known. */
export const goalsMet = (goals: readonly Pick<Rated, 'level'>[]): boolean | null =>
  goals.length === 0
    ? null
    : goals.some(({ level }) => level !== null && level < 0)
      ? false
      : goals.some(({ level }) => level === null)
        ? null
        : true

/** What came of a goal, in the three words of an end-of-service report (issue 7, section 1). */
export const goalOutcomes = ['reached', 'partly', 'not'] as const
export type GoalOutcome = (typeof goalOutcomes)[number]

/**
 * Reached: as she expected or better. Partly: less than that, and better than where she began. Not: no better than
 * where she began. `null` for a goal that nobody looked at: that is no outcome, and it is none of these.
 */
export function goalOutcome(startLevel: Level, level: Level | null): GoalOutcome | null {
  if (level === null) return null
  if (level >= 0) return 'reached'
  return level > startLevel ? 'partly' : 'not'
}
