import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '#domain/fhir/read-json.ts'
import { isOfAnother } from '#domain/fhir/response-subject.ts'

const her = { name: 'Elif Yıldız', birthDay: '1997-02-01', paperCode: 'AB12-CD34-T0' }
const other = (said: object, known: Parameters<typeof isOfAnother>[1] = her) => {
  const tree = readJson(JSON.stringify({ resourceType: 'QuestionnaireResponse', ...said }))
  if (typeof tree === 'string') throw new Error(tree)
  return isOfAnother(tree, known)
}
const patient = (json: object) => ({ contained: [{ resourceType: 'Patient', ...json }] })

describe('whose answers a file holds', () => {
  test('is not told where nothing is said, nor held against her where we know nothing', () => {
    expect(other({})).toBe(false)
    expect(other({ subject: { reference: 'Patient/123' } })).toBe(false)
    expect(other(patient({ birthDate: '1990' }))).toBe(false)
    const unknown = { name: null, birthDay: null, paperCode: her.paperCode }
    expect(other({ subject: { display: 'Iemand' }, ...patient({ birthDate: '1980-01-01' }) }, unknown)).toBe(
      false,
    )
  })
  test('is somebody else’s by a birth day, a name or a paper’s code that isn’t hers', () => {
    expect(other(patient({ birthDate: '1980-01-01' }))).toBe(true)
    expect(other({ subject: { display: 'Fatma Kaya' } })).toBe(true)
    expect(other(patient({ name: [{ family: 'Kaya', given: ['Fatma'] }] }))).toBe(true)
    expect(other({ identifier: { value: 'ZZ12-CD34-T0' } })).toBe(true)
    expect(other({ identifier: { value: 'AB12-CD34-T1' } })).toBe(true)
  })
  test('is hers in whatever order, case or accents her name stands', () => {
    for (const display of ['YILDIZ, Elif', 'elif yildiz', 'E. Yıldız', 'Mevr. Yıldız-Kaya'])
      expect([display, other({ subject: { display } })]).toEqual([display, false])
    expect(other({ identifier: { value: 'ab12-cd34-t0' }, ...patient({ birthDate: '1997-02-01' }) })).toBe(
      false,
    )
    expect(other({ identifier: { value: '999999990' } })).toBe(false)
  })
  test('never throws on what anybody wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (contained, subject, identifier) => {
        expect(typeof other({ contained, subject, identifier })).toBe('boolean')
      }),
    )
  })
})
