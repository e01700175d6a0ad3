import { describe, expect, test } from 'vitest'
import { memoryNameIndex } from './memory-name-index.ts'

const moment = Temporal.Instant.from('2026-11-03T08:00:00Z')
const now = { looked: moment, swept: moment }
/** Everybody here is known by a letter. */
const uuid = (letter: string) => `01890a5d-ac96-774b-8000-00000000000${letter}`
const filled = async (names: Record<string, string>, limit?: number, orgId = 'org') => {
  const index = memoryNameIndex(limit)
  await fill(index, names, orgId)
  return index
}
const fill = (index: ReturnType<typeof memoryNameIndex>, names: Record<string, string>, orgId = 'org') =>
  index.fill(orgId, async () => {
    for (const [id, name] of Object.entries(names)) index.put(orgId, uuid(id), name, 1)
    return now
  })
const ids = (index: ReturnType<typeof memoryNameIndex>, text: string, orgId = 'org') =>
  index.search(orgId, text, 10).map((hit) => hit.personId.slice(-1))

describe('names in memory', () => {
  test('the nearest come first', async () => {
    const index = await filled({ a: 'Fatima Yıldız', b: 'Fatma Yilmaz', c: 'Farida Yildiz', d: 'Noor' })
    expect(ids(index, 'fatma yildiz')[0]).toBe('a')
    expect(ids(index, 'Noor')).toEqual(['d'])
    expect(ids(index, '…')).toEqual([])
  })
  test('a new name takes the place of the old, and who is dropped is gone', async () => {
    const index = await filled({ a: 'Sanne Bakker', b: 'Sanne Visser' })
    index.put('org', uuid('a'), 'Marijke Bakker', 2)
    expect(ids(index, 'Sanne')).toEqual(['b'])
    expect(index.versionOf('org', uuid('a'))).toBe(2)
    index.drop('org', uuid('b'))
    expect(ids(index, 'Sanne')).toEqual([])
    expect(index.versionOf('org', uuid('b'))).toBeNull()
  })
  test('one organisation never finds another’s', async () => {
    const index = await filled({ a: 'Sanne' })
    await fill(index, { b: 'Sanne' }, 'other')
    expect(ids(index, 'Sanne')).toEqual(['a'])
    expect(ids(index, 'Sanne', 'other')).toEqual(['b'])
  })
  test('nothing is kept for an organisation that isn’t filled: it would pass for the whole', () => {
    const index = memoryNameIndex()
    index.put('org', uuid('a'), 'Sanne', 1)
    expect(index.versionOf('org', uuid('a'))).toBeNull()
    expect(index.read('org')).toBeNull()
  })
  test('past its bounds it forgets the organisation that was searched longest ago', async () => {
    const index = await filled({ a: 'Sanne', b: 'Noor' }, 3, 'first')
    await fill(index, { c: 'Iris', d: 'Hala' }, 'second')
    expect(index.read('first')).toBeNull()
    expect(index.read('second')).toEqual(now)
  })
  test('two searches at once wait for one filling; one that failed is tried again', async () => {
    const index = memoryNameIndex()
    let runs = 0
    const slow = async () => {
      runs += 1
      return now
    }
    await Promise.all([index.fill('org', slow), index.fill('org', slow)])
    expect(runs).toBe(1)
    await expect(index.fill('org', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    await index.fill('org', slow)
    expect(runs).toBe(2)
  })
})
