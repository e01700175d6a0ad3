import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { factsOn, hasSource } from '#domain/signal/case-facts-on.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { heldBy, rulesOf } from '#domain/signal/compiled-rules.ts'
import { heldOnReferral, isReferralRule } from '#domain/signal/referral-rules.ts'
import { programmes } from '#programmes/registry.ts'

const date = Temporal.PlainDate.from('2026-11-03')
const day = (text: string) => dayNumber(Temporal.PlainDate.from(text))
const today = dayNumber(date)
const gates = ['vog', 'training', 'agreement', 'confidentiality', 'qualification', 'is_mother'].map(
  (kind) => ({
    kind,
    seenOn: day('2026-09-01'),
    validUntil: null,
  }),
)

/** A trajectory in which nothing is the matter, in any programme. */
const calmIn = (definition: ProgrammeDefinition): CaseSources => ({
  state: 'active',
  phase: definition.phases[0]?.id ?? null,
  receivedOn: day('2026-09-20'),
  intakeOn: day('2026-09-28'),
  startedOn: day('2026-10-20'),
  closedOn: null,
  child: { bornOn: day('2026-08-01'), dueOn: null },
  childAdded: true,
  visitsDone: 2,
  lastContactOn: day('2026-11-01'),
  agreedDueOn: null,
  run: 'tt',
  outsideMinutes: 0,
  languages: ['nl'],
  interpreter: false,
  worker: {
    languages: ['nl', 'ti'],
    gates,
    metOn: day('2026-10-20'),
    spokenOn: day('2026-10-25'),
    supervisedOn: null,
  },
  workerChanges: 0,
  phases: [],
  care: definition.parallelCare.map(({ type }) => ({ type, checkedOn: day('2026-11-01') })),
  safeContactOn: today,
  moments: { planned: definition.measures.map(({ moment }) => moment), open: [] },
  extended: false,
  activeOn: day('2026-11-01'),
  deeds: {},
  unsafeMessage: false,
  concern: { danger: false, waitsSince: null },
  redFlagSince: null,
  kindchecks: { atIntake: true, count: 3 },
  safetyPlan: true,
  closure: null,
  groupAttendedOn: day('2026-10-27'),
  group: {
    participant: true,
    absentUnnotified: false,
    relationConflict: false,
    startSize: 8,
    groupSize: 8,
    facilitatorsPresent: 2,
    sessionMinutes: 150,
    themeChanged: false,
    sessionsHeld: 2,
    groupFacilitators: 2,
    sessionsAttended: 2,
  },
  asked: {},
  gridOn: day('2026-10-30'),
  plan: { state: 'agreed', agreedOn: day('2026-10-25'), reviewedOn: null, levels: [null] },
  begunMaterials: definition.materials.map(({ id }) => id),
  handedOver: false,
})

type Change = Partial<CaseSources> | ((calm: CaseSources) => Partial<CaseSources>)
const closed = {
  state: 'closed',
  closedOn: today,
  closure: { reason: 'moved', evaluation: 'taken', told: {} },
} as const
const inGroup =
  (facts: CaseSources['group']): Change =>
  ({ group }) => ({ group: { ...group, ...facts } })
const without =
  (kind: string): Change =>
  ({ worker }) => ({
    worker: worker && { ...worker, gates: worker.gates.filter((gate) => gate.kind !== kind) },
  })
const ago = (days: number) => today - days

