import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#domain/member/actor.ts'
import { personInput } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { createPeople, readPeople } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const system = (orgId: string): Actor => ({ kind: 'system', orgId, job: 'test' })
const inside = <T>(work: (work: Work) => Promise<T>, orgId = world.orgId): Promise<T> => {
  const useCase = command({
    name: 'inside',
    action: 'execute',
    may: () => true,
    input: z.strictObject({}),
    run: work,
  })
  return useCase(world.context, system(orgId), {})
}
const woman = (given: string) => personInput.parse({ name: { given, family: null }, phone: '+31612345678' })
const make = (given: string) => inside((work) => createPeople(work, [{ kind: 'mother', data: woman(given) }]))
const nameOf = (id: string | undefined) =>
  inside(async (work) => (await readPeople(work, [id ?? ''])).get(id ?? '')?.name.given)

describe('a person’s file', () => {
  test('reads back', async () => {
    const [id] = await make('Selam')
    expect(await nameOf(id)).toBe('Selam')
  })
  test('can’t be read from another row it was copied to', async () => {
    const [one] = await make('Selam')
    const [other] = await make('Mehret')
    await world.owner.query(
      'update person set name_sealed = (select name_sealed from person where id = $1) where id = $2',
      [one, other],
    )
    await expect(nameOf(other)).rejects.toThrow()
  })
  test('can’t be read once a byte of it was changed, though it was read before', async () => {
    const [id] = await make('Selam')
    expect(await nameOf(id)).toBe('Selam')
    await world.owner.query(
      'update person set name_sealed = set_byte(name_sealed, 20, 255 - get_byte(name_sealed, 20)) where id = $1',
      [id],
    )
    await expect(nameOf(id)).rejects.toThrow()
  })
  test('is unreadable once its key is destroyed, and can’t be added to', async () => {
    const [id = ''] = await make('Winta')
    expect(await nameOf(id)).toBe('Winta')
    await inside((work) => work.vault.destroy(id))
    expect(await nameOf(id)).toBe('—')
    await expect(
      inside(async (work) => {
        await work.vault.load([id])
        work.vault.seal(id, { table: 'person', column: 'name_sealed', row: id }, 'terug')
      }),
    ).rejects.toThrow(/destroyed/)
  })
  test('has prints that find it again, different in every organisation', async () => {
    await make('Yordanos')
    await inside(
      (work) => createPeople(work, [{ kind: 'mother', data: woman('Yordanos') }]),
      world.otherOrgId,
    )
    const { rows } = await world.owner.query(
      `select org_id, phone_print from person where phone_print is not null`,
    )
    const ours = rows
      .filter((row) => row.org_id === world.orgId)
      .map((row) => row.phone_print.toString('hex'))
    const theirs = rows
      .filter((row) => row.org_id !== world.orgId)
      .map((row) => row.phone_print.toString('hex'))
    expect(new Set(ours).size).toBe(1)
    expect(theirs).not.toContain(ours[0])
  })
})
