import fc from 'fast-check'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { describe, expect, test } from 'vitest'
import { successors } from '#domain/end-report/end-report.ts'
import {
  type ApprovedReport,
  handOver,
  type ReportPart,
  reportParts,
  withTexts,
} from '#domain/end-report/hand-over.ts'
import type { LetterLanguage } from '#domain/end-report/letter-words.ts'
import { letterOf } from '#domain/end-report/report-letter.ts'
import { carePlanBundle } from '#domain/fhir/care-plan.ts'
import { goalOutcomes } from '#domain/plan/goal-attainment.ts'
import { doers } from '#domain/plan/plan.ts'
import { removed } from '#domain/redaction/gate.ts'
import { notAsInR4, strayReferences } from '#testing/fhir-r4.ts'

const at = Temporal.Instant.from('2028-12-14T09:30:00.123Z')
let drawn = 0
/** Ids that tell themselves apart from all that stands in a file. */
const newId = () => `00000000-0000-4000-8000-${String(++drawn).padStart(12, '0')}`
const fileOf = (handed: ReturnType<typeof handOver>, language: LetterLanguage = 'nl') =>
  carePlanBundle(handed, language, newId, at)
type File = ReturnType<typeof fileOf>

const stays = 'adversitySafety'
const domains: ApprovedReport['domains'] = [
  ...['adversityMoney', 'adversityHousing'].map((fact) => ({
    fact,
    label: { nl: `§about ${fact}`, en: `§about ${fact} in English` },
    staysHere: false,
  })),
  { fact: stays, label: { nl: '§never safety', en: '§never safety' }, staysHere: true },
]
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => `${Temporal.PlainDate.from('2024-01-01').add({ days })}`)
/** Each text says of which part it is, so that it is known again wherever it turns up. Letters of any kind may follow. */
const text = (mark: string) =>
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((more) => `§${mark} ${more}`.trim())
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null })

const goal = (id: string, domain: string | null): fc.Arbitrary<ApprovedReport['goals'][number]> => {
  const never = domain === stays ? 'never ' : ''
  return fc.record({
    id: fc.constant(id),
    domain: fc.constant(domain),
    words: maybe(text(`${never}her_words ${id}`)),
    expected: maybe(text(`${never}her_words expected ${id}`)),
    outcome: maybe(fc.constantFrom(...goalOutcomes)),
    letGo: maybe(fc.constant({ on: '2025-01-01', code: '§never why' })),
    hers: maybe(text(`${never}her_words said ${id}`)),
    coach: maybe(text(`${never}coach_words ${id}`)),
    actions: fc.array(
      fc.record({
        id: fc.constant(`action-${id}`),
        words: fc.oneof(text(`${never}plan ${id}`), fc.constant('')),
        doer: fc.constantFrom(...doers),
        organisationId: fc.constant('§never organisation'),
        party: fc.constant('§never a person'),
        byDay: day,
        ended: maybe(fc.constant('done')),
      }),
      { maxLength: 3 },
    ),
  })
}
const ids = [
  '01930000-0000-7000-8000-00000000000a',
  '01930000-0000-7000-8000-00000000000b',
  '01930000-0000-7000-8000-00000000000c',
  '01930000-0000-7000-8000-00000000000d',
]
const report: fc.Arbitrary<ApprovedReport> = fc.record({
  kind: fc.constantFrom('plan', 'end-report'),
  name: text('name'),
  approvedOn: day,
  reviewedOn: maybe(day),
  domains: fc.constant(domains),
  goals: fc
    .tuple(
      ...['adversityMoney', 'adversityHousing', null, stays].map((domain, n) => goal(ids[n] ?? '', domain)),
    )
    .chain((goals) => fc.subarray(goals)),
  grids: maybe(
    fc.record({
      first: fc.constant({ counts: { adversityMoney: 880, [stays]: 990 } }),
      last: fc.constant({ counts: { adversityMoney: 881, [stays]: 991 } }),
    }),
  ),
  hers: maybe(text('her_words whole')),
  coach: maybe(text('coach_words whole')),
  goesOn: maybe(text('plan after')),
  takesOver: maybe(fc.constantFrom(...successors)),
  around: fc.array(
    fc.record({
      role: fc.constant({ nl: '§around kind', en: '§around kind in English' }),
      organisation: maybe(text('around place')),
    }),
    { maxLength: 3 },
  ),
})
const chosen = fc.record({
  report,
  parts: fc.subarray([...reportParts]),
  goalIds: fc.subarray(ids),
  language: fc.constantFrom('nl', 'en'),
})
type Chosen = typeof chosen extends fc.Arbitrary<infer Value> ? Value : never
const handedOf = (one: Chosen) => handOver(one.report, one.parts, one.goalIds)
/** Any report, of which anything was chosen. */
const each = (holds: (one: Chosen, file: File) => void) =>
  fc.assert(
    fc.property(chosen, (one) => holds(one, fileOf(handedOf(one), one.language))),
    { numRuns: 200 },
  )

