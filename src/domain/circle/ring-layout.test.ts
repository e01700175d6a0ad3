import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawRings, labelBox, nodeBox, overlap } from './ring-labels.ts'
import { picture, ringsFor } from './ring-layout.ts'
import { mostSupporters, type Ring } from './supporter.ts'

const person = fc.record({
  ring: fc.constantFrom<Ring>(1, 2, 3),
  label: fc.oneof(
    fc.constantFrom('Oma', 'Huisarts', 'Małgorzata', 'Verloskundige Rietveld'),
    fc.string({ maxLength: 40 }),
  ),
})
/** Also as many as there can be, and all in one ring, as chance would seldom have it. */
const people = fc.oneof(
  fc.array(person, { maxLength: mostSupporters }),
  fc.array(person, { minLength: mostSupporters, maxLength: mostSupporters }),
  fc
    .tuple(fc.array(person, { minLength: 20, maxLength: mostSupporters }), fc.constantFrom<Ring>(1, 2, 3))
    .map(([all, ring]) => all.map((one) => ({ ...one, ring }))),
)
const half = picture.size / 2
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

describe('a picture of nobody up to forty people', () => {
  test('has no two over each other, nobody over her, and all inside, each in its own ring', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { nodes, edges } = drawRings(all)
        expect(nodes).toHaveLength(all.length)
        expect(edges.toSorted((a, b) => a - b)).toEqual(edges)
        for (const [at, node] of nodes.entries()) {
          const box = nodeBox(node)
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0)
          expect(Math.max(box.right, box.bottom)).toBeLessThanOrEqual(picture.size)
          const out = apart(node, { x: half, y: half })
          expect(out).toBeGreaterThan(picture.node + picture.centre)
          const ring = all[at]?.ring ?? 1
          expect(out).toBeLessThanOrEqual(edges[ring - 1] ?? 0)
          expect(out).toBeGreaterThan(ring === 1 ? 0 : (edges[ring - 2] ?? 0))
          for (const other of nodes.slice(at + 1))
            expect(apart(node, other)).toBeGreaterThan(2 * picture.node)
        }
      }),
      { numRuns: 300 },
    )
  })
  test('has words only where all of them can be read', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { nodes, labels } = drawRings(all)
        if (!labels) return
        const boxes = nodes.map((node, at) => labelBox(node, labels[at] ?? ''))
        for (const [at, box] of boxes.entries()) {
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0)
          expect(Math.max(box.right, box.bottom)).toBeLessThanOrEqual(picture.size)
          for (const [other, node] of nodes.entries())
            if (other !== at) expect(overlap(box, nodeBox(node))).toBe(false)
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })
  test('is the same picture each time', () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(drawRings(all)).toEqual(drawRings(all))
      }),
      { numRuns: 30 },
    )
  })
  test('names a family of nine, and says by number who is who among forty', () => {
    const nine = [
      ['Mama', 1],
      ['Zus Amina', 1],
      ['Partner', 1],
      ['Sanne', 2],
      ['Buurvrouw', 2],
      ['Verloskundige', 2],
      ['Huisarts', 3],
      ['Wijkteam', 3],
      ['Oom Karim', 3],
    ] as const
    expect(drawRings(nine.map(([label, ring]) => ({ label, ring }))).labels).not.toBeNull()
    const forty = Array.from({ length: 40 }, () => ({ label: 'Anna', ring: 1 as const }))
    expect(drawRings(forty).labels).toBeNull()
    // Every way to divide forty over three rings has its place.
    for (let first = 0; first <= 40; first += 1)
      for (let second = 0; first + second <= 40; second += 1)
        expect(() =>
          ringsFor(
            Array.from({ length: 40 }, (_, at) => ({
              ring: at < first ? 1 : at < first + second ? 2 : 3,
            })),
          ),
        ).not.toThrow()
    expect(ringsFor([]).rows.map(({ count }) => count)).toEqual([0, 0, 0])
  })
})
