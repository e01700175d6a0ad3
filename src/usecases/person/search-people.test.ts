import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryNameIndex } from '#server/name-index/memory-name-index.ts'
import { castWoman } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import type { Context } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'
import { loadNames } from '#usecases/person/load-names.ts'
import { searchPeople } from '#usecases/person/search-people.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await castWoman(world, { given: 'Yusra', family: 'El-Khatib', phone: '+31612345678' })
  await castWoman(world, { given: 'Małgorzata', family: 'Kowalczyk', birthDay: '1998-04-12' })
  await castWoman(world, { given: 'Fatma', family: 'Yıldız' })
  await castWoman(world, { given: 'Yusra', family: 'Elders' }, { orgId: world.otherOrgId })
})
afterAll(() => world.close())

const namesOf = async (text: string, context: Context = world.context) => {
  const coordinator = await world.member(['coordinator'])
  const { people } = await searchPeople(context, coordinator, { text })
  return people.map((person) => person.name)
}

describe('searching for a woman', () => {
  test('is not for a referrer, an administrator or a visitor', async () => {
    for (const role of ['referrer', 'administrator', 'programme_manager', 'privacy_officer'] as const)
      await expect(
        searchPeople(world.context, await world.member([role]), { text: 'Yusra' }),
      ).rejects.toThrow(Forbidden)
    await expect(searchPeople(world.context, world.visitor('self'), { text: 'Yusra' })).rejects.toThrow(
      Forbidden,
    )
  })
  test('finds nobody of another organisation', async () => {
    expect(await namesOf('Elders')).toEqual([])
    expect(await namesOf('Yusra')).toEqual(['Yusra El-Khatib'])
  })
  test('gives a worker nobody who is not hers', async () => {
    const worker = await world.member(['worker'])
    expect(await searchPeople(world.context, worker, { text: 'Yusra' })).toEqual({ people: [], workers: [] })
  })
  test.each([
    ['Yousra', 'Yusra El-Khatib'],
    ['khatib', 'Yusra El-Khatib'],
    ['يسرى', 'Yusra El-Khatib'],
    ['malgorzata kovalchyk', 'Małgorzata Kowalczyk'],
    ['fatima yildiz', 'Fatma Yıldız'],
    ['Fat', 'Fatma Yıldız'],
    ['06-12345678', 'Yusra El-Khatib'],
    ['12-4-1998', 'Małgorzata Kowalczyk'],
  ])('%s finds %s', async (text, name) => {
    expect(await namesOf(text)).toEqual([name])
  })
  test('finds what another process wrote a moment ago, also into an index that was filled before', async () => {
    const elsewhere = { ...world.context, names: memoryNameIndex() }
    expect(await namesOf('Selamawit', elsewhere)).toEqual([])
    await castWoman(world, { given: 'Selamawit' })
    expect(await namesOf('Selamawit', elsewhere)).toEqual(['Selamawit'])
  })
  test('finds a minute later what another process took minutes to write', async () => {
    const names = memoryNameIndex()
    const later = (seconds: number) => ({
      ...world.context,
      names,
      now: () => world.context.now().add({ seconds }),
    })
    expect(await namesOf('Luwam', later(300))).toEqual([])
    // Begun at 0 seconds, there only now.
    await castWoman(world, { given: 'Luwam' })
    expect(await namesOf('Luwam', later(340))).toEqual([])
    expect(await namesOf('Luwam', later(361))).toEqual(['Luwam'])
  })
  test('leaves in the trail who was found', async () => {
    const before = Temporal.Now.instant()
    await namesOf('Yousra')
    const { rows } = await world.owner.query(
      `select cardinality(person_ids) as people from audit_event where event = 'search-people' order by id desc limit 1`,
    )
    expect(rows[0].people).toBe(1)
    expect(before).toBeDefined()
  })
})

test('the names are in memory before anybody searches, without a line for each', async () => {
  const names = memoryNameIndex()
  const system = { kind: 'system', orgId: world.orgId, job: 'warm' } as const
  await loadNames({ ...world.context, names }, system, {})
  expect(names.search(world.orgId, 'Yusra', 10)).toHaveLength(1)
})

test('who looks for somebody and finds nobody leaves a line too', async () => {
  expect(await namesOf('Onvindbaar')).toEqual([])
  const { rows } = await world.owner.query(
    `select person_ids, detail from audit_event where event = 'search-people' order by id desc limit 1`,
  )
  expect(rows).toEqual([{ person_ids: [], detail: { found: 0 } }])
})