const letterOn = (one: Chosen) => letterOf(handedOf(one), one.language, (iso) => iso)
/** Every text and day in a file that a reader would take for something said, and no code. */
function saidIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((inside) => saidIn(inside, key))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inside]) => saidIn(inside, name))
  if (typeof value === 'number') return [String(value)]
  const codes =
    /^(resourceType|fullUrl|reference|system|code|url|valueCode|type|status|lifecycleStatus|intent|language|timestamp)$/
  return codes.test(key) || typeof value !== 'string' ? [] : [value]
}

describe('a file for another system', () => {
  test('holds nothing that she did not say yes to', () => {
    each(({ parts, goalIds, report: { goals } }, file) => {
      const json = JSON.stringify(file)
      const has = (part: ReportPart) => parts.includes(part)
      for (const part of ['her_words', 'coach_words', 'plan', 'around'] as const)
        if (!has(part)) expect(json).not.toContain(`§${part}`)
      if (!has('goals')) expect(json).not.toMatch(/"Goal"|"Task"|goal-achievement/)
      if (!has('goals') && !has('adversities')) expect(json).not.toContain('§about')
      if (!has('plan')) expect(json).not.toMatch(/"Task"|overneemt|takes over/)
      if (!has('around')) expect(json).not.toContain('CareTeam')
      if (!has('adversities')) expect(json).not.toMatch(/Observation|valueInteger/)
      for (const { id } of goals)
        if (!goalIds.includes(id))
          for (const word of ['words', 'said', 'expected', 'plan'])
            expect(json).not.toContain(`${word} ${id}`)
    })
  })
  test('holds nothing of violence, of a person who is named, or by which we know her', () => {
    each((_, file) => {
      const json = JSON.stringify(file)
      expect(json).not.toMatch(/§never|"valueInteger":99|organisationId|action-/)
      for (const id of ids) expect(json).not.toMatch(`"[^§"]*${id}`)
      expect(Object.keys(file.entry[1]?.resource ?? {})).toEqual(['resourceType', 'name', 'meta'])
    })
  })
  test('says what the letter says: nothing more, and nothing less', () => {
    each((one, file) => {
      const letter = letterOn(one)
      const whole = letter.map((piece) => piece.text).join('')
      const said = saidIn(file)
      // That the coach speaks, the letter says in a sentence.
      for (const words of said) if (words !== 'coach') expect(whole).toContain(words)
      for (const piece of letter) if (piece.typed) expect(said).toContain(piece.text)
      for (const { words, byDay } of handedOf(one).goals.flatMap(({ actions }) => actions))
        expect(file.entry).toContainEqual(
          expect.objectContaining({
            resource: expect.objectContaining({
              description: words,
              restriction: { period: { end: byDay } },
            }),
          }),
        )
    })
  })
  test('holds no typed text that is not changed where all are, so that none passes the gate by', () => {
    each((one) => {
      const file = fileOf(
        withTexts(handedOf(one), () => removed),
        one.language,
      )
      expect(JSON.stringify(file)).not.toMatch(/§(name|her_words|coach_words|plan|around place)/)
      // What she is called was taken out: that it is left out on purpose is said in FHIR's own way.
      expect(file.entry[1]?.resource).toMatchObject({ name: [{ extension: [{ valueCode: 'masked' }] }] })
    })
  })
  test('has ids that are its own', () => {
    each((one, file) => {
      const urls = (some: File) => some.entry.map(({ fullUrl }) => fullUrl)
      expect(new Set(urls(file)).size).toBe(file.entry.length)
      const again = new Set(urls(fileOf(handedOf(one), one.language)))
      expect(urls(file).filter((url) => again.has(url))).toEqual([])
    })
  })
})

