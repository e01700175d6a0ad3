import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Area, nowhereKnown } from '#domain/area/area.ts'
import { findHelp } from './find-help.ts'
import { askAgainOn, isStale } from './help-offer.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const offer = (changed: {
  category?: string
  languages?: string[]
  areas?: Area[]
  waitingWeeks?: number | null
  confirmedOn?: Temporal.PlainDate
}) => ({
  category: 'money',
  languages: ['nl'],
  areas: [{ kind: 'postcodes', from: 3011, until: 3024 }] as Area[],
  waitingWeeks: 2 as number | null,
  confirmedOn: today,
  ...changed,
})
const her = { category: null, language: 'ti', where: { ...nowhereKnown, postcode: '3012AB' } }

describe('help', () => {
  test('is not looked for out of reach, nor for something else', () => {
    const away: Area[] = [{ kind: 'postcodes', from: 2500, until: 2599 }]
    expect(findHelp([offer({ areas: away })], her, today)).toEqual([])
    expect(findHelp([offer({})], { ...her, category: 'housing' }, today)).toEqual([])
  })
  test('of which nobody knows whether it reaches her is shown, and comes after what surely does', () => {
    const perhaps = offer({ areas: [{ kind: 'municipality', code: 'GM0599' }] })
    const found = findHelp([perhaps, offer({})], her, today)
    expect(found.map(({ inReach }) => inReach)).toEqual([true, null])
  })
  test('in her language comes before another, and what is fresh before what is old', () => {
    const old = offer({ languages: ['ti'], confirmedOn: today.subtract({ days: 90 }) })
    const fresh = offer({ languages: ['ti'], waitingWeeks: 9 })
    const found = findHelp([offer({}), old, fresh], her, today)
    expect(found.map(({ inLanguage, stale }) => [inLanguage, stale])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ])
  })
  test('goes stale on exactly the day on which somebody asks again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (ago) => {
        const confirmedOn = today.subtract({ days: ago })
        expect(isStale(confirmedOn, today)).toBe(
          Temporal.PlainDate.compare(askAgainOn(confirmedOn), today) <= 0,
        )
        expect(isStale(confirmedOn, today)).toBe(ago >= 90)
      }),
    )
  })
})
