import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groundFor, type Wanted } from './ground.ts'
import {
  legalGrounds,
  namedItems,
  pathOf,
  recipients,
  type SharingPath,
  sharedItems,
  sharingPaths,
} from './sharing.ts'
import { noticeStates, noticeSteps, stepNotice } from './withdrawal.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const at = Temporal.Instant.from('2026-11-01T08:00:00Z')
const answer = (more: object = {}) => ({
  id: 'one',
  code: 'C-6',
  state: 'given',
  until_day: null,
  superseded_at: null,
  party: 'gp',
  network_organisation_id: null,
  items: [] as string[],
  ...more,
})
const wanted: Wanted = {
  path: 'share-with-party',
  recipient: 'gp',
  networkOrganisationId: null,
  items: ['needs'],
  legalGround: null,
}
const no = { refused: 'sharing-without-consent' }

describe('a ground for sharing', () => {
  test('is a consent that counts today, for this party', () => {
    expect(groundFor(wanted, [answer()], today)).toEqual({ consentId: 'one' })
    for (const other of [
      { state: 'withdrawn' },
      { state: 'refused' },
      { superseded_at: at },
      { until_day: today.subtract({ days: 1 }) },
      { party: 'midwife' },
      { code: 'C-5', party: null },
      { network_organisation_id: 'elsewhere' },
    ])
      expect(groundFor(wanted, [answer(other)], today), JSON.stringify(other)).toEqual(no)
    expect(groundFor(wanted, [answer({ until_day: today })], today)).toEqual({ consentId: 'one' })
  })
  test('for an organisation is its own answer before that of its kind', () => {
    const practice = { ...wanted, networkOrganisationId: 'practice' }
    const own = answer({ id: 'own', network_organisation_id: 'practice' })
    expect(groundFor(practice, [answer(), own], today)).toEqual({ consentId: 'own' })
    expect(groundFor(practice, [answer(), { ...own, state: 'refused' }], today)).toEqual(no)
    expect(groundFor(practice, [answer()], today)).toEqual({ consentId: 'one' })
  })
  test('covers what she agreed to and no more', () => {
    const some = answer({ items: ['needs'] })
    expect(groundFor(wanted, [some], today)).toEqual({ consentId: 'one' })
    expect(groundFor({ ...wanted, items: ['needs', 'plan'] }, [some], today)).toEqual({
      refused: 'sharing-more-than-agreed',
    })
  })
  test('in general covers nothing that she must say yes to by name', () => {
    for (const item of sharedItems) {
      const named = namedItems.some((one) => one === item)
      const asked = { ...wanted, items: [item] }
      expect('refused' in groundFor(asked, [answer()], today), item).toBe(named)
      expect(groundFor(asked, [answer({ items: [item] })], today), item).toEqual({ consentId: 'one' })
    }
  })
  test('is never there without a live yes or a law that the path knows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(sharingPaths) as SharingPath[])),
        fc.constantFrom(...recipients),
        fc.option(fc.constantFrom(...legalGrounds)),
        fc.array(
          fc.record({
            id: fc.uuid(),
            code: fc.constantFrom('C-1', 'C-5', 'C-6', 'C-8'),
            state: fc.constantFrom('given', 'refused', 'withdrawn', 'expired'),
            until_day: fc.option(fc.constantFrom(today.subtract({ days: 1 }), today, today.add({ days: 9 }))),
            superseded_at: fc.option(fc.constant(at)),
            party: fc.option(fc.constantFrom('gp', 'midwife')),
            network_organisation_id: fc.option(fc.constantFrom('a', 'b')),
            items: fc.constant([]),
          }),
        ),
        (path, recipient, legalGround, answers) => {
          const ground = groundFor({ ...wanted, path, recipient, legalGround }, answers, today)
          if ('refused' in ground) return
          if ('legalGround' in ground) expect(pathOf(path).grounds).toContain(ground.legalGround)
          else {
            const used = answers.find(({ id }) => id === ground.consentId)
            expect(used).toMatchObject({ code: pathOf(path).consent, state: 'given', superseded_at: null })
            expect(
              used?.until_day === null || Temporal.PlainDate.compare(used?.until_day ?? today, today) >= 0,
            ).toBe(true)
          }
        },
      ),
    )
  })
})

test('a notice of withdrawal ends only by being understood or by saying why not', () => {
  for (const state of noticeStates)
    for (const step of noticeSteps) {
      const next = stepNotice(state, step)
      if (state === 'acknowledged' || state === 'given_up')
        expect(next).toEqual({ refused: 'notice-not-from-this-state' })
      else expect(next).toBe({ tell: 'told', acknowledge: 'acknowledged', give_up: 'given_up' }[step])
    }
})
