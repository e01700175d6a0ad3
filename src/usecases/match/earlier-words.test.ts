import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listMaterialSteps } from '#db/material-step.ts'
import { type EarlierShown, earlierShown } from '#domain/match/earlier-words.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { mvr } from '#programmes/mvr.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { readAdversityGrid } from '#usecases/adversity/read-adversity-grid.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { chooseEarlierWords } from '#usecases/match/choose-earlier-words.ts'
import { handOverMatch } from '#usecases/match/hand-over-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { noteMaterial } from '#usecases/material/note-material.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

let world: World
let coordinator: MemberActor
let first: MemberActor
let next: MemberActor
let trajectoryId: string
let contactId: string
let firstMatch: string
const material = mvr.materials[0]?.id ?? ''

const coach = async (given: string) => {
  const workerId = await castWorker(world, { given }, { ready: false })
  for (const { kind } of mvr.worker.gates)
    await recordGate(world.context, coordinator, { workerId, kind, seenOn: '2026-10-01', validUntil: null })
  await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return world.memberForWorker(workerId)
}
const at = async (id: string) => ({
  id,
  version: (await readMatch(world.context, coordinator, { id })).version,
})

beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
  ;[first, next] = [await coach('Ans'), await coach('Bep')]
  const her = await castWoman(
    world,
    { given: 'Samira', languages: ['nl'] },
    { programmeId: mvr.id, programmeVersion: mvr.version },
  )
  trajectoryId = her.trajectoryId
  const { matchId } = await proposeMatch(world.context, coordinator, {
    trajectoryId,
    workerId: first.workerId ?? '',
  })
  firstMatch = matchId
  for (const side of ['mother', 'worker'] as const)
    await answerMatch(world.context, coordinator, { ...(await at(matchId)), side, answer: 'yes' })
  await planIntroduction(world.context, coordinator, { ...(await at(matchId)), on: '2026-11-03' })
  await startMatch(world.context, coordinator, await at(matchId))
  const visit = await addContact(world.context, first, {
    trajectoryId,
    kind: 'done',
    on: '2026-11-03',
    minutes: 60,
    mode: 'home',
    went: 'huilde om de brieven',
    next: 'samen bellen',
  })
  contactId = visit.contactId
  await fillAdversityGrid(world.context, first, {
    trajectoryId,
    counts: { adversityMoney: '3' },
    words: 'elke dag een brief',
  })
  const { goalId } = await addPlanGoal(world.context, first, {
    trajectoryId,
    version: null,
    words: 'zonder aanmaningen',
    domain: 'adversityMoney',
    weight: 2,
    startLevel: -1,
    levels: { '2': null, '1': null, '0': 'rustig de post open', '-1': null, '-2': null },
  })
  await addPlanAction(world.context, first, {
    trajectoryId,
    version: 1,
    goalId,
    words: 'naar het loket',
    doer: 'worker',
    party: null,
    byDay: '2026-12-01',
  })
  if (material)
    await noteMaterial(world.context, first, {
      trajectoryId,
      materialId: material,
      step: 'given',
      onDay: '2026-11-03',
    })
})
afterAll(() => world.close())

const choose = (shown: EarlierShown, actor = coordinator) =>
  chooseEarlierWords(world.context, actor, { trajectoryId, shown })
const everythingFor = async (actor: MemberActor) => {
  const { context } = world
  const contact = await readContact(context, actor, { id: contactId })
  const steps = await within(world, ({ tx }) => listMaterialSteps(tx, actor, trajectoryId))
  return {
    went: contact.notes?.went?.text ?? null,
    next: contact.notes?.next ?? null,
    grid: (await readAdversityGrid(context, actor, { trajectoryId })).words,
    goals: (await readPlan(context, actor, { trajectoryId })).plan?.goals.map(({ words }) => words?.words),
    given: steps.length > 0,
  }
}

describe('what was written before', () => {
  test('is read by who wrote it and by coordinators', async () => {
    const all = {
      went: 'huilde om de brieven',
      next: 'samen bellen',
      grid: 'elke dag een brief',
      given: true,
    }
    expect(await everythingFor(first)).toMatchObject(all)
    expect(await everythingFor(coordinator)).toMatchObject(all)
  })
  test('is hers to pass on: nothing until she says so, and as much as she says', async () => {
    await handOverMatch(world.context, coordinator, {
      ...(await at(firstMatch)),
      workerId: next.workerId ?? '',
      reason: 'worker_stops',
      agreed: true,
      meetOn: '2026-11-03',
    })
    await expect(readContact(world.context, first, { id: contactId })).rejects.toBeInstanceOf(NotFound)
    expect(await everythingFor(next)).toMatchObject({
      went: null,
      next: null,
      grid: null,
      goals: [],
      given: false,
    })
    await choose('agreements')
    expect(await everythingFor(next)).toMatchObject({
      went: null,
      next: 'samen bellen',
      grid: null,
      goals: ['zonder aanmaningen'],
    })
    await choose('all')
    expect(await everythingFor(next)).toMatchObject({
      went: 'huilde om de brieven',
      grid: 'elke dag een brief',
    })
    expect((await readTrajectory(world.context, next, { id: trajectoryId })).before).toBe('all')
    await choose('none')
    expect(await everythingFor(next)).toMatchObject({
      went: null,
      next: null,
      grid: null,
      goals: [],
      given: false,
    })
    expect(await everythingFor(coordinator)).toMatchObject({ went: 'huilde om de brieven' })
    expect((await readTrajectory(world.context, coordinator, { id: trajectoryId })).before).toBeNull()
  })
  test('what the next one writes is her own, and what a coordinator wrote is nobody’s before', async () => {
    await fillAdversityGrid(world.context, next, {
      trajectoryId,
      counts: { adversityMoney: '2' },
      words: 'minder brieven',
    })
    expect((await everythingFor(next)).grid).toBe('minder brieven')
    const { version } = (await readPlan(world.context, coordinator, { trajectoryId })).plan ?? { version: 0 }
    await addPlanGoal(world.context, coordinator, {
      trajectoryId,
      version,
      words: 'een eigen huis',
      domain: 'adversityHousing',
      weight: 1,
      startLevel: -1,
      levels: { '2': null, '1': null, '0': 'ingeschreven', '-1': null, '-2': null },
    })
    expect((await everythingFor(next)).goals).toEqual(['een eigen huis'])
  })
  test('is chosen by coordinators alone, of this organisation', async () => {
    await expect(choose('all', next)).rejects.toBeInstanceOf(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(choose('all', stranger)).rejects.toBeInstanceOf(NotFound)
    for (const shown of earlierShown) await choose(shown)
    const { rows } = await world.owner.query(
      'select count(*)::int as kept, (count(*) filter (where until_at is null))::int as live from earlier_words where trajectory_id = $1',
      [trajectoryId],
    )
    expect(rows[0]).toEqual({ kept: 7, live: 1 })
  })
})
