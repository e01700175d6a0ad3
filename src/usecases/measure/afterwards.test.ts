import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Afterwards } from '#domain/measure/after-end.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const closedOn = '2026-11-03'
const halfAYearLater = '2027-05-03'
/** A woman of Memosa whose trajectory was closed, with what she said to being asked again. */
async function ended(afterwards?: Afterwards): Promise<string> {
  world.turnTo(closedOn)
  const { trajectoryId } = await castWoman(
    world,
    { given: 'Elif' },
    { programmeId: memosa.id, state: 'active' },
  )
  await world.owner.query(`update trajectory set started_on = '2026-07-01' where id = $1`, [trajectoryId])
  for (const [moment, id] of [
    ['T2', 'k10-nl'],
    ['T3', 'k10-nl'],
    ['T3', 'hark-nl'],
  ])
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
       values ($1, $2, $3, $4, $5, '1', 'due', '2027-08-01')`,
      [world.orgId, world.context.newId(), trajectoryId, moment, id],
    )
  const { rows } = await world.owner.query('select version from trajectory where id = $1', [trajectoryId])
  await closeTrajectory(world.context, coordinator, {
    trajectoryId,
    version: rows[0].version,
    reason: 'moved',
    evaluation: { kind: 'declined', code: 'rather_not' },
    ...(afterwards ? { afterwards } : {}),
  })
  return trajectoryId
}
const rowsOf = async (id: string) =>
  (
    await world.owner.query(
      `select moment, instrument_id, state, due_on::text, declined_code from measure where trajectory_id = $1
       order by moment, instrument_id`,
      [id],
    )
  ).rows
type Input = Parameters<typeof takeMeasure>[2]
const take = (trajectoryId: string, more: Partial<Input> = {}, actor = coordinator) =>
  takeMeasure(world.context, actor, {
    trajectoryId,
    moment: 'T3',
    takenOn: halfAYearLater,
    mode: 'by_phone',
    answers: { 'k10-nl.k1': '2' },
    agreed: true,
    ...more,
  })
const linesOf = async (id: string, actor = coordinator) =>
  (await readWorklist(world.context, actor, {})).lines.filter(
    (line) => line.id === id && line.source.from === 'afterwards',
  )

describe('after the end', () => {
  test('nobody is asked who was not asked or would rather not', async () => {
    for (const answer of [undefined, 'not_asked', 'rather_not'] as const) {
      const id = await ended(answer)
      expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['declined', 'declined', 'declined'])
      expect((await rowsOf(id)).at(-1).declined_code).toBe('rather_not')
      world.turnTo(halfAYearLater)
      expect(await linesOf(id)).toEqual([])
      await expect(take(id)).rejects.toMatchObject({ code: 'measure-not-afterwards' })
    }
  })
  test('what is meant for later is planned from the day it ended, and the rest falls away', async () => {
    const id = await ended('agreed')
    expect(await rowsOf(id)).toEqual([
      {
        moment: 'T2',
        instrument_id: 'k10-nl',
        state: 'declined',
        due_on: '2027-08-01',
        declined_code: 'rather_not',
      },
      { moment: 'T3', instrument_id: 'hark-nl', state: 'due', due_on: halfAYearLater, declined_code: null },
      { moment: 'T3', instrument_id: 'k10-nl', state: 'due', due_on: halfAYearLater, declined_code: null },
    ])
  })
  test('is on the list when its day has come, of who may see her, and off it when it is done', async () => {
    const id = await ended('agreed')
    world.turnTo('2027-05-02')
    expect(await linesOf(id)).toEqual([])
    world.turnTo(halfAYearLater)
    expect(await linesOf(id)).toMatchObject([
      { pressure: 'due', by: Temporal.PlainDate.from(halfAYearLater) },
    ])
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    expect(await linesOf(id, elsewhere)).toEqual([])
    await expect(take(id, {}, elsewhere)).rejects.toThrow(NotFound)
    await expect(take(id, {}, await world.member(['worker']))).rejects.toThrow(Forbidden)
    await take(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['declined', 'due', 'taken'])
    await declineMeasure(world.context, coordinator, { trajectoryId: id, moment: 'T3', reason: 'rather_not' })
    expect(await linesOf(id)).toEqual([])
  })
  test('is not asked long before its day, nor dated before the end, nor of another moment', async () => {
    const id = await ended('agreed')
    world.turnTo('2027-04-04')
    await expect(take(id, { takenOn: '2027-04-04' })).rejects.toMatchObject({ code: 'measure-not-yet' })
    world.turnTo('2027-04-05')
    await expect(take(id, { takenOn: '2026-11-02' })).rejects.toMatchObject({
      fields: { takenOn: 'day-before-closing' },
    })
    await expect(take(id, { moment: 'T2' })).rejects.toMatchObject({ code: 'measure-after-closing' })
    const { closed, moments } = await listMeasures(world.context, coordinator, { trajectoryId: id })
    expect(closed).toBe(true)
    expect(moments.map(({ moment, notNow }) => [moment, notNow])).toEqual([
      ['T2', 'measure-after-closing'],
      ['T3', null],
    ])
    await take(id, { takenOn: '2027-04-05' })
  })
  test('what she says of danger then reaches somebody as it does before', async () => {
    const id = await ended('agreed')
    world.turnTo(halfAYearLater)
    const lead = await world.member(['safeguarding_lead'])
    await putOnCall(world.context, await world.member(['programme_manager']), {
      memberId: lead.memberId,
      rank: 1,
      from: halfAYearLater,
      until: '2027-05-10',
    })
    const { concernId } = await take(id, { answers: { 'hark-nl.a': '1' }, mode: 'together', alone: true })
    const page = await readConcern(world.context, lead, { id: concernId ?? '' })
    expect(page.alarms.map(({ kind }) => kind)).toEqual(['partner_violence'])
    for (const actor of [coordinator, lead]) {
      const { lines } = await readWorklist(world.context, actor, {})
      expect(lines.some((line) => line.id === concernId)).toBe(true)
    }
  })
  test('stops when she takes back that her answers are kept', async () => {
    const id = await ended('agreed')
    const answer = { trajectoryId: id, code: 'C-7', how: 'spoken' } as const
    await changeConsent(world.context, coordinator, { ...answer, state: 'given' })
    await changeConsent(world.context, coordinator, { ...answer, state: 'withdrawn' })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['declined', 'declined', 'declined'])
    world.turnTo(halfAYearLater)
    expect(await linesOf(id)).toEqual([])
  })
})

test('what is meant for after the end is not asked before it', async () => {
  world.turnTo(closedOn)
  const { trajectoryId } = await castWoman(
    world,
    { given: 'Nog' },
    { programmeId: memosa.id, state: 'active' },
  )
  await world.owner.query(
    `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state)
     values ($1, $2, $3, 'T3', 'k10-nl', '1', 'due')`,
    [world.orgId, world.context.newId(), trajectoryId],
  )
  await expect(take(trajectoryId, { takenOn: closedOn })).rejects.toMatchObject({
    code: 'measure-before-end',
  })
})
