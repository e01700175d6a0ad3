import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'
import {
  asksHandover,
  checkStartedOn,
  handoverState,
  handoverStates,
  handoverSteps,
  mayStepHandover,
  stepHandover,
} from './handover.ts'

const day = Temporal.PlainDate.from('2026-11-03')
const nothing = { held_on: null, answer: null, dropped_on: null }

describe('a warm handover', () => {
  test('goes by its table: what was held can’t be dropped, what was checked is over', () => {
    for (const state of handoverStates)
      for (const step of handoverSteps)
        expect(isRefusal(stepHandover(state, step))).toBe(!mayStepHandover(state, step))
    expect(mayStepHandover('held', 'drop')).toBe(false)
    expect(mayStepHandover('arranged', 'check')).toBe(false)
    for (const over of ['checked', 'dropped'] as const)
      expect(handoverSteps.some((step) => mayStepHandover(over, step))).toBe(false)
  })
  test('stands where its days say', () => {
    expect(handoverState(nothing)).toBe('arranged')
    expect(handoverState({ ...nothing, held_on: day })).toBe('held')
    expect(handoverState({ ...nothing, held_on: day, answer: 'started' })).toBe('checked')
    expect(handoverState({ ...nothing, dropped_on: day })).toBe('dropped')
  })
  test('is checked as many days later as a referral that was sent on', () => {
    expect(checkStartedOn(day, mvr).toString()).toBe('2026-12-03')
  })
  test('is asked where a rule asks for it', () => {
    expect(programmes.filter(asksHandover).map(({ id }) => id)).toEqual(['mvr'])
  })
})
