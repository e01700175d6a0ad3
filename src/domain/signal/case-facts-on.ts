import { type Day, type DayNumber, dayNumber } from '#domain/day.ts'
import { knownUntil } from '#domain/group/parallel-care.ts'
import { planFacts } from '#domain/plan/plan-facts.ts'
import { adversityFactTypes } from '#domain/programme/case-facts.ts'
import { childFactsOn } from '#domain/programme/child-facts.ts'
import type { GateKind, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Facts, FactValue } from '#domain/programme/expression.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { fellThroughInARow, lastCalledOffBy, withoutTalkSheetInARow } from '#domain/signal/contact-run.ts'
import { countOn, isClock } from '#domain/signal/fact-clocks.ts'
import { type GateStatus, weighGates } from '#domain/worker/gates.ts'

type Read = (sources: CaseSources, definition: ProgrammeDefinition, day: DayNumber) => FactValue

const weighed = new WeakMap<
  object,
  { day: DayNumber; definition: ProgrammeDefinition; gates: GateStatus<DayNumber>[] }
>()
/** Several facts ask for the same worker's gates on the same day. */
export function gatesNow(
  definition: ProgrammeDefinition,
  { gates: seen }: NonNullable<CaseSources['worker']>,
  day: DayNumber,
): readonly GateStatus<DayNumber>[] {
  const known = weighed.get(seen)
  if (known?.day === day && known.definition === definition) return known.gates
  const gates = weighGates(definition, seen, day)
  weighed.set(seen, { day, definition, gates })
  return gates
}

const gateCounts =
  (kind: GateKind): Read =>
  ({ worker }, definition, day) => {
    const gate = worker && gatesNow(definition, worker, day).find((one) => one.kind === kind)
    // A manager who lets her go on without it has answered what a rule would ask.
    return gate ? gate.state === 'met' || Boolean(gate.waiver) : null
  }
/** As she told it herself; nobody who wasn't asked is taken not to be one. */
const isMother: Read = ({ worker }, definition, day) => {
  const gate = worker && gatesNow(definition, worker, day).find(({ kind }) => kind === 'is_mother')
  if (!gate) return null
  return gate.state === 'met' || gate.waiver ? true : gate.notInOrder ? false : null
}
const shareALanguage: Read = ({ languages, worker }) =>
  !worker || languages.length === 0 || worker.languages.length === 0
    ? null
    : languages.some((code) => worker.languages.includes(code))
/** As it was last asked after; once it must be asked after again, nobody knows. */
const careGoesOn = (
  rule: ProgrammeDefinition['parallelCare'][number] | undefined,
  { care }: CaseSources,
  day: DayNumber,
): boolean | null => {
  if (!rule) return null
  const known = care.find(({ type }) => type === rule.type)
  if (!known) return false
  return knownUntil(rule, known.checkedOn) >= day ? true : null
}
/** What this part of the trajectory requires: some of it only before the birth, some only after. */
const careMissing: Read = (sources, definition, day) => {
  const { pregnant } = childFactsOn(sources.child, day)
  let unknown = false
  for (const rule of definition.parallelCare.filter(({ required }) => required.value)) {
    if (careGoesOn(rule, sources, day) === true) continue
    if (rule.during === 'whole' || pregnant === (rule.during === 'pregnancy')) return true
    if (typeof pregnant !== 'boolean') unknown = true
  }
  return unknown ? null : false
}
const momentDone = (moment: string | undefined, { moments }: CaseSources): boolean | null =>
  moment === undefined || !moments.planned.includes(moment) ? null : !moments.open.includes(moment)
const safeContactCounts: Read = ({ safeContactOn }, { safety }, day) =>
  safeContactOn !== null && safeContactOn + safety.reconfirmSafeContactDays.value >= day
const tooLong: Read = ({ phases }, definition, day) =>
  phases.some(({ id, since }) => {
    const after = definition.phases.find((phase) => phase.id === id)?.reviewAfterDays?.value
    return after !== undefined && day - since > after
  })
const cadence: Read = ({ phase }, { contacts, phases }) =>
  (phases.find(({ id }) => id === phase)?.cadenceDays ?? contacts?.cadenceDays)?.value ?? null

/**
 * Where each fact comes from that a rule may ask for (`case-facts.ts` says what they mean). A name that stands here
 * nor among the clocks has no source yet, and isn't known.
 */
