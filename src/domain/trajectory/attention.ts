import type { Canceller, ContactState } from '#domain/contact/contact.ts'
import { isUnvisited } from '#domain/contact/without-contact.ts'
import { type Day, daysBetween, isBefore } from '#domain/day.ts'

interface Facts {
  readonly state: string
  readonly endsOn: Day | null
  readonly daysWithoutContact: number | null
  readonly limitDays: number | null
  /** While visits wind down: the next that was agreed is still to come. */
  readonly agreedAhead?: boolean
  readonly nextContactOn: Day | null
  readonly contacts: readonly {
    readonly state: ContactState
    readonly plannedOn: Day | null
    readonly doneOn: Day | null
    readonly cancelledBy: Canceller | null
    /** The day on which it was written down. */
    readonly loggedOn: Day | null
  }[]
  readonly measures: readonly { readonly state: string; readonly dueOn: Day | null }[]
  /** Facts that a standing signal speaks of; what the programme's own rule says is not said again. */
  readonly signalled?: readonly string[]
}

/** Something to look at, as a code with words (`trajectory.attention.<code>`); what weighs most comes first. */
export interface Attention {
  readonly code:
    | 'cancelled-by-partner'
    | 'unvisited'
    | 'not-logged'
    | 'no-day-agreed'
    | 'measure-due'
    | 'past-end'
    | 'end-near'
  readonly count: number
}

/** Farewell takes the last two visits, so two months ahead somebody should be thinking of it. */
const endNearDays = 60

/** What needs attention in a trajectory now. A calm trajectory has none. */
export function attentionOf(facts: Facts, today: Day): readonly Attention[] {
  if (facts.state === 'closed') return []
  const found: Attention[] = []
  const see = (code: Attention['code'], count = 1) => found.push({ code, count })
  if (partnerCancelledLast(facts)) see('cancelled-by-partner')
  const signalled = facts.signalled?.includes('daysSinceLastContact') ?? false
  if (
    facts.state === 'active' &&
    !signalled &&
    isUnvisited(facts.daysWithoutContact, facts.limitDays, facts.agreedAhead)
  )
    see('unvisited', facts.daysWithoutContact ?? 0)
  const unlogged = facts.contacts.filter(
    ({ state, plannedOn }) => state === 'planned' && plannedOn && isBefore(plannedOn, today),
  )
  if (unlogged.length > 0) see('not-logged', unlogged.length)
  else if (
    facts.state === 'active' &&
    !facts.nextContactOn &&
    facts.contacts.some(({ state }) => state === 'planned')
  )
    see('no-day-agreed')
  const due = facts.measures.filter(({ state, dueOn }) => state === 'due' && dueOn && !isBefore(today, dueOn))
  if (due.length > 0) see('measure-due', due.length)
  if (facts.endsOn && facts.state !== 'intake' && facts.state !== 'waiting') {
    const left = daysBetween(today, facts.endsOn)
    if (left < 0) see('past-end', -left)
    else if (left <= endNearDays) see('end-near', left)
  }
  return found
}

/** Called off by her partner, and nobody has seen or spoken to her since. */
function partnerCancelledLast({ contacts }: Facts): boolean {
  const done = contacts.flatMap(({ doneOn }) => doneOn ?? [])
  return contacts.some(
    ({ cancelledBy, loggedOn }) =>
      cancelledBy === 'partner' && loggedOn && !done.some((day) => isBefore(loggedOn, day)),
  )
}
