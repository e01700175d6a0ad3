import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Area, covers, nowhereKnown } from '#domain/area/area.ts'
import { proposeTeams } from './team.ts'

const postcodes = (from: number, until: number): Area => ({ kind: 'postcodes', from, until })
const town = { id: 'town', areas: [{ kind: 'municipality', code: 'GM0599' }] as Area[] }
const centre = { id: 'centre', areas: [postcodes(3011, 3016)] }
const street = { id: 'street', areas: [{ kind: 'postcode', code: '3012AB' }] as Area[] }

describe('a team', () => {
  test('without an area, or where nothing is known, is not proposed', () => {
    expect(proposeTeams([{ id: 'none', areas: [] }], { ...nowhereKnown, postcode: '3012AB' })).toEqual([])
    expect(proposeTeams([town, centre, street], nowhereKnown)).toEqual([])
  })
  test('of the narrowest area that holds her comes first', () => {
    const where = { ...nowhereKnown, postcode: '3012AB', municipality: 'GM0599' }
    expect(proposeTeams([town, centre, street], where).map(({ id }) => id)).toEqual([
      'street',
      'centre',
      'town',
    ])
  })
  test('is proposed exactly if one of its areas holds her', () => {
    const four = fc.integer({ min: 3000, max: 3099 })
    const range = fc.tuple(four, four).map(([a, b]) => postcodes(Math.min(a, b), Math.max(a, b)))
    const team = fc.array(range, { maxLength: 4 }).map((areas) => ({ areas }))
    fc.assert(
      fc.property(fc.array(team, { maxLength: 43 }), four, (teams, postcode) => {
        const where = { ...nowhereKnown, postcode: String(postcode) }
        const holding = teams.filter(({ areas }) => areas.some((area) => covers(area, where)))
        expect(new Set(proposeTeams(teams, where))).toEqual(new Set(holding))
      }),
    )
  })
})
