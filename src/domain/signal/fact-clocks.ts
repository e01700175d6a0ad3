import { waitsSince } from '#domain/contact/without-contact.ts'
import { type DayNumber, monthsPassed, monthsReached } from '#domain/day.ts'
import { planLookedAt } from '#domain/plan/plan-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { diaryWaitsSince } from '#domain/programme/diary-waits.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { workingDaysPassed, workingDaysReached } from '#domain/working-days.ts'

/** Something counted from a day on: it only ever grows, so that the day on which it reaches a number is known ahead. */
interface Clock {
  readonly unit: 'days' | 'weeks' | 'months' | 'workdays'
  /** `null`: it doesn't run, and isn't known. */
  readonly since: (sources: CaseSources, at: At) => DayNumber | null
}
/** By which programme and on which day it is read: what waits changes with both. */
export interface At {
  readonly definition: Pick<ProgrammeDefinition, 'materials' | 'contacts' | 'phases'>
  readonly day: DayNumber
}

const running = ({ state }: CaseSources): boolean => state === 'active'
const open = ({ state }: CaseSources): boolean => state !== 'closed'
const later = (a: DayNumber | null, b: DayNumber | null): DayNumber | null =>
  a !== null && b !== null ? Math.max(a, b) : (a ?? b)
/** A pregnancy is counted as 40 weeks to the due date. */
const termDays = 280

/** Every number that time alone moves. A clock of the visits stands still while a trajectory rests or is over. */
export const factClocks = {
  childAgeMonths: { unit: 'months', since: ({ child }) => child.bornOn },
  gestationalWeeks: {
    unit: 'weeks',
    since: ({ child: { bornOn, dueOn } }) => (bornOn === null && dueOn !== null ? dueOn - termDays : null),
  },
  daysSinceBirth: { unit: 'days', since: ({ child }) => child.bornOn },
  daysPastDue: { unit: 'days', since: ({ child }) => (child.bornOn === null ? child.dueOn : null) },
  weeksSinceStart: { unit: 'weeks', since: ({ startedOn }) => startedOn },
  daysSinceLastContact: {
    unit: 'days',
    since: (sources, { definition }) =>
      running(sources)
        ? later(
            sources.lastContactOn ?? sources.startedOn,
            waitsSince(definition, sources.phase, sources.agreedDueOn),
          )
        : null,
  },
  daysSinceCoordinatorTalk: {
    unit: 'days',
    since: (sources) =>
      running(sources) && sources.worker
        ? later(
            sources.worker.metOn ?? sources.startedOn,
            later(sources.worker.spokenOn, sources.deeds.spoke_with_worker ?? null),
          )
        : null,
  },
  daysSinceSupervision: {
    unit: 'days',
    since: (sources) =>
      running(sources) && sources.worker
        ? later(sources.startedOn, later(sources.worker.supervisedOn, sources.deeds.supervised ?? null))
        : null,
  },
  /** Somebody looked at the trajectory as a whole; since it began if nobody did. */
  daysSinceReview: {
    unit: 'days',
    since: (sources) => (open(sources) ? (sources.deeds.reviewed ?? sources.startedOn) : null),
  },
  daysSinceActivity: { unit: 'days', since: (sources) => (open(sources) ? sources.activeOn : null) },
  /** Since she was last in a group; since she began if she never was, so that nobody is thought to be seen there. */
  daysSinceGroupAttendance: {
    unit: 'days',
    since: (sources) => (running(sources) ? (sources.groupAttendedOn ?? sources.startedOn) : null),
  },
  /** Since it was looked at last, or approved. Nobody looks at a plan any more that is closed. */
  daysSincePlanReview: {
    unit: 'days',
    since: (sources) => (open(sources) ? planLookedAt(sources.plan) : null),
  },
  /** At intake the domains were asked too. */
  daysSinceAdversityGrid: {
    unit: 'days',
    since: (sources) => (open(sources) ? (sources.gridOn ?? sources.intakeOn) : null),
  },
  /** A diary waits while somebody stands beside her; which one does follows from her programme and her child. */
  daysDiaryWaiting: {
    unit: 'days',
    since: (sources, { definition, day }) =>
      running(sources) ? diaryWaitsSince(definition, sources, day) : null,
  },
  /** Since a worker told something that nobody has answered; since a red flag was noted that nobody has looked at. */
  workdaysSinceSignal: { unit: 'workdays', since: ({ concern }) => concern.waitsSince },
  workdaysSinceFlag: { unit: 'workdays', since: ({ redFlagSince }) => redFlagSince },
  daysSinceIntake: { unit: 'days', since: ({ intakeOn }) => intakeOn },
  /** Until the intake was held; from then on it is what it was. */
  daysReferralToIntakeContact: {
    unit: 'days',
    since: ({ intakeOn, receivedOn }) => (intakeOn === null ? receivedOn : null),
  },
} as const satisfies Record<string, Clock>
export type ClockName = keyof typeof factClocks

export const isClock = (name: string): name is ClockName => Object.hasOwn(factClocks, name)

export function countOn(name: ClockName, sources: CaseSources, at: At): number | null {
  const { unit, since }: Clock = factClocks[name]
  const from = since(sources, at)
  const { day } = at
  if (from === null) return null
  if (unit === 'months') return monthsPassed(from, day)
  if (unit === 'workdays') return workingDaysPassed(from, day)
  return unit === 'days' ? day - from : Math.floor((day - from) / 7)
}

/** Longer than anything lasts; beyond it there is no day to look again. */
const farthest = 20_000

/** The first day on which it counts this or more; `null` if it doesn't run or never gets there. */
export function dayOf(name: ClockName, sources: CaseSources, number: number, at: At): DayNumber | null {
  const { unit, since }: Clock = factClocks[name]
  const from = since(sources, at)
  if (from === null || !(Math.abs(number) <= farthest)) return null
  if (unit === 'days') return from + number
  if (unit === 'weeks') return from + 7 * number
  if (unit === 'workdays') return workingDaysReached(from, number)
  return monthsReached(from, number)
}
