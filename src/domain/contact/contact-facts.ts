import type { ContactState } from '#domain/contact/contact.ts'
import { compareDays, type Day, laterOf } from '#domain/day.ts'

interface Known {
  readonly number: number
  readonly state: ContactState
  readonly dueFrom: Day
  readonly plannedOn: Day | null
  readonly doneOn: Day | null
  readonly phase: string | null
}

export interface ContactFacts {
  readonly lastContactOn: Day | null
  /** The first day that was agreed with her; `null` while no day is agreed. May be past: then it isn't logged yet. */
  readonly nextContactOn: Day | null
  readonly contactsDone: number
  /** The phase she is in: that of the next contact in the plan, or of the last if none is left. */
  readonly phase: string | null
}

/** What a trajectory says about its contacts, always counted anew from the contacts themselves. */
export function contactFacts(contacts: readonly Known[]): ContactFacts {
  const done = inOrder(contacts.filter(({ state }) => state === 'done'))
  const ahead = inOrder(contacts.filter(({ state }) => state === 'planned'))
  const agreed = ahead.flatMap(({ plannedOn }) => plannedOn ?? []).sort(Temporal.PlainDate.compare)
  return {
    lastContactOn: done.reduce<Day | null>(
      (last, { doneOn }) => (last && doneOn ? laterOf(last, doneOn) : (doneOn ?? last)),
      null,
    ),
    nextContactOn: agreed[0] ?? null,
    contactsDone: done.length,
    phase: (ahead.find(({ phase }) => phase) ?? done.findLast(({ phase }) => phase))?.phase ?? null,
  }
}

/** Contacts as they follow one another in time; those of one day by their number. */
export const inOrder = <C extends Pick<Known, 'number' | 'dueFrom' | 'plannedOn' | 'doneOn'>>(
  contacts: readonly C[],
): C[] =>
  [...contacts].sort(
    (a, b) =>
      compareDays(a.doneOn ?? a.plannedOn ?? a.dueFrom, b.doneOn ?? b.plannedOn ?? b.dueFrom) ||
      a.number - b.number,
  )

/**
 * Which visit it is, as people count: the fifth is the fifth that takes place. What fell through or was left out
 * has no place in the count. By contact number.
 */
export function countVisits(contacts: readonly Known[]): ReadonlyMap<number, number> {
  const counted = new Map<number, number>()
  const done = inOrder(contacts.filter(({ state }) => state === 'done'))
  const ahead = inOrder(contacts.filter(({ state }) => state === 'planned'))
  for (const [at, { number }] of [...done, ...ahead].entries()) counted.set(number, at + 1)
  return counted
}

/** The next free number of a trajectory's contacts. */
export const nextNumber = (contacts: readonly Pick<Known, 'number'>[]): number =>
  contacts.reduce((highest, { number }) => Math.max(highest, number), 0) + 1
