import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { SafeContactPolicy } from '#domain/contact-policy/safe-contact-policy.ts'
import { formOf } from '#pages/form-data.ts'
import {
  filledSafeContactForm,
  onSafeContactForm,
  readSafeContactForm,
} from '#pages/safe-contact/safe-contact-form.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import { wordsIn } from '#pages/words/words.ts'

const policy: SafeContactPolicy = {
  id: '01930000-0000-7000-8000-000000000001',
  channels: ['phone'],
  through: null,
  hours: [{ days: [2, 4], from: '10:00', until: '12:00' }],
  pickedUpBy: 'others_too',
  others: 'haar zus, die weet ervan',
  coverName: 'Marijke',
  codeWord: null,
  language: 'ti',
  phoneOf: 'herself',
  interpreterPreferred: null,
  interpreterExcluded: null,
  voicemail: 'never',
  neverAtHome: true,
  remark: null,
  confirmedOn: Temporal.PlainDate.from('2026-10-01'),
  reconfirmDays: 90,
  askAgainFrom: null,
  letterTo: null,
  aloneOn: null,
}
const shown = (at: string, changed: Partial<SafeContactPolicy> | null = {}) =>
  renderToString(
    <SafeContactRule
      t={wordsIn('nl')}
      policy={changed && { ...policy, ...changed }}
      phone="+31612345678"
      email="selam@example.nl"
      at={Temporal.ZonedDateTime.from(`${at}[Europe/Amsterdam]`)}
    />,
  )

describe('the rule for contact', () => {
  test('stands before her number', () => {
    const html = shown('2026-11-03T10:30')
    expect(html).toContain('Bellen kan nu')
    expect(html.indexOf('haar zus')).toBeLessThan(html.indexOf('+31612345678'))
    expect(html).not.toContain('<details')
    // She did not choose e-mail.
    expect(html).not.toContain('selam@example.nl')
  })
  test('folds her number away outside her hours, and says when it is safe', () => {
    const html = shown('2026-11-03T13:00')
    expect(html).toContain('Het eerste moment is do 5 november om 10:00')
    expect(html.indexOf('<details')).toBeLessThan(html.indexOf('+31612345678'))
  })
  test('folds it away when she was not asked for too long, does not want a call, or was never asked', () => {
    expect(shown('2027-02-02T10:30')).toContain('Vraag eerst of dit nog klopt')
    expect(shown('2026-11-03T10:30', { channels: [], through: 'haar verloskundige' })).toContain('Bel niet')
    const none = shown('2026-11-03T10:30', null)
    expect(none).toContain('nog geen afspraken')
    expect(none.indexOf('<details')).toBeLessThan(none.indexOf('+31612345678'))
  })
})

test('an agreement with no window in it never shows her number open, and says that no moment is safe', () => {
  for (const at of ['2026-11-03T10:30', '2026-11-07T03:00']) {
    const html = shown(at, { hours: [] })
    expect(html).not.toContain('Bellen kan nu')
    expect(html.indexOf('<details')).toBeLessThan(html.indexOf('+31612345678'))
    expect(html).not.toContain('null')
  }
})

describe('an interpreter from her own circle (domain.md 7.6, H15)', () => {
  const wished = { interpreterPreferred: 'de tolkentelefoon', interpreterExcluded: 'de buurvrouw' }
  /** Whom she wants and whom not, said before the number that an interpreter would be called in for. */
  const saidFirst = (html: string) =>
    Object.values(wished).every((who) => {
      const at = html.indexOf(who)
      return at >= 0 && at < html.indexOf('+31612345678')
    }) && html.includes('Welke tolk juist niet?')
  test('she said whom not: it stands before her number, at any hour', () => {
    for (const at of ['2026-11-03T10:30', '2026-11-03T13:00', '2027-02-02T10:30'])
      expect(saidFirst(shown(at, wished)), at).toBe(true)
  })
  test.each(Object.keys(wished))('and it is noticed without %s', (part) => {
    expect(saidFirst(shown('2026-11-03T10:30', { ...wished, [part]: null }))).toBe(false)
  })
  test('and where the number stands before it', () => {
    expect(saidFirst(`+31612345678 ${shown('2026-11-03T10:30', wished)}`)).toBe(false)
  })
})

describe('the form of her agreement', () => {
  test('shows the terms as they are, and reads them back the same', () => {
    // Where letters may go and whose number it is alone follow from what is kept; the form asks only to be told so.
    const { id, confirmedOn, reconfirmDays, askAgainFrom, letterTo, aloneOn, ...terms } = policy
    expect(readSafeContactForm(filledSafeContactForm(policy)).terms).toEqual({
      ...terms,
      aloneAllTheSame: false,
    })
  })
  test('takes what was not chosen as no', () => {
    expect(readSafeContactForm(formOf(null)).terms).toMatchObject({
      channels: [],
      hours: [{ days: [], from: '', until: '' }],
      pickedUpBy: 'only_herself',
      voicemail: 'never',
    })
  })
  test('calls problems by the names of its fields', () => {
    const fields = {
      'terms.hours.0.days': 'choose-a-day',
      'terms.hours.1.until': 'not-a-time',
      'terms.channels': 'choose-a-way',
    }
    expect(Object.keys(onSafeContactForm({ fields, refused: null }).fields)).toEqual([
      'days1',
      'until2',
      'channels',
    ])
  })
})
