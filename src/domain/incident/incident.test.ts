import { describe, expect, test } from 'vitest'
import { incidentEndings, mayCloseIncident } from '#domain/incident/incident.ts'
import { noticesFor, noticeTerms } from '#domain/incident/notice-terms.ts'

const today = Temporal.PlainDate.from('2026-11-03')

describe('who is told of an incident', () => {
  test('of a calamity the supervisor at once, of a data breach the authority in three days', () => {
    const of = (weight: 'incident' | 'calamity', kind: 'violence' | 'data_breach') =>
      noticesFor({ weight, kind }, today).map(({ party, dueOn }) => `${party} ${dueOn ?? '?'}`)
    expect(of('incident', 'violence')).toEqual(['municipality ?'])
    expect(of('calamity', 'violence')).toEqual([
      'supervisor 2026-11-03',
      'municipality ?',
      'board 2026-11-03',
    ])
    expect(of('incident', 'data_breach')).toEqual(['data_authority 2026-11-06', 'municipality ?'])
  })
  test('is nobody before the law held, and each line says where it comes from', () => {
    expect(noticesFor({ weight: 'calamity', kind: 'death' }, Temporal.PlainDate.from('2014-12-31'))).toEqual(
      [],
    )
    for (const { source, from, until } of noticeTerms) {
      expect(source).not.toBe('')
      if (until) expect(Temporal.PlainDate.compare(from, until)).toBeLessThanOrEqual(0)
    }
  })
})

describe('closing an incident', () => {
  test('waits until everybody was told or needn’t be, except a mistake', () => {
    for (const ending of incidentEndings) {
      expect(mayCloseIncident('open', ending, { open: 0 })).toBe(true)
      expect(mayCloseIncident('closed', ending, { open: 0 })).toEqual({ refused: 'not-from-this-state' })
      expect(mayCloseIncident('open', ending, { open: 1 })).toEqual(
        ending === 'by_mistake' ? true : { refused: 'incident-tell-first' },
      )
    }
  })
})
