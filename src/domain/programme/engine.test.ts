import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closureReasonsFor, closureResult, dependsOnAnswers, finalMoment } from '#domain/closure/closure.ts'
import { dayNumber } from '#domain/day.ts'
import { gatesToMend } from '#domain/group/enrolment-gates.ts'
import { mayComeIn } from '#domain/group/group-size.ts'
import { momentsAtSession } from '#domain/group/moments-at-session.ts'
import { careNow, checkDue } from '#domain/group/parallel-care.ts'
import { sessionDays } from '#domain/group/session-days.ts'
import { shelfIdOf } from '#domain/instrument/on-shelf.ts'
import { standingOf } from '#domain/intake/exception.ts'
import { factsOf } from '#domain/intake/intake.ts'
import { askedOfChild, measureDay } from '#domain/measure/measure-day.ts'
import { roles } from '#domain/member/role.ts'
import { adversityFacts } from '#domain/programme/adversity-facts.ts'
import { caseFactTypes } from '#domain/programme/case-facts.ts'
import { checkDefinition, eligibilityFacts } from '#domain/programme/check-definition.ts'
import { contactPlan } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import { explain } from '#domain/programme/explain.ts'
import { type Facts, type FactValue, isTrue } from '#domain/programme/expression.ts'
import { impactOf } from '#domain/programme/impact.ts'
import { materialsNow } from '#domain/programme/materials-now.ts'
import { mergeDefinitions } from '#domain/programme/merge-definitions.ts'
import { mayMove } from '#domain/programme/move-version.ts'
import { phaseAt } from '#domain/programme/phase-at.ts'
import {
  cadenceIn,
  leadingPhase,
  movablePhases,
  movesTakenBack,
  phaseMoves,
  setPhases,
} from '#domain/programme/phases-now.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import { talkSheetTopics } from '#domain/programme/talk-sheet-topics.ts'
import { weighForDesk } from '#domain/referral/desk-fit.ts'
import { factsOn } from '#domain/signal/case-facts-on.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import { changesIn, heldBy, rulesOf } from '#domain/signal/compiled-rules.ts'
import { nextTurn } from '#domain/signal/next-turn.ts'
import { courseEnd, endsByChild } from '#domain/trajectory/course-end.ts'
import { programmes } from '#programmes/registry.ts'

/** Programmes as somebody could make them of those there are: a part left out, a number or a rule changed. */
interface Place {
  readonly path: readonly string[]
  readonly value: unknown
}
function places(value: unknown, path: readonly string[] = []): readonly Place[] {
  const here = path.length > 0 ? [{ path, value }] : []
  if (typeof value !== 'object' || value === null) return here
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))]
}
const isRule = ({ path }: Place) => {
  const [key, outer] = [path.at(-1), path.at(-2)]
  return (
    key === 'when' ||
    key === 'startsWhen' ||
    key === 'endsWhen' ||
    (key === 'value' && (outer === 'completion' || outer === 'endRule'))
  )
}
const everyPlace = programmes.map((programme) => places(programme))
const everyRule = [
  ...new Set(
    everyPlace
      .flat()
      .flatMap((place) => (isRule(place) && typeof place.value === 'string' ? [place.value] : [])),
  ),
  'childAgeMonths >= 3 and not pregnant',
  'weeksSinceStart > 4 or gestationalWeeks in [12, 36]',
  'visitsDone / 0 > 1',
  '1.5 * phaseCadence - daysSinceLastContact < 0',
  'pregnantAtReferral and gestationalWeeksAtReferral <= 36',
]
/** Where time and the child set the phases, and nothing counts visits. */
const byTime = (programme: ProgrammeDefinition): unknown => ({
  ...programme,
  phases: programme.phases.map(({ visits: _, ...phase }, at) =>
    at === 0
      ? { ...phase, endsWhen: 'childAgeMonths >= 6' }
      : {
          ...phase,
          startsWhen: at % 2 ? 'childAgeMonths >= 0' : 'weeksSinceStart >= 8',
          after: [programme.phases[0]?.id],
        },
  ),
})
const changed = fc
  .nat(programmes.length - 1)
  .chain((which) => {
    const all = everyPlace[which] ?? []
    const programme = programmes[which]
    const ofNumber = all.filter(({ value }) => typeof value === 'number')
    const ofYesNo = all.filter(({ value }) => typeof value === 'boolean')
    const ofRule = all.filter(isRule)
    const change = fc.oneof(
      fc.tuple(fc.constantFrom(...ofNumber), fc.nat(60)).map(([{ path }, to]) => ({ path, to })),
      fc.constantFrom(...ofYesNo).map(({ path, value }) => ({ path, to: !value })),
      fc
        .tuple(fc.constantFrom(...ofRule), fc.constantFrom(...everyRule))
        .map(([{ path }, to]) => ({ path, to })),
      fc.constantFrom(...all).map(({ path }) => ({ path, to: undefined })),
    )
    return fc.tuple(fc.boolean(), fc.array(change, { maxLength: 4 })).map(([timed, changes]) => {
      const whole: unknown = structuredClone(timed && programme ? byTime(programme) : programme)
      for (const { path, to } of changes) put(whole, path, to)
      return whole
    })
  })
  .map((input) => checkDefinition(input).definition)
  .filter((definition) => definition !== null)

