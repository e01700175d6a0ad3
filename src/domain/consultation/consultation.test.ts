import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { nothingKnown } from '#domain/redaction/trace.ts'
import { isRefusal } from '#domain/refusal.ts'
import {
  answerBy,
  consultationState,
  consultationStates,
  consultationSteps,
  daysToAnswer,
  isUnanswered,
  mayStepConsultation,
  stepConsultation,
  tellsWhoSheIs,
} from './consultation.ts'

const first = Temporal.PlainDate.from('2026-03-02')
const asked = { asked_on: first, answered_on: null, dropped_on: null }
const on = (days: number) => first.add({ days })

describe('asking an expert', () => {
  test('goes by its table: what was answered or dropped is over', () => {
    for (const state of consultationStates)
      for (const step of consultationSteps) {
        expect(isRefusal(stepConsultation(state, step))).toBe(!mayStepConsultation(state, step))
        expect(mayStepConsultation(state, step)).toBe(state === 'asked')
      }
  })
  test('waits until its answer, and is late only after the last day', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.integer({ min: 1, max: 90 }),
        fc.option(fc.nat(400)),
        (now, term, answer) => {
          const days = { ...asked, answered_on: answer === null ? null : on(answer) }
          expect(isUnanswered(days, term, on(now))).toBe(answer === null && now > term)
          expect(answerBy(days, term)).toEqual(answer === null ? on(term) : null)
          expect(daysToAnswer(days)).toBe(answer)
          expect(consultationState(days)).toBe(answer === null ? 'asked' : 'answered')
        },
      ),
    )
    expect(answerBy({ ...asked, dropped_on: on(3) }, 14)).toBeNull()
  })
})

describe('a question without her name', () => {
  const hers = { ...nothingKnown, names: ['Merel', 'Duinzicht'], phones: ['+31612345678'] }
  const tells = (text: string) => tellsWhoSheIs(findTraces(text, hers))
  test('says nothing by which she is known, however it is spelled', () => {
    for (const text of [
      'Hoe leg ik dit uit aan Merel?',
      'hoe leg ik dit uit aan merel',
      'Mevrouw duinzicht vergeet afspraken.',
      'Bel haar op 06 12 34 56 78.',
      'Zij woont op 3011 AB.',
      'Haar mail is iemand@voorbeeld.nl.',
    ])
      expect(tells(text), text).toBe(true)
  })
  test('may say what it is about', () => {
    for (const text of [
      'Zij vergeet afspraken en leest geen brieven. Hoe leg ik dit uit?',
      'Een moeder van 20, 30 weken zwanger, met schulden. Wat helpt in Rotterdam?',
    ])
      expect(tells(text), text).toBe(false)
  })
})
