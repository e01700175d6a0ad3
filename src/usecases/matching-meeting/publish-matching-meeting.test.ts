import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { versionOf } from '#testing/one-of-each.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { listMyProposals } from '#usecases/match/list-my-proposals.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'
import { changeMatchingMeeting } from '#usecases/matching-meeting/change-matching-meeting.ts'
import { countChoicesOtherwise } from '#usecases/matching-meeting/count-choices-otherwise.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'
import { publishMatchingMeeting } from '#usecases/matching-meeting/publish-matching-meeting.ts'
import { readMatchingMeeting } from '#usecases/matching-meeting/read-matching-meeting.ts'
import { replanMatchingMeeting } from '#usecases/matching-meeting/replan-matching-meeting.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { changeOwnFile } from '#usecases/worker/change-own-file.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

let world: World
let coordinator: MemberActor
beforeEach(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterEach(() => world.close())

const refused = (code: string) => ({ code })
const near = { languages: ['nl'], address: { postcode: '3011 AB' } }
const her = (given: string, more: object = {}) =>
  castWoman(world, { given, languages: ['nl'], ...more }).then((one) => one.trajectoryId)
const him = (given: string, how: object = {}) => castWorker(world, { given }, how)
const open = async () => (await openMatchingMeeting(world.context, coordinator, {})).meetingId
const read = async (id: string): Promise<OpenMeeting> => {
  const view = await readMatchingMeeting(world.context, coordinator, { id })
  if (view.state !== 'open') throw new Error('not open')
  return view
}
const pairsIn = ({ women }: OpenMeeting) =>
  women.flatMap(({ trajectoryId, proposed }) =>
    proposed ? [{ trajectoryId, workerId: proposed.worker.workerId }] : [],
  )
const publish = (
  id: string,
  version: number,
  pairs: readonly { trajectoryId: string; workerId: string }[],
  actor = coordinator,
) => publishMatchingMeeting(world.context, actor, { id, version, pairs: [...pairs] })
const matches = async () =>
  (
    await world.owner.query<{ trajectory_id: string; worker_id: string; meeting_id: string | null }>(
      `select trajectory_id, worker_id, meeting_id from match where state = 'proposed' order by id`,
    )
  ).rows
const step = async (id: string, name: 'announce-leaving' | 'go-on-leave', more: object = {}) =>
  stepWorkerOn(world.context, coordinator, {
    id,
    version: await versionOf(world, 'worker', id),
    step: name,
    reason: 'other',
    ...more,
  })

describe('publishing', () => {
  test('is for coordinators of this organisation, of what they may see', async () => {
    const [trajectoryId, workerId] = [await her('Anna'), await him('Wil')]
    const id = await open()
    const pairs = [{ trajectoryId, workerId }]
    const worker = await world.memberForWorker(workerId)
    await expect(publish(id, 1, pairs, worker)).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(publish(id, 1, pairs, stranger)).rejects.toThrow(NotFound)
    const elsewhere = await castWorker(world, { given: 'Elders' }, { orgId: world.otherOrgId })
    await expect(publish(id, 1, [{ trajectoryId, workerId: elsewhere }])).rejects.toThrow(NotFound)
    await expect(publish(id, 1, [])).rejects.toMatchObject(refused('meeting-nobody-chosen'))
    await expect(publish(id, 1, [...pairs, ...pairs])).rejects.toMatchObject(refused('meeting-chosen-twice'))
    expect(await matches()).toEqual([])
  })
  test('makes every proposal at once, and ends the meeting', async () => {
    await Promise.all(['Anna', 'Bea', 'Cato'].map((given) => her(given)))
    const workers = [await him('Wil', { capacity: 2 }), await him('Zus', { capacity: 1 })]
    const id = await open()
    const pairs = pairsIn(await read(id))
    expect(pairs).toHaveLength(3)
    const answer = await publish(id, 1, pairs)
    expect(answer).toMatchObject({ published: true, meetingId: id })
    const made = await matches()
    expect(made.map(({ trajectory_id }) => trajectory_id).sort()).toEqual(
      pairs.map(({ trajectoryId }) => trajectoryId).sort(),
    )
    expect(made.map(({ meeting_id }) => meeting_id)).toEqual([id, id, id])
    expect(workers.map((one) => made.filter(({ worker_id }) => worker_id === one).length)).toEqual([2, 1])
    const ended = await readMatchingMeeting(world.context, coordinator, { id })
    expect(ended).toMatchObject({ state: 'published', pairs: [{ matchState: 'proposed' }, {}, {}] })
    await expect(publish(id, 2, pairs)).rejects.toMatchObject(refused('meeting-not-open'))
  })
  test('may be of some of the pairs; the others wait for the next meeting', async () => {
    await Promise.all(['Anna', 'Bea'].map((given) => her(given)))
    await him('Wil', { capacity: 2 })
    const id = await open()
    const [some] = pairsIn(await read(id))
    await publish(id, 1, some ? [some] : [])
    const next = await read(await open())
    expect(next.women.map(({ trajectoryId }) => trajectoryId)).not.toContain(some?.trajectoryId)
    expect(next).toMatchObject({ women: [{}], outside: { underWay: 1 } })
  })
  test('tells each worker once that something waits, without a name', async () => {
    await Promise.all(['Anna', 'Bea'].map((given) => her(given)))
    const workerId = await him('Wil', { capacity: 2 })
    const actor = await world.memberForWorker(workerId)
    await writeAddress(actor)
    const id = await open()
    await publish(id, 1, pairsIn(await read(id)))
    expect(await listMyProposals(world.context, actor, {})).toHaveLength(2)
    const { rows } = await world.owner.query('select kind, state from message')
    expect(rows).toEqual([{ kind: 'proposals-wait', state: 'pending' }])
  })
})

/** A member's address is kept when she is invited; here it is written as an invitation would. */
async function writeAddress(actor: MemberActor): Promise<void> {
  await within(world, async (work) => {
    await work.vault.load([actor.memberId])
    await work.tx
      .updateTable('member')
      .set({
        email_sealed: memberFields.seal(
          work.vault,
          actor.memberId,
          actor.memberId,
          'email_sealed',
          'wil@example.nl',
        ),
      })
      .where('org_id', '=', work.orgId)
      .where('id', '=', actor.memberId)
      .execute()
  })
}

describe('what can’t be any more', () => {
  const nothing = async (id: string) => {
    expect((await matches()).filter(({ meeting_id }) => meeting_id)).toEqual([])
    expect(await read(id)).toMatchObject({ version: 1, state: 'open' })
  }
  test('a certificate that expired, somebody who withdrew: said by pair, and nothing is done', async () => {
    const [anna, bea, cato] = [await her('Anna'), await her('Bea'), await her('Cato')]
    const expires = await him('Loopt af', { seenOn: '2023-11-03', capacity: 1 })
    const leaves = await him('Stopt', { capacity: 1 })
    const stays = await him('Blijft', { capacity: 1 })
    const id = await open()
    const pairs = [
      { trajectoryId: anna, workerId: expires },
      { trajectoryId: bea, workerId: leaves },
      { trajectoryId: cato, workerId: stays },
    ]
    world.turnTo('2026-11-04')
    await step(leaves, 'announce-leaving')
    expect(await publish(id, 1, pairs)).toEqual({
      published: false,
      meetingId: id,
      impossible: [
        { trajectoryId: anna, workerId: expires, refusal: 'match-gate-expired', gate: 'vog' },
        { trajectoryId: bea, workerId: leaves, refusal: 'match-not-ready', gate: null },
      ],
    })
    await nothing(id)
    await replanMatchingMeeting(world.context, coordinator, { id, version: 1 })
    const again = pairsIn(await read(id))
    expect(again).toHaveLength(1)
    expect(await publish(id, 2, again)).toMatchObject({ published: true })
  })
  test('a capacity that went down, also to below what runs', async () => {
    const workerId = await him('Wil', { capacity: 3 })
    await proposeMatch(world.context, coordinator, { trajectoryId: await her('Loopt'), workerId })
    const women = await Promise.all(['Anna', 'Bea'].map((given) => her(given)))
    const id = await open()
    const pairs = women.map((trajectoryId) => ({ trajectoryId, workerId }))
    await lower(workerId, 2)
    expect(await publish(id, 1, pairs)).toMatchObject({
      published: false,
      impossible: [{ trajectoryId: women[1], refusal: 'match-full' }],
    })
    await lower(workerId, 0)
    expect(await publish(id, 1, pairs)).toMatchObject({ published: false, impossible: [{}, {}] })
    await nothing(id)
    expect((await read(id)).women).toMatchObject([{ proposed: null }, { proposed: null }])
  })
  test('somebody proposed her meanwhile, or her trajectory closed', async () => {
    const [anna, bea] = [await her('Anna'), await her('Bea')]
    const workerId = await him('Wil', { capacity: 3 })
    const id = await open()
    await proposeMatch(world.context, coordinator, { trajectoryId: anna, workerId })
    await closeTrajectory(world.context, coordinator, {
      trajectoryId: bea,
      version: await versionOf(world, 'trajectory', bea),
      reason: 'moved',
      evaluation: null,
      goals: {},
      words: null,
      note: null,
    })
    const pairs = [anna, bea].map((trajectoryId) => ({ trajectoryId, workerId }))
    expect(await publish(id, 1, pairs)).toMatchObject({
      published: false,
      impossible: [{ refusal: 'match-open-already' }, { refusal: 'match-not-waiting' }],
    })
    await nothing(id)
  })
  test('two coordinators publish at once: one does, the other hears that it is over', async () => {
    await Promise.all(['Anna', 'Bea', 'Cato'].map((given) => her(given)))
    await him('Wil', { capacity: 3 })
    const id = await open()
    const pairs = pairsIn(await read(id))
    const other = await world.member(['coordinator'])
    const all = await Promise.allSettled([publish(id, 1, pairs), publish(id, 1, pairs, other)])
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('meeting-not-open'))
    expect(await matches()).toHaveLength(3)
  })
  test('publishing, proposing and withdrawing at once never give a place away twice', async () => {
    const women = await Promise.all(['Anna', 'Bea', 'Cato', 'Dora'].map((given) => her(given)))
    const workerId = await him('Wil', { capacity: 2 })
    const other = await him('Zus', { capacity: 1 })
    const id = await open()
    const pairs = pairsIn(await read(id))
    const all = await Promise.allSettled([
      publish(id, 1, pairs),
      ...women.map((trajectoryId) => proposeMatch(world.context, coordinator, { trajectoryId, workerId })),
      step(other, 'announce-leaving'),
    ])
    for (const one of all)
      if (one.status === 'rejected')
        expect(['match-full', 'match-open-already', 'changed-meanwhile']).toContain(one.reason.code)
    const made = await matches()
    expect(made.filter((row) => row.worker_id === workerId).length).toBeLessThanOrEqual(2)
    expect(made.filter((row) => row.worker_id === other).length).toBeLessThanOrEqual(1)
    expect(new Set(made.map((row) => row.trajectory_id)).size).toBe(made.length)
    const inMeeting = made.filter((row) => row.meeting_id).length
    expect([0, pairs.length]).toContain(inMeeting)
  })
})

