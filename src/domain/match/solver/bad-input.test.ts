import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble, UnknownId } from './assemble.ts'
import { BadInstance, type Fault } from './bad-instance.ts'
import type { Instance } from './instance.ts'
import { openSession } from './session.ts'
import { instanceOf } from './small-instances.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

const good = instanceOf(
  [
    [5, 3],
    [4, 2],
  ],
  [1, 1],
)
const fault = (more: Partial<Instance>, options = {}): Fault | null => {
  try {
    solve({ ...good, ...more }, options)
    return null
  } catch (error) {
    if (error instanceof BadInstance) return error.fault
    throw error
  }
}

test('what cannot be true is refused before anything is computed, and said where', () => {
  expect(fault({})).toBeNull()
  expect(fault({ mothers: -1 })).toEqual({ code: 'sizes-differ' })
  expect(fault({ mothers: 1.5 })).toEqual({ code: 'sizes-differ' })
  expect(fault({ capacity: Int32Array.of(1) })).toEqual({ code: 'sizes-differ' })
  expect(fault({ tier: Uint8Array.of(1) })).toEqual({ code: 'sizes-differ' })
  expect(fault({ rowPtr: Int32Array.of(0, 3, 2) })).toEqual({ code: 'rows-not-in-order' })
  expect(fault({ rowPtr: Int32Array.of(0, 5, 4) })).toEqual({ code: 'rows-not-in-order', mother: 0 })
  expect(fault({ col: Int32Array.of(0, 2, 0, 1) })).toEqual({ code: 'unknown-worker', mother: 0, worker: 2 })
  expect(fault({ col: Int32Array.of(0, -1, 0, 1) })).toEqual({
    code: 'unknown-worker',
    mother: 0,
    worker: -1,
  })
  expect(fault({ col: Int32Array.of(0, 0, 0, 1) })).toEqual({ code: 'pair-twice', mother: 0, worker: 0 })
  expect(fault({ col: Int32Array.of(1, 0, 0, 1) })).toEqual({
    code: 'workers-not-in-order',
    mother: 0,
    worker: 0,
  })
  expect(fault({ score: Int32Array.of(5, 0, 1, 1) })).toEqual({
    code: 'score-below-one',
    mother: 0,
    worker: 1,
  })
  expect(fault({ capacity: Int32Array.of(1, -1) })).toEqual({ code: 'capacity-negative', worker: 1 })
  expect(fault({ current: Int32Array.of(0, 7) })).toEqual({ code: 'unknown-worker', mother: 1, worker: 7 })
  expect(fault({ forbids: [[2, 0]] })).toEqual({ code: 'unknown-mother', mother: 2, worker: 0 })
  expect(fault({ pins: [[0, 0.5]] })).toEqual({ code: 'unknown-worker', mother: 0, worker: 0.5 })
  expect(
    fault({
      pins: [
        [0, 0],
        [0, 1],
      ],
    }),
  ).toEqual({ code: 'pinned-twice', mother: 0, worker: 1 })
  expect(
    fault({
      pins: [
        [0, 0],
        [1, 0],
      ],
    }),
  ).toEqual({ code: 'more-pins-than-places', mother: 1, worker: 0 })
  expect(fault({ pins: [[0, 0]], forbids: [[0, 0]] })).toEqual({
    code: 'pin-forbidden',
    mother: 0,
    worker: 0,
  })
  expect(fault({ ...instanceOf([[5, 0]], [1, 1]), pins: [[0, 1]] })).toEqual({
    code: 'pin-not-allowed',
    mother: 0,
    worker: 1,
  })
  expect(new BadInstance({ code: 'pair-twice', mother: 0, worker: 1 }).message).toBe(
    'Not an instance: pair-twice mother 0 worker 1',
  )
})

describe('the limits of whole numbers', () => {
  const most = 2 ** 31 - 1
  test('the highest score there is is a score', () => {
    const high = instanceOf(
      [
        [most, most - 1],
        [most, 1],
      ],
      [1, 1],
      { current: Int32Array.of(1, 0), tier: Uint8Array.of(3, 1) },
    )
    for (const objective of ['score', 'tiers', 'coverFirst'] as const) {
      const solution = solve(high, { objective })
      expect(verify(high, solution)).toEqual({ flaws: [], optimal: true, gap: 0 })
      expect(solution.value.score).toBe(2 * most - 1)
    }
  })
  test('what no longer fits is refused, not rounded', () => {
    const n = 2_000
    const many = instanceOf(Array(n).fill([most]), [n], {
      tier: new Uint8Array(n).fill(255),
      current: new Int32Array(n),
    })
    expect(() => solve(many)).toThrow('numbers-too-large')
    expect(() => openSession(many)).toThrow(BadInstance)
    expect(solve(many, { objective: 'score', stable: false }).value.score).toBe(n * most)
  })
})

