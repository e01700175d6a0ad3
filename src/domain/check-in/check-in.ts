import { z } from 'zod'
import { countsUntil, type SafeContactPolicy } from '#domain/contact-policy/safe-contact-policy.ts'
import { type Day, isBefore } from '#domain/day.ts'

/**
 * How it goes between the two of a match, asked of each apart. Four small questions, the same each time, so that a
 * change shows: whether this is the right person comes from peers.md (matching, number 2), the others are ours and
 * for the owner of the method to confirm. Each may be left open.
 */
export const checkInQuestions = {
  fit: ['yes', 'partly', 'no'],
  often: ['weekly', 'fortnightly', 'monthly', 'less', 'not'],
  hard: ['no', 'a_little', 'yes'],
  goOn: ['yes', 'unsure', 'no'],
} as const
export type CheckInQuestion = keyof typeof checkInQuestions
export const checkInQuestionNames = Object.keys(checkInQuestions) as CheckInQuestion[]

/** How the two spoke. `herself`: a worker filled it in, in her own words. */
export const checkInWays = ['phone', 'visit', 'elsewhere', 'written', 'herself'] as const
export type CheckInWay = (typeof checkInWays)[number]

/** Why it wasn't held; nobody has to say more. */
export const checkInMissed = ['not_reached', 'not_safe', 'rather_not', 'no_time', 'other'] as const

const answer = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).nullable().default(null)
export const checkInAnswers = z.strictObject({
  fit: answer(checkInQuestions.fit),
  often: answer(checkInQuestions.often),
  hard: answer(checkInQuestions.hard),
  goOn: answer(checkInQuestions.goOn),
})
export type CheckInAnswers = z.output<typeof checkInAnswers>

/** What makes a coordinator look today: it doesn't fit, or one of the two wants to stop. Stopping says more. */
export function alarmOf({
  fit,
  goOn,
}: CheckInAnswers): 'check-in-wants-to-stop' | 'check-in-does-not-fit' | null {
  if (goOn === 'no') return 'check-in-wants-to-stop'
  return fit === 'no' ? 'check-in-does-not-fit' : null
}

/**
 * The ways in which a mother may be asked: as her safe-contact agreement allows and no other. Somewhere she comes
 * anyway is agreed with her each time; without an agreement that is all there is.
 */
export function motherWays(policy: SafeContactPolicy | null, on: Day): readonly CheckInWay[] {
  if (!policy || isBefore(countsUntil(policy), on)) return ['elsewhere']
  const written = policy.channels.includes('text') || policy.channels.includes('email')
  return checkInWays.filter(
    (way) =>
      way === 'elsewhere' ||
      (way === 'phone' && policy.channels.includes('phone')) ||
      (way === 'written' && written) ||
      (way === 'visit' && !policy.neverAtHome),
  )
}
/** A worker is asked however it suits; what she fills in herself says so. */
export const workerWays = ['phone', 'visit', 'elsewhere', 'written'] as const satisfies readonly CheckInWay[]

export const checkInNote = z
  .string()
  .trim()
  .max(2000)
  .nullish()
  .transform((text) => text || null)
