import { listHandoverRows } from '#db/handover.ts'
import { type ActionPlanRow, findPlan, listPlanReviews } from '#db/plan.ts'
import { listPlanActions, listPlanGoals } from '#db/plan-part.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { gridDomains } from '#domain/adversity/adversity-grid.ts'
import type { Settled } from '#domain/end-report/settled.ts'
import { goalOutcome } from '#domain/plan/goal-attainment.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { knownGrids } from '#usecases/adversity/known-grids.ts'
import type { Work } from '#usecases/context.ts'
import { handoverFields } from '#usecases/handover/handover-fields.ts'
import { openAction, openGoal } from '#usecases/plan/plan-fields.ts'

/**
 * What her file says now of her goals, her adversities and the talks that were held: the whole of it, whoever wrote it.
 * What a reader may see of it, `reportView` decides. Her key must be loaded.
 */
export async function settle(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<{ readonly plan: ActionPlanRow | null; readonly settled: Settled }> {
  const { tx, orgId } = work
  const plan = (await findPlan(tx, orgId, trajectory.id)) ?? null
  return {
    plan,
    settled: {
      ...(await settledPlan(work, trajectory, plan)),
      grids: await settledGrids(work, trajectory, definition),
      handovers: (await listHandoverRows(tx, orgId, trajectory.id))
        .filter(({ dropped_on }) => dropped_on === null)
        .map((row) => ({
          organisationId: row.network_organisation_id,
          party: handoverFields.open(
            work.vault,
            trajectory.person_id,
            row.id,
            'party_sealed',
            row.party_sealed,
          ),
          heldOn: row.held_on?.toString() ?? null,
        })),
    },
  }
}

async function settledPlan(work: Work, { person_id: personId }: TrajectoryRow, plan: ActionPlanRow | null) {
  if (!plan) return { goals: [], reviewedOn: null }
  const { tx, orgId, zone } = work
  const whole = { kind: 'system', orgId, job: 'end-report' } as const
  const actions = await listPlanActions(tx, whole, plan.id)
  const [last] = await listPlanReviews(tx, whole, plan.id)
  const goals = (await listPlanGoals(tx, whole, plan.id)).map((goal) => {
    const words = openGoal(work, personId, goal)
    const { start_level: startLevel, level } = goal
    return {
      id: goal.id,
      domain: goal.domain,
      words: words?.words ?? null,
      expected: words?.levels['0'] ?? null,
      startLevel,
      level,
      outcome: goal.let_go_on ? null : goalOutcome(startLevel, level),
      begunOn: goal.created_at.toZonedDateTimeISO(zone).toPlainDate().toString(),
      letGo: goal.let_go_on && { on: goal.let_go_on.toString(), code: goal.let_go_code ?? '' },
      actions: actions
        .filter(({ goal_id }) => goal_id === goal.id)
        .map((action) => {
          const said = openAction(work, personId, action)
          return {
            id: action.id,
            words: said?.words ?? '',
            doer: action.doer,
            organisationId: action.network_organisation_id,
            party: said?.party ?? null,
            byDay: action.by_day.toString(),
            ended: action.ended_on && (action.ended_code ?? ''),
          }
        }),
    }
  })
  return { goals, reviewedOn: last?.reviewed_on.toString() ?? null }
}

async function settledGrids(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<Settled['grids']> {
  if (!definition.adversityGrid) return null
  // Also what a worker who sends it in may not read herself: whoever approves it sees the same.
  const whole = { ...work, actor: { kind: 'system', orgId: work.orgId, job: 'end-report' } as const }
  const { grids } = await knownGrids(whole, trajectory, gridDomains(definition, false))
  const [first, last] = [grids[0], grids.at(-1)]
  const kept = (grid: NonNullable<typeof first>) => ({ on: grid.on.toString(), counts: grid.counts })
  return first && last ? { first: kept(first), last: kept(last) } : null
}
