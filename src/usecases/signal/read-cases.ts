import { type CaseFacts, type CasePart, findCaseFacts, type Sealed } from '#db/case-facts.ts'
import { type DayNumber, dayNumber, readDay } from '#domain/day.ts'
import { pregnancyOf } from '#domain/pregnancy/pregnancy.ts'
import { adversityFacts } from '#domain/programme/adversity-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { asksForChild, asksForGroup, asksForIntake } from '#domain/signal/case-facts-on.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import type { SeenGate } from '#domain/worker/gates.ts'
import type { Work } from '#usecases/context.ts'
import { inGroup } from '#usecases/group/in-group.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'
import { personFields } from '#usecases/person/person-file.ts'
import { openEvents } from '#usecases/pregnancy/pregnancy-file.ts'

export interface Case {
  readonly id: string
  readonly sources: CaseSources
  /** The id of each standing signal, by rule. */
  readonly standing: ReadonlyMap<string, string>
}

/** Where each fact is read; one that stands nowhere here needs no more than the trajectory itself. */
const partsFor: Readonly<Record<string, readonly CasePart[]>> = {
  daysSinceLastContact: ['windingDown'],
  consecutiveCancellations: ['contacts'],
  lastCancelledBy: ['contacts'],
  visitsWithoutTalkSheet: ['contacts'],
  visitsOutsideMinutes: ['contacts'],
  'worker.vogValid': ['gates'],
  'worker.trainingValid': ['gates'],
  'worker.agreementValid': ['gates'],
  'worker.qualificationValid': ['gates'],
  'worker.isMother': ['gates'],
  partnerContactRecorded: ['deeds'],
  daysSinceSupervision: ['deeds', 'talks'],
  daysSinceReview: ['deeds'],
  outboundViolatesSafeContact: ['message'],
  evaluationHeld: ['closure'],
  evaluationOffered: ['closure'],
  planClosed: ['plan', 'closure'],
  handover: ['handover', 'closure'],
  actionPlan: ['plan'],
  goalsMet: ['plan'],
  daysSincePlanReview: ['plan'],
  daysSinceAdversityGrid: ['grid', 'intake'],
  daysDiaryWaiting: ['materials', 'phases'],
  workerChanges: ['matches'],
  phaseOverdue: ['phases'],
  individualHelpActive: ['care'],
  requiredCareMissing: ['care'],
  safeContactKnown: ['contact'],
  firstMeasureDone: ['moments'],
  endMeasureDone: ['moments'],
  extensionReason: ['extension'],
  languageShared: ['languages'],
  interpreter: ['languages'],
  openDanger: ['concern'],
  openSignal: ['concern'],
  workdaysSinceSignal: ['concern'],
  openRedFlag: ['redFlags'],
  workdaysSinceFlag: ['redFlags'],
  kindcheckAtIntake: ['kindchecks', 'intake'],
  kindcheckCount: ['kindchecks'],
  safetyPlan: ['safetyPlan'],
  daysSinceIntake: ['intake'],
  daysReferralToIntakeContact: ['referral', 'intake'],
  daysSinceCoordinatorTalk: ['matches', 'deeds', 'talks'],
  daysSinceGroupAttendance: ['group'],
  daysSinceActivity: ['intake', 'contacts', 'matches', 'deeds', 'concern'],
}
const known = new WeakMap<ProgrammeDefinition, ReadonlySet<CasePart>>()

function partsOf(definition: ProgrammeDefinition): ReadonlySet<CasePart> {
  const before = known.get(definition)
  if (before) return before
  const { facts } = rulesOf(definition)
  const parts = new Set<CasePart>(['standing', ...facts.flatMap((name) => partsFor[name] ?? [])])
  // Where there is a plan or a grid, writing in it is doing something too.
  if (facts.includes('daysSinceActivity') && definition.plan) parts.add('plan')
  if (facts.includes('daysSinceActivity') && definition.adversityGrid) parts.add('grid')
  if (asksForChild(facts)) parts.add('child')
  if (facts.some((name) => name !== 'childAgeMonths' && asksForChild([name]))) parts.add('pregnancy')
  if (asksForIntake(facts, definition)) parts.add('told')
  if (asksForGroup(facts)) parts.add('group')
  known.set(definition, parts)
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
  const cases = await findCaseFacts(work.tx, work.orgId, ids, {
    zone: work.zone,
    parts: partsOf(definition),
    minutes: outside(definition),
  })
  const sealed = cases.flatMap(({ parts: { child, pregnancy, told } }) =>
    [child, pregnancy, told].filter((one) => one !== undefined),
  )
  if (sealed.length > 0) {
    await work.vault.take(sealed)
    // Whatever the reason, somebody's file was opened.
    work.about({ person: sealed.map(({ owner }) => owner) })
  }
  return cases.map((one) => ({
    id: one.trajectory.id,
    sources: sourcesOf(work, definition, one),
    standing: new Map(pairs(one.parts.standing?.standing).map(([id, rule]) => [rule, id])),
  }))
}

/** Lines of two words, as the database puts them together. */
const pairs = (text: string | undefined): [string, string][] =>
  (text ?? '').split('\n').flatMap((line): [string, string][] => {
    if (line === '') return []
    const at = line.indexOf(' ')
    return [at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]]
  })
