import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { CheckInRhythm } from '#domain/programme/check-in-rhythm.ts'

/** `w3`: after three weeks beside each other. `t2026-12-15`: at the end of the trial, which may be made longer. */
export type MomentCode = `w${number}` | `t${string}`
export const momentCode = /^(w\d{1,3}|t\d{4}-\d{2}-\d{2})$/
export interface CheckInMoment {
  readonly moment: MomentCode
  /** `null` for the end of the trial. */
  readonly week: number | null
  readonly on: Day
}

/** What of a match moves its check-ins. */
export interface CheckInCourse {
  readonly startedOn: Day
  readonly trialUntil: Day | null
  /** In order; `until` is the day on which it went on, `null` while it rests. */
  readonly pauses: readonly { readonly from: Day; readonly until: Day | null }[]
  /** No check-in lies after it: the last visit that both know. */
  readonly lastOn: Day | null
}

/**
 * The check-ins of one match, from its beginning up to so many that lie after `today`. Weeks are counted while they
 * meet: a rest moves what comes after it, and as long as it rests nothing is planned. The end of the trial has a
 * check-in of its own, which takes the place of one that would be in the same days.
 */
export function checkInMoments(
  rhythm: CheckInRhythm,
  course: CheckInCourse,
  { today, ahead }: { readonly today: Day; readonly ahead: number },
): readonly CheckInMoment[] {
  const { trialUntil, lastOn } = course
  const trial: CheckInMoment[] = trialUntil
    ? [{ moment: `t${trialUntil.toString()}`, week: null, on: trialUntil }]
    : []
  const near = (on: Day) =>
    trialUntil !== null && Math.abs(daysBetween(on, trialUntil)) <= rhythm.graceDays.value
  const moments: CheckInMoment[] = []
  let left = ahead
  for (const week of weeksOf(rhythm)) {
    const on = dayOfWeek(week, course)
    if (on === null || (lastOn && isBefore(lastOn, on)) || left === 0) break
    if (near(on)) continue
    moments.push({ moment: `w${week}`, week, on })
    if (isBefore(today, on)) left -= 1
  }
  return [...moments, ...trial.filter(({ on }) => !lastOn || !isBefore(lastOn, on))].sort((a, b) =>
    Temporal.PlainDate.compare(a.on, b.on),
  )
}

/** Ten years of weeks are more than any programme lasts. */
const mostWeeks = 520

function* weeksOf({ weeks, everyWeeks }: CheckInRhythm): Generator<number> {
  yield* weeks.value
  if (!everyWeeks) return
  for (let week = (weeks.value.at(-1) ?? 0) + everyWeeks.value; week <= mostWeeks; week += everyWeeks.value)
    yield week
}

/** The day on which so many weeks beside each other are over; `null` while a rest keeps it away. */
function dayOfWeek(week: number, { startedOn, pauses }: CheckInCourse): Day | null {
  let on = startedOn.add({ weeks: week })
  for (const { from, until } of pauses) {
    if (isBefore(on, from)) break
    if (until === null) return null
    on = on.add({ days: daysBetween(from, until) })
  }
  return on
}

/** What became of a check-in with one side. */
export interface SettledSide {
  readonly moment: string
  readonly state: 'done' | 'missed'
}
/** `open`: may be held, its day is to come. `passed`: the days of the next one have come, and it is not asked any more. */
export type CheckInNow = 'done' | 'missed' | 'later' | 'open' | 'due' | 'late' | 'passed'

/**
 * How it stands today with each moment, for one side. One at a time: as soon as the next may be held, what was left
 * before it has passed, and the next is due at once instead.
 */
export function checkInsNow(
  moments: readonly CheckInMoment[],
  settled: readonly SettledSide[],
  today: Day,
  graceDays: number,
): readonly (CheckInMoment & { readonly now: CheckInNow })[] {
  const stateOf = new Map(settled.map(({ moment, state }) => [moment, state]))
  const daysSince = (at: number) => daysBetween(moments[at]?.on ?? today, today)
  const left = (at: number) => at > 0 && !stateOf.has(moments[at - 1]?.moment ?? '')
  const reached = moments.findLastIndex(
    ({ moment }, at) => stateOf.has(moment) || daysSince(at) >= -graceDays,
  )
  const stands = (at: number): CheckInNow => {
    if (at < reached) return 'passed'
    const days = daysSince(at)
    if (days > graceDays) return 'late'
    if (days >= 0) return 'due'
    if (days < -graceDays) return 'later'
    return left(at) ? 'due' : 'open'
  }
  return moments.map((one, at) => ({ ...one, now: stateOf.get(one.moment) ?? stands(at) }))
}

/** May it be held today? */
export const mayHold = (now: CheckInNow): boolean => now === 'open' || now === 'due' || now === 'late'
