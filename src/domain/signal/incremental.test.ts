import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayNumber, dayNumber } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isParseProblem, parseExpression } from '#domain/programme/expression-parser.ts'
import { factsOn } from '#domain/signal/case-facts-on.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { changesIn, heldBy, rulesOf } from '#domain/signal/compiled-rules.ts'
import { nextTurn } from '#domain/signal/next-turn.ts'
import { programmes } from '#programmes/registry.ts'
import { deeds } from './signal.ts'

/** Rules that use the clock in every way that the language has, beside those of the real programmes. */
const odd = [
  'daysSinceLastContact > 1.5 * phaseCadence',
  '37 < daysSinceLastContact and not (visitsDone >= 3)',
  'daysSinceLastContact == 10 or daysSinceCoordinatorTalk != 12',
  'childAgeMonths in [1, 2, 18] or weeksSinceStart in [3]',
  'daysSinceLastContact - daysSinceSupervision > 4',
  'daysSinceIntake / 0 > 1 or gestationalWeeks > 12.5',
  'pregnant and gestationalWeeks >= 36',
  'not pregnant',
  'daysReferralToIntakeContact > 14',
  'worker.vogValid and not worker.trainingValid and worker.agreementValid',
  'ended and visitsDone < 16',
  'closed and childAgeMonths < 24',
  'safetyPlan or unknownToEverybody',
  'childAgeMonths > weeksSinceStart',
  'daysSinceSupervision >= 999999999999',
  'participant and not individualHelpActive',
  'requiredCareMissing',
  'phaseOverdue or not safeContactKnown',
  'daysPastDue > 21 or daysSinceBirth > 14 and not childAdded',
  'daysSinceActivity > 60 or daysSinceReview > 90',
  'groupSize > 12 or not firstMeasureDone or not closureReasonGiven',
  'daysDiaryWaiting > 28 or daysSincePlanReview > 91 and not goalsMet',
  'daysSinceAdversityGrid > 182 or actionPlan and not planClosed',
  'openSignal and workdaysSinceSignal > 1 or openDanger',
  'openRedFlag and 3 <= workdaysSinceFlag or workdaysSinceFlag == 0 and not safetyPlan',
  'not kindcheckAtIntake or visitsDone >= 8 and kindcheckCount < 2',
]
const [first] = programmes
if (!first) throw new Error('no programme')
const care = { label: first.label, required: { value: true, prov: 'proposal' }, named: true } as const
const oddProgramme: ProgrammeDefinition = {
  ...first,
  id: 'odd',
  parallelCare: [
    { ...care, type: 'help', during: 'whole', checkEveryDays: { value: 21, prov: 'proposal' } },
    { ...care, type: 'midwife', during: 'pregnancy', checkEveryDays: { value: 30, prov: 'proposal' } },
    { ...care, type: 'jgz', during: 'after_birth' },
  ],
  materials: [
    {
      id: 'odd_diary',
      kind: 'diary',
      label: first.label,
      licence: 'owner',
      select: { by: 'child_months', from: 3, until: 5 },
      prov: 'proposal',
    },
    {
      id: 'pregnancy_diary',
      kind: 'diary',
      label: first.label,
      licence: 'owner',
      select: { by: 'pregnancy_weeks', from: 10, until: 43 },
      fromPhase: 'widening',
      prov: 'proposal',
    },
  ],
  phases: first.phases.map((phase) => ({ ...phase, reviewAfterDays: { value: 40, prov: 'proposal' } })),
  fidelity: odd.map((when, at) => {
    if (isParseProblem(parseExpression(when))) throw new Error(when)
    return {
      id: `odd-${at}`,
      when,
      severity: 'warn',
      owner: 'coordinator',
      message: { nl: when, en: when },
      overridable: true,
      prov: 'proposal',
    }
  }),
}

