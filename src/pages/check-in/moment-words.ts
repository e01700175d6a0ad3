import type { T } from '#pages/words/words.ts'

/** `Na 3 weken`; without a week the end of a trial. */
export const checkInMoment = (t: T, week: number | null): string =>
  week === null ? t('check-in.trial-end') : t('check-in.after-weeks', { count: week })