/** The same, where the second word is a day. */
const dated = (text: string | undefined): [string, DayNumber][] =>
  pairs(text).map(([word, on]) => [word, Number(on)])

function sourcesOf(
  work: Work,
  definition: ProgrammeDefinition,
  { trajectory, parts }: CaseFacts,
): CaseSources {
  const { contacts, matches, intake, languages, closure } = parts
  const moments = pairs(parts.moments?.moments)
  const deeds = dated(parts.deeds?.deeds)
  return {
    state: trajectory.state,
    phase: trajectory.phase,
    receivedOn: parts.referral?.received_on ?? null,
    intakeOn: intake?.done_on ?? null,
    startedOn: trajectory.started_on,
    closedOn: trajectory.closed_on,
    child: { bornOn: bornOn(work, parts.child), dueOn: dueOn(work, parts.pregnancy) },
    childAdded: trajectory.child_id !== null,
    visitsDone: trajectory.contacts_done,
    lastContactOn: trajectory.last_contact_on,
    agreedDueOn: parts.windingDown?.due_on ?? null,
    run: contacts?.run ?? '',
    outsideMinutes: contacts?.outside ?? 0,
    languages: languages?.languages ?? [],
    interpreter: (languages?.interpreter ?? null) !== null,
    worker: trajectory.worker_id
      ? {
          languages: languages?.worker_languages ?? [],
          metOn: matches?.met_on ?? null,
          spokenOn: parts.talks?.spoke_on ?? null,
          supervisedOn: parts.talks?.supervised_on ?? null,
          gates: gatesIn(parts.gates?.gates),
        }
      : null,
    workerChanges: matches?.changes ?? 0,
    phases: dated(parts.phases?.phases).map(([id, since]) => ({ id, since })),
    care: dated(parts.care?.care).map(([type, checkedOn]) => ({ type, checkedOn })),
    safeContactOn: parts.contact?.confirmed_on ?? null,
    moments: {
      planned: [...new Set(moments.map(([moment]) => moment))],
      open: moments.flatMap(([moment, state]) => (state === 'open' ? [moment] : [])),
    },
    extended: parts.extension !== undefined,
    activeOn: Math.max(
      ...[
        trajectory.created_on,
        trajectory.started_on,
        trajectory.last_contact_on,
        intake?.done_on,
        contacts?.logged_on,
        matches?.answered_on,
        parts.grid?.filled_on,
        parts.plan?.written_on,
        parts.concern?.raised_on,
        ...deeds.map(([, on]) => on),
      ].filter((on) => typeof on === 'number'),
    ),
    deeds: Object.fromEntries(deeds),
    unsafeMessage: parts.message !== undefined,
    gridOn: parts.grid?.filled_on ?? null,
    plan: parts.plan
      ? {
          state: parts.plan.state,
          agreedOn: parts.plan.agreed_on,
          reviewedOn: parts.plan.reviewed_on,
          levels: parts.plan.levels,
        }
      : null,
    begunMaterials: parts.materials?.begun ?? [],
    handedOver: parts.handover !== undefined,
    concern: {
      danger: parts.concern?.danger ?? false,
      waitsSince: parts.concern?.waits_since ?? null,
    },
    redFlagSince: parts.redFlags?.since ?? null,
    kindchecks: parts.kindchecks
      ? { atIntake: parts.kindchecks.at_intake, count: parts.kindchecks.count }
      : null,
    safetyPlan: parts.safetyPlan !== undefined,
    closure:
      trajectory.state === 'closed'
        ? {
            reason: trajectory.closure_reason,
            evaluation: closure?.evaluation ?? 'not_asked',
            told: closure?.told ?? {},
          }
        : null,
    groupAttendedOn: parts.group?.attended_on ?? null,
    group: inGroup(parts.group),
    asked: askedIn(work, definition, parts.told),
  }
}

const gatesIn = (text: string | undefined): SeenGate<DayNumber>[] =>
  pairs(text).map(([kind, days]) => {
    const [seenOn, last, before, covers] = days.split(' ')
    return {
      kind,
      seenOn: Number(seenOn),
      validUntil: numberIn(last),
      voidsBefore: numberIn(before),
      waives: covers === 'running' || covers === 'all' ? covers : null,
    }
  })

const numberIn = (text: string | undefined): DayNumber | null => (text && text !== '-' ? Number(text) : null)

/** The days by which the programme counts for her, as `childDates` has them; none while the trajectory is quiet. */
function bornOn({ vault }: Work, found: Sealed | undefined): DayNumber | null {
  const text = found && personFields.open(vault, found.owner, found.row, 'birth_day_sealed', found.sealed)
  const day = text ? readDay(text) : null
  return day && dayNumber(day)
}
function dueOn(work: Work, found: Sealed | undefined): DayNumber | null {
  const events = found ? openEvents(work, found.owner, found.row, found.sealed) : []
  const { dueOn: day } = pregnancyOf(events)
  return day && dayNumber(day)
}

function askedIn(work: Work, definition: ProgrammeDefinition, found: Sealed | undefined): Facts {
  const answers = found && openAnswers(work, found.owner, { id: found.row, facts_sealed: found.sealed })
  return answers ? { ...answers.facts, ...adversityFacts(definition, answers.facts) } : {}
}
