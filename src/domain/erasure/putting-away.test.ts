import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import {
  hiddenDays,
  nightDeed,
  type SettingState,
  settingStates,
  shredOn,
  stepSetting,
} from './putting-away.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const facts = fc.record({
  past: fc.boolean(),
  held: fc.boolean(),
  hiddenOn: fc.option(fc.integer({ min: 0, max: 60 }).map((ago) => today.subtract({ days: ago }))),
})

describe('the night', () => {
  test('destroys nothing that is not past its term, held, or not put away long enough', () => {
    fc.assert(
      fc.property(facts, ({ past, held, hiddenOn }) => {
        const deed = nightDeed({ past, held, hiddenOn }, today)
        const ripe = hiddenOn !== null && hiddenOn.until(today).days >= hiddenDays
        expect(deed === 'shred').toBe(past && !held && ripe)
        expect(deed === 'hide').toBe(past && !held && hiddenOn === null)
        expect(deed === 'bring-back').toBe(!past && hiddenOn !== null)
      }),
    )
    expect(shredOn(today).toString()).toBe('2026-12-03')
  })
})

describe('that Naast acts by itself', () => {
  test('takes two people, whatever roles one of them has; stopping it takes one', () => {
    expect(stepSetting({ state: 'asked', askedBy: 'a' }, 'agree', 'a')).toEqual({
      refused: 'retention-second-person',
    })
    expect(stepSetting({ state: 'asked', askedBy: 'a' }, 'agree', 'b')).toBe('standing')
    expect(stepSetting({ state: 'standing', askedBy: 'a' }, 'stop', 'a')).toBe('stopped')
  })
  test('is never reached but by agreeing, and what ended stays ended', () => {
    for (const state of settingStates)
      for (const step of ['agree', 'refuse', 'withdraw', 'replace', 'stop'] as const) {
        const next = stepSetting({ state, askedBy: 'a' }, step, 'b')
        if (next === 'standing') expect([state, step]).toEqual(['asked', 'agree'])
        if (!(['asked', 'standing'] satisfies SettingState[]).some((open) => open === state))
          expect(isRefusal(next)).toBe(true)
      }
  })
})
