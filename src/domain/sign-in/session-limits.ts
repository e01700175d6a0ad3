import type { Role } from '#domain/member/role.ts'

/** Absolute lifetime of a session, in minutes: a working day and a bit (security design 3.5; ASVS 7.3.2). */
export const longestSessionMinutes = 10 * 60

/** After how many minutes without a page a session ends (ASVS 7.3.1). Administrators can let people in: half as long. */
export const idleMinutes = (roles: readonly Role[]): number => (roles.includes('administrator') ? 15 : 30)

export interface SessionTimes {
  readonly startedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

/** True if the session has idled out or lived out its longest life. */
export function sessionIsOver(times: SessionTimes, roles: readonly Role[], now: Temporal.Instant): boolean {
  const minutesSince = (moment: Temporal.Instant) => moment.until(now).total('minutes')
  return (
    minutesSince(times.startedAt) >= longestSessionMinutes || minutesSince(times.seenAt) >= idleMinutes(roles)
  )
}
