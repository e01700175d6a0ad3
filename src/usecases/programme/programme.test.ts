import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim, mim24 } from '#programmes/mim.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([mim])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const idsOf = async () => (await listProgrammes(world.context, manager, {})).map(({ id }) => id)
const offer = (
  programme: { id: string; version: string },
  orgId: string,
  from: string,
  until: string | null,
) =>
  world.owner.query(
    `insert into programme_offer (org_id, id, programme_id, version, from_day, until_day, decided_at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, now())`,
    [orgId, programme.id, programme.version, from, until],
  )
const stamp = () =>
  world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1 where id = $1', [
    world.orgId,
  ])

describe('what an organisation offers', () => {
  test('is what it took up, not what Naast comes with', async () => {
    expect(await idsOf()).toEqual([mim.id])
  })
  test('is not what another organisation took up', async () => {
    await offer(mim24, world.otherOrgId, '2021-01-01', null)
    await stamp()
    expect(await idsOf()).toEqual([mim.id])
  })
  test('begins and ends on a day', async () => {
    await offer(mim24, world.orgId, '2026-11-04', '2026-11-05')
    await stamp()
    const seen: string[][] = []
    for (const day of ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']) {
      world.turnTo(day)
      seen.push(await idsOf())
    }
    expect(seen).toEqual([[mim.id], [mim.id, mim24.id], [mim.id, mim24.id], [mim.id]])
  })
  test('of a version that Naast does not know is left out, and nothing breaks', async () => {
    await offer({ id: 'not-there', version: '9.0.0' }, world.orgId, '2021-01-01', null)
    await stamp()
    expect(await idsOf()).toEqual([mim.id])
  })
})
