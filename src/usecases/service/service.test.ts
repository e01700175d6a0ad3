import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/member/role.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { createService } from '#usecases/service/create-service.ts'
import { endService } from '#usecases/service/end-service.ts'
import { listServices } from '#usecases/service/list-services.ts'
import { recogniseService, serviceByKey } from '#usecases/service/recognise-service.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let made = 0
const input = (change: object = {}) => ({
  name: `Praktijksysteem ${++made}`,
  scopes: ['referral.create' as const],
  ...change,
})
const make = async (change: object = {}) =>
  createService(world.context, await world.member(['administrator']), input(change))
const known = (key: string) => serviceByKey(world.context, `Bearer ${key}`, 'referral.create')

describe('keys of other systems', () => {
  test.each([
    ['coordinator'],
    ['worker'],
    ['programme_manager'],
    ['referrer'],
    ['privacy_officer'],
  ] as Role[][])('are no business of a %s', async (role) => {
    const member = await world.member([role])
    const { serviceId } = await make()
    await expect(createService(world.context, member, input())).rejects.toThrow(Forbidden)
    await expect(endService(world.context, member, { id: serviceId })).rejects.toThrow(Forbidden)
    await expect(listServices(world.context, member, {})).rejects.toThrow(Forbidden)
  })
  test('of another organisation do not exist', async () => {
    const stranger = await world.member(['administrator'], world.otherOrgId)
    const { serviceId } = await make()
    await expect(endService(world.context, stranger, { id: serviceId })).rejects.toThrow(NotFound)
    expect(await listServices(world.context, stranger, {})).toEqual([])
  })
  test('are recognised by Naast itself only', async () => {
    const asked = { keyHash: '0'.repeat(64), scope: 'referral.create' as const }
    await expect(
      recogniseService(world.context, await world.member(['administrator']), asked),
    ).rejects.toThrow(Forbidden)
  })
  test('are kept as a hash; the key itself stands nowhere', async () => {
    const { key } = await make()
    const secret = key.split('_').at(-1) ?? key
    for (const table of ['service', 'idempotency', 'audit_event']) {
      const { rows } = await world.owner.query(`select t::text as row from ${table} t`)
      for (const { row } of rows) expect(row).not.toContain(secret)
    }
  })
  test('need a name of their own and a day to come', async () => {
    await make({ name: 'Zelfde' })
    await expect(make({ name: 'Zelfde' })).rejects.toMatchObject({ code: 'service-name-taken' })
    await expect(make({ until: '2026-11-02' })).rejects.toMatchObject({
      fields: { until: 'day-in-the-past' },
    })
    await expect(make({ scopes: [] })).rejects.toThrow(Invalid)
    await expect(make({ scopes: ['everything'] })).rejects.toThrow(Invalid)
  })
  test('say when they were last used', async () => {
    const { key, serviceId } = await make()
    const used = async () =>
      (await listServices(world.context, await world.member(['administrator']), {})).find(
        ({ id }) => id === serviceId,
      )
    expect(await used()).toMatchObject({ lastUsedOn: null, isLive: true })
    expect((await known(key))?.actor).toMatchObject({ serviceId, orgId: world.orgId })
    expect((await used())?.lastUsedOn?.toString()).toBe('2026-11-03')
  })
  test('open nothing once they are ended, or after their last day', async () => {
    const administrator = await world.member(['administrator'])
    const [ended, dated] = [await make(), await make({ until: '2026-11-04' })]
    const service = await known(ended.key)
    expect(service).not.toBeNull()
    await endService(world.context, administrator, { id: ended.serviceId })
    expect(await known(ended.key)).toBeNull()
    await expect(endService(world.context, administrator, { id: ended.serviceId })).rejects.toMatchObject({
      code: 'service-ended-already',
    })
    // Recognised a moment ago is not enough: the door reads it again.
    if (service)
      await expect(
        submitReferral(world.context, service.actor, {
          channel: 'fhir',
          submission: { mother: { name: { given: 'Amina' } }, agreed: true },
        }),
      ).rejects.toThrow(Forbidden)
    expect(await known(dated.key)).not.toBeNull()
    world.turnTo('2026-11-05')
    expect(await known(dated.key)).toBeNull()
    world.turnTo('2026-11-03')
  })
})
