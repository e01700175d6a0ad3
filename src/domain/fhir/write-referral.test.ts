import { expect, test } from 'vitest'
import { type StatusClass, statusClasses } from '#domain/referral/status-class.ts'
import { serviceRequestOf, taskOf } from './write-referral.ts'

const sent = (status: StatusClass) => ({
  id: '01930000-0000-7000-8000-000000000001',
  reference: '00000001',
  receivedOn: '2026-11-03',
  status,
})

test('each status class has a status in FHIR', () => {
  expect(
    statusClasses.map((status) =>
      [status, serviceRequestOf(sent(status)).status, taskOf(sent(status)).status].join(' '),
    ),
  ).toEqual([
    'received active received',
    'in_progress active in-progress',
    'started active in-progress',
    'ended completed completed',
    'other_offer revoked cancelled',
  ])
})

test('two referrals of one class differ in nothing but id, reference and day', () => {
  const other = { ...sent('other_offer'), id: '01930000-0000-7000-8000-000000000002', reference: '00000002' }
  const bare = (resource: object) => JSON.stringify(resource).replaceAll(/0+[12]/g, '')
  expect(bare(taskOf(other))).toBe(bare(taskOf(sent('other_offer'))))
  expect(bare(serviceRequestOf(other))).toBe(bare(serviceRequestOf(sent('other_offer'))))
})
