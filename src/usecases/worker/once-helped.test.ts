import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWoman } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { NotFound } from '#usecases/failure.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { applyAsWorker } from '#usecases/worker/apply-as-worker.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'
import { readOwnFile } from '#usecases/worker/read-own-file.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

/** A woman who was helped here and now wants to stand beside another, with the same name, number and address. */
async function onceHelped() {
  const before = await castWoman(
    world,
    { given: 'Meryem', family: 'Aydın', phone: '+31610000777', email: 'meryem@example.nl' },
    { state: 'closed' },
  )
  await applyAsWorker(world.context, world.visitor('applicant'), {
    application: {
      name: { given: 'Meryem', family: 'Aydın' },
      phone: '+31610000777',
      email: 'meryem@example.nl',
      languages: ['tr'],
      words: null,
      language: 'nl',
      agreed: true,
    },
  })
  const found = (await listWorkers(world.context, coordinator, {})).find(
    ({ name }) => name === 'Meryem Aydın',
  )
  return { before, workerId: found?.workerId ?? '' }
}

describe('between what she told as a mother and her file as a worker', () => {
  test('stands a wall: her page as a worker leads nowhere to the old file', async () => {
    const { before, workerId } = await onceHelped()
    const view = JSON.stringify(await readWorker(world.context, coordinator, { id: workerId }))
    for (const id of Object.values(before)) expect(view).not.toContain(id)
    expect(view).toContain('"matches":[]')
    const { rows } = await world.owner.query<{ person_id: string }>(
      'select person_id from worker where id = $1',
      [workerId],
    )
    expect(rows[0]?.person_id).not.toBe(before.personId)
  })
  test('nothing in the tables of workers names the old file', async () => {
    const { before, workerId } = await onceHelped()
    for (const table of ['worker', 'worker_step', 'worker_application', 'worker_gate', 'member']) {
      const { rows } = await world.owner.query(`select to_jsonb(t)::text as line from ${table} t`)
      for (const { line } of rows)
        for (const id of Object.values(before)) expect(line, table).not.toContain(id)
    }
    expect(workerId).not.toBe('')
  })
  test('she herself, signed in as a worker, has no way back into it either', async () => {
    const { before, workerId } = await onceHelped()
    const own = await world.memberForWorker(workerId)
    await expect(readTrajectory(world.context, own, { id: before.trajectoryId })).rejects.toThrow(NotFound)
    const view = JSON.stringify(await readOwnFile(world.context, own, {}))
    for (const id of Object.values(before)) expect(view).not.toContain(id)
  })
  test('whoever watches over workers and not over women reaches only the new file', async () => {
    const { before, workerId } = await onceHelped()
    const manager = await world.member(['programme_manager'])
    expect((await readWorker(world.context, manager, { id: workerId })).person.name.given).toBe('Meryem')
    await expect(readTrajectory(world.context, manager, { id: before.trajectoryId })).rejects.toThrow()
  })
})
