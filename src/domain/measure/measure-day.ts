import { type Day, isBefore } from '#domain/day.ts'
import { isOfChild, shelfIdOf } from '#domain/instrument/on-shelf.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { MeasureMoment } from '#domain/programme/measuring.ts'

export interface MeasureDates {
  readonly startedOn: Day
  readonly childBornOn: Day | null
  /** The day on which pregnancy would be full term, while the child isn't born. */
  readonly dueOn: Day | null
  readonly endsOn: Day | null
  /** At most so many days from one contact to the next; stands in for visit numbers. */
  readonly cadenceDays: number
  /** The days of her group's sessions that were held or are planned, in order; none while she is in no group. */
  readonly sessions?: readonly Day[]
}

const fullTermWeeks = 40

/**
 * The day from which this measure is asked (domain.md 6.3, measures); `null` when it can't be known yet. A moment by
 * the child's age that had passed when she started is asked halfway to the end instead, so that there is a middle.
 */
export function measureDay(when: MeasureMoment['when'], dates: MeasureDates): Day | null {
  const { startedOn, childBornOn, endsOn } = dates
  switch (when.at) {
    case 'intake':
      return startedOn
    case 'before_visit':
      return startedOn.add({ days: (when.visit - 1) * dates.cadenceDays })
    case 'session':
      return (
        sessionDay(when.session, dates.sessions ?? []) ??
        startedOn.add({ days: (when.session - 1) * dates.cadenceDays })
      )
    case 'week':
      return startedOn.add({ weeks: when.week })
    case 'gestation_week':
      return dates.dueOn?.subtract({ weeks: fullTermWeeks - when.week }) ?? null
    case 'child_age': {
      const day = childBornOn?.add({ months: when.months }) ?? null
      return day && isBefore(day, startedOn) && endsOn ? halfway(startedOn, endsOn) : day
    }
    case 'child_weeks':
      return childBornOn?.add({ weeks: when.weeks }) ?? null
    case 'end':
      return endsOn
    case 'after_end':
      return endsOn?.add({ months: when.months }) ?? null
  }
}

/** The day of that session; of the last one, if so many don't take place because some fell through. */
const sessionDay = (session: number, days: readonly Day[]): Day | null =>
  days[session - 1] ?? days.at(-1) ?? null

/** Asked because of a pregnancy or a child's age; after a loss it isn't asked any more. */
export const goesByChild = ({ at }: MeasureMoment['when']): boolean =>
  at === 'gestation_week' || at === 'child_age' || at === 'child_weeks'

const halfway = (from: Day, to: Day): Day =>
  from.add({ days: Math.max(0, Math.floor(from.until(to, { largestUnit: 'days' }).days / 2)) })

/** What is not asked while nothing about a child is: whole moments, and questionnaires at the others. */
export const askedOfChild = ({
  measures,
  instruments,
}: Pick<ProgrammeDefinition, 'measures' | 'instruments'>) => ({
  moments: measures.filter(({ when }) => goesByChild(when)).map(({ moment }) => moment),
  instruments: [
    ...instruments.filter(({ ofChild }) => ofChild === true).map(({ id }) => id),
    ...new Set(measures.flatMap(({ shelf }) => shelf?.value.filter(isOfChild).map(shelfIdOf) ?? [])),
  ],
})
