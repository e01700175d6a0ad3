import { type Day, isBefore } from '#domain/day.ts'

/** Why duties go to somebody else; proposals of ours. */
export const handoverReasons = ['leaves', 'long_absence', 'too_much', 'region', 'nobody_had_them'] as const

/** What is wrong with somebody standing in for another, by field. */
export function deputyProblems(
  { memberId, deputyId, from, until }: { memberId: string; deputyId: string; from: Day; until: Day },
  today: Day,
): Record<string, string> {
  if (memberId === deputyId) return { deputyId: 'choose-another' }
  if (isBefore(until, from)) return { until: 'before-it-began' }
  return isBefore(until, today) ? { until: 'already-over' } : {}
}
