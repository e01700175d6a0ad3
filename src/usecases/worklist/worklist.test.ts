import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { introduced } from '../../../testing/beside.ts'
import { referredWoman } from '../../../testing/referred-woman.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const from = async (source: string, actor = coordinator) =>
  (await readWorklist(world.context, actor, {})).lines.filter((line) => line.source.from === source)

describe('the worklist', () => {
  test('names whose gate closed while she stands beside a woman, and by what', async () => {
    const { workerId } = await introduced(world, coordinator)
    expect(await from('worker')).toEqual([])
    await world.owner.query(
      `update worker_gate set seen_on = '2020-01-01' where worker_id = $1 and kind = 'vog'`,
      [workerId],
    )
    expect(await from('worker')).toMatchObject([
      { id: workerId, source: { gates: [{ nl: 'VOG gezien' }] }, pressure: 'due' },
    ])
    await world.owner.query(`update match set state = 'ended' where worker_id = $1`, [workerId])
    expect(await from('worker')).toEqual([])
  })
  test('says that there is more than it shows, and hides nothing silently', async () => {
    await referredWoman(world, coordinator)
    expect((await readWorklist(world.context, coordinator, {})).more).toEqual([])
    const tasks = await world.owner.query(
      `insert into task (org_id, id, kind, reason_code, due_on, created_at)
       select $1, gen_random_uuid(), 'message', 'message-expired', '2026-11-03', now() from generate_series(1, 101)`,
      [world.orgId],
    )
    expect(tasks.rowCount).toBe(101)
    expect(await readWorklist(world.context, coordinator, {})).toMatchObject({ more: ['task'] })
    expect(await from('task')).toHaveLength(100)
  })
  test('says once that she was not visited, with the signal by which it is answered', async () => {
    const { trajectoryId } = await runningTrajectory(world, { startedOn: '2026-09-01' })
    const [line] = await from('unvisited')
    const { rows } = await world.owner.query(
      `select id from signal where trajectory_id = $1 and rule_id = 'MI-F1' and ended_at is null`,
      [trajectoryId],
    )
    expect(rows).toHaveLength(1)
    expect(line).toMatchObject({ id: trajectoryId, source: { days: 63, signalId: rows[0].id } })
    expect((await from('signal')).map(({ id }) => id)).not.toContain(rows[0].id)
    await world.owner.query(`update signal set quiet_until = '2026-11-10' where id = $1`, [rows[0].id])
    expect(await from('unvisited')).toEqual([])
    expect((await from('signal')).map(({ id }) => id)).not.toContain(rows[0].id)
    world.turnTo('2026-11-10')
    expect(await from('unvisited')).toMatchObject([{ id: trajectoryId }])
    world.turnTo('2026-11-03')
  })
  test('shows a manager what is hers to answer, and not about whom', async () => {
    await world.owner.query(`update signal set owner = 'manager' where ended_at is null`)
    const manager = await world.member(['programme_manager'])
    const { lines: all } = await readWorklist(world.context, manager, {})
    // How much has no coordinator is a number; these women were made without one.
    const lines = all.filter(({ source }) => source.from !== 'orphans')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatchObject({ name: null, source: { from: 'signal' } })
  })
  test('shows a safeguarding lead the tasks and nothing of the desk', async () => {
    const lead = await world.member(['safeguarding_lead'])
    const { lines, more } = await readWorklist(world.context, lead, {})
    expect(new Set(lines.map(({ source }) => source.from))).toEqual(new Set(['task']))
    expect(more).toEqual(['task'])
  })
})
