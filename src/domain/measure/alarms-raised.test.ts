import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Alarm } from '#domain/instrument/alarms.ts'
import { alarmKinds, alarmTerms } from '#domain/instrument/scoring-rules.ts'
import { isDanger, type RaisedAlarm, wasRaised, whatFollows } from '#domain/measure/alarms-raised.ts'

const alarm: fc.Arbitrary<Alarm> = fc.record({
  kind: fc.constantFrom(...alarmKinds),
  within: fc.constantFrom(...alarmTerms),
  skipped: fc.boolean(),
})
const alarms = fc.array(alarm, { maxLength: 8 })
const told = (found: readonly Alarm[], moment = 'T0'): readonly RaisedAlarm[] =>
  whatFollows(found, moment).concern?.alarms ?? []

test('what was told once is told no second time, however the form comes again', () => {
  fc.assert(
    fc.property(alarms, (found) => {
      const before = told(found)
      const again = found.filter(isDanger).filter((one) => !wasRaised(one, 'T0', before))
      expect(again).toEqual([])
    }),
  )
})
test('danger that was told of another moment, or as left open, is told anew when she says it', () => {
  fc.assert(
    fc.property(alarms, alarm.filter(isDanger), (found, one) => {
      expect(wasRaised(one, 'T1', told(found))).toBe(false)
      const leftOpen = told(found.map((each) => ({ ...each, skipped: true })))
      if (!one.skipped) expect(wasRaised(one, 'T0', leftOpen)).toBe(false)
    }),
  )
})
test('what is more pressing than it was is told anew', () => {
  const one = (within: Alarm['within']): Alarm => ({ kind: 'self_harm', within, skipped: false })
  expect(wasRaised(one('at_once'), 'T0', told([one('same_day')]))).toBe(false)
  expect(wasRaised(one('same_day'), 'T0', told([one('at_once')]))).toBe(true)
})
test('the level follows the most pressing, whatever the order in which answers came', () => {
  fc.assert(
    fc.property(alarms, (found) => {
      const one = whatFollows(found, 'T0').concern
      expect(whatFollows(found.toReversed(), 'T0').concern).toEqual(one)
      const atOnce = found.some((each) => isDanger(each) && each.within === 'at_once' && !each.skipped)
      expect(one?.level === 'danger_now').toBe(atOnce)
    }),
  )
})
test('of before moments were kept with it nothing is taken as told', () => {
  const old: RaisedAlarm[] = [{ kind: 'self_harm', within: 'at_once', skipped: false }]
  expect(wasRaised({ kind: 'self_harm', within: 'at_once', skipped: false }, 'T0', old)).toBe(false)
})
