import { type Day, daysBetween } from '#domain/day.ts'

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
  const own = definition.phases.find(({ id }) => id === phase)?.cadenceDays
  return (own ?? definition.contacts.cadenceDays).value + definition.contacts.graceDays.value
}

/** More days than the rhythm allows have passed: the coordinator must know. */
export const isUnvisited = (days: number | null, limit: number | null): boolean =>
  days !== null && limit !== null && days > limit

/** The limits of these definitions, by phase where a phase has a rhythm of its own; for asking the database. */
export const contactLimits = (definitions: readonly Named[]): readonly ContactLimit[] =>
  definitions.flatMap((definition) => {
    const general = contactLimitDays(definition, null)
    if (general === null) return []
    const { id, version } = definition
    const phases = definition.phases.filter((phase) => phase.cadenceDays).map((phase) => phase.id)
    return [
      { programmeId: id, version, days: general, phase: null, exceptPhases: phases },
      ...phases.map((phase) => ({
        programmeId: id,
        version,
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
  /** The phase it holds in; `null`: in all but `exceptPhases`. */
  readonly phase: string | null
  readonly exceptPhases: readonly string[]
}
