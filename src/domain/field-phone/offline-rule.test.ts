import { expect, test } from 'vitest'
import { safetyClasses } from '#domain/programme/safety-terms.ts'
import { mayBeCarried, offlineRuleOf } from './offline-rule.ts'

test('nothing is carried until the organisation says so, and the gravest only if it says so apart', () => {
  for (const one of safetyClasses) expect(mayBeCarried('off', one)).toBe(false)
  expect(safetyClasses.filter((one) => mayBeCarried('on', one))).toEqual(['low_medium', 'high'])
  expect(safetyClasses.every((one) => mayBeCarried('on_gravest', one))).toBe(true)
})
test('a word that nobody knows is off', () => {
  expect(offlineRuleOf('yes')).toBe('off')
})
