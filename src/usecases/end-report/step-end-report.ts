import { z } from 'zod'
import { type EndReportRow, saveEndReport } from '#db/end-report.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { endReportSteps, endReportTask, stepReport } from '#domain/end-report/end-report.ts'
import { endReportPolicy } from '#domain/end-report/end-report-policy.ts'
import { isStill } from '#domain/end-report/settled.ts'
import { mayApprove, planReasons } from '#domain/plan/plan.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { openReport, sealReport } from '#usecases/end-report/end-report-fields.ts'
import { type HeldReport, holdReport, keepReportStep } from '#usecases/end-report/held-report.ts'
import { handsInReport } from '#usecases/end-report/report-hands.ts'
import { settle } from '#usecases/end-report/settle.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes a report a step further. Sent in, it holds what her file says on that day; approved, it is what somebody saw who
 * wrote nothing in it, and is never written again.
 */
export const stepEndReport = command({
  name: 'step-end-report',
  action: 'update',
  may: endReportPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    step: z.enum(endReportSteps),
    reason: z.enum(planReasons).nullable().default(null),
  }),
  async run(work, { trajectoryId, version, step, reason }) {
    const held = await holdReport(work, trajectoryId, version)
    const { trajectory, report, terms, memberId } = held
    if (!report) throw new NotFound()
    const state = stepReport(report.state, step, terms.approval.value)
    if (isRefusal(state)) throw new Refused(state.refused)
    if (step === 'send-back' && reason === null) throw new Invalid({ reason: 'choose-one' })
    if (step !== 'submit') await bySomebodyElse(work, report, memberId)
    const content = openReport(work, trajectory.person_id, report)
    if (!content) throw new NotFound()
    const { plan, settled } = await settle(work, trajectory, held.definition)
    if (step === 'approve' && !(content.settled && isStill(content.settled, settled)))
      throw new Refused('end-report-file-moved')
    const kept = step === 'submit' ? settled : step === 'send-back' ? null : content.settled
    await saveEndReport(work.tx, report, {
      state,
      plan_id: plan?.id ?? null,
      content_sealed: sealReport(work, trajectory.person_id, report.id, { ...content, settled: kept }),
      ...(state === 'approved' ? { approved_on: work.today } : {}),
    })
    await keepReportStep(work, report.id, { step, memberId, reason: step === 'send-back' ? reason : null })
    await keepTask(work, held, state === 'submitted')
    return { state }
  },
})

async function bySomebodyElse(work: Work, report: EndReportRow, memberId: string): Promise<void> {
  if (!endReportPolicy.approve(work.actor)) throw new Forbidden()
  const allowed = mayApprove(memberId, await handsInReport(work, report))
  if (isRefusal(allowed)) throw new Refused('own-end-report')
}

/** It waits on the worklist for who may judge it, for as long as it waits. */
async function keepTask(work: Work, { trajectory, memberId }: HeldReport, waits: boolean): Promise<void> {
  await finishTasksOfTrajectory(work.tx, work.orgId, trajectory.id, endReportTask, {
    at: work.now,
    by: memberId,
    code: 'done',
  })
  if (waits) await createTask(work, { kind: 'plan', reasonCode: endReportTask, trajectoryId: trajectory.id })
}
