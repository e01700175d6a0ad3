import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAgreement, readLog } from '#domain/contact/log-answers.ts'
import { draftOf, onLogForm } from '#pages/contact/log-answers.ts'
import { filledForm } from '#pages/form-data.ts'

const today = Temporal.PlainDate.from('2026-11-03')

describe('the answers about a visit', () => {
  test('are read from taps and from what was typed', () => {
    const form = filledForm({
      what: 'done',
      on: 'other',
      onTyped: '1 nov 2026',
      minutes: 'other',
      minutesTyped: '50',
    })
    expect(readLog(form, today)).toMatchObject({ kind: 'done', by: null, on: '2026-11-01', minutes: 50 })
    expect(readLog(filledForm({ what: 'cancelled-partner' }), today)).toMatchObject({
      kind: 'cancelled',
      by: 'partner',
    })
  })
  test('keep what cannot be read, so that it is refused by name and not lost', () => {
    const form = filledForm({ nextOn: 'other', nextOnTyped: '31 februari 2027', nextAt: 'half drie' })
    expect(readAgreement(form, today)).toMatchObject({ nextOn: '31 februari 2027', nextAt: 'half drie' })
    expect(readAgreement(filledForm({ nextOn: '', nextAt: '10:00' }), today)).toMatchObject({
      nextOn: null,
      nextAt: null,
    })
  })
  test('whatever a form sends, reading it never throws and a draft holds no more than the form has', () => {
    const field = fc.constantFrom(
      'what',
      'on',
      'onTyped',
      'minutes',
      'minutesTyped',
      'mode',
      'nextOn',
      'nextAt',
      'x',
    )
    fc.assert(
      fc.property(
        fc.dictionary(field, fc.oneof(fc.string(), fc.constantFrom('other', 'done-x', 'cancelled')), {
          noNullPrototype: true,
        }),
        (sent) => {
          const form = filledForm(sent)
          readLog(form, today)
          readAgreement(form, today)
          for (const name of Object.keys(draftOf(form))) expect(sent[name]).toBeDefined()
        },
      ),
    )
  })
  test('problems go to the field that asks it', () => {
    expect(onLogForm({ fields: { kind: 'not-valid', minutes: 'required' }, refused: null }).fields).toEqual({
      what: 'choose-one',
      minutes: 'required',
    })
  })
})