async function lower(workerId: string, capacity: number): Promise<void> {
  await changeOwnFile(world.context, await world.memberForWorker(workerId), {
    version: await versionOf(world, 'worker', workerId),
    file: {
      speaks: ['nl'],
      reads: ['nl'],
      profile: { interests: [], backgrounds: [], childSituations: [], availability: [] },
      capacity,
    },
  })
}

describe('choices otherwise', () => {
  const count = (actor = coordinator, period = {}) => countChoicesOtherwise(world.context, actor, period)

  test('are counted for who plans and who answers for a programme, and for nobody else', async () => {
    expect(await count()).toMatchObject({ programmes: [] })
    await count(await world.member(['programme_manager']))
    await expect(count(await world.member(['privacy_officer']))).rejects.toThrow(Forbidden)
  })
  test('of one woman’s page: who wasn’t first, by reason and criterion; a reason is never demanded', async () => {
    const [anna, bea] = [await her('Anna', near), await her('Bea', near)]
    const first = await castWorker(world, { name: { given: 'Wil' }, ...near })
    const second = await him('Zus')
    const { proposals } = await weighWorkers(world.context, coordinator, { trajectoryId: anna })
    expect(proposals.map(({ workerId }) => workerId)).toEqual([first, second])
    const propose = (trajectoryId: string, workerId: string, reason?: 'experience') =>
      proposeMatch(world.context, coordinator, { trajectoryId, workerId, reason })
    await propose(anna, second, 'experience')
    await propose(bea, second)
    await propose(await her('Cato', near), first)
    const { programmes } = await count()
    expect(programmes).toMatchObject([
      {
        proposed: 3,
        otherwise: 2,
        reasons: [
          { reason: 'experience', times: 1 },
          { reason: 'not_said', times: 1 },
        ],
        criteria: [{ criterion: 'distance', better: 0, worse: 2 }],
      },
    ])
    expect(programmes[0]?.reasons[0]?.givenUp).toBeGreaterThan(0)
    const earlier = { from: '2025-01-01', until: '2025-12-31' }
    expect(await count(coordinator, earlier)).toMatchObject({ programmes: [] })
  })
  test('of a meeting: what was pinned against the plan, and not what the plan had anyway', async () => {
    const [anna, bea] = [await her('Anna', near), await her('Bea')]
    const first = await castWorker(world, { name: { given: 'Wil' }, ...near }, { capacity: 1 })
    const second = await him('Zus', { capacity: 1 })
    const id = await open()
    expect(pairsIn(await read(id))).toContainEqual({ trajectoryId: anna, workerId: first })
    await changeMatchingMeeting(world.context, coordinator, {
      id,
      version: 1,
      change: { kind: 'pin', trajectoryId: anna, workerId: second, reason: 'continuity' },
    })
    expect(pairsIn(await read(id))).toEqual([
      { trajectoryId: anna, workerId: second },
      { trajectoryId: bea, workerId: first },
    ])
    await publish(id, 2, pairsIn(await read(id)))
    const { programmes } = await count()
    expect(programmes).toMatchObject([
      {
        proposed: 2,
        otherwise: 1,
        reasons: [{ reason: 'continuity', times: 1 }],
        criteria: [{ criterion: 'distance', better: 0, worse: 1 }],
      },
    ])
  })
  test('a pin on whom the plan had anyway is no choice otherwise', async () => {
    const [trajectoryId, workerId] = [await her('Anna'), await him('Wil')]
    const id = await open()
    await changeMatchingMeeting(world.context, coordinator, {
      id,
      version: 1,
      change: { kind: 'pin', trajectoryId, workerId, reason: 'other' },
    })
    await publish(id, 2, [{ trajectoryId, workerId }])
    expect(await count()).toMatchObject({ programmes: [{ proposed: 1, otherwise: 0, reasons: [] }] })
  })
})
