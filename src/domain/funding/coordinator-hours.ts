import { type Refusal, refuse } from '#domain/refusal.ts'

export const mostMinutes = 600_000
export const mostCoordinators = 100
/** Nobody works more than every hour of the longest month. */
const mostEach = 31 * 24 * 60

/** Hours are somebody's, and of nobody there are none. */
export function mayKeepHours(
  minutes: number,
  people: number,
): true | Refusal<'hours-of-nobody' | 'hours-too-many'> {
  if ((minutes === 0) !== (people === 0)) return refuse('hours-of-nobody')
  return minutes <= people * mostEach ? true : refuse('hours-too-many')
}
