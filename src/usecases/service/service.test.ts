import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/member/role.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { createService } from '#usecases/service/create-service.ts'
import { endService } from '#usecases/service/end-service.ts'
import { makeService, replaceKey } from '#usecases/service/give-key.ts'
import { listServices } from '#usecases/service/list-services.ts'
import { recogniseService, serviceByKey } from '#usecases/service/recognise-service.ts'
import { rotateService } from '#usecases/service/rotate-service.ts'
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
  makeService(world.context, await world.member(['administrator']), input(change))
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
    await expect(makeService(world.context, member, input())).rejects.toThrow(Forbidden)
    await expect(endService(world.context, member, { id: serviceId })).rejects.toThrow(Forbidden)
    await expect(listServices(world.context, member, {})).rejects.toThrow(Forbidden)
    await expect(replaceKey(world.context, member, { id: serviceId })).rejects.toThrow(Forbidden)
  })
  test('of another organisation do not exist', async () => {
    const stranger = await world.member(['administrator'], world.otherOrgId)
    const { serviceId } = await make()
    await expect(endService(world.context, stranger, { id: serviceId })).rejects.toThrow(NotFound)
    await expect(replaceKey(world.context, stranger, { id: serviceId })).rejects.toThrow(NotFound)
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
  test('reach the command as a hash only', async () => {
    const administrator = await world.member(['administrator'])
    const { serviceId, key } = await make()
    for (const keyHash of [key, key.slice(-43), '']) {
      await expect(createService(world.context, administrator, { ...input(), keyHash })).rejects.toThrow(
        Invalid,
      )
      await expect(rotateService(world.context, administrator, { id: serviceId, keyHash })).rejects.toThrow(
        Invalid,
      )
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

describe('a new key beside the old one', () => {
  const shown = async (serviceId: string) =>
    (await listServices(world.context, await world.member(['administrator']), {})).find(
      ({ id }) => id === serviceId,
    )
  const rotate = async (id: string, oldUntil: string | null) =>
    replaceKey(world.context, await world.member(['administrator']), { id, oldUntil })

  test('opens at once; the old one until the chosen day, as the same system', async () => {
    const old = await make()
    const { key } = await rotate(old.serviceId, '2026-11-10')
    expect((await known(key))?.actor).toMatchObject({ serviceId: old.serviceId })
    world.turnTo('2026-11-10')
    expect((await known(old.key))?.actor).toMatchObject({ serviceId: old.serviceId })
    expect(await shown(old.serviceId)).toMatchObject({ isLive: true, oldKey: expect.anything() })
    world.turnTo('2026-11-11')
    expect(await known(old.key)).toBeNull()
    expect(await known(key)).not.toBeNull()
    expect(await shown(old.serviceId)).toMatchObject({ isLive: true, oldKey: null })
    world.turnTo('2026-11-03')
  })
  test('without a day stops the old one at once, also when two still open', async () => {
    const first = await make()
    const second = await rotate(first.serviceId, null)
    expect(await known(first.key)).toBeNull()
    const third = await rotate(first.serviceId, '2026-11-10')
    expect(await known(second.key)).not.toBeNull()
    const fourth = await rotate(first.serviceId, null)
    for (const { key } of [first, second, third]) expect(await known(key)).toBeNull()
    expect(await known(fourth.key)).not.toBeNull()
  })
  test('is refused while it is changing, after its end and for a day that has passed', async () => {
    const administrator = await world.member(['administrator'])
    const { serviceId } = await make()
    await expect(rotate(serviceId, '2026-11-02')).rejects.toMatchObject({
      fields: { oldUntil: 'day-in-the-past' },
    })
    await rotate(serviceId, '2026-11-10')
    await expect(rotate(serviceId, '2026-11-12')).rejects.toMatchObject({ code: 'service-changing-already' })
    world.turnTo('2026-11-11')
    const { key } = await rotate(serviceId, '2026-11-12')
    await endService(world.context, administrator, { id: serviceId })
    expect(await known(key)).toBeNull()
    await expect(rotate(serviceId, null)).rejects.toMatchObject({ code: 'service-ended-already' })
    world.turnTo('2026-11-03')
    const dated = await make({ until: '2026-11-04' })
    world.turnTo('2026-11-05')
    await expect(rotate(dated.serviceId, null)).rejects.toMatchObject({ code: 'service-past' })
    world.turnTo('2026-11-03')
  })
  test('opens no more than the old one did, nor longer', async () => {
    const { serviceId } = await make({ until: '2026-11-04' })
    const { key } = await rotate(serviceId, '2026-12-01')
    await expect(serviceByKey(world.context, `Bearer ${key}`, 'referral.read')).rejects.toThrow(Forbidden)
    world.turnTo('2026-11-05')
    expect(await known(key)).toBeNull()
    world.turnTo('2026-11-03')
  })
  test('is kept as a hash too', async () => {
    const { serviceId } = await make()
    const { key } = await rotate(serviceId, '2026-11-10')
    const secret = key.split('_').at(-1) ?? key
    const { rows } = await world.owner.query(
      `select t::text as row from service t union all select t::text from audit_event t`,
    )
    for (const { row } of rows) expect(row).not.toContain(secret)
  })
  test('says of each when it was last used, and writes that once an hour', async () => {
    const old = await make()
    await known(old.key)
    const { key } = await rotate(old.serviceId, '2026-11-10')
    expect(await shown(old.serviceId)).toMatchObject({
      lastUsedOn: null,
      oldKey: { lastUsedOn: Temporal.PlainDate.from('2026-11-03') },
    })
    const writtenAt = async (moment: string, column: string, one: string) => {
      world.turnTo(moment)
      await known(one)
      const { rows } = await world.owner.query(
        `select to_char(${column} at time zone 'Europe/Amsterdam', 'DD HH24:MI') as at from service where id = $1`,
        [old.serviceId],
      )
      return rows[0].at
    }
    expect(await writtenAt('2026-11-04T10:00', 'last_used_at', key)).toBe('04 10:00')
    expect(await writtenAt('2026-11-04T10:59', 'last_used_at', key)).toBe('04 10:00')
    expect(await writtenAt('2026-11-04T11:00', 'last_used_at', key)).toBe('04 11:00')
    expect(await writtenAt('2026-11-04T11:30', 'old_key_used_at', old.key)).toBe('04 11:30')
    expect(await writtenAt('2026-11-04T11:31', 'last_used_at', old.key)).toBe('04 11:00')
    world.turnTo('2026-11-03')
  })
})
