import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kilometres } from '#domain/match/criteria/distance.ts'
import {
  type Answers,
  answered,
  type MatchState,
  matchStates,
  matchSteps,
  mayMatchStep,
  openMatchStates,
  overMatchStates,
  runningMatchStates,
  stepMatch,
  takesRoom,
} from '#domain/match/match.ts'
import { type Rested, resumeStep } from '#domain/match/pause.ts'
import { byUrgency, urgencyOf } from '#domain/match/urgency.ts'
import { isRefusal } from '#domain/refusal.ts'

test('nobody is matched unless both said yes', () => {
  const said = fc.record({
    side: fc.constantFrom('mother' as const, 'worker' as const),
    answer: fc.constantFrom('yes' as const, 'no' as const),
  })
  fc.assert(
    fc.property(fc.array(said, { maxLength: 6 }), (all) => {
      let state: MatchState = 'proposed'
      let given: Answers = { mother: null, worker: null }
      for (const { side, answer } of all) {
        const next = answered(state, { ...given, [side]: answer }, true)
        if (isRefusal(next)) continue
        given = { ...given, [side]: answer }
        state = next
      }
      if (state === 'agreed') expect(given).toEqual({ mother: 'yes', worker: 'yes' })
      if (given.mother === 'no' || given.worker === 'no') expect(state).toBe('declined')
    }),
  )
})
test('a no is possible until it began, and final', () => {
  expect(answered('introduction', { mother: 'no', worker: 'yes' }, true)).toBe('declined')
  expect(isRefusal(answered('active', { mother: 'no', worker: 'yes' }, true))).toBe(true)
  expect(isRefusal(answered('declined', { mother: 'yes', worker: 'yes' }, true))).toBe(true)
})
test('it starts after the introduction and from nowhere else', () => {
  expect(mayMatchStep('introduction', 'start')).toBe(true)
  expect(mayMatchStep('agreed', 'start')).toBe(false)
  expect(mayMatchStep('proposed', 'start')).toBe(false)
})
test('Rotterdam to Utrecht is some 50 kilometres, and nowhere is far from itself', () => {
  const [rotterdam, utrecht] = [
    { latitude: 51.9225, longitude: 4.47917 },
    { latitude: 52.09083, longitude: 5.12222 },
  ]
  expect(Math.round(kilometres(rotterdam, utrecht))).toBe(48)
  expect(kilometres(utrecht, utrecht)).toBe(0)
})
test('who has little of her programme left comes before who waits long', () => {
  const today = Temporal.PlainDate.from('2026-11-03')
  const soon = urgencyOf({ waitingSince: today, endsOn: today.add({ months: 6 }) }, today)
  const long = urgencyOf({ waitingSince: today.subtract({ days: 42 }), endsOn: null }, today)
  expect([soon, long]).toEqual(['time_running', 'long_waiting'])
  const list = [
    { id: 'a', urgency: long, waitingDays: 42 },
    { id: 'b', urgency: soon, waitingDays: 0 },
  ]
  expect(list.sort(byUrgency).map((one) => one.id)).toEqual(['b', 'a'])
})

describe('the whole life of a match', () => {
  const state = fc.constantFrom(...matchStates)
  const step = fc.constantFrom(...matchSteps)
  test('only declared steps lead anywhere, and what is over stays over', () => {
    fc.assert(
      fc.property(state, fc.array(step, { maxLength: 30 }), (from, taken) => {
        let at: MatchState = from
        for (const one of taken) {
          const next = stepMatch(at, one)
          if (isRefusal(next)) {
            expect(mayMatchStep(at, one)).toBe(false)
            continue
          }
          expect(overMatchStates).not.toContain(at)
          expect(mayMatchStep(at, one)).toBe(true)
          at = next
        }
      }),
    )
  })
  test('every state is open or over, and whatever runs is open and takes a place', () => {
    for (const one of matchStates) {
      const open = openMatchStates.some((known) => known === one)
      expect(overMatchStates.some((known) => known === one)).toBe(!open)
      expect(takesRoom.some((known) => known === one)).toBe(open)
    }
    for (const one of runningMatchStates) expect(openMatchStates).toContain(one)
  })
  test('every state can be reached from a proposal, and every open one can end', () => {
    const reach = (from: MatchState): Set<MatchState> => {
      const found = new Set<MatchState>([from])
      for (const at of found)
        for (const one of matchSteps) {
          const next = stepMatch(at, one)
          if (!isRefusal(next)) found.add(next)
        }
      return found
    }
    expect([...reach('proposed')].sort()).toEqual([...matchStates].sort())
    for (const one of openMatchStates)
      expect([...reach(one)].some((end) => overMatchStates.some((over) => over === end))).toBe(true)
  })
  test('a rest ends where it began', () => {
    const day = Temporal.PlainDate.from('2026-11-03')
    const back = (rested: Rested) => stepMatch('paused', resumeStep(rested))
    expect(back({ trialUntil: null, confirmedOn: null, taperingFrom: null })).toBe('active')
    expect(back({ trialUntil: day, confirmedOn: null, taperingFrom: null })).toBe('trial')
    expect(back({ trialUntil: day, confirmedOn: day, taperingFrom: null })).toBe('active')
    expect(back({ trialUntil: day, confirmedOn: day, taperingFrom: day })).toBe('tapering')
  })
})
