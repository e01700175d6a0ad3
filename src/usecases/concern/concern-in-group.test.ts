import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { candidate, facilitator, openTestGroup, type TestGroup, type TestPlace } from '#testing/group.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addToConcern } from '#usecases/concern/add-to-concern.ts'
import { prepareConcern } from '#usecases/concern/prepare-concern.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'

let world: World
let group: TestGroup
let woman: TestPlace
beforeAll(async () => {
  world = await openWorld([evtGroup])
  group = await openTestGroup(world)
  woman = await candidate(world, group, 'Yasmin')
})
afterAll(() => world.close())

const raise = (actor = group.facilitators[0], trajectoryId = woman.trajectoryId) =>
  raiseConcern(world.context, actor, { trajectoryId, level: 'worried', words: 'Zij kwam huilend binnen.' })

describe('who leads a group', () => {
  test('says in one tap on her page that she worries about a woman in it, and reads how it goes on', async () => {
    const [first] = group.facilitators
    const pages = staffSite(routes, world, first)
    const place = await (await pages.request(paths.group.place(woman.placeId))).text()
    const at = paths.concern.raise(woman.trajectoryId)
    expect(place).toContain(`action="${at}"`)
    expect(place).toContain('href="tel:112"')
    // No way to the rest of her file from here.
    expect(place).not.toContain(paths.safety.one(woman.trajectoryId))
    expect(await (await pages.request(at)).text()).toContain('Yasmin')
    const key = world.context.newId()
    const told = await pages.request(at, {
      method: 'POST',
      body: new URLSearchParams({ level: 'very_worried', key }),
    })
    expect(told.status).toBe(303)
    const html = await (await pages.request(told.headers.get('location') ?? '')).text()
    expect(html).toContain('Yasmin')
    for (const closed of [paths.trajectory.one(woman.trajectoryId), paths.safety.one(woman.trajectoryId)]) {
      expect(html).not.toContain(`"${closed}"`)
      expect((await pages.request(closed)).status).toBe(404)
    }
  })
  test('is heard by who decides, as a worker’s word; the other who leads it reads only her own', async () => {
    const [first, second] = group.facilitators
    const { concernId: id } = await raise()
    await addToConcern(world.context, first, { id, words: 'Ik belde haar niet.' })
    expect(await readConcern(world.context, first, { id })).toMatchObject({
      name: 'Yasmin',
      seesTrajectory: false,
      abilities: { takeUp: false, answer: [], close: [] },
    })
    expect(await readConcern(world.context, group.coordinator, { id })).toMatchObject({
      words: 'Zij kwam huilend binnen.',
      abilities: { takeUp: true },
    })
    const { rows } = await world.owner.query('select raised_as from concern where id = $1', [id])
    expect(rows).toEqual([{ raised_as: 'worker' }])
    await expect(readConcern(world.context, second, { id })).rejects.toThrow(NotFound)
    await expect(readSafety(world.context, first, { trajectoryId: woman.trajectoryId })).rejects.toThrow(
      NotFound,
    )
  })
  test('of another group, of another organisation, or no longer: not about her', async () => {
    const stranger = await facilitator(world, 'Els')
    for (const act of [
      () => raise(stranger),
      () => prepareConcern(world.context, stranger, { trajectoryId: woman.trajectoryId }),
    ])
      await expect(act()).rejects.toThrow(NotFound)
    const elsewhere = await facilitator(world, 'Ans', world.otherOrgId)
    await expect(raise(elsewhere)).rejects.toThrow(NotFound)
    await expect(raise(await world.member(['referrer']))).rejects.toThrow(Forbidden)
    const { concernId: id } = await raise(group.facilitators[1])
    await world.owner.query(`update group_facilitator set until_day = from_day where worker_id = $1`, [
      group.facilitators[1].workerId,
    ])
    await expect(raise(group.facilitators[1])).rejects.toThrow(NotFound)
    await expect(readConcern(world.context, group.facilitators[1], { id })).rejects.toThrow(NotFound)
  })
})