function put(whole: unknown, path: readonly string[], to: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, key) => (typeof part === 'object' && part ? Reflect.get(part, key) : null), whole)
  const key = path.at(-1) ?? ''
  if (Array.isArray(parent) && to === undefined) parent.splice(Number(key), 1)
  else if (typeof parent === 'object' && parent !== null)
    if (to === undefined) Reflect.deleteProperty(parent, key)
    else Reflect.set(parent, key, to)
}

const today = Temporal.PlainDate.from('2026-11-03')
const day = fc.integer({ min: -900, max: 300 }).map((days) => today.add({ days }))
const maybe = fc.option(day)
const known = fc.record({
  child: fc.record({ bornOn: maybe, dueOn: maybe }),
  startedOn: maybe,
  receivedOn: maybe,
  extendedUntil: maybe,
  visits: fc.nat(30),
  size: fc.nat(20),
  phases: fc.nat(7),
  yes: fc.boolean(),
  number: fc.nat(12),
})
type Known = typeof known extends fc.Arbitrary<infer Value> ? Value : never

/** Everything a programme asks, answered or not. */
const answersTo = (definition: ProgrammeDefinition, { yes, number, visits }: Known): Facts =>
  Object.fromEntries(
    definition.facts.map(({ name, type }, at): [string, FactValue] => [
      name,
      (at + visits) % 3 === 0
        ? null
        : type.kind === 'yes_no'
          ? yes
          : type.kind === 'number'
            ? Math.min(type.max, Math.max(type.min, number))
            : (type.options[number % type.options.length]?.id ?? null),
    ]),
  )

const sourcesOf = (definition: ProgrammeDefinition, one: Known): CaseSources => {
  const at = (date: Temporal.PlainDate | null) => date && dayNumber(date)
  const { child, startedOn, receivedOn, visits, yes, number } = one
  const phases = definition.phases.slice(0, one.phases)
  return {
    state: yes ? 'active' : 'waiting',
    phase: phases[0]?.id ?? null,
    receivedOn: at(receivedOn),
    intakeOn: at(startedOn),
    startedOn: at(startedOn),
    closedOn: null,
    child: { bornOn: at(child.bornOn), dueOn: at(child.dueOn) },
    childAdded: yes,
    visitsDone: visits,
    lastContactOn: at(startedOn),
    agreedDueOn: null,
    run: 'dpn',
    outsideMinutes: number,
    languages: ['nl'],
    interpreter: yes,
    worker: yes
      ? { languages: ['ti'], gates: [], metOn: at(startedOn), spokenOn: null, supervisedOn: null }
      : null,
    workerChanges: number % 3,
    phases: phases.map(({ id }) => ({ id, since: at(startedOn) ?? dayNumber(today) })),
    care: definition.parallelCare.map(({ type }) => ({ type, checkedOn: dayNumber(today) - visits })),
    safeContactOn: at(receivedOn),
    moments: {
      planned: definition.measures.map(({ moment }) => moment),
      open: definition.measures.slice(0, 1).map(({ moment }) => moment),
    },
    extended: yes,
    activeOn: at(startedOn),
    deeds: yes ? { supervised: dayNumber(today) - visits } : {},
    unsafeMessage: yes,
    gridOn: at(startedOn),
    plan: null,
    begunMaterials: definition.materials.slice(0, 1).map(({ id }) => id),
    handedOver: yes,
    concern: { danger: yes, waitsSince: at(startedOn) },
    redFlagSince: at(receivedOn),
    kindchecks: { atIntake: yes, count: number % 3 },
    safetyPlan: yes,
    closure: null,
    groupAttendedOn: at(startedOn),
    group: { groupSize: one.size, participant: yes },
    asked: answersTo(definition, one),
  }
}

