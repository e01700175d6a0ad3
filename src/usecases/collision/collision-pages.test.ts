import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { candidate, enrol, facilitator, openTestGroup, prepare, type TestGroup } from '#testing/group.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { listCollisions } from '#usecases/collision/list-collisions.ts'
import { ruleCollision } from '#usecases/collision/rule-collision.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readPlace } from '#usecases/group/read-place.ts'

let world: World
let lead: MemberActor
let group: TestGroup
beforeAll(async () => {
  world = await openWorld([evtGroup])
  lead = await world.member(['safeguarding_lead'])
  group = await openTestGroup(world)
})
afterAll(() => world.close())

const check = async () => {
  const naast = { kind: 'system', orgId: world.orgId, job: 'collisions' } as const
  while ((await checkCollisions(world.context, naast, {})).more);
}
const tell = (trajectoryId: string, name: string) =>
  recordAround(world.context, group.coordinator, {
    trajectoryId,
    told: { relation: 'ex_partner', names: [name] },
  })
const opened = async () => (await listCollisions(world.context, lead, {})).open
const gates = async (id: string, who = group.coordinator) =>
  (await readPlace(world.context, who, { id })).gates.map(({ gate }) => gate)

describe('a seat in a group', () => {
  test('waits where somebody around her sits in it, until the lead has looked', async () => {
    const sits = await candidate(world, group, 'Lucas')
    await prepare(world, group, sits)
    await enrol(world, group, sits)
    const comes = await candidate(world, group, 'Yara')
    await prepare(world, group, comes)
    await tell(comes.trajectoryId, 'Lucas Achternaam')
    // Nobody checked it: the seat itself asks.
    await expect(enrol(world, group, comes)).rejects.toMatchObject({ code: 'place-gates-closed' })
    await check()
    expect(await gates(comes.placeId)).toEqual(['ask-lead'])
    // Who leads the group reads nothing of it: it may be about her.
    expect(await gates(comes.placeId, group.facilitators[0])).toEqual([])
    const [line] = (await opened()).filter(({ woman }) => woman === 'Yara Achternaam')
    const rule = { id: line?.id ?? '', version: 1, verdict: 'same_apart' as const, reason: 'Hij is het.' }
    await ruleCollision(world.context, lead, rule)
    expect(await gates(comes.placeId)).toEqual(['relation-found'])
    await ruleCollision(world.context, lead, { ...rule, version: 2, verdict: 'different' })
    await enrol(world, group, comes)
  })
  test('is the same for who leads it, also for who comes to lead it later', async () => {
    const her = await candidate(world, group, 'Zoë')
    await prepare(world, group, her)
    await tell(her.trajectoryId, 'Ria Leidster')
    await expect(enrol(world, group, her)).rejects.toMatchObject({ code: 'place-gates-closed' })
    const later = await facilitator(world, 'Hanneke')
    const other = await candidate(world, group, 'Iris')
    await tell(other.trajectoryId, 'Hanneke Leidster')
    const { version, title } = await readGroup(world.context, group.coordinator, { id: group.groupId })
    const facilitatorIds = [...group.facilitators, later].map(({ workerId }) => workerId ?? '')
    await expect(
      changeGroup(world.context, group.coordinator, {
        id: group.groupId,
        version,
        title,
        location: null,
        facilitatorIds,
      }),
    ).rejects.toMatchObject({ code: 'group-leader-waits' })
  })
})

describe('the pages', () => {
  const html = async (path: string, who = lead) => (await staffSite(routes, world, who).request(path)).text()
  const post = async (path: string, fields: Record<string, string>, who = lead, from = path) => {
    const form = formIn(await html(from, who), path)
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return staffSite(routes, world, who).request(path, { method: 'POST', body: form })
  }
  const title = (page: string) => /<title>([^<]*)/.exec(page)?.[1] ?? ''

  test('keep what was typed where something was wrong, and show what was saved', async () => {
    const { trajectoryId } = await candidate(world, group, 'Bo')
    const path = paths.around.list(trajectoryId)
    const wrong = await post(path, { name: 'Bas Bakker', born: '31-2-1980', phone: '12' }, group.coordinator)
    expect(wrong.status).toBe(422)
    const again = await wrong.text()
    for (const words of ['Bas Bakker', '31-2-1980', 'error-born', 'error-relation', 'error-phone'])
      expect(again).toContain(words)
    const fields = {
      relation: 'partner',
      name: 'Bas Bakker',
      alsoCalled: 'Bassie',
      born: '1980',
      phone: '06 1234 5678',
    }
    expect((await post(path, fields, group.coordinator)).status).toBe(303)
    const list = await html(path, group.coordinator)
    for (const words of ['Bas Bakker', 'Bassie', '1980', '06 12345678']) expect(list).toContain(words)
    const one = /href="(\/around\/[\w-]+)"/.exec(list)?.[1] ?? ''
    expect((await post(one, { name: 'Bas de Bakker' }, group.coordinator)).status).toBe(303)
    expect((await post(`${one}/end`, {}, group.coordinator, one)).status).toBe(303)
    expect(await html(path, group.coordinator)).not.toContain('Bas de Bakker')
  })
  test('say the same bytes to everybody but the lead, whether something was found or not', async () => {
    const { trajectoryId } = await candidate(world, group, 'Dina')
    const manager = await world.member(['programme_manager'])
    const worker = group.facilitators[1]
    const seen = async () => {
      const pages: string[] = []
      for (const who of [group.coordinator, manager, worker])
        for (const path of [
          paths.around.list(trajectoryId),
          paths.safety.one(trajectoryId),
          paths.trajectory.one(trajectoryId),
          paths.trajectory.caseload(),
          paths.worker.list(),
          paths.collision.list(),
          paths.today(),
        ])
          pages.push(
            (await html(path, who))
              .replaceAll(/name="key" value="[^"]*"/g, '')
              .replaceAll(/nonce="[^"]*"/g, ''),
          )
      return pages
    }
    await tell(trajectoryId, 'Toos Leidster')
    const before = await seen()
    const waiting = (await opened()).length
    await check()
    expect((await opened()).length).toBeGreaterThan(waiting)
    expect(await seen()).toEqual(before)
  })
  test('show the lead both sides under a title that says nothing, and take her word', async () => {
    const list = await html(paths.collision.list())
    const [line] = (await opened()).filter(({ woman }) => woman === 'Dina Achternaam')
    const path = paths.collision.one(line?.id ?? '')
    expect(list).toContain(path)
    const page = await html(path)
    for (const words of ['Dina Achternaam', 'Toos Leidster', 'De naam is dezelfde.'])
      expect(page).toContain(words)
    for (const shown of [list, page, await html(paths.today())])
      expect(title(shown)).not.toMatch(/Dina|Toos|Leidster|dezelfde/)
    expect((await post(path, { reason: 'x' })).status).toBe(422)
    const answer = await post(path, { verdict: 'same_lock', reason: 'Zij is het zelf, zegt ze.' })
    expect(answer.status).toBe(303)
    const after = await html(path)
    expect(after).toContain('Zij is het zelf, zegt ze.')
    expect(after).toContain('/locks/new')
    expect((await staffSite(routes, world, group.coordinator).request(path)).status).toBe(404)
  })
})