/** What R4 asks of these resources (the invariants by their key), as a FHIRPath engine of others sees it. */
const inR4 = {
  'Bundle: type': "type = 'collection' and timestamp.exists() and language.exists()",
  'bdl-1, 2': 'total.empty() and entry.search.empty()',
  'bdl-3, 4': 'entry.request.empty() and entry.response.empty()',
  'bdl-5': 'entry.all(resource.exists())',
  'bdl-7': 'entry.fullUrl.isDistinct() and entry.all(fullUrl.exists())',
  'one woman and one plan':
    'entry.resource.ofType(Patient).count() = 1 and entry.resource.ofType(CarePlan).count() = 1',
  'Patient: nothing but a name':
    'entry.resource.ofType(Patient).children().all($this is Meta or $this is HumanName)',
  'CarePlan: required':
    "entry.resource.ofType(CarePlan).all(status in ('active' | 'completed') and intent = 'plan' and subject.exists())",
  'cpl-3': 'entry.resource.ofType(CarePlan).activity.all(reference.exists() xor detail.exists())',
  'Goal: required':
    'entry.resource.ofType(Goal).all(lifecycleStatus.exists() and description.exists() and subject.exists())',
  'Goal: statuses':
    "entry.resource.ofType(Goal).all(lifecycleStatus in ('active' | 'completed' | 'cancelled'))",
  'Goal: let go has no outcome':
    "entry.resource.ofType(Goal).where(lifecycleStatus = 'cancelled').all(achievementStatus.empty())",
  'Goal: over where it was reached':
    "entry.resource.ofType(Goal).all((lifecycleStatus = 'completed') = achievementStatus.coding.where(code = 'achieved').exists())",
  'gol-1': 'entry.resource.ofType(Goal).target.all(detail.exists() implies measure.exists())',
  'Task: required':
    "entry.resource.ofType(Task).all(status = 'ready' and intent = 'plan' and description.exists() and for.exists())",
  'Task: of a goal in this plan':
    'entry.resource.ofType(Task).reasonReference.reference.distinct().subsetOf(%resource.entry.resource.ofType(CarePlan).goal.reference)',
  'CareTeam: somebody in it':
    "entry.resource.ofType(CareTeam).all(status = 'active' and subject.exists() and participant.exists())",
  'ctm-1': 'entry.resource.ofType(CareTeam).participant.onBehalfOf.empty()',
  'Observation: required': "entry.resource.ofType(Observation).all(status = 'final' and code.exists())",
  'obs-6': 'entry.resource.ofType(Observation).component.all(dataAbsentReason.exists() xor value.exists())',
  'all of the plan stands in it':
    'entry.resource.ofType(CarePlan).select(goal.count() + activity.count() + careTeam.count() + supportingInfo.count()).first() + 2 = entry.count()',
  'all is of her':
    'entry.resource.where(($this is Patient).not()).all((subject | for).reference = %resource.entry.where(resource is Patient).fullUrl)',
  'kept closely': "entry.resource.all(meta.security.code = ('R' | 'NORDSCLCD')) and meta.security.exists()",
} as const
const compiled = Object.entries(inR4).map(
  ([name, expression]) => [name, fhirpath.compile(expression, r4)] as const,
)

describe('as FHIR R4 has it', () => {
  test('is a plan that runs, or one whose work here is done', () => {
    each(({ report: { kind } }, file) => {
      const status = { plan: 'active', 'end-report': 'completed' }[kind]
      expect(file.entry[0]?.resource).toMatchObject({ resourceType: 'CarePlan', status })
    })
  })
  test('are all elements, values and references', () => {
    each((_, file) => {
      expect(notAsInR4(JSON.parse(JSON.stringify(file)))).toEqual([])
      expect(strayReferences(file.entry)).toEqual([])
    })
  })
  test('holds what R4 asks, in the eyes of others', () => {
    each((_, file) => {
      const plain = JSON.parse(JSON.stringify(file))
      for (const [name, holds] of compiled)
        expect([name, holds(plain, { resource: plain })]).toEqual([name, [true]])
    })
  })
  test('would not be, were something of it wrong', () => {
    const whole = handOver(fc.sample(report, 1)[0] as ApprovedReport, reportParts, ids)
    const { entry, ...bundle } = JSON.parse(JSON.stringify(fileOf(whole)))
    const wrong = {
      ...bundle,
      entries: [],
      entry: [{ ...entry[0], resource: { ...entry[0].resource, created: 3, note: [] } }],
    }
    expect(notAsInR4(wrong)).toEqual([
      'Bundle.entries',
      'Bundle.entry[0].resource.created',
      'Bundle.entry[0].resource.note',
    ])
    const lost = [
      {
        fullUrl: 'urn:one',
        resource: {
          resourceType: 'CarePlan',
          goal: [{ reference: 'urn:one' }],
          subject: { reference: 'urn:two' },
        },
      },
    ]
    expect(strayReferences(lost)).toEqual(['CarePlan.goal -> CarePlan', 'CarePlan.subject -> nothing'])
  })
})