const readers: Readonly<Record<string, Read>> = {
  ended: ({ state, startedOn }) => state === 'closed' && startedOn !== null,
  closed: ({ state }) => state === 'closed',
  visitsDone: ({ visitsDone }) => visitsDone,
  consecutiveCancellations: ({ run }) => fellThroughInARow(run),
  lastCancelledBy: ({ run }) => lastCalledOffBy(run),
  visitsOutsideMinutes: ({ outsideMinutes }) => outsideMinutes,
  visitsWithoutTalkSheet: ({ run }, { talkSheets }) =>
    talkSheets.length > 0 ? withoutTalkSheetInARow(run) : null,
  languageShared: shareALanguage,
  interpreter: ({ interpreter }) => interpreter,
  extensionReason: ({ extended }) => extended,
  partnerContactRecorded: ({ deeds }) => deeds.partner_noted !== undefined,
  childAdded: ({ childAdded }) => childAdded,
  workerChanges: ({ workerChanges }) => workerChanges,
  phaseOverdue: tooLong,
  requiredCareMissing: careMissing,
  individualHelpActive: (sources, { parallelCare }, day) =>
    careGoesOn(
      // The help that it can't do without.
      parallelCare.find(({ required }) => required.value),
      sources,
      day,
    ),
  safeContactKnown: safeContactCounts,
  firstMeasureDone: (sources, { measures }) => momentDone(measures[0]?.moment, sources),
  endMeasureDone: (sources, { measures }) =>
    momentDone(measures.find(({ when }) => when.at === 'end')?.moment, sources),
  closureReasonGiven: ({ closure }) => closure !== null && closure.reason !== null,
  evaluationOffered: ({ closure }) => closure !== null && closure.evaluation !== 'not_asked',
  evaluationHeld: ({ closure }) => closure?.evaluation === 'taken',
  actionPlan: ({ plan }) => planFacts(plan).actionPlan,
  goalsMet: ({ plan }) => planFacts(plan).goalsMet,
  // What the plan and the talk of three say comes before what was told at the end.
  planClosed: ({ plan, closure }) => planFacts(plan).planClosed ?? closure?.told.planClosed ?? null,
  handover: ({ handedOver, closure }) => handedOver || (closure?.told.handover ?? null),
  outboundViolatesSafeContact: ({ unsafeMessage }) => unsafeMessage,
  openDanger: ({ concern }) => concern.danger,
  openSignal: ({ concern }) => concern.waitsSince !== null,
  openRedFlag: ({ redFlagSince }) => redFlagSince !== null,
  // Before the intake was held nobody can have missed asking there.
  kindcheckAtIntake: ({ kindchecks, intakeOn }) =>
    kindchecks === null ? null : kindchecks.atIntake || (intakeOn === null ? null : false),
  kindcheckCount: ({ kindchecks }) => kindchecks?.count ?? null,
  safetyPlan: ({ safetyPlan }) => safetyPlan,
  phaseCadence: cadence,
  'worker.vogValid': gateCounts('vog'),
  'worker.qualificationValid': gateCounts('qualification'),
  'worker.trainingValid': gateCounts('training'),
  'worker.agreementValid': gateCounts('agreement'),
  'worker.isMother': isMother,
}

const ofTheChild = ['childAgeMonths', 'pregnant', 'gestationalWeeks'] as const
const byTheChild: readonly string[] = [
  ...ofTheChild,
  'daysSinceBirth',
  'daysPastDue',
  'requiredCareMissing',
  'daysDiaryWaiting',
]
/** Facts that need what is sealed: whoever reads many trajectories opens nothing unless a rule asks for it. */
export const asksForChild = (names: readonly string[]): boolean =>
  names.some((name) => byTheChild.includes(name))
/** Facts that she herself told at intake, or that are counted from those. */
export const asksForIntake = (
  names: readonly string[],
  { facts }: Pick<ProgrammeDefinition, 'facts'>,
): boolean => names.some((name) => name in adversityFactTypes || facts.some((fact) => fact.name === name))
/** Facts of her group. */
export const asksForGroup = (names: readonly string[]): boolean =>
  names.some((name) => groupFactNames.includes(name))
const groupFactNames: readonly string[] = [
  'participant',
  'absentUnnotified',
  'sessionsAttended',
  'relationConflict',
  'startSize',
  'groupSize',
  'facilitatorsPresent',
  'sessionMinutes',
  'themeChanged',
  'sessionsHeld',
  'groupFacilitators',
]

/** Is anything written down anywhere from which this could be known? */
export const hasSource = (name: string, definition: Pick<ProgrammeDefinition, 'facts'>): boolean =>
  name in readers ||
  isClock(name) ||
  name === 'pregnant' ||
  asksForGroup([name]) ||
  asksForIntake([name], definition)

/** The facts with these names on a day. What is over stands still on its last day. */
export function factsOn(
  definition: ProgrammeDefinition,
  names: readonly string[],
  sources: CaseSources,
  today: Day,
): Facts {
  const now = dayNumber(today)
  const day = Math.min(sources.closedOn ?? now, now)
  const child = asksForChild(names) ? childFactsOn(sources.child, day) : {}
  const facts: Record<string, FactValue> = {}
  for (const name of names) facts[name] = factOn(definition, name, sources, day, child)
  return facts
}

function factOn(
  definition: ProgrammeDefinition,
  name: string,
  sources: CaseSources,
  day: DayNumber,
  child: Facts,
): FactValue {
  // Of the child the calendar decides, also when it no longer knows: nobody guesses a birth, or a loss.
  if (ofTheChild.some((one) => one === name)) return child[name] ?? null
  if (name === 'daysReferralToIntakeContact' && sources.intakeOn !== null && sources.receivedOn !== null)
    return sources.intakeOn - sources.receivedOn
  if (isClock(name)) return countOn(name, sources, { definition, day })
  const read = readers[name]
  return read ? read(sources, definition, day) : (sources.group[name] ?? sources.asked[name] ?? null)
}
