import { afterAll, beforeAll, expect, test } from 'vitest'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden } from '#usecases/failure.ts'
import { countGroupEvaluations } from '#usecases/group/count-group-evaluations.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([mim, evtGroup])
})
afterAll(() => world.close())

/** So many women answered, each the same. */
async function answers(count: number, scores: Readonly<Record<string, number>>): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const { trajectoryId } = await castWoman(
      world,
      { given: `Vrouw${at}` },
      { programmeId: evtGroup.id, state: 'active' },
    )
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, taken_on, scores)
       values ($1, $2, $3, 'T2', 'group_evaluation', '1', 'taken', '2026-11-03', $4)`,
      [world.orgId, world.context.newId(), trajectoryId, JSON.stringify(scores)],
    )
  }
}

test('what women said of the group is counted for who answers for it, and too little is not told', async () => {
  for (const role of ['worker', 'referrer', 'privacy_officer'] as const)
    await expect(countGroupEvaluations(world.context, await world.member([role]), {})).rejects.toThrow(
      Forbidden,
    )
  const coordinator = await world.member(['coordinator'])
  const counted = async (actor = coordinator) => {
    const [first] = await countGroupEvaluations(world.context, actor, {})
    return first?.items.map(({ id, answered, bands }) => ({ id, answered, bands }))
  }
  await answers(9, { safe_in_group: 9, own_control: 5 })
  expect(await counted()).toEqual([
    { id: 'safe_in_group', answered: null, bands: null },
    { id: 'own_control', answered: null, bands: null },
  ])
  await answers(12, { safe_in_group: 2 })
  expect(await counted()).toEqual([
    // Nine are too few to tell, and twelve of twenty-one would tell them.
    { id: 'safe_in_group', answered: 21, bands: [null, 0, null] },
    { id: 'own_control', answered: null, bands: null },
  ])
  // Words, and what is asked of herself, are counted nowhere.
  expect(JSON.stringify(await countGroupEvaluations(world.context, coordinator, {}))).not.toMatch(
    /safety_mark|kept|better/,
  )
  const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
  expect((await counted(elsewhere))?.every(({ answered }) => answered === 0)).toBe(true)
})
