import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import { type Away, awayOn } from '#domain/worker/own-file.ts'

/** A session to come at which somebody who leads the group is away. */
export interface LeaderAway {
  readonly sessionId: string
  readonly number: number
  readonly on: Day
  /** Who is away, by worker. */
  readonly away: readonly string[]
  /** So many more are needed to lead it as the method asks; 0: enough remain. */
  readonly missing: number
}

/** So many days before a session a substitute is asked for; a week before it presses. Proposals of ours. */
export const askSubstitute = { fromDays: 28, urgentDays: 7 } as const

/**
 * Sessions to come on a day on which somebody who leads said that she is away, or there by phone only: a group meets in
 * a room. A session is planned all the same, its days are the women's too; somebody is asked to stand in.
 */
export const leadersAway = (
  sessions: readonly { id: string; number: number; on: Day; planned: boolean }[],
  leaders: ReadonlyMap<string, readonly Away[]>,
  needed: number,
  today: Day,
): readonly LeaderAway[] =>
  sessions
    .filter(({ on, planned }) => planned && !isBefore(on, today))
    .flatMap(({ id, number, on }) => {
      const away = [...leaders].flatMap(([workerId, periods]) =>
        awayOn(periods, on, false) ? [workerId] : [],
      )
      const left = leaders.size - away.length
      return away.length > 0 ? [{ sessionId: id, number, on, away, missing: Math.max(0, needed - left) }] : []
    })

/** How soon somebody has to be found; `null`: that is later. */
export function pressesOn(on: Day, today: Day): 'urgent' | 'due' | null {
  const days = daysBetween(today, on)
  return days > askSubstitute.fromDays ? null : days <= askSubstitute.urgentDays ? 'urgent' : 'due'
}
