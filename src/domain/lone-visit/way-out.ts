import type { LoneVisit } from '#domain/lone-visit/lone-visit.ts'

/** So long after the end she gave a phone may still say that she is out without signing in: ours, to be confirmed. */
export const wayOutHours = 6

/**
 * Is it still good? Until she is out, and not for ever. Not by what became of an alert: of one that her other word raised she
 * may see nothing, not even by a door that shuts.
 */
export const isWayOut = (
  { endedAt, expectedAt }: Pick<LoneVisit, 'endedAt' | 'expectedAt'>,
  now: Temporal.Instant,
): boolean => endedAt === null && Temporal.Instant.compare(now, expectedAt.add({ hours: wayOutHours })) < 0
