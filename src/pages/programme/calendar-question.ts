import type { T } from '#pages/words/words.ts'

/** What only the calendar tells has no question of its own in a programme. */
export const calendarQuestion = (t: T, fact: string): string => {
  const key = `desk.fit.ask.${fact}`
  return t.has(key) ? t(key) : t('desk.fit.ask.other')
}