/** Checking a definition takes its time, and a busy machine more. */
const runs = { numRuns: 60 }

describe('any definition that validates', { timeout: 60_000 }, () => {
  test('is made often enough to say something', () => {
    const ids = new Set(fc.sample(changed, 60).map((definition) => JSON.stringify(definition)))
    expect(ids.size).toBeGreaterThan(30)
  })
  test('never makes eligibility, the desk or a move throw', () => {
    fc.assert(
      fc.property(changed, known, (definition, one) => {
        const facts = factsOf(
          { child: { given: null, ...one.child }, facts: answersTo(definition, one) },
          today,
          one.receivedOn,
        )
        const weighed = weighEligibility(definition, facts)
        expect(weighed.ask.length > 0).toBe(weighed.outcome === 'ask')
        for (const role of roles) standingOf(weighed.exceptions, { roles: [role], rulings: [], version: 1 })
        const where = { postcode: null, district: null, place: null, municipality: one.yes ? 'GM0599' : null }
        weighForDesk([definition], facts, where as never, { kind: 'gp', trainings: null })
        impactOf(definition, definition, [facts, {}])
        const moving = {
          state: 'active',
          from: definition,
          phases: definition.phases.map(({ id }) => id),
          facts,
          excepted: [],
        }
        mayMove(moving, { ...definition, version: '9999.0.0' })
        expect(mergeDefinitions(definition, definition, definition)).toEqual({
          whole: definition,
          conflicts: [],
        })
      }),
      runs,
    )
  })
  test('never makes phases, contacts, materials or the course throw', () => {
    fc.assert(
      fc.property(changed, known, (definition, one) => {
        const { child, startedOn, visits } = one
        const ids = definition.phases.map(({ id }) => id)
        const live = ids.slice(0, one.phases)
        const facts = {
          ...factsOf({ child: { given: null, ...child }, facts: {} }, today, null),
          weeksSinceStart: visits,
        }
        const moves = phaseMoves(definition, { live, had: live }, facts)
        expect(moves.begin.every((id) => ids.includes(id))).toBe(true)
        setPhases(definition, { live, had: live }, ids.slice(0, visits % 4))
        const before = movablePhases(definition).map(({ id }) => ({
          phase: id,
          live: live.includes(id),
          beganByRule: true,
          endedByRule: !live.includes(id),
        }))
        const back = movesTakenBack(definition, before, facts)
        expect(back.end.filter((id) => back.begin.includes(id))).toEqual([])
        const lead = leadingPhase(definition, live)
        cadenceIn(definition, lead)
        for (let number = 1; number <= visits; number += 1) phaseAt(definition, number, visits)
        const endsOn = courseEnd(definition, child, startedOn, one.extendedUntil)
        endsByChild(definition, startedOn)
        const startOn = startedOn ?? today
        const plan = contactPlan(definition, {
          startOn,
          endsOn: endsOn ?? startOn.add({ days: 300 }),
          cadenceDays: cadenceIn(definition, lead),
        })
        for (const { dueFrom, dueUntil } of plan.contacts)
          expect(Temporal.PlainDate.compare(dueFrom, dueUntil)).toBeLessThanOrEqual(0)
        const materials = materialsNow(definition, {
          quiet: false,
          gestationalWeeks: one.number * 3,
          childMonths: visits,
          phases: live,
        })
        expect(definition.materials).toEqual(expect.arrayContaining([...materials]))
        talkSheetTopics(definition, visits)
      }),
      runs,
    )
  })
  test('never makes measures, groups, care or closing throw', () => {
    fc.assert(
      fc.property(changed, known, (definition, one) => {
        const { child, startedOn, extendedUntil, visits, size, yes } = one
        const dates = {
          startedOn: startedOn ?? today,
          childBornOn: child.bornOn,
          dueOn: child.dueOn,
          endsOn: extendedUntil,
        }
        const cadenceDays = definition.contacts?.cadenceDays.value ?? 30
        const sessions = definition.group
          ? sessionDays(today, visits, definition.group.cadenceDays.value)
          : []
        for (const { when } of definition.measures) measureDay(when, { ...dates, cadenceDays, sessions })
        const ofChild = askedOfChild(definition)
        expect([
          ...definition.instruments.map(({ id }) => id),
          ...definition.measures.flatMap(({ shelf }) => shelf?.value.map(shelfIdOf) ?? []),
        ]).toEqual(expect.arrayContaining(ofChild.instruments))
        for (let nth = 0; nth <= visits; nth += 1) momentsAtSession(definition, nth, size)
        if (definition.group)
          mayComeIn(definition.group, { state: 'running', seats: null, taken: size, held: visits })
        const care = definition.parallelCare.map((rule) => ({
          type: rule.type,
          untilDay: null,
          checkedOn: startedOn ?? today,
        }))
        definition.parallelCare.forEach((rule, at) => {
          careNow(rule, care[at] ?? null, today)
          if (care[at]) checkDue(rule, care[at])
        })
        const prepared = {
          safeContactCounts: yes,
          care: care as never,
          talkOn: startedOn,
          wayAgreedOn: null,
          consents: new Set<never>(),
          relationsChecked: yes,
          relationFound: !yes,
          hold: null,
        }
        gatesToMend(definition, prepared, today)
        const course = { begun: yes, visitsDone: visits, childBornOn: child.bornOn, sessionsAttended: size }
        const result = closureResult(definition, course, today)
        expect(result === 'not_started').toBe(!yes)
        dependsOnAnswers(definition, course, today)
        finalMoment(definition)
        for (const quiet of [true, false]) closureReasonsFor(definition, yes, quiet)
      }),
      runs,
    )
  })
  test('compiles to signals that are weighed, looked ahead in and settle', () => {
    fc.assert(
      fc.property(changed, known, (definition, one) => {
        const compiled = rulesOf(definition)
        expect(compiled.rules).toHaveLength(definition.fidelity.length)
        const sources = sourcesOf(definition, one)
        const facts = factsOn(definition, compiled.facts, sources, today)
        const held = heldBy(compiled, facts, false)
        expect(definition.fidelity.map(({ id }) => id)).toEqual(expect.arrayContaining([...held]))
        const due = nextTurn(compiled, sources, facts, today)
        if (due !== null) expect(due).toBeGreaterThan(dayNumber(today))
        expect(changesIn(held, held)).toEqual({ arise: [], end: [] })
      }),
      runs,
    )
  })
  test('explains every one of its rules as it weighs it', () => {
    fc.assert(
      fc.property(
        changed,
        known,
        fc.constantFrom('nl' as const, 'en' as const),
        (definition, one, language) => {
          const compiled = rulesOf(definition)
          const asked = answersTo(definition, one)
          const facts: Facts = {
            ...factsOn(definition, compiled.facts, sourcesOf(definition, one), today),
            ...factsOf({ child: { given: null, ...one.child }, facts: asked }, today, one.receivedOn),
          }
          const all = { ...facts, ...adversityFacts(definition, facts) }
          const rules = [
            ...definition.eligibility.map(({ when }) => when),
            ...definition.fidelity.map(({ when }) => when),
            ...definition.phases.flatMap(({ startsWhen, endsWhen }) =>
              [startsWhen ?? [], endsWhen ?? []].flat(),
            ),
            definition.completion.value,
            ...(definition.endRule ? [definition.endRule.value] : []),
          ]
          for (const rule of rules) {
            const { result, reasons } = explain(definition, rule, facts, language)
            expect(result, rule).toBe(isTrue(ruleOf(rule), all))
            for (const { text, so } of reasons) {
              expect(so === null, rule).toBe(result === null)
              expect(text, rule).not.toMatch(/undefined|null|NaN|\[object/)
            }
          }
        },
      ),
    )
  })
  test('asks in eligibility and fidelity for nothing that has no kind of answer', () => {
    fc.assert(
      fc.property(changed, (definition) => {
        const types = new Set([...Object.keys(caseFactTypes), ...eligibilityFacts(definition).keys()])
        expect(rulesOf(definition).facts.filter((name) => !types.has(name))).toEqual([])
      }),
      runs,
    )
  })
})
