import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuse } from '#domain/refusal.ts'
import { appointmentText, fixedWords, notStartedClasses, referrerText } from './message-text.ts'
import { checkOutgoing, type Outgoing, type Surroundings } from './outgoing-check.ts'

const around: Surroundings = {
  given: new Set(['C-1', 'C-5', 'C-9']),
  agreement: 'counts',
  nothingWithoutAgreement: false,
  contact: true,
  herLanguage: 'nl',
  currentAddress: '+31612345678',
  privateNames: ['Selam', 'Tesfay', '+31612345678'],
  ownNames: ['Stichting Waterrijk', 'Moeders Samen'],
  sender: 'bericht@post.example.nl',
  closed: false,
  erased: false,
}
const toMother: Outgoing = {
  kind: 'appointment',
  channel: 'text',
  language: 'nl',
  address: '+31612345678',
  ...appointmentText('nl', 'dinsdag 10.00 uur'),
}
const toReferrer: Outgoing = {
  kind: 'referral-started',
  channel: 'email',
  language: 'nl',
  address: 'praktijk@example.nl',
  ...referrerText('started', 'nl', {
    reference: '1A2B3C4D',
    organisation: 'Stichting Waterrijk',
    reason: 'other',
  }),
}
const said = (message: Outgoing, more: Partial<Surroundings> = {}) =>
  checkOutgoing(message, { ...around, ...more })

describe('what may leave', () => {
  test.each(['06-12345678', '0612345678', '+31 6 12 34 56 78', '0031612345678'])(
    'holds no number of hers, however it is written: %s',
    (number) => {
      const message = { ...toReferrer, body: `${toReferrer.body} Bel ${number}.` }
      expect(said(message)).toEqual(refuse('message-names-someone'))
    },
  )
  test('is refused first for what she did not agree to', () => {
    expect(said(toMother, { given: new Set(['C-1']) })).toEqual(refuse('message-without-agreement'))
    expect(said(toMother, { given: new Set(['C-9']) })).toEqual(refuse('message-without-consent'))
    expect(said(toReferrer, { given: new Set(['C-1', 'C-9']) })).toEqual(refuse('message-without-consent'))
    expect(said(toMother, { erased: true })).toEqual(refuse('message-erased'))
  })
  test('is refused when her safe-contact agreement says no, or there is none', () => {
    expect(said(toMother, { contact: refuse('outside-window') })).toEqual(refuse('outside-window'))
    expect(said(toMother, { agreement: 'none', contact: null })).toEqual(refuse('message-without-agreement'))
    expect(said(toMother, { agreement: 'too-old' })).toEqual(refuse('contact-not-confirmed'))
    expect(said(toMother, { currentAddress: '+31687654321' })).toEqual(refuse('message-address-changed'))
  })
  test('passes our own texts, in both languages', () => {
    expect(said(toMother)).toBe(true)
    expect(
      said({ ...toMother, language: 'en', ...appointmentText('en', 'Tuesday 10:00') }, { herLanguage: 'en' }),
    ).toBe(true)
    for (const moment of ['received', 'started', 'ended', 'not_started'] as const)
      for (const language of ['nl', 'en'] as const)
        for (const reason of notStartedClasses)
          expect(
            said({
              ...toReferrer,
              language,
              ...referrerText(moment, language, { reference: 'A1', organisation: 'Waterrijk', reason }),
            }),
          ).toBe(true)
  })
  test.each([
    'Je mentor komt dinsdag',
    'De moedermentor komt',
    'Groetjes van Waterrijk',
    'Tot bij Moeders Samen',
    'Ik help je graag',
    'Neem je kind mee',
    'Neem je k​ind mee',
    'Je m.e.n.t.o.r komt',
    'Over het GEWELD thuis',
    'Welkom in het prógrámma',
  ])('to a mother never says: %s', (body) => {
    expect(said({ ...toMother, body })).toEqual(refuse('message-says-too-much'))
  })
  test.each(['Zie https://x.example', 'Kijk op www.voorbeeld.nl', 'Kijk op voorbeeld.nl/a', 'mailto:x'])(
    'to a mother carries no link: %s',
    (body) => {
      expect(said({ ...toMother, body })).toEqual(refuse('message-with-link'))
    },
  )
  test('is short, and not empty', () => {
    expect(said({ ...toMother, body: 'a '.repeat(81) })).toEqual(refuse('message-too-long'))
    expect(said({ ...toMother, body: '  ' })).toEqual(refuse('message-empty'))
  })
  test('is not stopped by a family whose name is a word that stands in every such message', () => {
    expect(said(toReferrer, { privateNames: ['Emma', 'van der Meer'] })).toBe(true)
    expect(said({ ...toReferrer, body: `${toReferrer.body} Emma` }, { privateNames: ['Emma'] })).not.toBe(
      true,
    )
  })
  test('names no one, wherever the name stands', () => {
    const fixed = new Set(
      fixedWords('referral-started', 'nl')
        .toLowerCase()
        .split(/[^a-z]+/),
    )
    const name = fc.stringMatching(/^[A-Z][a-z]{2,14}$/).filter((text) => !fixed.has(text.toLowerCase()))
    fc.assert(
      fc.property(name, fc.lorem(), fc.lorem(), (given, before, after) => {
        const message = { ...toReferrer, body: `${before} ${given}, ${after}` }
        expect(said(message, { privateNames: [given] })).toEqual(refuse('message-names-someone'))
      }),
    )
  })
  test('never leaves without each consent its kind asks for', () => {
    fc.assert(
      fc.property(fc.subarray(['C-1', 'C-2', 'C-5', 'C-7', 'C-9'] as const), (given) => {
        const has = new Set(given)
        expect(said(toMother, { given: has }) === true).toBe(has.has('C-1') && has.has('C-9'))
        expect(said(toReferrer, { given: has }) === true).toBe(has.has('C-5'))
      }),
    )
  })
})
