import type { Day } from '#domain/day.ts'

/**
 * A typing error may be mended by the one who made it, on the day she made it. After that it stands: somebody may
 * have acted on it.
 */
export const mayCorrect = (
  logged: { readonly by: string | null; readonly on: Day | null },
  who: { readonly memberId: string | null; readonly today: Day },
): boolean => logged.by !== null && logged.by === who.memberId && (logged.on?.equals(who.today) ?? false)
