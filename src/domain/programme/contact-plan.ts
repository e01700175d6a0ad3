import { type Day, daysBetween } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { phaseAt } from '#domain/programme/phase-at.ts'

/** A visit that the protocol asks for: the days between which it is due, and the phase it belongs to. */
export interface PlannedContact {
  readonly number: number
  readonly dueFrom: Day
  readonly dueUntil: Day
  readonly phase: string | null
}
export interface ContactPlan {
  readonly contacts: readonly PlannedContact[]
  /** Set when fewer visits fit than the method asks for: the child is too near the end age to begin. */
  readonly short: { readonly asked: number; readonly planned: number } | null
  /** True when even the most visits that the method allows leave more than a cadence between them. */
  readonly sparse: boolean
}
interface Span {
  readonly startOn: Day
  readonly endsOn: Day
  /** The rhythm of the phase she is in, where phases have their own; without it the programme's. */
  readonly cadenceDays?: number | null
}

/** However long it lasts, nobody plans more visits than this in one go. */
const mostPlanned = 400

/**
 * Spreads the visits evenly from the first day to the last (domain.md 6.3: at least monthly, a number between min and
 * max). Each is due in a window that opens on its day and stays open for the grace, so that whoever visits within
 * the windows never leaves more than cadence and grace between two visits. The number is what the cadence asks for,
 * brought up to the minimum as long as visits needn't follow each other closer than the definition's shortest gap.
 */
export function contactPlan(
  definition: ProgrammeDefinition,
  { startOn, endsOn, cadenceDays }: Span,
): ContactPlan {
  const protocol = definition.contacts
  const span = daysBetween(startOn, endsOn)
  if (!protocol || span < 0) return { contacts: [], short: null, sparse: false }
  const cadence = cadenceDays ?? protocol.cadenceDays.value
  const gap = Math.min(protocol.shortestGapDays.value, cadence)
  const grace = Math.max(0, Math.min(protocol.graceDays.value, gap - 1, span))
  // The last window closes on the last day, so the days on which windows open lie within this length.
  const length = span - grace
  const asked = protocol.min.value ?? 0
  // A method that says how many visits it is plans those at its own rhythm, and leaves what time is over.
  const target = protocol.target?.value
  const most = Math.max(1, Math.min(target ?? protocol.max.value ?? mostPlanned, mostPlanned))
  const fitting = Math.floor(length / gap) + 1
  const byCadence = length < gap ? 1 : Math.ceil(length / cadence) + 1
  const total = Math.min(most, Math.max(byCadence, Math.min(asked, fitting)))
  const even = total > 1 ? length / (total - 1) : 0
  const step = target === undefined ? even : Math.min(even, cadence)
  const open = total > 1 ? Math.min(grace, Math.floor(step) - 1) : grace
  const contacts = Array.from({ length: total }, (_, at) => {
    const dueFrom = startOn.add({ days: Math.floor(at * step) })
    return {
      number: at + 1,
      dueFrom,
      dueUntil: dueFrom.add({ days: open }),
      phase: phaseAt(definition, at + 1, total)?.id ?? null,
    }
  })
  return {
    contacts,
    short: total < asked ? { asked, planned: total } : null,
    sparse: step > cadence,
  }
}

export const planContacts = (definition: ProgrammeDefinition, span: Span): readonly PlannedContact[] =>
  contactPlan(definition, span).contacts
