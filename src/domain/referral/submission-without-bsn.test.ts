import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referralSubmission } from '#domain/referral/referral-submission.ts'
import { submissionWithoutBsn } from '#domain/referral/submission-without-bsn.ts'

const bsn = '999990019'
const submission = (change: object = {}, mother: object = {}) =>
  referralSubmission.parse({
    mother: { name: { given: 'Amina', family: 'Yıldız' }, phone: '+31612345678', ...mother },
    agreed: true,
    words: 'Zij is zwanger.\nZij is alleen.',
    ...change,
  })

test('without a BSN a submission stays as it is', () => {
  expect(submissionWithoutBsn(submission())).toEqual({ submission: submission(), dropped: [] })
})

test('says in which fields one stood, and keeps the rest of them', () => {
  const sent = submission(
    { words: `BSN ${bsn}.\nZij is alleen.`, referrer: { kind: 'midwife', name: `Vera ${bsn}` } },
    {
      name: { given: bsn, family: `Yıldız (${bsn})` },
      email: `${bsn}@example.nl`,
      address: { street: `Laan ${bsn}` },
    },
  )
  const { submission: kept, dropped } = submissionWithoutBsn(sent)
  expect(dropped).toEqual([
    'mother.name.given',
    'mother.name.family',
    'mother.email',
    'mother.address.street',
    'referrer.name',
    'words',
  ])
  expect(kept).toMatchObject({
    mother: { name: { given: '—', family: 'Yıldız ()' }, email: null, address: { street: 'Laan' } },
    referrer: { name: 'Vera' },
    words: 'BSN […].\nZij is alleen.',
  })
})

test('never keeps one, whichever text field it was typed in', () => {
  const text = fc.string({ maxLength: 20 }).map((around) => `${around} ${bsn} ${around}`)
  fc.assert(
    fc.property(text, (typed) => {
      const sent = submission(
        {
          words: typed,
          reach: { channel: 'phone', when: typed, voicemail: 'no' },
          child: { given: typed },
          referrer: { kind: 'other', name: typed, organisation: typed },
        },
        {
          name: { given: typed, family: typed },
          address: { street: typed, houseNumber: null, place: typed },
        },
      )
      expect(JSON.stringify(submissionWithoutBsn(sent))).not.toContain(bsn)
    }),
  )
})
