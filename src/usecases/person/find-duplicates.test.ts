import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personInput } from '#domain/person/person.ts'
import { type CastWoman, castWoman, within } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { findDuplicates, findDuplicatesOfEach } from '#usecases/person/find-duplicates.ts'

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
})