/** What makes each rule hold. What makes it end is the opposite: the trajectory as it was. */
const makes: Readonly<Record<string, Change>> = {
  'MI-F1': { lastContactOn: ago(38), groupAttendedOn: ago(38) },
  'MI-F2': { outsideMinutes: 3 },
  'MI-F3': closed,
  'MI-F4': without('vog'),
  'MI-F5': { run: 'ddd' },
  'MI-F6': { languages: ['ar'] },
  'MI-F7': { child: { bornOn: day('2021-01-01'), dueOn: null } },
  'MI-F8': ({ worker }) => ({
    startedOn: ago(61),
    worker: worker && { ...worker, metOn: ago(61), spokenOn: ago(61) },
  }),
  'MI-F9': { concern: { danger: false, waitsSince: ago(2) } },
  'MI-F10': { visitsDone: 6 },
  'G-F1': { safeContactOn: null },
  'G-F2': without('vog'),
  'G-F3': { concern: { danger: true, waitsSince: null } },
  'G-F4': { ...closed, closure: { reason: null, evaluation: 'not_asked', told: {} } },
  'G-F5': { activeOn: ago(61) },
  'DH-F1': { lastContactOn: ago(38), groupAttendedOn: ago(3) },
  'DH-F2': { startedOn: ago(105 * 7) },
  'DH-F3': { child: { bornOn: null, dueOn: ago(22) }, childAdded: false },
  'DH-F4': inGroup({ groupFacilitators: 0 }),
  'ME-F1': { lastContactOn: ago(11) },
  'ME-F2': { run: 'ttp' },
  'ME-F3': without('training'),
  'ME-F4': { startedOn: ago(29) },
  'ME-F5': { visitsDone: 3, safetyPlan: false },
  'ME-F6': { visitsDone: 8, kindchecks: { atIntake: true, count: 1 } },
  'ME-F7': { visitsDone: 19 },
  'ME-F8': without('qualification'),
  'ME-F9': { moments: { planned: ['T0'], open: ['T0'] } },
  'ME-F10': { redFlagSince: ago(5) },
  'ME-F11': { unsafeMessage: true },
  'MV-F1': { state: 'intake', intakeOn: null, startedOn: null, receivedOn: ago(15) },
  'MV-F2': { lastContactOn: ago(43) },
  'MV-F3': { plan: null },
  'MV-F4': { begunMaterials: [], phases: [{ id: 'child', since: ago(29) }], startedOn: ago(60) },
  'MV-F5': { care: [] },
  'MV-F6': { gridOn: ago(183) },
  'MV-F7': ({ phase }) => ({ phases: [{ id: phase ?? '', since: ago(700) }] }),
  'MV-F8': { ...closed, closure: { reason: 'moved', evaluation: 'taken', told: { handover: false } } },
  'MV-F9': { workerChanges: 3 },
  'MV-F11': { child: { bornOn: ago(15), dueOn: null }, childAdded: false },
  'EV-F1': inGroup({ startSize: 5 }),
  'EV-F2': inGroup({ groupSize: 13 }),
  'EV-F3': inGroup({ facilitatorsPresent: 1 }),
  'EV-F4': inGroup({ sessionMinutes: 181 }),
  'EV-F5': { care: [] },
  'EV-F6': inGroup({ absentUnnotified: true }),
  'EV-F7': inGroup({ groupSize: 3 }),
  'EV-F8': inGroup({ themeChanged: true }),
  'EV-F9': { ...closed, closure: { reason: 'moved', evaluation: 'declined', told: {} } },
  'EV-F10': inGroup({ relationConflict: true }),
}

const known = programmes.flatMap((definition) =>
  rulesOf(definition)
    .rules.filter(({ facts }) => facts.every((name) => hasSource(name, definition)))
    .map(({ rule }) => ({ definition, id: rule.id, of: `${rule.id} of ${definition.id}` })),
)
const heldIn = (definition: ProgrammeDefinition, sources: CaseSources) => {
  const compiled = rulesOf(definition)
  return heldBy(compiled, factsOn(definition, compiled.facts, sources, date), sources.closedOn !== null)
}

/** What became of a referral that was sent elsewhere has no trajectory: its rules live on its own clock. */
const ofReferral = programmes.flatMap((definition) =>
  rulesOf(definition)
    .rules.filter(isReferralRule)
    .map(({ rule }) => ({ definition, rule, of: `${rule.id} of ${definition.id}` })),
)

describe('every rule of the desk', () => {
  const sentOn = dayOfNumber(ago(31))
  test('is one of these', () => {
    expect(ofReferral.map(({ rule }) => rule.id)).toEqual(['MV-F10'])
  })
  test.each(ofReferral)(
    '$of arises, and ends when somebody heard whether help started',
    ({ definition, rule }) => {
      const on = (days: number, verified: boolean) =>
        heldOnReferral([definition], { sentOn, verified }, sentOn.add({ days }))
      expect(on(30, false)).toBeNull()
      expect(on(31, false)).toMatchObject({ id: rule.id, severity: 'breach', owner: 'coordinator' })
      expect(on(31, true)).toBeNull()
    },
  )
  test('says nothing where a programme has none', () => {
    const none = programmes.filter(({ id }) => !ofReferral.some(({ definition }) => definition.id === id))
    expect(heldOnReferral(none, { sentOn, verified: false }, sentOn.add({ days: 900 }))).toBeNull()
  })
})

describe('every rule whose facts are written down somewhere', () => {
  test('is here', () => {
    expect([...new Set(known.map(({ id }) => id))].filter((id) => !(id in makes))).toEqual([])
    const ids = new Set(known.map(({ id }) => id))
    expect(Object.keys(makes).filter((id) => !ids.has(id))).toEqual([])
  })
  test.each(known)('$of arises, and ends when it is put right', ({ definition, id }) => {
    const calm = calmIn(definition)
    expect(heldIn(definition, calm)).not.toContain(id)
    const change = makes[id]
    const stray = { ...calm, ...(typeof change === 'function' ? change(calm) : change) }
    expect(heldIn(definition, stray)).toContain(id)
  })
  test('is calm where nothing is the matter, and says nothing where nothing is known', () => {
    for (const definition of programmes) {
      expect(heldIn(definition, calmIn(definition)), definition.id).toEqual([])
      const nothing: CaseSources = {
        ...calmIn(definition),
        worker: null,
        startedOn: null,
        lastContactOn: null,
        child: { bornOn: null, dueOn: null },
        moments: { planned: [], open: [] },
        group: {},
        activeOn: null,
      }
      expect(heldIn(definition, nothing), definition.id).toEqual([])
    }
  })
})
