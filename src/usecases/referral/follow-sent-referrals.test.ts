import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServiceActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { type ServiceScope, serviceScopes } from '#domain/service/service-scope.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { followSentReferrals } from '#usecases/referral/follow-sent-referrals.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let made = 0
async function system(
  orgId = world.orgId,
  scopes: readonly ServiceScope[] = serviceScopes,
): Promise<ServiceActor> {
  const administrator = await world.member(['administrator'], orgId)
  const { serviceId } = await makeService(world.context, administrator, {
    name: `Systeem ${++made}`,
    scopes: [...scopes],
  })
  return { kind: 'service', orgId, serviceId, scopes: [...scopes] }
}
const send = async (actor: ServiceActor) =>
  (
    await submitReferral(world.context, actor, {
      channel: 'fhir',
      submission: { mother: { name: { given: 'Amina' } }, agreed: true },
    })
  ).referralId

describe('what became of all that a system sent', () => {
  test('is no business of a member, nor of a system that may only send', async () => {
    for (const role of roles)
      await expect(followSentReferrals(world.context, await world.member([role]), {})).rejects.toThrow(
        Forbidden,
      )
    const writer = await system(world.orgId, ['referral.create'])
    // Says that it may more: what it may is read anew.
    const pretender = { ...writer, scopes: [...serviceScopes] }
    for (const one of [writer, pretender])
      await expect(followSentReferrals(world.context, one, {})).rejects.toThrow(Forbidden)
  })
  test('is of that system alone, here and elsewhere', async () => {
    const [mine, colleague, elsewhere] = [await system(), await system(), await system(world.otherOrgId)]
    const id = await send(mine)
    expect((await followSentReferrals(world.context, mine, {})).referrals).toMatchObject([
      { id, status: 'received', receivedOn: '2026-11-03' },
    ])
    for (const other of [colleague, elsewhere])
      expect(await followSentReferrals(world.context, other, { after: id })).toEqual({
        referrals: [],
        next: null,
      })
  })
  test('asks for a page that can be', async () => {
    const mine = await system()
    for (const wrong of [
      { limit: 0 },
      { limit: 201 },
      { limit: 1.5 },
      { since: '2026-02-30' },
      { after: 'x' },
    ])
      await expect(followSentReferrals(world.context, mine, wrong)).rejects.toThrow(Invalid)
  })
  test('names in the access log everybody it told of', async () => {
    const mine = await system()
    await send(mine)
    await send(mine)
    await followSentReferrals(world.context, mine, {})
    const { rows } = await world.owner.query(
      `select cardinality(person_ids) as people from audit_event
       where event = 'follow-sent-referrals' order by id desc limit 1`,
    )
    expect(rows).toEqual([{ people: 2 }])
  })
})
