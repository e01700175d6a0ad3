import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { mvr } from '#programmes/mvr.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { askArrangement } from '#usecases/arrangement/ask-arrangement.ts'
import { addSupporter } from '#usecases/circle/add-supporter.ts'
import { recordReliance } from '#usecases/circle/record-reliance.ts'
import { askConsultation } from '#usecases/consultation/ask-consultation.ts'
import { writeEndReport } from '#usecases/end-report/write-end-report.ts'
import { arrangeHandover } from '#usecases/handover/arrange-handover.ts'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { castWoman, within } from './cast.ts'
import type { World } from './world.ts'

export interface PlanHouse {
  /** A woman who works with a plan; it is being written. */
  readonly trajectory: string
  readonly goal: string
  readonly action: string
  /** Agreed on, and not held yet. */
  readonly handover: string
  /** Help that was asked and not decided about. */
  readonly arrangement: string
  /** An expert who was asked and did not answer. */
  readonly consultation: string
  /** Somebody in her circle of support. */
  readonly supporter: string
}

/** Somebody with a plan, a filled grid and a handover that was agreed on, in this organisation. */
export async function planOf(
  world: World,
  orgId: string,
  { worker }: Readonly<Record<Role, MemberActor>>,
): Promise<PlanHouse> {
  const { context } = world
  const { trajectoryId } = await castWoman(
    world,
    { given: 'Zwaluwina Plan', family: 'Kanariebos' },
    { orgId, programmeId: mvr.id, programmeVersion: mvr.version, state: 'active' },
  )
  await within(
    world,
    async ({ tx, today }) => {
      await tx
        .updateTable('trajectory')
        .set({ started_on: today, waiting_since: null, worker_id: worker.workerId })
        .where('org_id', '=', orgId)
        .where('id', '=', trajectoryId)
        .execute()
      return {}
    },
    orgId,
  )
  await fillAdversityGrid(context, worker, {
    trajectoryId,
    counts: { adversityMoney: '2' },
    words: 'Merelverhaal van de brieven',
  })
  const { goalId } = await addPlanGoal(context, worker, {
    trajectoryId,
    version: null,
    words: 'Merelverhaal zonder aanmaningen',
    domain: 'adversityMoney',
    weight: 2,
    startLevel: -1,
    levels: { '2': null, '1': null, '0': 'Lijstergesprek zonder schrik', '-1': null, '-2': null },
  })
  const { actionId } = await addPlanAction(context, worker, {
    trajectoryId,
    version: 1,
    goalId,
    words: 'Lijstergesprek met het loket',
    doer: 'party',
    party: 'Winterkoning',
    byDay: context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
  })
  const { handoverId } = await arrangeHandover(context, worker, {
    trajectoryId,
    party: 'Winterkoning',
    talkOn: context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
  })
  const { arrangementId } = await askArrangement(context, worker, {
    trajectoryId,
    kind: 'wmo_arrangement',
    party: 'Winterkoning',
    purpose: 'Merelverhaal: hulp in huis',
    askedOn: context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
  })
  const { consultationId } = await askConsultation(context, worker, {
    trajectoryId,
    kind: 'youth',
    party: 'Winterkoning',
    question: 'Merelverhaal: hoe leg ik dit uit?',
    telling: 'anonymous',
    askedOn: context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
  })
  const { supporterId } = await addSupporter(context, worker, {
    trajectoryId,
    told: { kind: 'family', name: 'Merelmoeder', ring: 1, helpsWith: 'Lijstergesprek aan de keukentafel' },
  })
  await recordReliance(context, worker, { trajectoryId, count: '3' })
  await writeEndReport(context, worker, {
    trajectoryId,
    version: null,
    goals: { [goalId]: { hers: 'Merelverhaal dat lukte', coach: 'Lijstergesprek dat hielp' } },
    hers: 'Merelverhaal over het geheel',
    coach: null,
    goesOn: 'Lijstergesprek na vandaag',
    takesOver: 'jgz',
  })
  return {
    trajectory: trajectoryId,
    goal: goalId,
    action: actionId,
    handover: handoverId,
    arrangement: arrangementId,
    consultation: consultationId,
    supporter: supporterId,
  }
}
