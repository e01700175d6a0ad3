import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutral } from '#domain/match/criterion.ts'
import { mayMatch, roomOf } from '#domain/match/may-match.ts'
import { hasScore, propose, scoreOf } from '#domain/match/propose.ts'
import type { Candidate, Home, WaitingWoman } from '#domain/match/sides.ts'
import { travelModes } from '#domain/match/travel.ts'
import { emptyWishes, type Wishes } from '#domain/match/wishes.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { hardCriteria, softCriteria } from '#domain/programme/definition.ts'
import { safetyClasses } from '#domain/programme/safety-terms.ts'
import { avoided } from '#domain/worker/own-file.ts'
import { backgrounds, childSituations, interests, type Profile, slots } from '#domain/worker/profile.ts'
import { workerStates } from '#domain/worker/worker.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'

const home = (): fc.Arbitrary<Home> =>
  fc.record({
    area: fc.option(fc.constantFrom('3011', '3012', '9999')),
    street: fc.option(fc.constantFrom('aa', 'bb')),
    spot: fc.option(
      fc.record({
        place: fc.constantFrom('Rotterdam', 'Ons Dorp'),
        latitude: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
        longitude: fc.double({ min: 3.3, max: 7.3, noNaN: true }),
        small: fc.boolean(),
      }),
    ),
  })
const profile = (): fc.Arbitrary<Profile> =>
  fc.record({
    backgrounds: fc.subarray([...backgrounds]),
    interests: fc.subarray([...interests]),
    childSituations: fc.subarray([...childSituations]),
    availability: fc.subarray([...slots]),
  })
const wishes = (): fc.Arbitrary<Wishes> =>
  fc
    .tuple(profile(), languages(), fc.subarray([...avoided]), fc.subarray([...avoided]))
    .map(([known, reads, homeHas, homeHasNot]) => ({ ...known, reads, homeHas, homeHasNot }))
const languages = () => fc.subarray(['nl', 'ti', 'ar', 'tr', 'pl'])
const label = { nl: 'x', en: 'x' }
const woman = (): fc.Arbitrary<WaitingWoman> =>
  fc.record({ trajectoryId: fc.constant('t'), languages: languages(), home: home(), wishes: wishes() })
