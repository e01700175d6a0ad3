import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids sort as they were made, also when many are made in one millisecond', () => {
  const now = Temporal.Instant.from('2026-11-03T08:00:00.007Z')
  const ids = Array.from({ length: 10_000 }, () => newId(now))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newId(now.add({ milliseconds: 10 })) > (ids.at(-1) ?? '')).toBe(true)
})
