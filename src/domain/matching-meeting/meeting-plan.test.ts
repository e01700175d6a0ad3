import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from '#domain/match/sides.ts'
import { answerAsk } from '#domain/match/solver/ask.ts'
import { urgencies } from '#domain/match/urgency.ts'
import { emptyWishes } from '#domain/match/wishes.ts'
import { mim, mim24 } from '#programmes/mim.ts'
import { assembleMeeting } from './assemble-meeting.ts'
import { comparePlans } from './compare-plans.ts'
import { decisionsOf, type MadeChange, replaces, reweighed, withChange } from './decisions.ts'
import { mayChange } from './may-change.ts'
import type { MeetingChange } from './meeting-change.ts'
import { firstBlock, type MeetingPeople, placesLeft, scorePair } from './meeting-people.ts'

const home = { area: null, street: null, spot: null }
const tongue = fc.constantFrom('nl', 'pl', 'ti')
const someone = fc.record({
  languages: fc.uniqueArray(tongue, { minLength: 1, maxLength: 2 }),
  state: fc.constantFrom('ready', 'active', 'on_leave'),
  programmes: fc.constantFrom([], [mim.id], [mim24.id]),
  capacity: fc.integer({ min: 0, max: 4 }),
  taken: fc.integer({ min: 0, max: 3 }),
  experience: fc.integer({ min: 0, max: 5 }),
  declinedBefore: fc.boolean(),
})
const mother = fc.record({
  urgency: fc.constantFrom(...urgencies),
  definition: fc.constantFrom(0, 1),
  languages: fc.uniqueArray(tongue, { minLength: 1, maxLength: 2 }),
})
const everybody = fc
  .record({
    women: fc.array(mother, { maxLength: 6 }),
    workers: fc.array(someone, { maxLength: 5 }),
  })
  .map(({ women, workers }): MeetingPeople => {
    const candidates = new Map(
      workers.map((worker, at): [string, Candidate] => [
        `w${at}`,
        {
          ...worker,
          workerId: `w${at}`,
          home,
          profile: { backgrounds: [], interests: [], childSituations: [], availability: [] },
          gates: [],
          womenTaken: [],
        },
      ]),
    )
    return {
      women: women.map(({ languages, ...one }, at) => ({
        ...one,
        definition: one.definition === 0 ? mim : mim24,
        id: `t${at}`,
        woman: { trajectoryId: `t${at}`, languages, home, wishes: emptyWishes },
      })),
      workerIds: [...candidates.keys()],
      candidate: (_, id) => {
        const found = candidates.get(id)
        if (!found) throw new Error(id)
        return found
      },
    }
  })
const [woman, worker] = [fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 })]
const oneChange: fc.Arbitrary<MeetingChange> = fc.oneof(
  fc.tuple(fc.constantFrom('pin' as const, 'forbid' as const), woman, worker).map(([kind, i, j]) => ({
    kind,
    trajectoryId: `t${i}`,
    workerId: `w${j}`,
    reason: 'other' as const,
  })),
  fc.tuple(worker, fc.integer({ min: 0, max: 6 })).map(([j, places]) => ({
    kind: 'capacity' as const,
    workerId: `w${j}`,
    places,
    reason: 'other' as const,
  })),
  woman.map((i) => ({ kind: 'leave-out' as const, trajectoryId: `t${i}`, reason: 'other' as const })),
)

/** Only what may be decided is, as a meeting does it. */
function decided(people: MeetingPeople, changes: readonly MeetingChange[]): MadeChange[] {
  let standing: MadeChange[] = []
  for (const [at, change] of changes.entries())
    if (!mayChange(people, decisionsOf(standing), change))
      standing = withChange(standing, { changeId: `c${at}`, change })
  return standing
}
function planOf(people: MeetingPeople, standing: readonly MadeChange[]) {
  const assembled = assembleMeeting(people, decisionsOf(standing), [])
  const answer = answerAsk(
    { kind: 'session', instance: assembled.instance, objective: 'coverFirst', stable: true, changes: [] },
    () => false,
  )
  const pairs = assembled.mothers.flatMap((id, i): [string, string][] => {
    const found = assembled.workers[answer.solution.mate[i] ?? -1]
    return found === undefined ? [] : [[id, found]]
  })
  return { assembled, answer, pairs: new Map(pairs) }
}

