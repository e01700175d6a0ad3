import { type CaseFactsRow, type CasePart, findCaseFacts } from '#db/case-facts.ts'
import { type Day, laterOf, readDay } from '#domain/day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import { pregnancyOf } from '#domain/pregnancy/pregnancy.ts'
import { adversityFacts } from '#domain/programme/adversity-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { asksForChild, asksForGroup, asksForIntake } from '#domain/signal/case-facts-on.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import type { Work } from '#usecases/context.ts'
import { type InGroup, readGroupFacts } from '#usecases/group/read-group-facts.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'
import { personFields } from '#usecases/person/person-file.ts'
import { openEvents } from '#usecases/pregnancy/pregnancy-file.ts'

export interface Case {
  readonly id: string
  readonly sources: CaseSources
  /** The id of each standing signal, by rule. */
  readonly standing: ReadonlyMap<string, string>
}

/** What each part of the question is read for. */
const partFor: Readonly<Record<string, CasePart>> = {
  consecutiveCancellations: 'contacts',
  lastCancelledBy: 'contacts',
  visitsWithoutTalkSheet: 'contacts',
  visitsOutsideMinutes: 'contacts',
  'worker.vogValid': 'gates',
  'worker.trainingValid': 'gates',
  'worker.agreementValid': 'gates',
  'worker.qualificationValid': 'gates',
  partnerContactRecorded: 'deeds',
  daysSinceSupervision: 'deeds',
  daysSinceReview: 'deeds',
  outboundViolatesSafeContact: 'message',
  evaluationHeld: 'closure',
  evaluationOffered: 'closure',
  planClosed: 'closure',
  handover: 'closure',
  workerChanges: 'matches',
  phaseOverdue: 'phases',
  individualHelpActive: 'care',
  requiredCareMissing: 'care',
  safeContactKnown: 'contact',
  firstMeasureDone: 'moments',
  endMeasureDone: 'moments',
  extensionReason: 'extension',
}
const partsOf = new WeakMap<ProgrammeDefinition, ReadonlySet<CasePart>>()

function partsFor(definition: ProgrammeDefinition): ReadonlySet<CasePart> {
  const known = partsOf.get(definition)
  if (known) return known
  const { facts } = rulesOf(definition)
  const parts = new Set<CasePart>(facts.flatMap((name) => partFor[name] ?? []))
  if (facts.includes('daysSinceCoordinatorTalk')) parts.add('matches').add('deeds')
  if (facts.includes('daysSinceActivity')) parts.add('contacts').add('matches').add('deeds')
  if (asksForChild(facts)) parts.add('child')
  if (facts.some((name) => name !== 'childAgeMonths' && asksForChild([name]))) parts.add('pregnancy')
  if (asksForIntake(facts, definition)) parts.add('intake')
  partsOf.set(definition, parts)
  return parts
}

/**
 * A quarter shorter than the shortest or a third longer than the longest visit it means: 45 and 120 minutes for visits
 * of 60 to 90 (domain.md 6.3, MI-F2).
 */
const outside = ({ contacts }: ProgrammeDefinition) => ({
  least: ((contacts?.minutes.value.min ?? 0) * 3) / 4,
  most: ((contacts?.minutes.value.max ?? 1440) * 4) / 3,
})

/** Reads what the rules of this definition ask about these trajectories, and opens no more than they need. */
export async function readCases(
  work: Work,
  definition: ProgrammeDefinition,
  ids: readonly string[],
): Promise<Case[]> {
  const parts = partsFor(definition)
  const rows = await findCaseFacts(work.tx, work.orgId, ids, {
    zone: work.zone,
    parts,
    minutes: outside(definition),
  })
  const keys = rows.flatMap((row) => [
    ...(row.child_id && row.child_wrapped ? [{ owner: row.child_id, wrapped: row.child_wrapped }] : []),
    ...(row.mother_wrapped ? [{ owner: row.person_id, wrapped: row.mother_wrapped }] : []),
  ])
  if (keys.length > 0) {
    await work.vault.take(keys)
    // Whatever the reason, somebody's file was opened.
    work.about({ person: keys.map(({ owner }) => owner) })
  }
  const { facts } = rulesOf(definition)
  const groups = asksForGroup(facts) || facts.includes('daysSinceGroupAttendance')
  const inGroup = groups ? await readGroupFacts(work, ids) : null
  return rows.map((row) => ({
    id: row.id,
    sources: sourcesOf(work, definition, row, parts, inGroup?.get(row.id)),
    standing: new Map((row.standing ?? []).map(pair)),
  }))
}

