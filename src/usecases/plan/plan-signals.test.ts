import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertIntake } from '#db/intake.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { mvr } from '#programmes/mvr.ts'
import { within } from '#testing/cast.ts'
import { expecting, versionNow } from '#testing/expecting.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { signalsIn } from '#testing/signals.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { arrangeHandover } from '#usecases/handover/arrange-handover.ts'
import { holdHandoverTalk } from '#usecases/handover/hold-handover.ts'
import { listHandovers } from '#usecases/handover/list-handovers.ts'
import { sealAnswers } from '#usecases/intake/intake-fields.ts'
import { noteMaterial } from '#usecases/material/note-material.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { reviewPlan } from '#usecases/plan/review-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readClosing } from '#usecases/trajectory/read-closing.ts'

let world: World
let coordinator: MemberActor
let see: ReturnType<typeof signalsIn>
beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
  see = signalsIn(world)
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const noChild = { given: null, bornOn: null, dueOn: null }

/** She is pregnant, her coach is beside her, and her intake was held today. */
async function beside() {
  const one = await expecting(world)
  await agreeSafeContact(world, coordinator, one.personId)
  await within(world, async (work) => {
    await work.vault.load([one.personId])
    const id = work.newId()
    const answers = { child: noChild, facts: { adversityMoney: 2 } }
    await insertIntake(work.tx, {
      org_id: work.orgId,
      id,
      trajectory_id: one.trajectoryId,
      state: 'done',
      facts_sealed: sealAnswers(work, one.personId, id, answers),
      done_at: work.now,
    })
    work.about({ trajectory: one.trajectoryId })
    return {}
  })
  return one
}
type One = Awaited<ReturnType<typeof beside>>

const planOf = async ({ trajectoryId }: One) => {
  const { plan } = await readPlan(world.context, coordinator, { trajectoryId })
  if (!plan) throw new Error('no plan')
  return plan
}
const step = async (one: One, actor: MemberActor, named: Parameters<typeof stepPlanOn>[2]['step']) =>
  stepPlanOn(world.context, actor, {
    trajectoryId: one.trajectoryId,
    version: (await planOf(one)).version,
    step: named,
  })
async function planned(one: One) {
  const { trajectoryId, worker } = one
  const { goalId } = await addPlanGoal(world.context, worker, {
    trajectoryId,
    version: null,
    words: 'Rust in huis',
    domain: null,
    weight: 1,
    startLevel: -1,
    levels: { '2': null, '1': null, '0': 'Drie nachten slaap', '-1': null, '-2': null },
  })
  await addPlanAction(world.context, worker, {
    trajectoryId,
    version: (await planOf(one)).version,
    goalId,
    words: 'Bellen met de woningbouw',
    doer: 'mother',
    byDay: '2027-06-01',
  })
  await step(one, worker, 'submit')
}
const review = async (one: One, outcome: 'go_on' | 'close', level: 0 | -1 = 0) => {
  const { version, goals } = await planOf(one)
  await reviewPlan(world.context, one.worker, {
    trajectoryId: one.trajectoryId,
    version,
    levels: Object.fromEntries(goals.map(({ id }) => [id, level])),
    outcome,
    words: null,
  })
}
/** Looking at it anew finds nothing that wasn't kept. */
const settled = async ({ trajectoryId }: One) => {
  const actor = { kind: 'system', orgId: world.orgId, job: 'test' } as const
  expect(await evaluateSignals(world.context, actor, { ids: [trajectoryId] })).toMatchObject({
    arose: 0,
    ended: 0,
  })
}

describe('the plan', () => {
  test('MV-F3: none after four weeks; it ends when somebody else approves one, not before', async () => {
    const one = await beside()
    await see.turnTo('2026-12-01')
    expect(await see.standing(one)).not.toContain('MV-F3')
    await see.turnTo('2026-12-02')
    expect(await see.standing(one)).toContain('MV-F3')
    await planned(one)
    expect(await see.standing(one)).toContain('MV-F3')
    await step(one, coordinator, 'approve')
    expect(await see.standing(one)).not.toContain('MV-F3')
    await settled(one)
  })
  test('MV-F3: not looked at for three months; it ends with looking at it together', async () => {
    const one = await beside()
    await planned(one)
    await step(one, coordinator, 'approve')
    await see.turnTo('2027-02-02')
    expect(await see.standing(one)).not.toContain('MV-F3')
    await see.turnTo('2027-02-03')
    expect(await see.standing(one)).toContain('MV-F3')
    await review(one, 'go_on')
    expect(await see.standing(one)).not.toContain('MV-F3')
    await see.turnTo('2027-05-06')
    expect(await see.standing(one)).toContain('MV-F3')
    await review(one, 'close')
    await step(one, coordinator, 'close')
    await see.turnTo('2027-12-01')
    expect(await see.standing(one)).not.toContain('MV-F3')
    await settled(one)
  })
})

