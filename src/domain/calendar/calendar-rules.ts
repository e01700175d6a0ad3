import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import type { SafetyClass } from '#domain/programme/safety-terms.ts'

/** What an organisation lets stand on a worker's own calendar. `usual`: nothing of programmes of the highest safety class. */
export const calendarRules = ['none', 'usual', 'all'] as const
export type CalendarRule = (typeof calendarRules)[number]

/** May an appointment of a programme of this class stand on it? A talk with her coordinator belongs to none. */
export const standsOnCalendar = (rule: CalendarRule, safetyClass: SafetyClass | null): boolean =>
  rule === 'all' || (rule === 'usual' && safetyClass !== 'very_high')

/** What has been goes after a week: a stolen phone has no history of where she went. */
export const calendarSpan = { daysBack: 7, daysAhead: 60 } as const

/** How often a program is asked to look again, in hours; how often it does is its own affair. */
export const lookAgainHours = 4

export const calendarPolicy = {
  /** Her own, and nobody makes one for somebody else. */
  own: (actor: Actor) => isMemberWith(actor, 'worker') && actor.workerId !== null,
  /** Whose it is that a program shows the address of. */
  recognise: (actor: Actor) => actor.kind === 'system',
  rule: (actor: Actor) => isMemberWith(actor, 'administrator'),
} as const
