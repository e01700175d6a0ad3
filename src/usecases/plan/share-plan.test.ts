import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { notAsInR4, strayReferences } from '#testing/fhir-r4.ts'
import { planned } from '#testing/reported.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { listPlanParts } from '#usecases/plan/list-plan-parts.ts'
import { previewPlan } from '#usecases/plan/preview-plan.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { sharePlan } from '#usecases/plan/share-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'
import { downloadSharedFile } from '#usecases/sharing/download-shared-file.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

type Consent = Parameters<typeof changeConsent>[2]
const say = (trajectoryId: string, more: Partial<Consent> = {}) =>
  changeConsent(world.context, coordinator, {
    trajectoryId,
    code: 'C-6',
    party: 'neighbourhood_team',
    state: 'given',
    how: 'spoken',
    items: ['goals'],
    ...more,
  })
type Asked = Parameters<typeof previewPlan>[2]
const asked = (trajectoryId: string, more: Partial<Asked> = {}): Asked => ({
  ...{ trajectoryId, recipient: 'neighbourhood_team', parts: ['goals'], goalIds: [], language: 'nl' },
  ...more,
})
const look = (one: Asked, actor = coordinator) => previewPlan(world.context, actor, one)
async function share(one: Asked, actor = coordinator, way: 'letter' | 'file' = 'file') {
  const { traces, seen } = await look(one, actor)
  const ticks = Object.fromEntries(traces.map(({ key }) => [key, 'they_know_it' as const]))
  return sharePlan(world.context, actor, { ...one, way, seen, looked: { ticks, readWhole: true } })
}
const parts = (one: Asked, actor = coordinator) =>
  listPlanParts(world.context, actor, { trajectoryId: one.trajectoryId })
const refused = (code: string) => ({ name: 'Refused', code })

describe('a plan that runs is not passed on', () => {
  test('by who only works with it, by who has nothing to do with her, or from elsewhere', async () => {
    const { trajectoryId, worker } = await planned(world, coordinator)
    await say(trajectoryId)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const call of [parts, look, share]) {
      await expect(call(asked(trajectoryId), elsewhere)).rejects.toThrow(NotFound)
      await expect(call(asked(trajectoryId), worker)).rejects.toThrow(Forbidden)
      for (const role of ['administrator', 'programme_manager', 'privacy_officer', 'referrer'] as const)
        await expect(call(asked(trajectoryId), await world.member([role]))).rejects.toThrow(Forbidden)
    }
  })
  test('without her yes to these parts, for this party, today', async () => {
    const { trajectoryId } = await planned(world, coordinator)
    const none = refused('sharing-without-consent')
    await expect(look(asked(trajectoryId))).rejects.toMatchObject(none)
    await say(trajectoryId, { untilDay: '2026-11-05' })
    await expect(look(asked(trajectoryId, { parts: ['goals', 'plan'] }))).rejects.toMatchObject(
      refused('sharing-more-than-agreed'),
    )
    await expect(look(asked(trajectoryId, { recipient: 'gp' }))).rejects.toMatchObject(none)
    world.turnTo('2026-11-06')
    await expect(share(asked(trajectoryId))).rejects.toMatchObject(none)
    world.turnTo('2026-11-03')
    expect((await listSharings(world.context, coordinator, { trajectoryId })).sharings).toEqual([])
  })
  test('while it is opened for other goals, waits for approval, or its trajectory is closed', async () => {
    const { trajectoryId, worker } = await planned(world, coordinator)
    await say(trajectoryId)
    const step = async (actor: MemberActor, named: 'change' | 'submit' | 'approve') => {
      const { plan } = await readPlan(world.context, actor, { trajectoryId })
      await stepPlanOn(world.context, actor, { trajectoryId, version: plan?.version ?? 0, step: named })
    }
    const notNow = refused('plan-not-agreed')
    await step(worker, 'change')
    for (const call of [parts, look, share])
      await expect(call(asked(trajectoryId))).rejects.toMatchObject(notNow)
    await step(worker, 'submit')
    await expect(look(asked(trajectoryId))).rejects.toMatchObject(notNow)
    await step(coordinator, 'approve')
    await look(asked(trajectoryId))
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [trajectoryId])
    await expect(look(asked(trajectoryId))).rejects.toMatchObject(notNow)
  })
})

describe('a plan that runs, passed on', () => {
  test('is a file with what is wanted and who does what, and says that it runs', async () => {
    const { trajectoryId, letters, home } = await planned(world, coordinator)
    const all = ['goals', 'plan', 'her_words', 'adversities', 'around'] as const
    await say(trajectoryId, { items: [...all] })
    const { sharingId } = await share(asked(trajectoryId, { parts: [...all], goalIds: [letters, home] }))
    const { text } = await downloadSharedFile(world.context, coordinator, { id: sharingId })
    const bundle = JSON.parse(text)
    expect(notAsInR4(bundle)).toEqual([])
    expect(strayReferences(bundle.entry)).toEqual([])
    expect(bundle.entry[0].resource).toMatchObject({
      resourceType: 'CarePlan',
      status: 'active',
      title: 'Haar plan',
    })
    const of = (type: string) =>
      bundle.entry.flatMap(({ resource }: { resource: { resourceType: string } }) =>
        resource.resourceType === type ? [resource] : [],
      )
    expect(of('Goal')).toMatchObject([
      { lifecycleStatus: 'completed', description: { text: 'geen aanmaningen meer' } },
      { lifecycleStatus: 'active', description: { text: 'een eigen plek' } },
    ])
    expect(of('Task')).toMatchObject([
      {
        status: 'ready',
        performerType: [{ text: 'de coach' }],
        restriction: { period: { end: '2026-12-17' } },
      },
      { status: 'ready' },
    ])
    expect(text).not.toContain('Relaties en veiligheid')
  })
  test('holds of it only what she said yes to', async () => {
    const { trajectoryId, letters } = await planned(world, coordinator)
    await say(trajectoryId)
    const { sharingId } = await share(asked(trajectoryId, { goalIds: [letters] }))
    const { text } = await downloadSharedFile(world.context, coordinator, { id: sharingId })
    expect(text).toContain('Geld en schulden')
    expect(text).not.toMatch(/geen aanmaningen|een eigen plek|Samen bellen|Genoeg:|Wonen|Task|Observation/)
  })
  test('stands in the ledger, and who got it hears when she takes it back', async () => {
    const { trajectoryId } = await planned(world, coordinator)
    await say(trajectoryId)
    const { sharingId } = await share(asked(trajectoryId))
    await share(asked(trajectoryId), coordinator, 'letter')
    await say(trajectoryId, { state: 'withdrawn' })
    const { sharings, notices } = await listSharings(world.context, coordinator, { trajectoryId })
    expect(sharings.map(({ way, items }) => [way, ...items])).toEqual([
      ['letter', 'goals'],
      ['file', 'goals'],
    ])
    expect(notices).toMatchObject([{ recipient: 'neighbourhood_team', state: 'open' }])
    await expect(downloadSharedFile(world.context, coordinator, { id: sharingId })).rejects.toMatchObject(
      refused('sharing-taken-back'),
    )
  })
})
