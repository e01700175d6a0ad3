import { type ActionPlanRow, listPlanDecisions, listPlanReviews } from '#db/plan.ts'
import { listPlanActions, listPlanGoals } from '#db/plan-part.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { gridDomains } from '#domain/adversity/adversity-grid.ts'
import { type Day, type DayNumber, dayNumber, dayOfNumber } from '#domain/day.ts'
import { attainment, type Level } from '#domain/plan/goal-attainment.ts'
import { mayApprove, mayStepPlan, takesActions, takesGoals, takesReview } from '#domain/plan/plan.ts'
import { planLookedAt } from '#domain/plan/plan-facts.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { openAction, openGoal, reviewFields } from '#usecases/plan/plan-fields.ts'
import { handsIn } from '#usecases/plan/plan-hands.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

interface Seen {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly row: ActionPlanRow
  /** Somebody like this may write in it now. */
  readonly open: boolean
  readonly parties: readonly { readonly id: string; readonly name: string }[]
}

export type ShownPlan = Awaited<ReturnType<typeof planView>>

/** A plan as a page shows it; her key must be loaded. */
export async function planView(work: Work, { trajectory, definition, row, open, parties }: Seen) {
  const { tx, orgId, actor, vault } = work
  const { person_id: personId } = trajectory
  const quiet = trajectory.quiet_since !== null
  const shown = new Set(gridDomains(definition, quiet).map(({ fact }) => fact))
  // After a loss a goal about a child is not put before anybody.
  const goals = (await listPlanGoals(tx, actor, row.id)).filter(
    ({ domain }) => !quiet || domain === null || shown.has(domain),
  )
  const actions = await listPlanActions(tx, actor, row.id)
  const reviews = await listPlanReviews(tx, actor, row.id)
  const decisions = await listPlanDecisions(tx, orgId, row.id)
  const names = await whoDid(work, [
    ...reviews.map(({ reviewed_by }) => reviewed_by),
    ...decisions.map(({ decided_by }) => decided_by),
  ])
  const partyNames = new Map(parties.map(({ id, name }) => [id, name]))
  const lookedAt = planLookedAt({
    state: row.state,
    agreedOn: numberOf(row.agreed_on),
    reviewedOn: numberOf(reviews[0]?.reviewed_on ?? null),
    levels: [],
  })
  const every = definition.reviews.find(({ id }) => id === definition.plan?.review)?.everyDays.value
  const own =
    planPolicy.approve(actor) &&
    actor.kind === 'member' &&
    isRefusal(mayApprove(actor.memberId, await handsIn(work, row)))
  const decides = open && planPolicy.approve(actor) && !own
  return {
    version: row.version,
    state: row.state,
    agreedOn: row.agreed_on,
    closedOn: row.closed_on,
    lookAgainOn: lookedAt !== null && every !== undefined ? dayOfNumber(lookedAt + every) : null,
    score: attainment(
      goals.filter(({ let_go_on }) => !let_go_on).map(({ level, weight }) => ({ level, weight })),
    ),
    goals: goals.map((goal) => ({
      id: goal.id,
      domain: goal.domain,
      words: openGoal(work, personId, goal),
      weight: goal.weight,
      startLevel: goal.start_level,
      level: goal.level,
      letGo: goal.let_go_on && { on: goal.let_go_on, code: goal.let_go_code ?? '' },
      actions: actions
        .filter(({ goal_id }) => goal_id === goal.id)
        .map((action) => ({
          id: action.id,
          words: openAction(work, personId, action),
          doer: action.doer,
          party: partyNames.get(action.network_organisation_id ?? '') ?? null,
          byDay: action.by_day,
          ended: action.ended_on && { on: action.ended_on, code: action.ended_code ?? '' },
        })),
    })),
    reviews: reviews.map((review) => ({
      id: review.id,
      on: review.reviewed_on,
      outcome: review.outcome,
      by: names.get(review.reviewed_by) ?? null,
      // Our own writing, validated on the way in.
      levels: review.levels as Readonly<Record<string, Level>>,
      words: reviewFields.open(vault, personId, review.id, 'words_sealed', review.words_sealed),
    })),
    decisions: decisions.map((decision) => ({
      id: decision.id,
      step: decision.step,
      on: decision.decided_on,
      by: names.get(decision.decided_by) ?? null,
      reason: decision.reason_code,
    })),
    /** It waits for somebody, and that may not be who reads this: she wrote in it herself. */
    own,
    abilities: {
      addGoal: open && takesGoals(row.state),
      addAction: open && takesActions(row.state),
      submit: open && mayStepPlan(row.state, 'submit'),
      approve: decides && mayStepPlan(row.state, 'approve'),
      review: open && takesReview(row.state),
      close: decides && mayStepPlan(row.state, 'close'),
    },
  }
}

const numberOf = (day: Day | null): DayNumber | null => day && dayNumber(day)
