import { z } from 'zod'
import { insertEndReport, saveEndReport } from '#db/end-report.ts'
import { findPlan } from '#db/plan.ts'
import { listPlanGoals } from '#db/plan-part.ts'
import { endReportInput, takesWords } from '#domain/end-report/end-report.ts'
import { endReportPolicy } from '#domain/end-report/end-report-policy.ts'
import { versionInput } from '#domain/version.ts'
import { openReport, sealReport } from '#usecases/end-report/end-report-fields.ts'
import { holdReport, keepReportStep } from '#usecases/end-report/held-report.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes in the report of how it went: begins it, goes on with it, or begins the next one when the last was approved.
 * What came of each goal is not written here: that was said when the plan was looked at.
 */
export const writeEndReport = command({
  name: 'write-end-report',
  action: 'update',
  may: endReportPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** Of the report that is open; `null` while there is none. */
    version: versionInput.nullable(),
    ...endReportInput,
  }),
  async run(work, { trajectoryId, version, ...words }) {
    const { tx, orgId, actor } = work
    const { trajectory, memberId, report } = await holdReport(work, trajectoryId, version)
    const { person_id: personId } = trajectory
    const plan = (await findPlan(tx, orgId, trajectoryId)) ?? null
    const known = new Set((plan ? await listPlanGoals(tx, actor, plan.id) : []).map(({ id }) => id))
    const unknown = Object.keys(words.goals).filter((id) => !known.has(id))
    if (unknown.length > 0) throw new Invalid(Object.fromEntries(unknown.map((id) => [id, 'unknown-field'])))
    // Of goals that this writer may not read, what was written stays.
    const before = report && openReport(work, personId, report)
    const content = { ...words, goals: { ...before?.goals, ...words.goals }, settled: null }
    if (report && report.state !== 'approved') {
      if (!takesWords(report.state)) throw new Refused('end-report-not-from-this-state')
      await saveEndReport(tx, report, {
        plan_id: plan?.id ?? null,
        content_sealed: sealReport(work, personId, report.id, content),
      })
      await keepReportStep(work, report.id, { step: 'write', memberId })
      return { reportId: report.id }
    }
    const id = work.newId()
    await insertEndReport(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      plan_id: plan?.id ?? null,
      number: (report?.number ?? 0) + 1,
      state: 'draft',
      content_sealed: sealReport(work, personId, id, content),
      begun_by: memberId,
      begun_at: work.now,
      approved_on: null,
    })
    await keepReportStep(work, id, { step: 'write', memberId })
    return { reportId: id }
  },
})
