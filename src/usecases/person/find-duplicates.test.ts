import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personInput } from '#domain/person/person.ts'
import { type CastWoman, castWoman, within } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { findDuplicates, findDuplicatesOfEach } from '#usecases/person/find-duplicates.ts'
import { freshenNames } from '#usecases/person/load-names.ts'

let world: World
let yusra: CastWoman
beforeAll(async () => {
  world = await openWorld()
  yusra = await castWoman(world, {
    given: 'Yusra',
    family: 'Haddad',
    birthDay: '1999-02-03',
    phone: '+31612345678',
  })
  await castWoman(world, { given: 'Noor', birthDay: '1999-02-03' })
  await castWoman(world, { given: 'Yusra', phone: '+31612345678' }, { orgId: world.otherOrgId })
})
afterAll(() => world.close())

const person = (data: object) => personInput.parse({ name: { given: 'Yousra' }, ...data })

describe('finding duplicates', () => {
  test('by birth day and sound, by phone, in this organisation only', async () => {
    const found = await within(world, (work) => findDuplicates(work, person({ birthDay: '1999-02-03' })))
    expect(found).toEqual([
      {
        personId: yusra.personId,
        name: 'Yusra Haddad',
        reason: 'same_birth_day_and_name',
        reasons: ['same_birth_day_and_name'],
        referralId: yusra.referralId,
      },
    ])
    const byPhone = await within(world, (work) => findDuplicates(work, person({ phone: '+31612345678' })))
    expect(byPhone.map(({ personId, reason }) => [personId, reason])).toEqual([
      [yusra.personId, 'same_phone'],
    ])
  })
  test('never proposes a woman as her own double', async () => {
    const own = person({ phone: '+31612345678' })
    expect(await within(world, (work) => findDuplicates(work, own, yusra.personId))).toEqual([])
  })
  test('weighs many at once, in their order', async () => {
    const found = await within(world, (work) =>
      findDuplicatesOfEach(work, [person({}), person({ phone: '+31612345678' }), person({})]),
    )
    expect(found.map((one) => one.length)).toEqual([0, 1, 0])
  })
  test('finds among many the one with the name and the one with the phone, and opens nobody else', async () => {
    const list = [
      person({ birthDay: '1999-02-03' }),
      // Another name and another day, but her phone.
      personInput.parse({ name: { given: 'Fatma' }, phone: '+31612345678', birthDay: '1988-01-01' }),
      personInput.parse({ name: { given: 'Noortje' }, birthDay: '1999-02-03' }),
      personInput.parse({ name: { given: 'Nour' }, birthDay: '1999-02-03' }),
    ]
    const opened: string[] = []
    const found = await within(world, (work) => {
      const load = async (ids: readonly string[]) => {
        if (work.names.versionOf(work.orgId, yusra.personId) !== null) opened.push(...ids)
        await work.vault.load(ids)
      }
      return findDuplicatesOfEach({ ...work, vault: { ...work.vault, load } }, list)
    })
    expect(found.map((one) => one.map(({ name, reason }) => [name, reason]))).toEqual([
      [['Yusra Haddad', 'same_birth_day_and_name']],
      [['Yusra Haddad', 'same_phone']],
      [],
      [['Noor', 'same_birth_day_and_name']],
    ])
    expect(opened).toHaveLength(2)
  })
  test('believes what was written over what is remembered', async () => {
    await within(world, freshenNames)
    // As another process does: this one's memory still has her by her old name.
    const woman = await castWoman(world, { given: 'Salma', birthDay: '1991-05-06' })
    await within(world, async (work) => work.names.put(work.orgId, woman.personId, 'Grietje', 0))
    const [found] = await within(world, (work) =>
      findDuplicatesOfEach(work, [
        personInput.parse({ name: { given: 'Selma' }, birthDay: '1991-05-06' }),
        person({}),
      ]),
    )
    expect(found?.map(({ name }) => name)).toEqual(['Salma'])
  })
})
