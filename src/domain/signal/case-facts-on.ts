import { type Day, isBefore } from '#domain/day.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import type { GateKind, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Facts, FactValue } from '#domain/programme/expression.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { fellThroughInARow, lastCalledOffBy, withoutTalkSheetInARow } from '#domain/signal/contact-run.ts'
import { type ClockName, countOn, factClocks } from '#domain/signal/fact-clocks.ts'
import { gatesOf } from '#domain/worker/gates.ts'

type Read = (sources: CaseSources, definition: ProgrammeDefinition, day: Day) => FactValue

const gateCounts =
  (kind: GateKind): Read =>
  ({ worker }, definition, day) => {
    const gate = worker && gatesOf(definition, worker.gates, day).find((one) => one.kind === kind)
    return gate ? gate.state === 'met' : null
  }
const shareALanguage: Read = ({ languages, worker }) =>
  !worker || languages.length === 0 || worker.languages.length === 0
    ? null
    : languages.some((code) => worker.languages.includes(code))
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
  extensionReason: ({ deeds }) => deeds.extended !== undefined,
  partnerContactRecorded: ({ deeds }) => deeds.partner_noted !== undefined,
  evaluationHeld: ({ evaluation }) => evaluation === 'taken',
  outboundViolatesSafeContact: ({ unsafeMessage }) => unsafeMessage,
  phaseCadence: cadence,
  'worker.vogValid': gateCounts('vog'),
  'worker.trainingValid': gateCounts('training'),
  'worker.agreementValid': gateCounts('agreement'),
}

/** Facts that need what is sealed: whoever reads many trajectories opens nothing unless a rule asks for it. */
const ofTheChild = ['childAgeMonths', 'pregnant', 'gestationalWeeks'] as const
export const asksForChild = (names: readonly string[]): boolean =>
  ofTheChild.some((name) => names.includes(name))
/** Facts for which what she told at intake has to be opened: her due date, and what this programme asks. */
export const asksForIntake = (names: readonly string[]): boolean =>
  names.some(
    (name) =>
      name === 'pregnant' ||
      name === 'gestationalWeeks' ||
      !(name in readers || name in factClocks || (ofTheChild as readonly string[]).includes(name)),
  )
/** Is anything written down anywhere from which this could be known? */
export const hasSource = (name: string, definition: Pick<ProgrammeDefinition, 'facts'>): boolean =>
  name in readers ||
  name in factClocks ||
  name === 'pregnant' ||
  definition.facts.some((fact) => fact.name === name)

/** The facts with these names on a day. What is over stands still on its last day. */
export function factsOn(
  definition: ProgrammeDefinition,
  names: readonly string[],
  sources: CaseSources,
  today: Day,
): Facts {
  const day = sources.closedOn && isBefore(sources.closedOn, today) ? sources.closedOn : today
  const child = asksForChild(names) ? childFacts(sources.child, day) : {}
  const facts: Record<string, FactValue> = {}
  for (const name of names) facts[name] = factOn(definition, name, sources, day, child)
  return facts
}

function factOn(
  definition: ProgrammeDefinition,
  name: string,
  sources: CaseSources,
  day: Day,
  child: Facts,
): FactValue {
  // Of the child the calendar decides, also when it no longer knows: nobody guesses a birth, or a loss.
  if (ofTheChild.some((one) => one === name)) return child[name] ?? null
  if (name === 'daysReferralToIntakeContact' && sources.intakeOn)
    return sources.receivedOn.until(sources.intakeOn).days
  if (name in factClocks) return countOn(name as ClockName, sources, day)
  const read = readers[name]
  return read ? read(sources, definition, day) : (sources.asked[name] ?? null)
}
