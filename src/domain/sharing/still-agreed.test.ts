import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '#domain/refusal.ts'
import type { Answer } from './ground.ts'
import { stillAgreed } from './still-agreed.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const at = Temporal.Instant.from('2026-11-01T08:00:00Z')
const shared = {
  path: 'share-with-party' as const,
  recipient: 'jgz' as const,
  network_organisation_id: null,
  items: ['goals', 'plan'],
  consent_id: 'first',
}
const answer = (id: string, more: Partial<Answer> = {}): Answer => ({
  id,
  code: 'C-6',
  state: 'given',
  until_day: null,
  superseded_at: null,
  party: 'jgz',
  network_organisation_id: null,
  items: ['goals', 'plan'],
  ...more,
})
const before = (id: string, more: Partial<Answer> = {}) => answer(id, { superseded_at: at, ...more })

test('it may still go while she says yes to all of it', () => {
  expect(stillAgreed(shared, [answer('first')], today)).toBe(true)
  // She said the same again, for longer.
  expect(stillAgreed(shared, [answer('second'), before('first')], today)).toBe(true)
})
test('it may not once she says yes to less, to nobody, or until a day that is over', () => {
  expect(stillAgreed(shared, [answer('second', { items: ['plan'] }), before('first')], today)).toEqual(
    refuse('sharing-more-than-agreed'),
  )
  expect(stillAgreed(shared, [answer('first', { until_day: today.subtract({ days: 1 }) })], today)).toEqual(
    refuse('sharing-without-consent'),
  )
  expect(stillAgreed(shared, [before('first')], today)).toEqual(refuse('sharing-without-consent'))
  const practice = { ...shared, network_organisation_id: 'practice' }
  const no = answer('own', { network_organisation_id: 'practice', state: 'refused' })
  expect(stillAgreed(practice, [no, answer('first')], today)).toEqual(refuse('sharing-without-consent'))
})
test('what she took back stays back, also when she says yes again', () => {
  const takenBack = refuse('sharing-taken-back')
  expect(stillAgreed(shared, [answer('second', { state: 'withdrawn' }), before('first')], today)).toEqual(
    takenBack,
  )
  const again = [answer('third'), before('second', { state: 'withdrawn' }), before('first')]
  expect(stillAgreed(shared, again, today)).toEqual(takenBack)
  // What was made after that, may go.
  expect(stillAgreed({ ...shared, consent_id: 'third' }, again, today)).toBe(true)
  // Something else that she took back stands beside it.
  const other = [answer('gp', { party: 'gp', state: 'withdrawn' }), answer('first')]
  expect(stillAgreed(shared, other, today)).toBe(true)
})
test('it rests on her yes and on nothing else', () => {
  expect(stillAgreed({ ...shared, consent_id: null }, [answer('first')], today)).toEqual(
    refuse('sharing-taken-back'),
  )
  expect(stillAgreed(shared, [], today)).toEqual(refuse('sharing-taken-back'))
})
test('whatever she answered, it never goes without a yes that counts', () => {
  const answers = fc.array(
    fc.record({
      id: fc.constantFrom('first', 'second', 'third', 'fourth'),
      code: fc.constantFrom('C-5', 'C-6'),
      state: fc.constantFrom('given', 'refused', 'withdrawn', 'expired'),
      until_day: fc.option(fc.constantFrom(today.subtract({ days: 1 }), today)),
      superseded_at: fc.option(fc.constant(at)),
      party: fc.constantFrom('jgz', 'gp', null),
      network_organisation_id: fc.option(fc.constantFrom('a', 'b')),
      items: fc.subarray(['goals', 'plan', 'her_words']),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(answers, fc.option(fc.constantFrom('a', 'b')), (all, network_organisation_id) => {
      if (stillAgreed({ ...shared, network_organisation_id }, all, today) !== true) return
      const yes = all.some(
        ({ code, state, party, superseded_at, until_day, items }) =>
          code === 'C-6' &&
          state === 'given' &&
          party === 'jgz' &&
          superseded_at === null &&
          (until_day === null || until_day.equals(today)) &&
          shared.items.every((item) => items.includes(item)),
      )
      expect(yes).toBe(true)
      expect(all.some(({ id }) => id === 'first')).toBe(true)
    }),
  )
})
