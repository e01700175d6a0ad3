import { type EndReportRow, listEndReportSteps } from '#db/end-report.ts'
import { findPlan } from '#db/plan.ts'
import type { Work } from '#usecases/context.ts'
import { handsIn } from '#usecases/plan/plan-hands.ts'

/**
 * Everybody for whom it is her own report: who wrote in it, in one before it that it goes on from, or in the plan it
 * reports on. What came of a goal is the word of who looked at the plan.
 */
export async function handsInReport(work: Work, report: EndReportRow): Promise<(string | null)[]> {
  const { tx, orgId } = work
  const steps = await listEndReportSteps(tx, orgId, report.id)
  const plan = await findPlan(tx, orgId, report.trajectory_id)
  return [
    report.begun_by,
    ...steps.flatMap(({ step, taken_by }) => (step === 'write' || step === 'submit' ? [taken_by] : [])),
    ...(plan ? await handsIn(work, plan) : []),
  ]
}
