import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { personInput } from '#domain/person/person.ts'
import { type CastWoman, castWoman, within } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { findDuplicates, findDuplicatesOfEach } from '#usecases/person/find-duplicates.ts'
import { freshenNames } from '#usecases/person/load-names.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('#testing/left-out.ts'))
/** What tells that two files are of one woman: each can be left out here, to see that it is missed. */
const prints = vi.hoisted(() => ['phone_print', 'email_print', 'birth_day_print', 'address_print'] as const)
const names = vi.hoisted(() => 'how her name sounds')
vi.mock('#usecases/person/person-file.ts', async (original) => {
  const real = await original<typeof import('#usecases/person/person-file.ts')>()
  return {
    ...real,
    printsOf: prints.reduce(
      (made, print) =>
        unlessLeftOut(print, made, async (...asked) => ({ ...(await made(...asked)), [print]: null })),
      real.printsOf,
    ),
  }
})
vi.mock('#domain/person/duplicate.ts', async (original) => {
  const real = await original<typeof import('#domain/person/duplicate.ts')>()
  return {
    ...real,
    weighDuplicate: unlessLeftOut(names, real.weighDuplicate, (one, other) =>
      real.weighDuplicate(one, { ...other, name: one.name }),
    ),
  }
})

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

describe('two files of one woman (domain.md 7.6, H18)', () => {
  const street = { street: 'Merelhof', houseNumber: '12', postcode: '3661 XZ', place: 'Waterrijk' }
  /** What somebody writes who does not know that she is here already: of each she has one thing in common. */
  const written = {
    phone_print: { name: { given: 'Onbekend' }, phone: '+31698761234' },
    email_print: { name: { given: 'Onbekend' }, email: 'Roodstaartje@example.nl' },
    birth_day_print: { name: { given: 'Jasmin', family: 'Rotstaart' }, birthDay: '1993-07-08' },
    address_print: { name: { given: 'Jasmin' }, address: street },
  }
  /** Which of them came back as hers, and who came back as her who isn't. */
  async function found() {
    const all = Object.values(written).map(person)
    const namesake = person({ name: { given: 'Grietje', family: 'Bakker' }, birthDay: '1993-07-08' })
    return within(world, async (work) => {
      const each = await Promise.all(all.map(async (one) => (await findDuplicates(work, one)).length > 0))
      return {
        missed: Object.keys(written).filter((_, at) => !each[at]),
        wrong: (await findDuplicates(work, namesake)).length,
      }
    })
  }
  // Of its own: here nobody read the names into memory yet, so they are held against each other as they are written.
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await castWoman(world, {
      given: 'Jasmijn',
      family: 'Roodstaart',
      birthDay: '1993-07-08',
      phone: '+31698761234',
      email: 'roodstaartje@example.nl',
      address: street,
    })
  })
  afterAll(() => world.close())
  test('are found by each of these, and another woman of the same day is not taken for her', async () => {
    expect(await found()).toEqual({ missed: [], wrong: 0 })
  })
  test.each(prints)('are missed without the keyed hash %s', async (print) => {
    expect(await without(print, found)).toEqual({ missed: [print], wrong: 0 })
  })
  test(`and another is taken for her without ${names}`, async () => {
    expect(await without(names, found)).toMatchObject({ wrong: 1 })
  })
})
