import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CheckInCourse,
  checkInMoments,
  checkInsNow,
  mayHold,
  momentCode,
  type SettledSide,
} from '#domain/check-in/check-in-plan.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import type { CheckInRhythm } from '#domain/programme/check-in-rhythm.ts'
import { shortestWeeks } from '#domain/programme/check-in-rhythm.ts'
import { checkIns } from '#programmes/check-ins.ts'

const day = (text: string): Day => Temporal.PlainDate.from(text)
const started = day('2026-11-03')
const course: CheckInCourse = { startedOn: started, trialUntil: null, pauses: [], lastOn: null }
const plan = (more: Partial<CheckInCourse> = {}, today = started, ahead = 4) =>
  checkInMoments(checkIns, { ...course, ...more }, { today, ahead }).map(
    ({ moment, on }) => `${moment} ${on.toString()}`,
  )

describe('the check-ins of a match', () => {
  test('lie in weeks 3, 10 and 18, and then every four', () => {
    expect(plan()).toEqual(['w3 2026-11-24', 'w10 2027-01-12', 'w18 2027-03-09', 'w22 2027-04-06'])
  })
  test('move with a rest, and wait as long as it lasts', () => {
    const rest = { from: day('2026-12-01'), until: day('2026-12-22') }
    expect(plan({ pauses: [rest] }, started, 2)).toEqual(['w3 2026-11-24', 'w10 2027-02-02'])
    expect(plan({ pauses: [{ from: rest.from, until: null }] })).toEqual(['w3 2026-11-24'])
  })
  test('have one at the end of the trial, instead of one in the same days', () => {
    expect(plan({ trialUntil: day('2026-12-15') }, started, 2)).toEqual([
      'w3 2026-11-24',
      't2026-12-15 2026-12-15',
      'w10 2027-01-12',
    ])
    expect(plan({ trialUntil: day('2026-11-28') }, started, 1)).toEqual([
      't2026-11-28 2026-11-28',
      'w10 2027-01-12',
    ])
  })
  test('come before the last visit', () => {
    expect(plan({ lastOn: day('2027-01-11') })).toEqual(['w3 2026-11-24'])
    expect(plan({ lastOn: day('2027-01-12') })).toEqual(['w3 2026-11-24', 'w10 2027-01-12'])
  })

  test('are held from a week before their day, late after a week, and make way for the next', () => {
    const on = (text: string, ...settled: SettledSide[]) => {
      const today = day(text)
      const moments = checkInMoments(checkIns, course, { today, ahead: 2 })
      return checkInsNow(moments, settled, today, 7).map(({ moment, now }) => `${moment} ${now}`)
    }
    expect(on('2026-11-16')).toEqual(['w3 later', 'w10 later'])
    expect(on('2026-11-17')).toEqual(['w3 open', 'w10 later'])
    expect(on('2026-11-24')).toEqual(['w3 due', 'w10 later', 'w18 later'])
    expect(on('2026-12-01')[0]).toBe('w3 due')
    expect(on('2026-12-02')[0]).toBe('w3 late')
    expect(on('2027-01-05').slice(0, 2)).toEqual(['w3 passed', 'w10 due'])
    expect(on('2027-01-05', { moment: 'w3', state: 'missed' }).slice(0, 2)).toEqual(['w3 missed', 'w10 open'])
    expect(on('2027-01-12', { moment: 'w10', state: 'done' }).slice(0, 3)).toEqual([
      'w3 passed',
      'w10 done',
      'w18 later',
    ])
  })

  const anyRhythm: fc.Arbitrary<CheckInRhythm> = fc
    .record({
      gaps: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      every: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    })
    .chain(({ gaps, every }) => {
      const weeks = gaps.map((_, at) => gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0))
      const rhythm: CheckInRhythm = {
        weeks: { value: weeks, prov: 'proposal' },
        ...(every ? { everyWeeks: { value: every, prov: 'proposal' } } : {}),
        graceDays: { value: 1, prov: 'proposal' },
      }
      const most = Math.ceil((shortestWeeks(rhythm) * 7) / 2) - 1
      return fc
        .integer({ min: 1, max: most })
        .map((value) => ({ ...rhythm, graceDays: { value, prov: 'proposal' as const } }))
    })
  const anyCourse: fc.Arbitrary<CheckInCourse> = fc
    .record({
      trial: fc.option(fc.integer({ min: 1, max: 100 })),
      rests: fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 })), {
        maxLength: 4,
      }),
      resting: fc.boolean(),
      last: fc.option(fc.integer({ min: 1, max: 900 })),
    })
    .map(({ trial, rests, resting, last }) => {
      let at = started
      const pauses = rests.map(([gap, length], index) => {
        const from = at.add({ days: gap })
        at = from.add({ days: length })
        return { from, until: resting && index === rests.length - 1 ? null : at }
      })
      return {
        startedOn: started,
        trialUntil: trial === null ? null : started.add({ days: trial }),
        pauses,
        lastOn: last === null ? null : started.add({ days: last }),
      }
    })
  const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => started.add({ days }))

  test('go up, each once, none during a rest, and none after the last visit', () => {
    fc.assert(
      fc.property(anyRhythm, anyCourse, anyDay, (rhythm, any, today) => {
        const moments = checkInMoments(rhythm, any, { today, ahead: 3 })
        const days = moments.map(({ on }) => daysBetween(started, on))
        expect(days).toEqual([...days].sort((a, b) => a - b))
        for (const { moment } of moments) expect(moment).toMatch(momentCode)
        expect(new Set(moments.map(({ moment }) => moment)).size).toBe(moments.length)
        const weeks = moments.filter(({ week }) => week !== null)
        for (const { on } of weeks)
          for (const { from, until } of any.pauses)
            expect(
              Temporal.PlainDate.compare(on, from) < 0 ||
                (until !== null && Temporal.PlainDate.compare(on, until) >= 0),
            ).toBe(true)
        if (any.lastOn)
          for (const { on } of moments) expect(daysBetween(on, any.lastOn)).toBeGreaterThanOrEqual(0)
        expect(weeks.filter(({ on }) => daysBetween(today, on) > 0).length).toBeLessThanOrEqual(3)
      }),
    )
  })
  test('are asked one at a time, and what was settled is not asked again', () => {
    fc.assert(
      fc.property(
        anyRhythm,
        anyCourse,
        anyDay,
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom('done' as const, 'missed' as const)), { maxLength: 5 }),
        (rhythm, any, today, said) => {
          const moments = checkInMoments(rhythm, any, { today, ahead: 3 })
          const settled = said.flatMap(([at, state]) => {
            const found = moments[at]
            return found ? [{ moment: found.moment, state }] : []
          })
          const now = checkInsNow(moments, settled, today, rhythm.graceDays.value)
          expect(now.filter((one) => one.now === 'due' || one.now === 'late').length).toBeLessThanOrEqual(1)
          expect(now.filter((one) => mayHold(one.now)).length).toBeLessThanOrEqual(1)
          for (const { moment } of settled)
            expect(['done', 'missed']).toContain(now.find((one) => one.moment === moment)?.now)
        },
      ),
    )
  })
})
