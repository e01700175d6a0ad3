import { type Day, type DayNumber, dayNumber, dayOfNumber, monthsAfter } from '#domain/day.ts'
import type { GateKind, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/**
 * Something that was seen, signed or decided: a VOG, a certificate, an agreement, a manager's grace. With days, or with
 * their numbers where the gates of many are weighed at once.
 */
export interface SeenGate<On = Day> {
  readonly kind: string
  readonly seenOn: On
  /** Last day on which it counts, as it says itself; `null` if it says nothing. */
  readonly validUntil: On | null
  /** From `seenOn` on nothing counts that was seen before this day: it was not in order, or is asked anew. */
  readonly voidsBefore?: On | null
  /** Not seen at all: a manager lets her go on without it, with the women she stands beside or with anybody. */
  readonly waives?: WaiverCover | null
}

/** Whom a manager's decision is about: the women she stands beside already, or new ones too. */
export type WaiverCover = 'running' | 'all'

export interface GateStatus<On = Day> {
  readonly kind: GateKind
  readonly label: Words
  readonly required: boolean
  readonly state: 'met' | 'missing' | 'expired'
  readonly seenOn: On | null
  /** Last day on which it counts; `null` for good, or if it was never seen. */
  readonly validUntil: On | null
  /** It was looked at and is not in order. */
  readonly notInOrder?: boolean
  /** A manager lets her go on without it, until and including this day; `null` for good. */
  readonly waiver?: { readonly covers: WaiverCover; readonly until: On | null } | null
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
export function weighGates(
  definition: Pick<ProgrammeDefinition, 'worker'>,
  seen: readonly SeenGate<DayNumber>[],
  day: DayNumber,
): GateStatus<DayNumber>[] {
  return gateTerms(definition).map((term) => {
    const own = seen.filter((gate) => gate.kind === term.kind)
    const now = own.filter((gate) => gate.seenOn <= day)
    const voided = now.reduce((last, { voidsBefore }) => Math.max(last, voidsBefore ?? -forGood), -forGood)
    let best: { seenOn: DayNumber; until: number } | null = null
    for (const gate of now) {
      if (gate.waives || isSet(gate.voidsBefore) || gate.seenOn < voided) continue
      const until = Math.min(lastDay(gate, term), askedAnew(own, gate))
      if (!best || until > best.until) best = { seenOn: gate.seenOn, until }
    }
    return {
      kind: term.kind,
      label: term.label,
      required: term.required,
      state: best ? (best.until >= day ? 'met' : 'expired') : 'missing',
      seenOn: best?.seenOn ?? null,
      validUntil: best && best.until < forGood ? best.until : null,
      notInOrder: !best && voided > -forGood,
      waiver: waiverIn(now, day),
    }
  })
}

/** The same, with days. */
export function gatesOf(
  definition: Pick<ProgrammeDefinition, 'worker'>,
  seen: readonly SeenGate[],
  today: Day,
): GateStatus[] {
  const numbered = seen.map((gate) => ({
    ...gate,
    seenOn: dayNumber(gate.seenOn),
    validUntil: gate.validUntil && dayNumber(gate.validUntil),
    voidsBefore: gate.voidsBefore ? dayNumber(gate.voidsBefore) : null,
  }))
  const dayIn = (number: DayNumber | null): Day | null => (number === null ? null : dayOfNumber(number))
  return weighGates(definition, numbered, dayNumber(today)).map(({ waiver, ...gate }) => ({
    ...gate,
    seenOn: dayIn(gate.seenOn),
    validUntil: dayIn(gate.validUntil),
    waiver: waiver ? { ...waiver, until: dayIn(waiver.until) } : null,
  }))
}

/** The required gates that stand in the way of anything new. */
export const closedGates = (gates: readonly GateStatus[]): GateStatus[] =>
  gates.filter((gate) => gate.required && gate.state !== 'met' && gate.waiver?.covers !== 'all')

/** The required gates that stand in the way of going on with the women she stands beside. */
export const closedForRunning = (gates: readonly GateStatus[]): GateStatus[] =>
  closedGates(gates).filter((gate) => !gate.waiver)

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

/** What has no last day. */
const forGood = Number.POSITIVE_INFINITY
const isSet = (day: DayNumber | null | undefined): day is DayNumber => typeof day === 'number'

function lastDay(
  { seenOn, validUntil }: SeenGate<DayNumber>,
  { validMonths, validDays }: ProgrammeDefinition['worker']['gates'][number],
): number {
  const allowed = validMonths
    ? monthsAfter(seenOn, validMonths.value)
    : validDays
      ? seenOn + validDays.value
      : forGood
  return Math.min(allowed, validUntil ?? forGood)
}

/** The day before it is asked anew. */
const askedAnew = (all: readonly SeenGate<DayNumber>[], gate: SeenGate<DayNumber>): number =>
  all.reduce(
    (until, { seenOn, voidsBefore }) =>
      isSet(voidsBefore) && gate.seenOn < voidsBefore ? Math.min(until, seenOn - 1) : until,
    forGood,
  )

function waiverIn(now: readonly SeenGate<DayNumber>[], day: DayNumber): GateStatus<DayNumber>['waiver'] {
  const standing = now.filter(({ waives, validUntil }) => waives && (validUntil ?? forGood) >= day)
  const one = standing.find(({ waives }) => waives === 'all') ?? standing[0]
  return one?.waives ? { covers: one.waives, until: one.validUntil } : null
}