describe('people by their ids', () => {
  const person = (id: string) => ({ id })
  const ask = (mothers: string[], workers: string[], more = {}) =>
    assemble({
      mothers: mothers.map(person),
      workers: workers.map(person),
      rules: [
        { code: 'same', sealed: false, forbids: (a, b) => a.id === b.id },
        { code: 'hidden', sealed: true, forbids: (_, b) => b.id === 'z' },
      ],
      score: (a, b) => (a.id.charCodeAt(0) * b.id.charCodeAt(0)) % 97,
      capacity: () => 1,
      tier: ({ id }) => (id === 'a' ? 1 : 0),
      ...more,
    })
  test('the order in which they come decides nothing', () => {
    const ids = ['a', 'b', 'c', 'd', 'z']
    const one = ask(ids, ids)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: 5 }),
        fc.shuffledSubarray(ids, { minLength: 5 }),
        (x, y) => {
          expect(ask(x, y)).toEqual(one)
          expect(solve(ask(x, y).instance)).toEqual(solve(one.instance))
        },
      ),
    )
  })
  test('the first rule that forbids is kept', () => {
    const { instance, blocked } = ask(['a', 'z'], ['a', 'z'])
    const session = openSession(instance, { blocked })
    expect(session.explainPair(0, 0)).toEqual({ possible: false, because: 'same' })
    expect(session.explainPair(0, 1)).toEqual({ possible: false, because: 'not-possible' })
    expect(session.explainPair(1, 1)).toEqual({ possible: false, because: 'same' })
  })
  test('an id that comes twice, or that nobody has, is named', () => {
    expect(() => ask(['a', 'a'], ['b'])).toThrow(new UnknownId('id-twice', 'a'))
    expect(() => ask(['a'], ['b', 'b'])).toThrow('id-twice: b')
    expect(() => ask(['a'], ['b'], { pins: [['a', 'q']] })).toThrow('unknown-id: q')
    expect(() => ask(['a'], ['b'], { current: [['q', 'b']] })).toThrow('unknown-id: q')
  })
  test('nobody is nobody', () => {
    expect(solve(ask([], []).instance).value).toEqual({ perTier: [0], score: 0, kept: 0 })
    expect(solve(ask(['a'], []).instance).mate).toEqual(Int32Array.of(-1))
  })
})

test('a change that cannot be is refused, and nothing has changed', () => {
  const session = openSession({
    ...instanceOf(
      [
        [5, 3],
        [4, 0],
      ],
      [1, 1],
    ),
    pins: [[1, 0]],
  })
  const before = session.solution()
  const refusals = [
    session.apply({ kind: 'pin', mother: 0, worker: 0 }),
    session.apply({ kind: 'pin', mother: 1, worker: 1 }),
    session.apply({ kind: 'pin', mother: 9, worker: 1 }),
    session.apply({ kind: 'forbid', mother: 0, worker: 9 }),
    session.apply({ kind: 'forbid', mother: 1, worker: 0 }),
    session.apply({ kind: 'capacity', worker: 0, capacity: 0 }),
    session.apply({ kind: 'capacity', worker: 0, capacity: -1 }),
    session.apply({ kind: 'score', mother: 0, worker: 0, score: 2.5 }),
    session.apply({ kind: 'score', mother: 0, worker: 0, score: 2 ** 31 }),
    session.apply({
      kind: 'add',
      tier: 0,
      pairs: [
        [0, 1],
        [0, 2],
      ],
    }),
    session.apply({ kind: 'add', tier: 200, pairs: [] }),
    session.apply({ kind: 'forbid', mother: 0, worker: 1 }, { kind: 'pin', mother: 0, worker: 1 }),
  ]
  expect(refusals.map((one) => ('refused' in one ? one.refused : null))).toEqual([
    'matching-no-place-left',
    'matching-not-a-candidate',
    'matching-unknown-mother',
    'matching-unknown-worker',
    'matching-pinned-already',
    'matching-no-place-left',
    'matching-bad-number',
    'matching-bad-number',
    'matching-bad-number',
    'matching-bad-number',
    'matching-bad-number',
    'matching-pair-forbidden',
  ])
  expect(session.solution()).toEqual(before)
})