const start = Temporal.PlainDate.from('2026-01-31')
const day = fc.integer({ min: -500, max: 200 }).map((days): DayNumber => dayNumber(start) + days)
const dayOrNone = fc.option(day, { nil: null })
const gate = fc.record({
  kind: fc.constantFrom('vog', 'training', 'agreement'),
  seenOn: fc.integer({ min: -1200, max: 0 }).map((days) => dayNumber(start) + days),
  validUntil: dayOrNone,
  voidsBefore: fc.constant(null),
  waives: fc.option(fc.constantFrom('running' as const, 'all' as const), { nil: null, freq: 4 }),
})
/** What must be signed again is known ahead of its day. */
const voids = fc.record({
  kind: fc.constantFrom('vog', 'training', 'agreement'),
  seenOn: day,
  validUntil: fc.constant(null),
  voidsBefore: day,
})
const languages = fc.subarray(['nl', 'ti', 'ar'])
const open: fc.Arbitrary<CaseSources> = fc.record({
  state: fc.constantFrom('intake', 'waiting', 'active', 'paused'),
  phase: fc.constantFrom(null, 'getting_to_know', 'farewell'),
  receivedOn: day,
  intakeOn: dayOrNone,
  startedOn: dayOrNone,
  closedOn: fc.constant(null),
  child: fc.record({ bornOn: dayOrNone, dueOn: dayOrNone }),
  visitsDone: fc.integer({ min: 0, max: 20 }),
  lastContactOn: dayOrNone,
  agreedDueOn: dayOrNone,
  run: fc
    .array(fc.constantFrom('t', 'd', 'n', 'm', 'w', 'p', 'o'), { maxLength: 6 })
    .map((all) => all.join('')),
  outsideMinutes: fc.integer({ min: 0, max: 4 }),
  languages,
  interpreter: fc.boolean(),
  worker: fc.option(
    fc.record({
      languages,
      gates: fc.array(fc.oneof(gate, voids), { maxLength: 4 }),
      metOn: dayOrNone,
      spokenOn: dayOrNone,
      supervisedOn: dayOrNone,
    }),
    {
      nil: null,
    },
  ),
  childAdded: fc.boolean(),
  workerChanges: fc.integer({ min: 0, max: 4 }),
  phases: fc.array(fc.record({ id: fc.constantFrom('farewell', 'widening', 'child'), since: day }), {
    maxLength: 2,
  }),
  care: fc.array(fc.record({ type: fc.constantFrom('midwife', 'help', 'jgz'), checkedOn: day }), {
    maxLength: 3,
  }),
  safeContactOn: dayOrNone,
  moments: fc.record({ planned: fc.subarray(['T0', 'T2']), open: fc.subarray(['T0', 'T2']) }),
  extended: fc.boolean(),
  activeOn: dayOrNone,
  groupAttendedOn: dayOrNone,
  closure: fc.constantFrom(null, { reason: 'moved', evaluation: 'taken', told: { handover: false } }),
  group: fc.constantFrom<CaseSources['group'][]>({}, { groupSize: 13, participant: true }),
  deeds: fc.dictionary(fc.constantFrom(...deeds), day, { maxKeys: 3 }),
  unsafeMessage: fc.boolean(),
  asked: fc.constant({}),
  gridOn: dayOrNone,
  plan: fc.option(
    fc.record({
      state: fc.constantFrom('draft', 'agreed', 'closed'),
      agreedOn: dayOrNone,
      reviewedOn: dayOrNone,
      levels: fc.array(fc.constantFrom(null, -1, 0), { maxLength: 2 }),
    }),
    { nil: null },
  ),
  begunMaterials: fc.subarray(['pregnancy_diary', 'baby_diary', 'odd_diary']),
  handedOver: fc.boolean(),
  concern: fc.record({ danger: fc.boolean(), waitsSince: dayOrNone }),
  redFlagSince: dayOrNone,
  kindchecks: fc.option(fc.record({ atIntake: fc.boolean(), count: fc.integer({ min: 0, max: 3 }) }), {
    nil: null,
  }),
  safetyPlan: fc.boolean(),
})

type Step =
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'change'; readonly to: Partial<CaseSources> }
  | { readonly kind: 'close' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 45 }).map((count): Step => ({ kind: 'days', count })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        open,
        fc.subarray([
          'child',
          'run',
          'worker',
          'deeds',
          'lastContactOn',
          'agreedDueOn',
          'visitsDone',
          'state',
          'care',
          'phases',
          'safeContactOn',
          'plan',
          'gridOn',
          'begunMaterials',
          'concern',
          'redFlagSince',
          'kindchecks',
          'safetyPlan',
        ] as const),
      )
      .map(
        ([from, keys]): Step => ({
          kind: 'change',
          to: Object.fromEntries(keys.map((key) => [key, from[key]])),
        }),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'close' }) },
)

const full = (definition: ProgrammeDefinition, sources: CaseSources, today: Temporal.PlainDate) => {
  const compiled = rulesOf(definition)
  const facts = factsOn(definition, compiled.facts, sources, today)
  return {
    held: heldBy(compiled, facts, sources.closedOn !== null),
    due: nextTurn(compiled, sources, facts, today),
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join()

describe('signals kept as things happen', () => {
  test('are those of a full evaluation on every day, after any sequence of changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...programmes, oddProgramme, oddProgramme),
        open,
        fc.array(step, { maxLength: 12 }),
        (definition, first, steps) => {
          let sources = first
          let today = start
          let standing: readonly string[] = []
          let due: DayNumber | null = null
          const look = () => {
            const found = full(definition, sources, today)
            const { arise, end } = changesIn(standing, found.held)
            standing = [...standing.filter((id) => !end.includes(id)), ...arise]
            due = found.due
          }
          look()
          for (const one of steps) {
            if (one.kind === 'days')
              for (let count = 0; count < one.count; count += 1) {
                today = today.add({ days: 1 })
                // The clock looks only at what is due; whatever it leaves alone must still be right.
                if (due !== null && due <= dayNumber(today)) look()
                if (!same(standing, full(definition, sources, today).held))
                  expect(standing, `${definition.id} on ${today}`).toEqual(
                    full(definition, sources, today).held,
                  )
              }
            else {
              sources =
                one.kind === 'close'
                  ? { ...sources, state: 'closed', closedOn: sources.closedOn ?? dayNumber(today) }
                  : sources.closedOn !== null
                    ? sources
                    : { ...sources, ...one.to }
              look()
            }
            expect([...standing].sort()).toEqual([...full(definition, sources, today).held].sort())
          }
        },
      ),
      { numRuns: 250 },
    )
    // On a busy machine so many days take their time.
  }, 30_000)
  test('look ahead only to days that are still to come, and leave what is over alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...programmes, oddProgramme), open, (definition, sources) => {
        const { due } = full(definition, sources, start)
        if (due !== null) expect(due).toBeGreaterThan(dayNumber(start))
        expect(
          full(definition, { ...sources, state: 'closed', closedOn: dayNumber(start) }, start).due,
        ).toBeNull()
      }),
    )
  })
})