const worker = (): fc.Arbitrary<Candidate> =>
  fc.record({
    workerId: fc.uuid(),
    state: fc.constantFrom(...workerStates),
    programmes: fc.subarray([mim.id, 'other']),
    languages: languages(),
    home: home(),
    profile: profile(),
    reads: languages(),
    avoids: fc.subarray([...avoided]),
    travels: fc.subarray([...travelModes]),
    travel: fc.array(fc.record({ mode: fc.constantFrom(...travelModes), minutes: fc.nat(600) }), {
      maxLength: 4,
    }),
    away: fc.option(
      fc.record({
        kind: fc.constantFrom('away' as const, 'phone_only' as const),
        from: fc.constant(Temporal.PlainDate.from('2026-11-01')),
        until: fc.constant(Temporal.PlainDate.from('2026-11-30')),
      }),
    ),
    apart: fc.boolean(),
    capacity: fc.nat(5),
    taken: fc.nat(5),
    experience: fc.nat(9),
    gates: fc.array(
      fc.record({
        kind: fc.constantFrom('vog' as const, 'training' as const),
        label: fc.constant(label),
        required: fc.boolean(),
        state: fc.constantFrom('met' as const, 'missing' as const, 'expired' as const),
        seenOn: fc.constant(null),
        validUntil: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
    declinedBefore: fc.boolean(),
  })
const definition = (): fc.Arbitrary<ProgrammeDefinition> =>
  fc
    .record({ hard: fc.subarray([...hardCriteria]), soft: fc.subarray([...softCriteria]) })
    .map(({ hard, soft }) => ({
      ...mim,
      matching: {
        hard: hard.map((criterion) => ({ criterion, prov: 'proposal' as const })),
        soft: soft.map((criterion) => ({
          criterion,
          weight: 1 / Math.max(1, soft.length),
          prov: 'proposal' as const,
        })),
        bothMustAgree: { value: true, prov: 'proposal' as const },
      },
    }))
const workers = () => fc.uniqueArray(worker(), { selector: (one) => one.workerId, maxLength: 12 })

describe('proposals', () => {
  test('every score lies within its bounds and names why', () => {
    fc.assert(
      fc.property(definition(), woman(), workers(), (programme, her, them) => {
        for (const { score, criteria } of propose(programme, her, them).proposals) {
          expect(Number.isInteger(score) && score >= 0 && score <= 1000).toBe(true)
          for (const one of criteria) {
            expect(one.score).toBeGreaterThanOrEqual(0)
            expect(one.score).toBeLessThanOrEqual(1)
            expect(one.code).not.toBe('')
          }
        }
      }),
    )
  })
  test('everyone is answered for once, whatever the order of the question', () => {
    fc.assert(
      fc.property(
        definition(),
        woman(),
        workers().chain((them) =>
          fc.tuple(
            fc.constant(them),
            fc.shuffledSubarray(them, { minLength: them.length, maxLength: them.length }),
          ),
        ),
        (programme, her, [them, shuffled]) => {
          const first = propose(programme, her, them)
          expect(propose(programme, her, shuffled)).toEqual(first)
          expect(first.proposals.length + first.impossible.length).toBe(them.length)
        },
      ),
    )
  })
  test('a pair that something stands in the way of is never proposed', () => {
    fc.assert(
      fc.property(definition(), woman(), workers(), (programme, her, them) => {
        const { proposals, impossible } = propose(programme, her, them)
        const byId = new Map(them.map((one) => [one.workerId, one]))
        for (const { workerId, room } of proposals) {
          const one = byId.get(workerId)
          if (!one) throw new Error('somebody new')
          expect(mayMatch(programme, her, one).blocks).toEqual([])
          expect(room).toBeGreaterThan(0)
          expect(one.declinedBefore).toBe(false)
          expect(one.apart).toBe(false)
          expect(one.away?.kind).not.toBe('away')
          expect(one.gates.some((gate) => gate.required && gate.state !== 'met')).toBe(false)
        }
        for (const { blocks } of impossible) expect(blocks.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('hard rules', () => {
  const place = { place: 'Ons Dorp', latitude: 52, longitude: 5, small: true }
  const her: WaitingWoman = {
    trajectoryId: 't',
    languages: ['ti'],
    home: { area: '3011', street: 'aa', spot: place },
    wishes: emptyWishes,
  }
  const one: Candidate = {
    workerId: 'w',
    state: 'ready',
    programmes: [],
    languages: ['ti'],
    home: { area: '3012', street: 'bb', spot: { ...place, place: 'Elders' } },
    profile: her.wishes,
    capacity: 1,
    taken: 0,
    experience: 0,
    gates: [],
    declinedBefore: false,
  }
  const hard = (...criteria: (typeof hardCriteria)[number][]): ProgrammeDefinition => ({
    ...mim,
    matching: {
      hard: criteria.map((criterion) => ({ criterion, prov: 'proposal' })),
      soft: [],
      bothMustAgree: { value: true, prov: 'proposal' },
    },
  })
  const codes = (programme: ProgrammeDefinition, change: Partial<Candidate>) =>
    mayMatch(programme, her, { ...one, ...change }).blocks.map((block) => block.code)

  test('the same street is one, also when the house is elsewhere in it', () => {
    expect(codes(hard('not_same_street'), { home: { ...one.home, street: 'aa' } })).toEqual([
      'not_same_street',
    ])
    expect(codes(hard('not_same_street'), {})).toEqual([])
  })
  test('the same village is one, the same city is none', () => {
    const village = { ...one.home, spot: place }
    expect(codes(hard('not_same_place'), { home: village })).toEqual(['not_same_place'])
    const city = { ...village, spot: { ...place, small: false } }
    const inCity = { ...her, home: { ...her.home, spot: { ...place, small: false } } }
    expect(mayMatch(hard('not_same_place'), inCity, { ...one, home: city }).blocks).toEqual([])
  })
  test('no language in common is one; an unknown language is a question', () => {
    expect(codes(hard('shared_language'), { languages: ['pl'] })).toEqual(['shared_language'])
    expect(mayMatch(hard('shared_language'), her, { ...one, languages: [] })).toEqual({
      blocks: [],
      questions: ['language-unknown'],
    })
  })
  test('her own number and the programme’s both count', () => {
    expect(codes(hard(), { capacity: 2, taken: 2 })).toEqual(['full'])
    expect(codes(hard(), { capacity: 9, taken: 3 })).toEqual(['overload'])
    expect(codes(hard(), { capacity: 9, taken: 2 })).toEqual([])
  })
})

test('where nothing has weight there is no percentage to show', () => {
  const language = { criterion: 'shared_language' as const, weight: 0, score: 1, code: 'own', values: {} }
  expect(hasScore([language])).toBe(false)
  expect(hasScore([])).toBe(false)
  expect(hasScore([language, { ...language, weight: 0.2 }])).toBe(true)
})

describe('at the limits', () => {
  test('a score is a whole number of thousandths, whatever the weights and however many', () => {
    const part = fc.record({
      criterion: fc.constantFrom(...softCriteria),
      weight: fc.oneof(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, Number.MIN_VALUE, Number.EPSILON, 1 / 3, 1),
      ),
      score: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, Number.MIN_VALUE, 1)),
      code: fc.constant('x'),
      values: fc.constant({}),
    })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const score = scoreOf(parts)
        expect(Number.isSafeInteger(score) && score >= 0 && score <= 1000).toBe(true)
        if (parts.length > 0 && hasScore(parts) && parts.every((one) => one.score === 1))
          expect(score).toBe(1000)
      }),
    )
  })
  test('nobody has room for less than none or for part of a woman, however much she carries or may', () => {
    const most = fc.constantFrom(0, 1, 20, 1000, Number.MAX_SAFE_INTEGER)
    const taken = fc.record({
      phase: fc.constantFrom('a', 'b', null),
      safetyClass: fc.constantFrom(...safetyClasses),
    })
    fc.assert(
      fc.property(most, most, fc.array(taken, { maxLength: 50 }), (capacity, count, womenTaken) => {
        for (const programme of [mim, memosa, mvr]) {
          const room = roomOf(programme, { capacity, taken: count, womenTaken })
          expect(Number.isSafeInteger(room) && room >= 0).toBe(true)
          expect(room).toBeLessThanOrEqual(capacity)
        }
      }),
    )
  })
  test('an empty profile speaks neither for nor against anybody, in every criterion but what is counted', () => {
    fc.assert(
      fc.property(woman(), worker(), (her, one) => {
        const empty = {
          ...one,
          state: 'ready' as const,
          programmes: [],
          gates: [],
          declinedBefore: false,
          capacity: 3,
          taken: 0,
          profile: emptyWishes,
          reads: [],
          avoids: [],
          childAges: [],
          travel: [],
          away: null,
          apart: false,
          home: { area: null, street: null, spot: null },
        }
        const programme = {
          ...mim,
          matching: {
            hard: [],
            soft: softCriteria.map((criterion) => ({
              criterion,
              weight: 1 / softCriteria.length,
              prov: 'proposal' as const,
            })),
            bothMustAgree: { value: true, prov: 'proposal' as const },
          },
        }
        const [found] = propose(programme, her, [empty]).proposals
        for (const { criterion, code, score } of found?.criteria ?? [])
          if (criterion !== 'experience' && criterion !== 'shared_language')
            expect([criterion, code, score]).toEqual([criterion, 'unknown', neutral])
      }),
    )
  })
  test('a secret home is told by no criterion and no rule: neither street, place, district nor what it is near', () => {
    fc.assert(
      fc.property(definition(), woman(), worker(), fc.boolean(), (programme, her, one, hers) => {
        const hide = (home: Home): Home => ({
          area: home.area?.slice(0, 2) ?? null,
          street: null,
          spot: home.spot ? { ...home.spot, place: '', small: false } : null,
          secret: home,
        })
        const woman = hers ? { ...her, home: hide(her.home) } : her
        const other = { ...one, workerId: 'w', home: hers ? one.home : hide(one.home) }
        const said = JSON.stringify(propose(programme, woman, [other]))
        for (const telling of [
          'not_same_street',
          'not_same_place',
          'same-area',
          'Ons Dorp',
          '3011',
          '3012',
          '9999',
        ])
          expect(said).not.toContain(telling)
      }),
    )
  })
})
