import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canBeMet } from '#domain/programme/can-be-true.ts'
import { checkDefinition, eligibilityFacts, readDefinition } from '#domain/programme/check-definition.ts'
import { contactPlan } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { explain } from '#domain/programme/explain.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'

const problemsOf = (whole: object, changed: object) => checkDefinition({ ...whole, ...changed }).problems
const [first] = mim.eligibility
const rule = (id: string, kind: 'include' | 'exclude', when: string) => ({ ...first, id, kind, when })
const rules = (...eligibility: object[]) => problemsOf(mim, { eligibility })

describe('rules that nobody can meet', () => {
  test('one by itself', () => {
    expect(rules(rule('a', 'include', 'childAgeMonths >= 18 and childAgeMonths < 10'))).toEqual([
      { field: 'eligibility.a.when', expected: 'a rule that can be met' },
    ])
    expect(rules(rule('a', 'include', 'pregnant and childAgeMonths < 10'))).toHaveLength(1)
    expect(rules(rule('a', 'exclude', 'insecure or not insecure'))).toHaveLength(1)
  })
  test('two together', () => {
    expect(rules(rule('a', 'include', 'firstChild'), rule('b', 'exclude', 'firstChild'))).toEqual([
      { field: 'eligibility.b.when', expected: 'a rule that can be met together with a' },
    ])
    expect(
      rules(rule('a', 'include', 'childAgeMonths < 18'), rule('b', 'include', 'childAgeMonths >= 18')),
    ).toHaveLength(1)
    expect(rules(rule('a', 'include', 'pregnant'), rule('b', 'include', 'childAgeMonths >= 0'))).toHaveLength(
      1,
    )
  })
  test('but not what can go together', () => {
    expect(rules(rule('a', 'include', 'firstChild or insecure'), rule('b', 'exclude', 'firstChild'))).toEqual(
      [],
    )
    expect(rules(rule('a', 'include', 'pregnant or childAgeMonths < 48'))).toEqual([])
  })
  test('something to watch that can’t happen', () => {
    const [one] = mim.fidelity
    expect(problemsOf(mim, { fidelity: [{ ...one, when: 'visitsDone > 5 and visitsDone < 3' }] })).toEqual([
      { field: 'fidelity.MI-F1.when', expected: 'something that can happen' },
    ])
  })
  test('nothing is said of what can’t be decided', () => {
    const types = eligibilityFacts(mvr)
    const demand = { expression: ruleOf('adversityCount > 2 * lifeDomainsAffected'), answer: true }
    expect(canBeMet([demand], types, new Map())).toBeNull()
  })
  test('no situation meets what was called impossible', () => {
    const parts = ['firstChild', 'insecure', 'childAgeMonths < 10', 'childAgeMonths >= 18', 'pregnant']
    const part = fc.constantFrom(...parts, ...parts.map((text) => `not (${text})`))
    const text = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .chain((some) => fc.constantFrom(' and ', ' or ').map((word) => some.join(word)))
    const facts = fc.record({
      firstChild: fc.boolean(),
      insecure: fc.boolean(),
      childAgeMonths: fc.integer({ min: 0, max: 40 }),
      pregnant: fc.constant(false),
    })
    fc.assert(
      fc.property(text, text, facts, (one, other, known) => {
        const met = weighEligibility(
          {
            ...mim,
            eligibility: [rule('a', 'include', one), rule('b', 'exclude', other)].map((r) => ({
              ...r,
              redirect: [],
              exception: undefined,
            })),
          } as typeof mim,
          known,
        ).outcome
        const problems = rules(rule('a', 'include', one), rule('b', 'exclude', other))
        if (met === 'eligible') expect(problems).toEqual([])
      }),
    )
  })
})

