import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { endPlanAction } from '#usecases/plan/end-plan-action.ts'
import { letGoPlanGoal } from '#usecases/plan/let-go-plan-goal.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { reviewPlan } from '#usecases/plan/review-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let colleague: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, mim])
  coordinator = await world.member(['coordinator'])
  colleague = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const page = (trajectoryId: string, actor = coordinator) => readPlan(world.context, actor, { trajectoryId })
const plan = async (trajectoryId: string, actor = coordinator) => {
  const found = (await page(trajectoryId, actor)).plan
  if (!found) throw new Error('no plan')
  return found
}
const version = async (trajectoryId: string) => (await plan(trajectoryId)).version
const goal = async (trajectoryId: string, actor: MemberActor, more: object = {}) => {
  const { plan: now } = await page(trajectoryId)
  return addPlanGoal(world.context, actor, {
    trajectoryId,
    version: now && now.state !== 'closed' ? now.version : null,
    words: 'Geen aanmaningen meer op de mat',
    domain: 'adversityMoney',
    weight: 2,
    startLevel: -2,
    levels: { '2': null, '1': null, '0': 'Alle brieven open', '-1': null, '-2': 'Een tas vol brieven' },
    ...more,
  })
}
const action = async (trajectoryId: string, goalId: string, actor: MemberActor, more: object = {}) =>
  addPlanAction(world.context, actor, {
    trajectoryId,
    version: await version(trajectoryId),
    goalId,
    words: 'Samen de brieven openen',
    doer: 'worker',
    byDay: '2026-11-17',
    ...more,
  })
type Step = Parameters<typeof stepPlanOn>[2]['step']
const step = async (trajectoryId: string, actor: MemberActor, named: Step, more: object = {}) =>
  stepPlanOn(world.context, actor, {
    trajectoryId,
    version: await version(trajectoryId),
    step: named,
    ...more,
  })
const review = async (trajectoryId: string, actor: MemberActor, more: object = {}) => {
  const now = await plan(trajectoryId)
  return reviewPlan(world.context, actor, {
    trajectoryId,
    version: now.version,
    levels: Object.fromEntries(now.goals.filter(({ letGo }) => !letGo).map(({ id }) => [id, 0 as const])),
    outcome: 'go_on',
    words: null,
    ...more,
  })
}

/** A plan with a goal and an action, written by her coach. */
async function written() {
  const one = await expecting(world)
  const { goalId } = await goal(one.trajectoryId, one.worker)
  const { actionId } = await action(one.trajectoryId, goalId, one.worker)
  return { ...one, goalId, actionId }
}
async function agreed() {
  const one = await written()
  await step(one.trajectoryId, one.worker, 'submit')
  await step(one.trajectoryId, coordinator, 'approve')
  return one
}

describe('who may', () => {
  test('her own coach writes; a stranger, another organisation and other roles see nothing', async () => {
    const one = await written()
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [stranger, elsewhere]) {
      await expect(page(one.trajectoryId, actor)).rejects.toThrow(NotFound)
      await expect(goal(one.trajectoryId, actor)).rejects.toThrow(NotFound)
      await expect(step(one.trajectoryId, actor, 'submit')).rejects.toThrow(NotFound)
    }
    for (const role of ['programme_manager', 'administrator', 'privacy_officer', 'referrer'] as const) {
      const actor = await world.member([role])
      await expect(page(one.trajectoryId, actor)).rejects.toThrow(Forbidden)
      await expect(goal(one.trajectoryId, actor)).rejects.toThrow(Forbidden)
    }
    const lead = await world.member(['safeguarding_lead'])
    expect((await plan(one.trajectoryId, lead)).abilities).toMatchObject({ addGoal: false, approve: false })
    await expect(goal(one.trajectoryId, lead)).rejects.toThrow(Forbidden)
  })
  test('where a programme has no plan, there is nothing of it', async () => {
    const { trajectoryId } = await expecting(world, { programme: mim })
    await expect(page(trajectoryId)).rejects.toThrow(NotFound)
    await expect(
      addPlanGoal(world.context, coordinator, {
        trajectoryId,
        version: null,
        words: 'Iets',
        domain: null,
        weight: 1,
        startLevel: -1,
        levels: { '2': null, '1': null, '0': 'Zo', '-1': null, '-2': null },
      }),
    ).rejects.toThrow(NotFound)
  })
})

