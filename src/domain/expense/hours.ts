import type { Cents } from '#domain/money.ts'

/** Of a month: how many visits took place, and their minutes together. */
export interface VisitsOfMonth {
  readonly visits: number
  readonly minutes: number
}

/** A month's work in minutes: what the visits took, and for each of them what preparing counts for. */
export const minutesOf = ({ visits, minutes }: VisitsOfMonth, preparation: number | null): number =>
  minutes + visits * (preparation ?? 0)

/** What those minutes are worth; part of a cent is never paid out. */
export const worthOf = (minutes: number, centsPerHour: Cents): Cents =>
  Math.floor((minutes * centsPerHour) / 60)

/** What is still to be approved, when part was: a visit that is logged late makes it more, one that is undone no less. */
export const minutesOpen = (all: number, approved: number): number => Math.max(0, all - approved)
