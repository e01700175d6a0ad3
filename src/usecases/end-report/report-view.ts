import { type EndReportRow, listEndReportSteps } from '#db/end-report.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findPlan } from '#db/plan.ts'
import { listPlanGoals } from '#db/plan-part.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { gridDomains } from '#domain/adversity/adversity-grid.ts'
import { readDay } from '#domain/day.ts'
import { mayStepReport, noWords, takesWords } from '#domain/end-report/end-report.ts'
import { endReportPolicy } from '#domain/end-report/end-report-policy.ts'
import { missingIn } from '#domain/end-report/missing.ts'
import type { Settled } from '#domain/end-report/settled.ts'
import { mayApprove } from '#domain/plan/plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import { knownGrids } from '#usecases/adversity/known-grids.ts'
import type { Work } from '#usecases/context.ts'
import { openReport } from '#usecases/end-report/end-report-fields.ts'
import { handsInReport } from '#usecases/end-report/report-hands.ts'
import { settle } from '#usecases/end-report/settle.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

interface Seen {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  /** `null`: nobody wrote anything yet, and what her file says stands in it. */
  readonly row: EndReportRow | null
}
export type ShownReport = Awaited<ReturnType<typeof reportView>>

/**
 * A report as a page shows it, as far as this reader may read it: no goal of somebody before her that the woman doesn't
 * want read, and after a loss none about a child. Her key must be loaded.
 */
export async function reportView(work: Work, { trajectory, definition, row }: Seen) {
  const { tx, orgId, actor } = work
  const content = row && openReport(work, trajectory.person_id, row)
  const erased = row !== null && content === null
  const settled = erased ? null : (content?.settled ?? (await settle(work, trajectory, definition)).settled)
  const words = content ?? noWords
  const domains = gridDomains(definition, trajectory.quiet_since !== null)
  const sayable = new Set(domains.map(({ fact }) => fact))
  const planId = content?.settled ? row?.plan_id : (await findPlan(tx, orgId, trajectory.id))?.id
  const readable = new Set(planId ? (await listPlanGoals(tx, actor, planId)).map(({ id }) => id) : [])
  const goals = (settled?.goals ?? [])
    .filter(({ id, domain }) => readable.has(id) && (domain === null || sayable.has(domain)))
    .map((goal) => ({ ...goal, hers: null, coach: null, ...words.goals[goal.id] }))
  const organisations = await findNetworkOrganisations(tx, orgId)
  const steps = row ? await listEndReportSteps(tx, orgId, row.id) : []
  const names = await whoDid(
    work,
    steps.map(({ taken_by }) => taken_by),
  )
  return {
    id: row?.id ?? null,
    number: row?.number ?? 1,
    version: row && row.state !== 'approved' ? row.version : null,
    state: row?.state ?? null,
    approvedOn: row?.approved_on ?? null,
    erased,
    reviewedOn: settled?.reviewedOn ? readDay(settled.reviewedOn) : null,
    domains,
    goals,
    grids: await shownGrids(work, trajectory, definition, settled),
    handovers: (settled?.handovers ?? []).map(({ organisationId, party, heldOn }) => ({
      party: organisations.find(({ id }) => id === organisationId)?.name ?? party,
      heldOn: heldOn === null ? null : readDay(heldOn),
    })),
    hers: words.hers,
    coach: words.coach,
    goesOn: words.goesOn,
    takesOver: words.takesOver,
    missing: erased ? [] : missingIn(goals, words),
    steps: steps.map((step) => ({
      id: step.id,
      step: step.step,
      on: step.taken_on,
      by: names.get(step.taken_by) ?? null,
      reason: step.reason_code,
    })),
    ...(await abilitiesOf(work, row)),
  }
}

async function abilitiesOf(work: Work, row: EndReportRow | null) {
  const { actor } = work
  const writes = endReportPolicy.write(actor)
  const waits = row !== null && mayStepReport(row.state, 'approve')
  const judges = waits && endReportPolicy.approve(actor) && actor.kind === 'member'
  const own = judges && isRefusal(mayApprove(actor.memberId, await handsInReport(work, row)))
  return {
    /** It waits for somebody, and that may not be who reads this. */
    own,
    abilities: {
      write: writes && (row === null || row.state === 'approved' || takesWords(row.state)),
      submit: writes && row !== null && mayStepReport(row.state, 'submit'),
      decide: judges && !own,
    },
  }
}

/** Both times, if this reader may read what was filled in on those days. */
async function shownGrids(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
  settled: Settled | null,
) {
  if (!settled?.grids) return null
  const domains = gridDomains(definition, trajectory.quiet_since !== null)
  const { grids } = await knownGrids(work, trajectory, domains)
  const read = new Set(grids.map(({ on }) => on.toString()))
  const { first, last } = settled.grids
  if (!read.has(first.on) || !read.has(last.on)) return null
  const only = ({ on, counts }: typeof first) => ({
    on: Temporal.PlainDate.from(on),
    counts: Object.fromEntries(domains.map(({ fact }) => [fact, counts[fact] ?? null])),
  })
  return { first: only(first), last: only(last) }
}
