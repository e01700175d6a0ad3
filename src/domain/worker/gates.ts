import { type Day, earlierOf, isBefore } from '#domain/day.ts'
import type { GateKind, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** Something that was seen or signed: a VOG, a certificate, an agreement. */
export interface SeenGate {
  readonly kind: string
  readonly seenOn: Day
  /** Last day on which it counts, as it says itself; `null` if it says nothing. */
  readonly validUntil: Day | null
}

export interface GateStatus {
  readonly kind: GateKind
  readonly label: Words
  readonly required: boolean
  readonly state: 'met' | 'missing' | 'expired'
  readonly seenOn: Day | null
  /** Last day on which it counts; `null` for good, or if it was never seen. */
  readonly validUntil: Day | null
}

/**
 * Which of the programme's gates this worker has passed on a day. A thing counts from the day it was seen until and
 * including its last day, which is what it says itself or what the programme allows, whichever comes first; of
 * several the one that counts longest decides. (VOG: 36 months by advice, domain.md 6, S96c.)
 */
export const gatesOf = (
  definition: Pick<ProgrammeDefinition, 'worker'>,
  seen: readonly SeenGate[],
  today: Day,
): GateStatus[] =>
  definition.worker.gates.map(({ kind, label, required, validMonths }) => {
    const own = seen
      .filter((gate) => gate.kind === kind && !isBefore(today, gate.seenOn))
      .map((gate) => ({ seenOn: gate.seenOn, validUntil: lastDay(gate, validMonths?.value) }))
      .sort((a, b) => compareLast(b.validUntil, a.validUntil))
    const [best] = own
    const counts = best && (best.validUntil === null || !isBefore(best.validUntil, today))
    return {
      kind,
      label,
      required,
      state: best ? (counts ? 'met' : 'expired') : 'missing',
      seenOn: best?.seenOn ?? null,
      validUntil: best?.validUntil ?? null,
    }
  })

/** The required gates that stand in the way. */
export const closedGates = (gates: readonly GateStatus[]): GateStatus[] =>
  gates.filter((gate) => gate.required && gate.state !== 'met')

function lastDay({ seenOn, validUntil }: SeenGate, months: number | undefined): Day | null {
  const allowed = months === undefined ? null : seenOn.add({ months })
  return allowed && validUntil ? earlierOf(allowed, validUntil) : (allowed ?? validUntil)
}

const compareLast = (a: Day | null, b: Day | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : Temporal.PlainDate.compare(a, b)