/** Two words with a space between them, as the database puts them together. */
const pair = (text: string): [string, string] => {
  const at = text.indexOf(' ')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
const day = (text: string): Day => Temporal.PlainDate.from(text)

function sourcesOf(
  work: Work,
  definition: ProgrammeDefinition,
  row: CaseFactsRow,
  parts: ReadonlySet<CasePart>,
  inGroup: InGroup | undefined,
): CaseSources {
  const moments = (row.moments ?? []).map(pair)
  const deeds = (row.deeds ?? []).map(pair).map(([code, on]) => [code, day(on)] as const)
  return {
    state: row.state,
    phase: row.phase,
    receivedOn: row.received_on,
    intakeOn: row.done_on,
    startedOn: row.started_on,
    closedOn: row.closed_on,
    child: childIn(work, row),
    childAdded: row.child_id !== null,
    visitsDone: row.contacts_done,
    lastContactOn: row.last_contact_on,
    run: row.run ?? '',
    outsideMinutes: row.outside ?? 0,
    languages: row.languages,
    interpreter: row.interpreter !== null,
    worker: row.worker_id
      ? { languages: row.worker_languages ?? [], metOn: row.met_on ?? null, gates: gatesIn(row) }
      : null,
    workerChanges: row.changes ?? 0,
    phases: (row.phases ?? []).map(pair).map(([id, since]) => ({ id, since: day(since) })),
    care: (row.care ?? []).map(pair).map(([type, on]) => ({ type, checkedOn: day(on) })),
    safeContactOn: row.confirmed_on ?? null,
    moments: {
      planned: [...new Set(moments.map(([moment]) => moment))],
      open: moments.flatMap(([moment, state]) => (state === 'open' ? [moment] : [])),
    },
    extended: row.extended ?? false,
    activeOn: latest([
      row.created_on,
      row.started_on,
      row.last_contact_on,
      row.done_on,
      row.logged_on,
      row.answered_on,
      ...deeds.map(([, on]) => on),
    ]),
    deeds: Object.fromEntries(deeds),
    unsafeMessage: row.unsafe_message ?? false,
    closure:
      row.state === 'closed'
        ? {
            reason: row.closure_reason,
            evaluation: row.evaluation ?? 'not_asked',
            told: row.told ?? {},
          }
        : null,
    groupAttendedOn: inGroup?.attendedOn ?? null,
    group: inGroup?.facts ?? {},
    asked: parts.has('intake') ? askedIn(work, definition, row) : {},
  }
}

const latest = (days: readonly (Day | null | undefined)[]): Day | null => {
  let last: Day | null = null
  for (const one of days) if (one) last = last ? laterOf(last, one) : one
  return last
}

const gatesIn = ({ gates }: CaseFactsRow) =>
  (gates ?? []).map((text) => {
    const [kind = '', seenOn = '', validUntil] = text.split(' ')
    return { kind, seenOn: day(seenOn), validUntil: validUntil ? day(validUntil) : null }
  })

/** The days by which the programme counts for her, as `childDates` has them; none while the trajectory is quiet. */
function childIn(work: Work, row: CaseFactsRow): ChildDates {
  if (row.quiet) return { bornOn: null, dueOn: null }
  if (row.child_id) {
    const text = row.child_sealed
      ? personFields.open(work.vault, row.child_id, row.child_id, 'birth_day_sealed', row.child_sealed)
      : null
    return { bornOn: text ? readDay(text) : null, dueOn: null }
  }
  const { pregnancy_id: id, pregnancy_sealed: sealed } = row
  const events = id && sealed ? openEvents(work, row.person_id, id, sealed) : []
  return { bornOn: null, dueOn: pregnancyOf(events).dueOn }
}

function askedIn(work: Work, definition: ProgrammeDefinition, row: CaseFactsRow): Facts {
  const { intake_id: id, intake_sealed: sealed } = row
  const answers = id && sealed ? openAnswers(work, row.person_id, { id, facts_sealed: sealed }) : null
  return answers ? { ...answers.facts, ...adversityFacts(definition, answers.facts) } : {}
}
