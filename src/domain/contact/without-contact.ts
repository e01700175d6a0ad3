import { type Day, type DayNumber, daysBetween } from '#domain/day.ts'

/**
 * Days since she was last seen or spoken to; since the start if that was never. `null` before the start: then
 * nobody is late yet.
 */
export function daysWithoutContact(
  trajectory: { readonly startedOn: Day | null; readonly lastContactOn: Day | null },
  today: Day,
): number | null {
  const since = trajectory.lastContactOn ?? trajectory.startedOn
  return since ? daysBetween(since, today) : null
}

/** What of a programme's definition this rule reads. */
interface Rhythm {
  readonly contacts?: {
    readonly cadenceDays: { readonly value: number }
    readonly graceDays: { readonly value: number }
  }
  readonly phases: readonly { readonly id: string; readonly cadenceDays?: { readonly value: number } }[]
}
interface Named extends Rhythm {
  readonly id: string
  readonly version: string
}

/**
 * How many days may pass without contact: the cadence of her phase, or else of the programme, and the grace that
 * comes on top. `null` for a programme without contacts one to one. (domain.md 6.3 and fidelity rule MI-F1.)
 */
export function contactLimitDays(definition: Rhythm, phase: string | null): number | null {
  if (!definition.contacts) return null
  return cadenceDays(definition.contacts, definition, phase) + definition.contacts.graceDays.value
}

const cadenceDays = (
  { cadenceDays }: NonNullable<Rhythm['contacts']>,
  { phases }: Rhythm,
  phase: string | null,
): number => (phases.find(({ id }) => id === phase)?.cadenceDays ?? cadenceDays).value

/**
 * While visits wind down it isn't the programme's rhythm that counts but the visits that were agreed: the day since which
 * she would wait by that rhythm, if the next of them is still to come. `null` where no rhythm is known. A rule that asks
 * for more days than rhythm and grace then turns on the day after that visit and its grace, and not before.
 */
export function waitsSince(
  definition: Rhythm,
  phase: string | null,
  agreedDueOn: DayNumber | null,
): DayNumber | null {
  if (agreedDueOn === null || !definition.contacts) return null
  return agreedDueOn - cadenceDays(definition.contacts, definition, phase)
}

/** The next visit of those that were agreed while winding down is still to come, or not yet late. */
export const isAgreedAhead = (definition: Rhythm, agreedDueOn: Day | null, today: Day): boolean =>
  agreedDueOn !== null && daysBetween(agreedDueOn, today) <= (definition.contacts?.graceDays.value ?? 0)

/** More days than the rhythm allows have passed, and no agreed visit says that this was meant: the coordinator must know. */
export const isUnvisited = (days: number | null, limit: number | null, agreedAhead = false): boolean =>
  days !== null && limit !== null && days > limit && !agreedAhead

/** The limits of these definitions, by phase where a phase has a rhythm of its own; for asking the database. */
export const contactLimits = (definitions: readonly Named[]): readonly ContactLimit[] =>
  definitions.flatMap((definition) => {
    const general = contactLimitDays(definition, null)
    if (general === null) return []
    const { id, version } = definition
    const phases = definition.phases.filter((phase) => phase.cadenceDays).map((phase) => phase.id)
    const graceDays = definition.contacts?.graceDays.value ?? 0
    return [
      { programmeId: id, version, days: general, graceDays, phase: null, exceptPhases: phases },
      ...phases.map((phase) => ({
        programmeId: id,
        version,
        graceDays,
        phase,
        exceptPhases: [],
        days: contactLimitDays(definition, phase) ?? general,
      })),
    ]
  })

export interface ContactLimit {
  readonly programmeId: string
  readonly version: string
  readonly days: number
  /** What of them comes on top of the rhythm. */
  readonly graceDays: number
  /** The phase it holds in; `null`: in all but `exceptPhases`. */
  readonly phase: string | null
  readonly exceptPhases: readonly string[]
}
