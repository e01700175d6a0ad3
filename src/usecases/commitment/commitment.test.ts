import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { askArrangement } from '#usecases/arrangement/ask-arrangement.ts'
import { listArrangements } from '#usecases/arrangement/list-arrangements.ts'
import { stepArrangementOn } from '#usecases/arrangement/step-arrangement.ts'
import { listPartyCases } from '#usecases/commitment/list-party-cases.ts'
import { readCommitments } from '#usecases/commitment/read-commitments.ts'
import { readPartyWaits } from '#usecases/commitment/read-party-waits.ts'
import { askConsultation } from '#usecases/consultation/ask-consultation.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { arrangeHandover } from '#usecases/handover/arrange-handover.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, mim])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const partyNamed = async (name: string) =>
  (
    await registerNetworkOrganisation(world.context, coordinator, {
      organisation: { name, kind: 'vraagwijzer', contact: {} },
    })
  ).id
const asked = async (trajectoryId: string, more: object) =>
  askArrangement(world.context, coordinator, {
    trajectoryId,
    kind: 'wmo_arrangement',
    purpose: 'Hulp in huis',
    askedOn: '2026-11-03',
    ...more,
  })
/** Granted on the day it was asked, begun so many days after it was needed. */
async function began(trajectoryId: string, onDay: string) {
  const { arrangements } = await listArrangements(world.context, coordinator, { trajectoryId })
  const one = arrangements.at(-1)
  const which = { trajectoryId, id: one?.id ?? '' }
  const version = one?.version ?? 0
  await stepArrangementOn(world.context, coordinator, {
    ...which,
    version,
    step: 'grant',
    onDay: '2026-11-03',
  })
  await stepArrangementOn(world.context, coordinator, {
    ...which,
    version: version + 1,
    step: 'start',
    onDay,
  })
}
const waits = async (actor = coordinator) =>
  (await readPartyWaits(world.context, actor, { period: '2026' })).parties
const cases = (party: string | null, actor = coordinator) =>
  listPartyCases(world.context, actor, { party, period: '2026' })

describe('what parties took upon themselves for her', () => {
  test('is seen by who sees her plan, and by nobody else', async () => {
    const { trajectoryId, worker } = await expecting(world)
    const input = { trajectoryId }
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [stranger, elsewhere])
      await expect(readCommitments(world.context, actor, input)).rejects.toThrow(NotFound)
    const manager = await world.member(['programme_manager'])
    await expect(readCommitments(world.context, manager, input)).rejects.toThrow(Forbidden)
    for (const actor of [manager, worker]) {
      await expect(waits(actor)).rejects.toThrow(Forbidden)
      await expect(cases(null, actor)).rejects.toThrow(Forbidden)
    }
    expect(await readCommitments(world.context, worker, input)).toMatchObject({ parties: [] })
    const other = await expecting(world, { programme: mim })
    await expect(
      readCommitments(world.context, coordinator, { trajectoryId: other.trajectoryId }),
    ).rejects.toThrow(NotFound)
    await expect(cases(world.otherOrgId)).rejects.toThrow(NotFound)
    await expect(
      readPartyWaits(world.context, coordinator, { period: '2026', programme: 'moon' }),
    ).rejects.toThrow(NotFound)
  })
  test('stands by party, from wherever it was written', async () => {
    const { trajectoryId } = await expecting(world)
    const desk = await partyNamed('Vraagwijzer Merwedebrug')
    const { goalId } = await addPlanGoal(world.context, coordinator, {
      ...{ trajectoryId, version: null, words: 'Rust', domain: 'adversityMoney', weight: 2, startLevel: -1 },
      levels: { '2': null, '1': null, '0': 'Zo', '-1': null, '-2': null },
    })
    await addPlanAction(world.context, coordinator, {
      ...{ trajectoryId, version: 1, goalId, words: 'Brief schrijven', doer: 'party' },
      ...{ networkOrganisationId: desk, byDay: '2026-11-10' },
    })
    await asked(trajectoryId, { networkOrganisationId: desk, neededOn: '2026-10-20' })
    await askConsultation(world.context, coordinator, {
      ...{ trajectoryId, kind: 'youth', party: 'Orthopedagoog', question: 'Hoe leg ik dit uit?' },
      ...{ telling: 'anonymous', askedOn: '2026-11-03' },
    })
    await arrangeHandover(world.context, coordinator, {
      ...{ trajectoryId, party: 'Jeugdverpleegkundige', talkOn: '2026-11-05' },
    })
    world.turnTo('2026-11-11')
    const { parties } = await readCommitments(world.context, coordinator, { trajectoryId })
    expect(parties.map(({ name, commitments }) => [name, commitments])).toMatchObject([
      ['Jeugdverpleegkundige', [{ kind: 'handover', state: 'late', days: 8 }]],
      ['Orthopedagoog', [{ kind: 'consultation', state: 'open', words: null }]],
      [
        'Vraagwijzer Merwedebrug',
        [
          { kind: 'arrangement', state: 'open', days: 22, words: 'Hulp in huis' },
          { kind: 'action', state: 'late', days: 8, words: 'Brief schrijven' },
        ],
      ],
    ])
  })
})

describe('how fast parties find each other', () => {
  test('is a middle and a range only of five or more, and opens to the same women', async () => {
    const quick = await partyNamed('Wijkteam Vijf')
    const few = await partyNamed('Wijkteam Vier')
    world.turnTo('2026-12-20')
    const took = [1, 3, 9, 20, 40]
    for (const [at, days] of took.entries()) {
      const { trajectoryId } = await expecting(world)
      const onDay = Temporal.PlainDate.from('2026-11-03').add({ days }).toString()
      await asked(trajectoryId, { networkOrganisationId: quick })
      await began(trajectoryId, onDay)
      if (at === 0) continue
      await asked(trajectoryId, { networkOrganisationId: few })
      await began(trajectoryId, onDay)
    }
    const { trajectoryId } = await expecting(world)
    await asked(trajectoryId, { networkOrganisationId: quick })
    await asked(trajectoryId, { networkOrganisationId: quick, neededOn: '2025-12-31' })
    const all = await waits()
    expect(all.find(({ party }) => party === quick)).toMatchObject({
      ...{ asked: 6, helped: 5, waiting: 1, over: 0 },
      days: { median: 9, least: 1, most: 40 },
    })
    expect(all.find(({ party }) => party === few)).toMatchObject({ asked: 4, helped: 4, days: null })
    for (const { party, asked: count } of all) expect((await cases(party)).cases).toHaveLength(count)
    expect((await cases(quick)).cases.map(({ days }) => days).sort((a, b) => Number(a) - Number(b))).toEqual([
      ...took,
      47,
    ])
  })
})
