import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UuidRows } from './uuid-rows.ts'

describe('rows by uuid', () => {
  test('finds whom it holds and nobody else, as they come and go', () => {
    const step = fc.record({ id: fc.nat(400), goes: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(fc.uuid(), { minLength: 1, maxLength: 400 }),
        fc.array(step, { maxLength: 800 }),
        (ids, steps) => {
          const rows = new UuidRows()
          const held = new Map<string, number>()
          for (const { id: which, goes } of steps) {
            const id = ids[which % ids.length] ?? ''
            const row = held.get(id)
            if (goes && row !== undefined) {
              rows.delete(row)
              held.delete(id)
            } else if (row === undefined) {
              const free = [0, ...held.values()].reduce((most, one) => Math.max(most, one)) + 1
              rows.set(id, free)
              held.set(id, free)
            }
          }
          expect(rows.size).toBe(held.size)
          for (const id of ids) expect(rows.rowOf(id)).toBe(held.get(id))
          for (const [id, row] of held) expect(rows.idOf(row)).toBe(id)
        },
      ),
    )
  })
  test('grows and keeps everybody', () => {
    const rows = new UuidRows()
    const id = (at: number) => `01890a5d-ac96-774b-8000-${String(at).padStart(12, '0')}`
    for (let at = 0; at < 5000; at++) rows.set(id(at), at)
    for (let at = 0; at < 5000; at++) expect(rows.rowOf(id(at))).toBe(at)
    expect(rows.rowOf(id(5000))).toBeUndefined()
  })
  test('orders as the texts do', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const rows = new UuidRows()
        rows.set(one, 0)
        rows.set(other, 1)
        expect(rows.isBefore(0, 1)).toBe(one < other)
      }),
    )
  })
  test('knows nobody by anything else', () => {
    expect(() => new UuidRows().rowOf('org')).toThrow()
  })
})
