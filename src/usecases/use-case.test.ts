import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { command, question } from '#usecases/use-case.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const person = '01930000-0000-7000-8000-000000000001'
let runs = 0
const touch = command({
  name: 'touch',
  action: 'update',
  may: (actor) => actor.kind === 'member' && actor.roles.includes('coordinator'),
  input: z.strictObject({ text: z.string().min(1) }),
  async run({ about, newId }, input) {
    about({ person })
    if (input.text === 'gone') throw new NotFound()
    runs += 1
    return { id: newId() }
  },
})
const look = question({
  name: 'look',
  may: () => true,
  input: z.strictObject({}),
  async run({ about }) {
    about({ person })
    return 'seen'
  },
})
const trail = async () =>
  (
    await world.owner.query(
      'select event, outcome, actor_id, person_ids from audit_event order by id desc limit 1',
    )
  ).rows[0]

describe('the use-case wrapper', () => {
  test('refuses somebody without the role, and keeps that she tried', async () => {
    const worker = await world.member(['worker'])
    await expect(touch(world.context, worker, { text: 'x' })).rejects.toThrow(Forbidden)
    expect(await trail()).toMatchObject({ event: 'touch', outcome: 'denied', actor_id: worker.memberId })
  })
  test('refuses a member of another organisation, whatever roles she claims', async () => {
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(touch(world.context, { ...stranger, orgId: world.orgId }, { text: 'x' })).rejects.toThrow(
      Forbidden,
    )
  })
  test('keeps the trail of a write in the same transaction', async () => {
    const coordinator = await world.member(['coordinator'])
    await touch(world.context, coordinator, { text: 'x' })
    expect(await trail()).toMatchObject({ event: 'touch', outcome: 'success', person_ids: [person] })
  })
  test('keeps the trail of a read of personal data', async () => {
    await look(world.context, await world.member(['worker']), {})
    expect(await trail()).toMatchObject({ event: 'look', outcome: 'success', person_ids: [person] })
  })
  test('keeps a denied attempt on a file that is not hers to see', async () => {
    const coordinator = await world.member(['coordinator'])
    await expect(touch(world.context, coordinator, { text: 'gone' })).rejects.toThrow(NotFound)
    expect(await trail()).toMatchObject({ outcome: 'denied', person_ids: [person] })
  })
  test('names the field that is wrong', async () => {
    const coordinator = await world.member(['coordinator'])
    const wrong = { text: '', extra: 1 }
    const failure = touch(world.context, coordinator, wrong)
    await expect(failure).rejects.toThrow(Invalid)
    await expect(failure).rejects.toMatchObject({ fields: { text: 'required', extra: 'unknown-field' } })
  })
  test('does anew what the database ended because two waited for each other, and nobody notices', async () => {
    const coordinator = await world.member(['coordinator'])
    await world.owner.query('create table pawn (id int primary key, moves int not null default 0)')
    await world.owner.query('insert into pawn values (1), (2)')
    await world.owner.query('grant select, update on pawn to naast_work')
    const meet = Promise.withResolvers<void>()
    let arrived = 0
    const cross = command({
      name: 'cross',
      action: 'update',
      may: () => true,
      input: z.strictObject({ order: z.array(z.number()) }),
      async run({ tx }, { order: [first, second] }) {
        const move = (id: number | undefined) =>
          sql`update pawn set moves = moves + 1 where id = ${id}`.execute(tx)
        await move(first)
        arrived += 1
        if (arrived === 2) meet.resolve()
        await meet.promise
        await move(second)
        return 'crossed'
      },
    })
    const both = await Promise.all(
      [
        [1, 2],
        [2, 1],
      ].map((order) => cross(world.context, coordinator, { order })),
    )
    expect(both).toEqual(['crossed', 'crossed'])
    expect(arrived).toBe(3)
    expect((await world.owner.query('select moves from pawn')).rows).toEqual([{ moves: 2 }, { moves: 2 }])
    const { rows } = await world.owner.query(`select outcome from audit_event where event = 'cross'`)
    expect(rows).toEqual([{ outcome: 'success' }, { outcome: 'success' }])
  })
  test('does the same submission once, also when both arrive together', async () => {
    const coordinator = await world.member(['coordinator'])
    const before = runs
    const key = world.context.newId()
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => touch(world.context, coordinator, { text: 'once' }, { key })),
    )
    expect(new Set(all.map((result) => result.id)).size).toBe(1)
    expect(runs - before).toBe(1)
    await expect(touch(world.context, coordinator, { text: 'other' }, { key })).rejects.toMatchObject({
      code: 'submission-key-reused',
    })
  })
})
