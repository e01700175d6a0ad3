import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting, versionNow } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { noteMaterial } from '#usecases/material/note-material.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const note = (actor: MemberActor, trajectoryId: string, more: object = {}) =>
  noteMaterial(world.context, actor, {
    trajectoryId,
    materialId: 'pregnancy_diary',
    step: 'given',
    onDay: '2026-11-03',
    ...more,
  })
const materials = async (trajectoryId: string) =>
  (await readCourse(world.context, coordinator, { trajectoryId })).materials

test('only who sees her notes what she got or began', async () => {
  const { trajectoryId: id } = await expecting(world)
  const elsewhere = await world.member(['coordinator'], world.otherOrgId)
  await expect(note(elsewhere, id)).rejects.toThrow(NotFound)
  await expect(note((await expecting(world)).worker, id)).rejects.toThrow(NotFound)
  await expect(note(await world.member(['safeguarding_lead']), id)).rejects.toThrow(Forbidden)
})

describe('a diary', () => {
  test('is given and begun, and follows the due date and the birth', async () => {
    const { trajectoryId: id, worker } = await expecting(world, { dueOn: '2026-11-20' })
    expect(await materials(id)).toMatchObject([{ id: 'pregnancy_diary', givenOn: null, begunOn: null }])
    await note(worker, id)
    world.turnTo('2026-11-10')
    await note(worker, id, { step: 'begun', onDay: '2026-11-09' })
    await note(coordinator, id, { step: 'begun', onDay: '2026-11-08' })
    const [diary] = await materials(id)
    expect([diary?.givenOn?.toString(), diary?.begunOn?.toString()]).toEqual(['2026-11-03', '2026-11-08'])
    await recordBirth(world.context, coordinator, {
      trajectoryId: id,
      version: await versionNow(world, id),
      children: [{ bornOn: '2026-11-10' }],
    })
    expect(await materials(id)).toMatchObject([{ id: 'baby_diary', begunOn: null }])
  })
  test('has days that can be, and is one of the programme’s', async () => {
    const { trajectoryId: id } = await expecting(world)
    await expect(note(coordinator, id, { onDay: '2026-11-04' })).rejects.toMatchObject({
      fields: { onDay: 'day-to-come' },
    })
    await expect(note(coordinator, id, { onDay: '2026-11-01' })).rejects.toMatchObject({
      fields: { onDay: 'day-before-start' },
    })
    await expect(note(coordinator, id, { materialId: 'cookbook' })).rejects.toThrow(NotFound)
  })
  test('is not spoken of after a loss', async () => {
    const { trajectoryId: id } = await expecting(world)
    await quietTrajectory(world.context, coordinator, { trajectoryId: id, loss: 'not_said' })
    await expect(note(coordinator, id)).rejects.toMatchObject({ code: 'not-from-this-state' })
    expect(await materials(id)).toEqual([])
  })
})