describe('a plan with whatever people decided', () => {
  test('is proved, keeps to every hard rule, place and decision', () => {
    fc.assert(
      fc.property(everybody, fc.array(oneChange, { maxLength: 12 }), (people, changes) => {
        const standing = decided(people, changes)
        const decisions = decisionsOf(standing)
        const { assembled, answer, pairs } = planOf(people, standing)
        expect(answer.verdict).toEqual({ flaws: [], optimal: true, gap: 0 })
        for (const [trajectoryId, workerId] of pairs) {
          const her = people.women.find(({ id }) => id === trajectoryId)
          if (!her) throw new Error('nobody')
          expect(firstBlock(people, decisions, her, workerId)).toBeNull()
          expect(decisions.leftOut.has(trajectoryId)).toBe(false)
          expect(
            decisions.forbids.some((one) => one.trajectoryId === trajectoryId && one.workerId === workerId),
          ).toBe(false)
        }
        for (const { trajectoryId, workerId } of decisions.pins) {
          expect(assembled.pins.get(trajectoryId)).toBe(workerId)
          expect(pairs.get(trajectoryId)).toBe(workerId)
        }
        for (const id of people.workerIds)
          expect([...pairs.values()].filter((one) => one === id).length).toBeLessThanOrEqual(
            placesLeft(people, decisions, id),
          )
      }),
      { numRuns: 400 },
    )
  })
  test('holds also when the world went on without asking: what can’t be any more is set aside', () => {
    fc.assert(
      fc.property(everybody, everybody, fc.array(oneChange, { maxLength: 12 }), (before, after, changes) => {
        const { answer } = planOf(after, decided(before, changes))
        expect(answer.verdict).toEqual({ flaws: [], optimal: true, gap: 0 })
      }),
      { numRuns: 200 },
    )
  })
  test('what a change costs is what taking it back brings', () => {
    fc.assert(
      fc.property(everybody, oneChange, (people, change) => {
        const [before, after] = [planOf(people, []).pairs, planOf(people, decided(people, [change])).pairs]
        const scale = {
          urgencyOf: new Map(people.women.map(({ id, urgency }) => [id, urgency])),
          worth: (trajectoryId: string, workerId: string) => {
            const her = people.women.find(({ id }) => id === trajectoryId)
            return her ? scorePair(people, her, workerId) : null
          },
        }
        const [there, back] = [comparePlans(before, after, scale), comparePlans(after, before, scale)]
        expect(back.score).toBe(0 - there.score)
        expect(back.matched).toEqual(there.matched.map((more) => 0 - more))
        expect(back.moves).toEqual(there.moves.map(([id, from, to]) => [id, to, from]))
      }),
    )
  })
  test('never has two changes of which one takes the place of the other', () => {
    fc.assert(
      fc.property(everybody, fc.array(oneChange, { maxLength: 12 }), (people, changes) => {
        const standing = decided(people, changes)
        for (const [at, one] of standing.entries())
          for (const other of standing.slice(at + 1)) expect(replaces(one.change, other.change)).toBe(false)
      }),
    )
  })
})

describe('weights in a meeting', () => {
  const soft = mim.matching?.soft ?? []
  const changed = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom(...soft.map(({ criterion }) => criterion)), fc.integer({ min: 0, max: 100 })),
      { selector: ([criterion]) => criterion },
    )
    .map((pairs) => new Map(pairs))

  test('are together the whole, in proportion where nobody changed them', () => {
    fc.assert(
      fc.property(changed, (some) => {
        const now = reweighed(soft, some)
        if (now === null) return
        expect(now.reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(1)
        const others = now.filter(({ criterion }) => !some.has(criterion))
        const [first] = others
        const firstWas = soft.find(({ criterion }) => criterion === first?.criterion)?.weight ?? 0
        for (const one of others) {
          const was = soft.find(({ criterion }) => criterion === one.criterion)?.weight ?? 0
          expect(one.weight * firstWas).toBeCloseTo((first?.weight ?? 0) * was)
        }
      }),
    )
  })
  test('are what was asked, where one is changed; and nothing where nothing is left', () => {
    const [one] = soft
    if (!one) throw new Error('a criterion')
    expect(reweighed(soft, new Map([[one.criterion, 70]]))?.[0]?.weight).toBeCloseTo(0.7)
    expect(reweighed(soft, new Map())).toBe(soft)
    expect(reweighed(soft, new Map(soft.map(({ criterion }) => [criterion, 0])))).toBeNull()
  })
})
