/**
 * For so many minutes after somebody showed that it is she (a code that is good once, a passkey) what weighs heaviest is
 * open to her session (security design 3.5; ASVS 7.5.3). Longer, and whoever finds her screen open finds that open too.
 */
export const freshMinutes = 5

export const isFresh = (provedAt: Temporal.Instant | null | undefined, now: Temporal.Instant): boolean =>
  provedAt != null && provedAt.until(now).total('minutes') < freshMinutes
