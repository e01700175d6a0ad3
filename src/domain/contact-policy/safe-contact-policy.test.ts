import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ContactAttempt,
  countsUntil,
  mayContact,
  nextSafeMoment,
  type SafeContactPolicy,
  safeChannels,
  safeContactTerms,
} from '#domain/contact-policy/safe-contact-policy.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'

const tuesdayMorning = '2026-11-03T10:30[Europe/Amsterdam]'
const at = (text: string) => Temporal.ZonedDateTime.from(text)
const policy: SafeContactPolicy = {
  id: '01930000-0000-7000-8000-000000000001',
  channels: ['phone'],
  through: null,
  hours: [{ days: [2], from: '10:00', until: '12:00' }],
  pickedUpBy: 'only_herself',
  others: null,
  coverName: 'Marijke van de bibliotheek',
  codeWord: 'verkeerd verbonden',
  language: 'tr',
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
const call = (more: Partial<ContactAttempt> = {}, changed: Partial<SafeContactPolicy> = {}) =>
  mayContact(
    { ...policy, ...changed },
    { channel: 'phone', at: at(tuesdayMorning), leavesMessage: false, ...more },
  )

describe('her safe-contact agreement', () => {
  test('says no to every way she did not choose', () => {
    for (const channel of ['text', 'email'] as const)
      expect(call({ channel })).toEqual(refuse('contact-not-this-way'))
  })
  test('says no outside her hours, to the minute', () => {
    expect(call({ at: at('2026-11-03T09:59[Europe/Amsterdam]') })).toEqual(refuse('contact-not-now'))
    expect(call({ at: at('2026-11-03T12:00[Europe/Amsterdam]') })).toEqual(refuse('contact-not-now'))
    expect(call({ at: at('2026-11-04T10:30[Europe/Amsterdam]') })).toEqual(refuse('contact-not-now'))
    expect(call({ at: at('2026-11-03T10:00[Europe/Amsterdam]') })).toBe(true)
  })
  test('goes by the clock on her wall, in summer and winter', () => {
    expect(call({ at: at('2026-10-20T08:30Z[Europe/Amsterdam]') })).toBe(true)
    expect(call({ at: at('2026-11-03T08:30Z[Europe/Amsterdam]') })).toEqual(refuse('contact-not-now'))
  })
  test('says no to a voicemail, and to anyone at her door', () => {
    expect(call({ leavesMessage: true })).toEqual(refuse('contact-no-message'))
    expect(call({ channel: 'home_visit' })).toEqual(refuse('contact-not-at-home'))
    expect(call({ channel: 'home_visit' }, { neverAtHome: false })).toBe(true)
  })
  test('leaves nothing on a phone that another uses too, and calls all the same', () => {
    const shared = { phoneOf: 'shared' as const, channels: ['phone' as const, 'text' as const] }
    expect(call({}, shared)).toBe(true)
    expect(call({ channel: 'text' }, shared)).toEqual(refuse('contact-phone-shared'))
    expect(call({ leavesMessage: true }, { ...shared, voicemail: 'neutral' })).toEqual(
      refuse('contact-phone-shared'),
    )
  })
  test('lets a letter go where she wanted letters, and nowhere else', () => {
    const post = 'Lindelaan 7\n1234 AB Waterrijk'
    const wanted = { channels: ['letter' as const], neverAtHome: false, letterTo: post }
    const letter = { channel: 'letter' as const, to: post }
    expect(call(letter, wanted)).toBe(true)
    // It comes when it comes: her hours are for what rings.
    expect(call({ ...letter, at: at('2026-11-04T03:00[Europe/Amsterdam]') }, wanted)).toBe(true)
    expect(call({ ...letter, to: 'Elders 1\n1234 AB Waterrijk' }, wanted)).toEqual(
      refuse('contact-letter-elsewhere'),
    )
    expect(call({ ...letter, to: null }, { ...wanted, letterTo: null })).toEqual(
      refuse('contact-letter-elsewhere'),
    )
    expect(call(letter, { ...wanted, neverAtHome: true })).toEqual(refuse('contact-not-at-home'))
    expect(call(letter, { ...wanted, channels: ['phone'] })).toEqual(refuse('contact-not-this-way'))
  })
  test('no longer counts from the day on which another phase began, until she is asked again', () => {
    const moved = { askAgainFrom: Temporal.PlainDate.from('2026-11-03') }
    expect(countsUntil({ ...policy, ...moved }).toString()).toBe('2026-11-02')
    expect(call({}, moved)).toEqual(refuse('contact-not-confirmed'))
    expect(call({ at: at('2026-10-27T10:30[Europe/Amsterdam]') }, moved)).toBe(true)
    // Also when she was asked earlier that same day; and a change after it ran out makes it no longer.
    expect(call({}, { ...moved, confirmedOn: Temporal.PlainDate.from('2026-11-03') })).toEqual(
      refuse('contact-not-confirmed'),
    )
    expect(countsUntil({ ...policy, askAgainFrom: Temporal.PlainDate.from('2027-06-01') }).toString()).toBe(
      '2026-12-30',
    )
  })
  test('without any hours never lets anything through', () => {
    expect(call({}, { hours: [] })).toEqual(refuse('contact-not-now'))
    expect(nextSafeMoment({ hours: [] }, at(tuesdayMorning))).toBeNull()
  })
  test('no longer counts when nobody asked again for 90 days', () => {
    expect(countsUntil(policy).toString()).toBe('2026-12-30')
    expect(call({ at: at('2026-12-29T10:30[Europe/Amsterdam]') })).toBe(true)
    expect(call({ at: at('2027-01-05T10:30[Europe/Amsterdam]') })).toEqual(refuse('contact-not-confirmed'))
  })
  test('needs a way to reach her, days with hours, and who else picks up', () => {
    const {
      id: _,
      confirmedOn: __,
      reconfirmDays: ___,
      askAgainFrom: ____,
      letterTo: _____,
      aloneOn: ______,
      ...terms
    } = policy
    const problems = (changed: object) =>
      safeContactTerms
        .safeParse({ ...terms, ...changed })
        .error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(problems({})).toBeUndefined()
    expect(problems({ channels: [] })).toEqual([['channels', 'choose-a-way']])
    expect(problems({ channels: [], through: 'haar verloskundige' })).toBeUndefined()
    expect(problems({ channels: ['letter'] })).toEqual([['channels', 'no-letter-home']])
    expect(problems({ hours: [] })).toEqual([['hours', 'choose-a-day']])
    expect(problems({ phoneOf: 'shared' })).toBeUndefined()
    expect(problems({ phoneOf: 'shared', channels: ['phone', 'text'], voicemail: 'neutral' })).toEqual([
      ['channels', 'no-text-on-shared-phone'],
      ['voicemail', 'no-voicemail-on-shared-phone'],
    ])
    expect(problems({ pickedUpBy: 'others_too' })).toEqual([['others', 'required']])
    expect(problems({ hours: [{ days: [], from: '', until: '12:00' }] })).toEqual([
      ['hours.0.days', 'choose-a-day'],
      ['hours.0.from', 'not-a-time'],
    ])
    expect(problems({ hours: [{ days: [1], from: '14:00', until: '12:00' }] })).toEqual([
      ['hours.0.until', 'ends-before-start'],
    ])
  })

  const anyTime = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
  const anyPolicy = fc.record({
    channels: fc.subarray([...safeChannels]),
    hours: fc.option(
      fc.array(
        fc
          .record({
            days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
            from: anyTime,
            until: anyTime,
          })
          .filter(({ from, until }) => from < until),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    voicemail: fc.constantFrom('never' as const, 'neutral' as const),
    neverAtHome: fc.boolean(),
  })
  const anyMoment = fc
    .integer({ min: 0, max: 60 * 24 * 80 })
    .map((minutes) => at('2026-10-01T00:00[Europe/Amsterdam]').add({ minutes }))
  const anyAttempt = fc.record({
    channel: fc.constantFrom(...safeChannels, 'home_visit' as const),
    at: anyMoment,
    leavesMessage: fc.boolean(),
  })
  test('is never widened by leaving something out', () => {
    fc.assert(
      fc.property(anyPolicy, anyAttempt, (changed, attempt) => {
        const allowed = mayContact({ ...policy, ...changed }, attempt)
        // Whatever was allowed was allowed by name.
        if (allowed === true && attempt.channel !== 'home_visit')
          expect(changed.channels).toContain(attempt.channel)
        // Taking a way away, closing the door or forbidding voicemail never opens anything.
        const stricter = {
          ...changed,
          channels: changed.channels.slice(1),
          voicemail: 'never' as const,
          neverAtHome: true,
        }
        if (isRefusal(allowed)) expect(isRefusal(mayContact({ ...policy, ...stricter }, attempt))).toBe(true)
      }),
    )
  })
  test('next safe moment is safe, and nothing before it is', () => {
    fc.assert(
      fc.property(anyPolicy, anyMoment, fc.integer({ min: 1, max: 7 * 24 * 60 }), (changed, now, earlier) => {
        const terms = { ...policy, ...changed, channels: ['phone' as const], reconfirmDays: 3000 }
        const next = nextSafeMoment(terms, now)
        if (!next) throw new Error('her hours never come')
        const attempt = { channel: 'phone' as const, leavesMessage: false }
        expect(mayContact(terms, { ...attempt, at: next })).toBe(true)
        const before = next.subtract({ minutes: earlier })
        if (Temporal.ZonedDateTime.compare(before, now) > 0)
          expect(mayContact(terms, { ...attempt, at: before })).toEqual(refuse('contact-not-now'))
      }),
    )
  })
})
