import type { MemberActor } from '#domain/member/actor.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { readEndReport } from '#usecases/end-report/read-end-report.ts'
import { stepEndReport } from '#usecases/end-report/step-end-report.ts'
import { writeEndReport } from '#usecases/end-report/write-end-report.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { reviewPlan } from '#usecases/plan/review-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'
import { type Expecting, expecting } from './expecting.ts'
import type { World } from './world.ts'

export interface Planned extends Expecting {
  /** Reached, and only partly. */
  readonly letters: string
  readonly home: string
}

/** A woman whose plan was approved by this coordinator and looked at: one goal reached, one partly. */
export async function planned(world: World, coordinator: MemberActor): Promise<Planned> {
  const { context } = world
  const one = await expecting(world)
  const { trajectoryId, worker } = one
  const version = async () => (await readPlan(context, worker, { trajectoryId })).plan?.version ?? null
  const goal = async (words: string, domain: string) => {
    const { goalId } = await addPlanGoal(context, worker, {
      trajectoryId,
      version: await version(),
      words,
      domain,
      weight: 2,
      startLevel: -2,
      levels: { '2': null, '1': null, '0': `Genoeg: ${words}`, '-1': null, '-2': null },
    })
    await addPlanAction(context, worker, {
      trajectoryId,
      version: (await version()) ?? 0,
      goalId,
      words: `Samen bellen over ${words}`,
      doer: 'worker',
      byDay: '2026-12-17',
    })
    return goalId
  }
  const letters = await goal('geen aanmaningen meer', 'adversityMoney')
  const home = await goal('een eigen plek', 'adversityHousing')
  const step = async (actor: MemberActor, named: 'submit' | 'approve') =>
    stepPlanOn(context, actor, { trajectoryId, version: (await version()) ?? 0, step: named })
  await step(worker, 'submit')
  await step(coordinator, 'approve')
  await reviewPlan(context, worker, {
    trajectoryId,
    version: (await version()) ?? 0,
    levels: { [letters]: 0, [home]: -1 },
    outcome: 'go_on',
    words: null,
  })
  await fillAdversityGrid(context, worker, {
    trajectoryId,
    counts: { adversityMoney: '1', adversitySafety: '1' },
    words: null,
  })
  return { ...one, letters, home }
}

/** The same with a report that this coordinator approved, in which both speak of each goal. */
export async function reported(world: World, coordinator: MemberActor): Promise<Planned> {
  const { context } = world
  const one = await planned(world, coordinator)
  const { trajectoryId, worker } = one
  await writeEndReport(context, worker, {
    trajectoryId,
    version: null,
    goals: {
      [one.letters]: { hers: 'Ik durf de post weer open te maken', coach: 'Zij belt nu zelf' },
      [one.home]: { hers: 'Het wachten duurt lang', coach: null },
    },
    hers: 'Ik sta er beter voor',
    coach: 'Zij weet wie ze kan bellen',
    goesOn: 'De aanvraag voor een woning loopt',
    takesOver: 'jgz',
  })
  for (const [actor, step] of [
    [worker, 'submit'],
    [coordinator, 'approve'],
  ] as const) {
    const { report } = await readEndReport(context, actor, { trajectoryId })
    await stepEndReport(context, actor, { trajectoryId, version: report.version ?? 0, step })
  }
  return one
}