describe('what runs over time', () => {
  const [basics, child, selfReliance] = mvr.phases
  test.each<[string, object, object, object]>([
    [
      'a circle of phases',
      mvr,
      { phases: [{ ...basics, after: ['self_reliance'] }, child, selfReliance] },
      { field: 'phases.basics.after', expected: 'no circle: basics after self_reliance after basics' },
    ],
    [
      'a phase after itself',
      mvr,
      { phases: [{ ...basics, after: ['basics'] }, child, selfReliance] },
      { field: 'phases.basics.after', expected: 'no circle: basics after basics' },
    ],
    [
      'a phase after one that is not there',
      mvr,
      { phases: [{ ...basics, after: ['moon'] }, child, selfReliance] },
      { field: 'phases.basics.after', expected: 'a phase of this definition instead of moon' },
    ],
    [
      'a phase that begins on what is asked, not on time',
      mvr,
      { phases: [{ ...basics, startsWhen: 'livesInRotterdam' }, child, selfReliance] },
      { field: 'phases.basics.startsWhen', expected: 'a known fact instead of livesInRotterdam' },
    ],
    [
      'a rhythm of zero days',
      mvr,
      { phases: [{ ...basics, cadenceDays: { value: 0, prov: 'proposal' } }, child, selfReliance] },
      { field: 'phases.basics.cadenceDays.value', expected: expect.stringContaining('1') },
    ],
    [
      'a group with fewer subjects than sessions',
      evtGroup,
      { group: { ...evtGroup.group, sessionPlan: evtGroup.group?.sessionPlan.slice(1) } },
      { field: 'group.sessionPlan', expected: '12 meetings, one for each session' },
    ],
    [
      'a session that the group doesn’t have',
      evtGroup,
      { measures: evtGroup.measures.map((one) => ({ ...one, when: { at: 'session', session: 13 } })) },
      { field: 'measures.T0.when.session', expected: 'at most 12, the sessions' },
    ],
    [
      'a moment at a session without a group',
      mim,
      { measures: mim.measures.map((one) => ({ ...one, when: { at: 'session', session: 1 } })) },
      { field: 'measures.T0.when', expected: 'a moment that this programme has, as it has no group' },
    ],
    [
      'questions of somebody else',
      memosa,
      { instruments: memosa.instruments.map((one) => ({ ...one, items: memosa.instruments[0]?.items })) },
      { field: 'instruments.cas_30', expected: 'either questions or a reference to who holds them' },
    ],
    [
      'material for a phase that is not there',
      mvr,
      { materials: [{ ...mvr.materials[0], select: { by: 'phase', phase: 'moon' } }] },
      {
        field: 'materials.pregnancy_diary.select.phase',
        expected: 'a phase of this definition instead of moon',
      },
    ],
    [
      'a grid over a question that is no number',
      mim,
      {
        adversityGrid: {
          domains: ['insecure', 'lowSupport'].map((fact) => ({ fact, label: { nl: 'x', en: 'x' } })),
          prov: 'proposal',
        },
      },
      { field: 'adversityGrid.insecure', expected: 'a fact of this definition that is a number' },
    ],
    [
      'a target outside least and most',
      memosa,
      { contacts: { ...memosa.contacts, target: { value: 30, prov: 'proposal' } } },
      { field: 'contacts.target', expected: 'between 12 and 18' },
    ],
  ])('%s is named with the field and what is expected', (_, whole, changed, problem) => {
    expect(problemsOf(whole, changed)).toContainEqual(problem)
  })
})

describe('a definition that comes as a file', () => {
  const whole = { field: 'definition' }
  test('is read back as it was', () => {
    for (const programme of programmes)
      expect(readDefinition(JSON.stringify(programme)).definition).toEqual(programme)
  })
  test('of ten million characters is refused before it is read', () => {
    expect(readDefinition('['.repeat(10_000_000)).problems).toEqual([
      { ...whole, expected: 'at most 1000000 characters in all' },
    ])
    expect(checkDefinition({ ...mim, owner: 'x'.repeat(1_000_001) }).problems).toHaveLength(1)
  })
  test('that is no JSON, turns in circles or is deeper than anybody writes is refused', () => {
    const circle: Record<string, unknown> = { ...mim }
    circle.again = circle
    let deep: unknown = 0
    for (let at = 0; at < 100_000; at += 1) deep = [deep]
    const expected = { ...whole, expected: 'a file that holds one definition as JSON' }
    expect(readDefinition('{').problems).toEqual([expected])
    expect(checkDefinition(circle).problems).toEqual([expected])
    expect(checkDefinition({ ...mim, deep }).problems).toHaveLength(1)
    expect(checkDefinition({ ...mim, owner: deep }).problems).toHaveLength(1)
  })
  test('with a rule nested a thousand deep says so at the rule', () => {
    const when = `${'('.repeat(200)}firstChild${')'.repeat(200)}`
    expect(rules({ ...first, when })).toEqual([
      { field: 'eligibility.mi-i1.when', expected: 'at most 20 levels deep at character 22' },
    ])
    expect(rules({ ...first, when: `${'('.repeat(1000)}a` })[0]?.field).toBe('eligibility.mi-i1.when')
  })
})

test('whatever validates never makes the engine throw', () => {
  const today = Temporal.PlainDate.from('2026-11-03')
  const whole: fc.Arbitrary<ProgrammeDefinitionInput> = fc.constantFrom(...programmes)
  const values = fc.oneof(fc.boolean(), fc.double(), fc.string(), fc.constant(null))
  fc.assert(
    fc.property(
      whole,
      fc.constantFrom(...Object.keys(mvr), ...Object.keys(evtGroup)),
      fc.oneof(
        fc.jsonValue(),
        whole.chain((one) => fc.constantFrom(...Object.values(one))),
      ),
      fc.dictionary(fc.constantFrom('pregnant', 'childAgeMonths', 'adversityMoney', 'firstChild'), values),
      (programme, key, value, facts) => {
        const { definition } = checkDefinition({ ...programme, [key]: value })
        if (!definition) return
        weighEligibility(definition, facts as Facts)
        for (const { when } of [...definition.eligibility, ...definition.fidelity])
          explain(definition, when, facts as Facts, 'nl')
        endDay(definition, today, today)
        contactPlan(definition, { startOn: today, endsOn: today.add({ months: 16 }) })
      },
    ),
  )
})
