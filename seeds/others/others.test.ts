import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#usecases/context.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { buildEvtGroup } from './evt-group.ts'
import { buildMemosa } from './memosa.ts'
import { buildMimDenHaag } from './mim-denhaag.ts'
import { buildMimWeidestad } from './mim-weidestad.ts'
import { buildMvr } from './mvr.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test.each<[string, (context: Context) => Promise<{ orgId: string }>, object, object]>([
  ['lindeveen', buildMemosa, { active: 1, waiting: 1 }, { 'log-contact': 7 }],
  [
    'havenkade',
    buildMvr,
    { active: 2 },
    {
      'record-birth': 1,
      'quiet-trajectory': 1,
      'decide-referral': 1,
      'add-supporter': 7,
      'record-reliance': 3,
      'ask-arrangement': 2,
      'step-consultation': 1,
      'step-end-report': 2,
    },
  ],
  ['oosterbrink', buildEvtGroup, { active: 7, waiting: 1 }, { 'hold-session': 6, 'end-place': 1 }],
  ['duinhove', buildMimDenHaag, { active: 1, waiting: 4 }, { 'hold-session': 3, 'log-contact': 3 }],
  ['weidestad', buildMimWeidestad, { closed: 16 }, { 'take-measure': 28, 'close-trajectory': 16 }],
])('%s has its story, and its trail', async (slug, build, states, trail) => {
  const { orgId } = await build(world.context)
  const counted = async (text: string) =>
    Object.fromEntries(
      (await world.owner.query<{ key: string; count: number }>(text, [orgId])).rows.map(({ key, count }) => [
        key,
        count,
      ]),
    )
  expect(await counted('select slug as key, 1 as count from organisation where id = $1')).toEqual({
    [slug]: 1,
  })
  expect(
    await counted('select state as key, count(*)::int as count from trajectory where org_id = $1 group by 1'),
  ).toEqual(states)
  expect(
    await counted(
      'select event as key, count(*)::int as count from audit_event where org_id = $1 group by 1',
    ),
  ).toMatchObject(trail)
})