test('MV-F6: the domains are looked at again within half a year after intake, and each time after', async () => {
  const one = await beside()
  await see.turnTo('2027-05-04')
  expect(await see.standing(one)).not.toContain('MV-F6')
  await see.turnTo('2027-05-05')
  expect(await see.standing(one)).toContain('MV-F6')
  await fillAdversityGrid(world.context, one.worker, {
    trajectoryId: one.trajectoryId,
    counts: { adversityMoney: '1' },
    words: null,
  })
  expect(await see.standing(one)).not.toContain('MV-F6')
  await see.turnTo('2027-11-04')
  expect(await see.standing(one)).toContain('MV-F6')
  await settled(one)
})

test('MV-F4: a diary waits from the phase of the child on; it ends when she begins, and the next one waits in its turn', async () => {
  const one = await beside()
  const { trajectoryId } = one
  const note = (materialId: string, onDay: string) =>
    noteMaterial(world.context, one.worker, { trajectoryId, materialId, step: 'begun', onDay })
  await see.turnTo('2026-12-10')
  expect(await see.standing(one)).not.toContain('MV-F4')
  await movePhases(world.context, coordinator, {
    trajectoryId,
    version: await versionNow(world, trajectoryId),
    phases: ['basics', 'child'],
    reason: 'beside',
  })
  await see.turnTo('2027-01-08')
  expect(await see.standing(one)).toContain('MV-F4')
  await note('pregnancy_diary', '2027-01-08')
  expect(await see.standing(one)).not.toContain('MV-F4')
  await recordBirth(world.context, coordinator, {
    trajectoryId,
    version: await versionNow(world, trajectoryId),
    children: [{ bornOn: '2027-01-08' }],
  })
  await see.turnTo('2027-02-05')
  expect(await see.standing(one)).not.toContain('MV-F4')
  await see.turnTo('2027-02-06')
  expect(await see.standing(one)).toContain('MV-F4')
  await note('baby_diary', '2027-02-06')
  expect(await see.standing(one)).not.toContain('MV-F4')
  await see.turnTo('2028-02-06')
  expect(await see.standing(one)).toContain('MV-F4')
  await note('toddler_diary', '2028-02-06')
  expect(await see.standing(one)).not.toContain('MV-F4')
  await settled(one)
})

describe('the end', () => {
  const close = async ({ trajectoryId }: One, told: object, reason = 'moved') =>
    closeTrajectory(world.context, coordinator, {
      trajectoryId,
      version: await versionNow(world, trajectoryId),
      reason,
      evaluation: { kind: 'declined', code: 'rather_not' },
      told,
    })
  const hold = async ({ trajectoryId }: One, talkOn: string) => {
    await arrangeHandover(world.context, coordinator, {
      trajectoryId,
      party: 'Jeugdverpleegkundige',
      talkOn,
    })
    const { handovers, checkOn } = await listHandovers(world.context, coordinator, { trajectoryId })
    const [{ id, version } = { id: '', version: 0 }] = handovers
    await holdHandoverTalk(world.context, coordinator, {
      trajectoryId,
      id,
      version,
      heldOn: talkOn,
      checkOn: checkOn.toString(),
    })
  }
  const withChild = async () => {
    const one = await beside()
    await recordBirth(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      version: await versionNow(world, one.trajectoryId),
      children: [{ bornOn: '2026-11-02' }],
    })
    return one
  }
  test('MV-F8: stopped without a handover; it ends when the talk of three is held after all', async () => {
    const one = await withChild()
    await close(one, { handover: false })
    expect(await see.standing(one)).toContain('MV-F8')
    world.turnTo('2026-11-06')
    await hold(one, '2026-11-06')
    expect(await see.standing(one)).not.toContain('MV-F8')
    await settled(one)
  })
  test('MV-F8: does not arise where the talk was held before; nobody is asked about it, or about the plan', async () => {
    const one = await withChild()
    await planned(one)
    await step(one, coordinator, 'approve')
    const { trajectoryId } = one
    expect(
      (await readClosing(world.context, coordinator, { trajectoryId })).asked.map(({ name }) => name),
    ).toEqual(['handover'])
    await hold(one, '2026-11-03')
    expect((await readClosing(world.context, coordinator, { trajectoryId })).asked).toEqual([])
    await close(one, {})
    expect(await see.standing(one)).not.toContain('MV-F8')
    const { rows } = await world.owner.query('select told, result from closure where trajectory_id = $1', [
      trajectoryId,
    ])
    expect(rows).toEqual([{ told: { planClosed: false, handover: true }, result: 'ended_early' }])
  })
  test('goals met and handed over counts as carried through, by what her plan says', async () => {
    const one = await withChild()
    await planned(one)
    await step(one, coordinator, 'approve')
    await review(one, 'go_on', -1)
    await hold(one, '2026-11-03')
    const { trajectoryId } = one
    expect((await readClosing(world.context, coordinator, { trajectoryId })).result).toBe('ended_early')
    await review(one, 'go_on', 0)
    expect((await readClosing(world.context, coordinator, { trajectoryId })).result).toBe('completed')
    expect(await close(one, {})).toMatchObject({ result: 'completed' })
  })
})
