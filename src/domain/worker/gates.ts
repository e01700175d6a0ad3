import { type Day, earlierOf, isBefore, laterOf } from '#domain/day.ts'
import type { GateKind, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** Something that was seen, signed or decided: a VOG, a certificate, an agreement, a manager's grace. */
export interface SeenGate {
  readonly kind: string
  readonly seenOn: Day
  /** Last day on which it counts, as it says itself; `null` if it says nothing. */
  readonly validUntil: Day | null
  /** From `seenOn` on nothing counts that was seen before this day: it was not in order, or is asked anew. */
  readonly voidsBefore?: Day | null
  /** Not seen at all: a manager lets her go on without it, with the women she stands beside or with anybody. */
  readonly waives?: WaiverCover | null
}

/** Whom a manager's decision is about: the women she stands beside already, or new ones too. */
export type WaiverCover = 'running' | 'all'

export interface GateStatus {
  readonly kind: GateKind
  readonly label: Words
  readonly required: boolean
  readonly state: 'met' | 'missing' | 'expired'
  readonly seenOn: Day | null
  /** Last day on which it counts; `null` for good, or if it was never seen. */
  readonly validUntil: Day | null
  /** It was looked at and is not in order. */
  readonly notInOrder?: boolean
  /** A manager lets her go on without it, until and including this day; `null` for good. */
  readonly waiver?: { readonly covers: WaiverCover; readonly until: Day | null } | null
}

const motherhood: ProgrammeDefinition['worker']['gates'][number] = {
  kind: 'is_mother',
  label: { nl: 'zelf moeder', en: 'a mother herself' },
  // Nobody is asked for proof; a rule of the programme speaks up where she said that she is not.
  required: false,
  prov: 'inferred',
}

/** The gates of a programme; being a mother is one where its workers are mothers. */
export const gateTerms = ({ worker }: Pick<ProgrammeDefinition, 'worker'>) =>
  worker.isMother.value && !worker.gates.some(({ kind }) => kind === 'is_mother')
    ? [...worker.gates, motherhood]
    : worker.gates

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
  gateTerms(definition).map((term) => {
    const { kind, label, required } = term
    const own = seen.filter((gate) => gate.kind === kind)
    const now = own.filter((gate) => !isBefore(today, gate.seenOn))
    const voided = now.reduce<Day | null>((last, { voidsBefore }) => latest(last, voidsBefore ?? null), null)
    const [best] = now
      .filter((gate) => !gate.waives && !gate.voidsBefore && !(voided && isBefore(gate.seenOn, voided)))
      .map((gate) => ({ seenOn: gate.seenOn, validUntil: askedAnew(own, gate, lastDay(gate, term)) }))
      .sort((a, b) => compareLast(b.validUntil, a.validUntil))
    return {
      kind,
      label,
      required,
      state: best ? (counts(best.validUntil, today) ? 'met' : 'expired') : 'missing',
      seenOn: best?.seenOn ?? null,
      validUntil: best?.validUntil ?? null,
      notInOrder: !best && voided !== null,
      waiver: waiverIn(now, today),
    }
  })

/** The required gates that stand in the way of anything new. */
export const closedGates = (gates: readonly GateStatus[]): GateStatus[] =>
  gates.filter((gate) => gate.required && gate.state !== 'met' && gate.waiver?.covers !== 'all')

/** The required gates that stand in the way of going on with the women she stands beside. */
export const closedForRunning = (gates: readonly GateStatus[]): GateStatus[] =>
  closedGates(gates).filter((gate) => !gate.waiver)

/** The required gates that will close on or before this day, and haven't yet. */
export const closingBy = (gates: readonly GateStatus[], day: Day): GateStatus[] =>
  gates.filter(
    ({ required, state, validUntil }) =>
      required && state === 'met' && validUntil !== null && isBefore(validUntil, day),
  )

/** Who can mend it: she herself, her coordinator, or a manager by an exception. */
export const gateMends = {
  vog: 'worker',
  references: 'coordinator',
  training: 'coordinator',
  meldcode_course: 'coordinator',
  supervision: 'coordinator',
  agreement: 'worker',
  confidentiality: 'worker',
  qualification: 'manager',
  is_mother: 'manager',
} as const satisfies Record<GateKind, 'worker' | 'coordinator' | 'manager'>

/** What a manager may decide is not needed of her, also for new women (domain.md 6.2, ME-F8); the rest never. */
export const coversOf = (kind: GateKind): readonly WaiverCover[] =>
  gateMends[kind] === 'manager' ? ['all', 'running'] : ['running']

const counts = (last: Day | null, today: Day): boolean => last === null || !isBefore(last, today)
const latest = (a: Day | null, b: Day | null): Day | null => (a && b ? laterOf(a, b) : (a ?? b))

function lastDay(
  { seenOn, validUntil }: SeenGate,
  { validMonths, validDays }: ProgrammeDefinition['worker']['gates'][number],
): Day | null {
  const allowed = validMonths
    ? seenOn.add({ months: validMonths.value })
    : validDays
      ? seenOn.add({ days: validDays.value })
      : null
  return allowed && validUntil ? earlierOf(allowed, validUntil) : (allowed ?? validUntil)
}

/** Not after the day before it is asked anew. */
const askedAnew = (all: readonly SeenGate[], gate: SeenGate, last: Day | null): Day | null =>
  all.reduce<Day | null>((until, { seenOn, voidsBefore }) => {
    if (!voidsBefore || !isBefore(gate.seenOn, voidsBefore)) return until
    const before = seenOn.subtract({ days: 1 })
    return until ? earlierOf(until, before) : before
  }, last)

function waiverIn(now: readonly SeenGate[], today: Day): GateStatus['waiver'] {
  const standing = now.filter(({ waives, validUntil }) => waives && counts(validUntil, today))
  const one = standing.find(({ waives }) => waives === 'all') ?? standing[0]
  return one?.waives ? { covers: one.waives, until: one.validUntil } : null
}

const compareLast = (a: Day | null, b: Day | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : Temporal.PlainDate.compare(a, b)
