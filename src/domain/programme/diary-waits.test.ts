import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber, monthsBetween } from '#domain/day.ts'
import { gestation } from '#domain/pregnancy/gestation.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'
import { diaryTurns, diaryWaitsSince } from './diary-waits.ts'
import { materialsNow } from './materials-now.ts'

const day = (text: string) => dayNumber(Temporal.PlainDate.from(text))
const startedOn = day('2026-03-01')
const child = { bornOn: day('2026-06-01'), dueOn: null }
const phases = [{ id: 'child', since: day('2026-07-01') }]
const waits = (on: string, more: Partial<Parameters<typeof diaryWaitsSince>[1]> = {}) => {
  const since = diaryWaitsSince(mvr, { child, startedOn, phases, begunMaterials: [], ...more }, day(on))
  return since === null ? null : dayOfNumber(since).toString()
}

describe('a diary waits', () => {
  test('from the phase on, as long as it is its turn and nobody began on it', () => {
    expect(waits('2026-08-01')).toBe('2026-07-01')
    expect(waits('2026-08-01', { phases: [] })).toBeNull()
    expect(waits('2026-08-01', { begunMaterials: ['baby_diary'] })).toBeNull()
    expect(waits('2026-08-01', { begunMaterials: ['pregnancy_diary'] })).toBe('2026-07-01')
  })
  test('each in its own turn: the next one waits from the day on which it is for now', () => {
    expect(waits('2027-05-31')).toBe('2026-07-01')
    expect(waits('2027-06-01', { begunMaterials: ['baby_diary'] })).toBe('2027-06-01')
    expect(waits('2028-06-01')).toBeNull()
  })
  test('by the due date until the birth, and not at all without either', () => {
    expect(waits('2026-08-01', { child: { bornOn: null, dueOn: day('2026-09-01') } })).toBe('2026-07-01')
    expect(waits('2026-08-01', { child: { bornOn: null, dueOn: null } })).toBeNull()
  })
  test('only while it belongs to now, by the same count as the materials for now; and turns on days that are named', () => {
    const days = fc.integer({ min: -400, max: 900 }).map((more) => startedOn + more)
    fc.assert(
      fc.property(days, days, fc.boolean(), (today, other, born) => {
        // Nobody writes down a birth that is still to come.
        const on = born ? Math.min(other, today) : other
        const dates = born ? { bornOn: on, dueOn: null } : { bornOn: null, dueOn: on }
        const waitsOn = (one: number) =>
          diaryWaitsSince(mvr, { child: dates, startedOn, phases, begunMaterials: [] }, one)
        const [then, now] = [dayOfNumber(on), dayOfNumber(today)]
        const fit = materialsNow(mvr, {
          quiet: false,
          gestationalWeeks: born ? null : (gestation(then, now)?.weeks ?? null),
          childMonths: born ? monthsBetween(then, now) : null,
          phases: ['child'],
        }).filter(({ kind }) => kind === 'diary')
        if (born) expect(waitsOn(today) === null).toBe(fit.length === 0)
        if (today > on && (waitsOn(today - 1) === null) !== (waitsOn(today) === null))
          expect(diaryTurns(mvr, dates)).toContain(today)
      }),
    )
  })
  test('nowhere else', () => {
    for (const definition of programmes.filter(({ id }) => id !== mvr.id))
      expect(
        diaryWaitsSince(definition, { child, startedOn, phases, begunMaterials: [] }, day('2026-08-01')),
      ).toBeNull()
  })
})