describe('a plan', () => {
  test('is written in her words, sealed, and read back as it was', async () => {
    const { trajectoryId } = await written()
    const read = await plan(trajectoryId)
    expect(read.state).toBe('draft')
    expect(read.goals).toMatchObject([
      {
        words: { words: 'Geen aanmaningen meer op de mat', levels: { '0': 'Alle brieven open' } },
        weight: 2,
        startLevel: -2,
        level: null,
        actions: [{ words: { words: 'Samen de brieven openen' }, doer: 'worker', ended: null }],
      },
    ])
    const { rows } = await world.owner.query(
      `select g.words_sealed::text || a.words_sealed::text as kept from plan_goal g join plan_action a on a.goal_id = g.id`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { kept } of rows) expect(kept).not.toContain(Buffer.from('brieven').toString('hex'))
  })
  test('needs a goal and somebody who does something for it before it is submitted', async () => {
    const one = await expecting(world)
    const { goalId } = await goal(one.trajectoryId, one.worker)
    await expect(step(one.trajectoryId, one.worker, 'submit')).rejects.toMatchObject({
      code: 'plan-goal-without-action',
    })
    await letGoPlanGoal(world.context, one.worker, {
      trajectoryId: one.trajectoryId,
      version: await version(one.trajectoryId),
      goalId,
      reason: 'mistake',
    })
    await expect(step(one.trajectoryId, one.worker, 'submit')).rejects.toMatchObject({
      code: 'plan-without-goal',
    })
  })
  test('is approved by somebody who wrote nothing in it, and sent back only with a reason', async () => {
    const one = await written()
    const id = one.trajectoryId
    await action(id, one.goalId, colleague)
    await step(id, one.worker, 'submit')
    await expect(step(id, one.worker, 'approve')).rejects.toThrow(Forbidden)
    await expect(step(id, colleague, 'approve')).rejects.toMatchObject({ code: 'own-plan' })
    expect(await plan(id, colleague)).toMatchObject({ own: true, abilities: { approve: false } })
    await expect(step(id, coordinator, 'send-back')).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    await step(id, coordinator, 'send-back', { reason: 'not_concrete' })
    expect((await plan(id)).decisions[0]).toMatchObject({ step: 'send-back', reason: 'not_concrete' })
    await step(id, one.worker, 'submit')
    expect((await plan(id)).abilities.approve).toBe(true)
    await step(id, coordinator, 'approve')
    expect(await plan(id)).toMatchObject({ state: 'agreed', agreedOn: Temporal.PlainDate.from('2026-11-03') })
    await expect(goal(id, one.worker)).rejects.toMatchObject({ code: 'plan-not-from-this-state' })
  })
  test('stands on the worklist as long as it waits for somebody, and for who may judge it', async () => {
    const one = await written()
    const id = one.trajectoryId
    const waits = async () =>
      (
        await world.owner.query(
          'select reason_code from task where trajectory_id = $1 and done_at is null order by 1',
          [id],
        )
      ).rows.map(({ reason_code }) => reason_code)
    expect(await waits()).toEqual([])
    await step(id, one.worker, 'submit')
    expect(await waits()).toEqual(['approve-plan'])
    const { lines } = await readWorklist(world.context, coordinator, {})
    expect(lines.map(({ source }) => source)).toContainEqual(
      expect.objectContaining({ from: 'task', kind: 'plan', reason: 'approve-plan' }),
    )
    await step(id, coordinator, 'send-back', { reason: 'too_much' })
    expect(await waits()).toEqual([])
    await step(id, one.worker, 'submit')
    await step(id, coordinator, 'approve')
    expect(await waits()).toEqual([])
    await review(id, one.worker, { outcome: 'close' })
    expect(await waits()).toEqual(['close-plan'])
    await step(id, coordinator, 'close')
    expect(await waits()).toEqual([])
  })
  test('waits for whoever saw it as it is: what was changed meanwhile is seen first', async () => {
    const one = await written()
    const old = await version(one.trajectoryId)
    await goal(one.trajectoryId, one.worker)
    await expect(
      stepPlanOn(world.context, one.worker, { trajectoryId: one.trajectoryId, version: old, step: 'submit' }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('takes a domain, a day and a party only as they can be', async () => {
    const one = await written()
    const id = one.trajectoryId
    await expect(goal(id, one.worker, { domain: 'adversityNothing' })).rejects.toMatchObject({
      fields: { domain: 'choose-one' },
    })
    await expect(goal(id, one.worker, { words: ' ' })).rejects.toMatchObject({
      fields: { words: 'required' },
    })
    const act = (more: object) => action(id, one.goalId, one.worker, more)
    await expect(act({ byDay: '2026-11-02' })).rejects.toMatchObject({ fields: { byDay: 'day-in-the-past' } })
    await expect(act({ doer: 'party' })).rejects.toMatchObject({ fields: { party: 'required' } })
    await expect(act({ doer: 'party', networkOrganisationId: crypto.randomUUID() })).rejects.toThrow(NotFound)
    await act({ doer: 'party', party: 'Loket schulden' })
    const { id: networkOrganisationId } = await registerNetworkOrganisation(world.context, coordinator, {
      organisation: { name: 'Vraagwijzer', kind: 'other', areas: [], contact: {} },
    })
    await act({ doer: 'party', networkOrganisationId })
    const [shown] = (await plan(id)).goals
    expect(shown?.actions.map(({ party, words }) => party ?? words?.party)).toEqual(
      expect.arrayContaining(['Loket schulden', 'Vraagwijzer']),
    )
  })
})

describe('working with it', () => {
  test('an action is done, or let go with a reason, once', async () => {
    const { trajectoryId, actionId, worker } = await agreed()
    const end = async (how: 'done' | 'not_possible') =>
      endPlanAction(world.context, worker, {
        trajectoryId,
        version: await version(trajectoryId),
        actionId,
        how,
      })
    await end('done')
    const [shown] = (await plan(trajectoryId)).goals
    expect(shown?.actions[0]?.ended).toMatchObject({ code: 'done' })
    await expect(end('not_possible')).rejects.toMatchObject({ code: 'plan-not-from-this-state' })
  })
  test('it is looked at together: every goal, its score, and the day for the next time', async () => {
    const one = await agreed()
    const id = one.trajectoryId
    world.turnTo('2026-12-01')
    await expect(review(id, one.worker, { levels: {} })).rejects.toMatchObject({
      fields: { [one.goalId]: 'choose-one' },
    })
    await expect(
      review(id, one.worker, { levels: { [one.goalId]: 1, [crypto.randomUUID()]: 1 } }),
    ).rejects.toMatchObject({ fields: {} })
    await review(id, one.worker, { levels: { [one.goalId]: 1 }, words: 'Het gaat beter' })
    const read = await plan(id)
    expect(read).toMatchObject({
      state: 'agreed',
      score: 60,
      lookAgainOn: Temporal.PlainDate.from('2027-03-02'),
      reviews: [{ outcome: 'go_on', words: 'Het gaat beter', levels: { [one.goalId]: 1 } }],
    })
  })
  test('a review may open it for other goals; then it is approved anew', async () => {
    const one = await agreed()
    const id = one.trajectoryId
    await review(id, one.worker, { outcome: 'change' })
    const { goalId } = await goal(id, one.worker, { words: 'Een eigen huis', domain: 'adversityHousing' })
    await action(id, goalId, one.worker)
    await letGoPlanGoal(world.context, one.worker, {
      trajectoryId: id,
      version: await version(id),
      goalId: one.goalId,
      reason: 'replaced',
    })
    const [old] = (await plan(id)).goals
    expect(old).toMatchObject({ letGo: { code: 'replaced' }, actions: [{ ended: { code: 'replaced' } }] })
    world.turnTo('2026-11-20')
    await step(id, one.worker, 'submit')
    await step(id, coordinator, 'approve')
    expect((await plan(id)).agreedOn?.toString()).toBe('2026-11-20')
  })
  test('closing is asked by who works with it and judged by somebody else; a new plan may follow', async () => {
    const one = await agreed()
    const id = one.trajectoryId
    await review(id, colleague, { outcome: 'close' })
    await expect(step(id, colleague, 'close')).rejects.toMatchObject({ code: 'own-plan' })
    await expect(step(id, coordinator, 'keep-open')).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    await step(id, coordinator, 'keep-open', { reason: 'something_missing' })
    await step(id, one.worker, 'ask-closing')
    await step(id, coordinator, 'close')
    const closed = await page(id)
    expect(closed).toMatchObject({
      mayBegin: true,
      plan: { state: 'closed', abilities: { addAction: false } },
    })
    await expect(action(id, one.goalId, one.worker)).rejects.toMatchObject({
      code: 'plan-not-from-this-state',
    })
    await goal(id, one.worker, { words: 'Naar school' })
    expect((await plan(id)).state).toBe('draft')
  })
  test('after a loss a goal about a child is put before nobody', async () => {
    const one = await written()
    const id = one.trajectoryId
    await goal(id, one.worker, { words: 'Rust bij het slapen', domain: 'adversityParenting' })
    await quietTrajectory(world.context, coordinator, { trajectoryId: id, loss: 'not_said' })
    const read = await page(id)
    expect(read.plan?.goals.map(({ domain }) => domain)).toEqual(['adversityMoney'])
    expect(read.domains.map(({ fact }) => fact)).not.toContain('adversityParenting')
    await expect(goal(id, one.worker, { domain: 'adversityParenting' })).rejects.toMatchObject({
      fields: { domain: 'choose-one' },
    })
  })
  test('a trajectory that is over takes nothing more', async () => {
    const one = await written()
    await world.owner.query(
      `update trajectory set state = 'closed', closed_on = '2026-11-03' where id = $1`,
      [one.trajectoryId],
    )
    await expect(step(one.trajectoryId, coordinator, 'submit')).rejects.toMatchObject({
      code: 'not-from-this-state',
    })
    expect((await plan(one.trajectoryId)).abilities).toMatchObject({ addGoal: false, submit: false })
  })
})
