import { findLastDangerOn } from '#db/concern.ts'
import { listKindchecks } from '#db/kindcheck.ts'
import { findLastRedFlagOn, listRedFlagChecks, listRedFlagReviews, listRedFlags } from '#db/red-flag.ts'
import { listSafetyPlans } from '#db/safety-plan.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type Day, isBefore, laterOf } from '#domain/day.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { kindcheckDue } from '#domain/safety/kindcheck.ts'
import { redFlagsOf, reviewFor } from '#domain/safety/red-flags.ts'
import { lastReviewDay, reviewDueOn } from '#domain/safety/safety-plan.ts'
import type { Work } from '#usecases/context.ts'
import {
  kindcheckFields,
  redFlagCheckFields,
  redFlagReviewFields,
  safetyPlanFields,
} from '#usecases/safety/safety-fields.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** Red flags, kindchecks and plans of one trajectory, opened, for whoever may read them. Her key is loaded. */
export async function readSafetyFile(work: Work, trajectory: TrajectoryRow, definition: ProgrammeDefinition) {
  const { tx, orgId, actor, vault, today } = work
  const { id, person_id: owner } = trajectory
  const checks = await listRedFlagChecks(tx, orgId, id)
  const flags = await listRedFlags(tx, orgId, id)
  const reviews = await listRedFlagReviews(tx, orgId, id)
  const kindchecks = await listKindchecks(tx, orgId, id)
  const plans = await listSafetyPlans(tx, actor, id)
  const names = await whoDid(work, [
    ...checks.map(({ checked_by }) => checked_by),
    ...reviews.map(({ reviewed_by }) => reviewed_by),
    ...kindchecks.map(({ checked_by }) => checked_by),
    ...plans.map(({ written_by }) => written_by),
  ])
  const called = new Map(redFlagsOf(definition).map((flag) => [flag.id, flag]))
  const flagsOf = (some: typeof flags) =>
    some.map(({ id: flagId, flag, noted_on }) => ({
      id: flagId,
      label: called.get(flag)?.label ?? null,
      highest: called.get(flag)?.highest ?? false,
      notedOn: noted_on,
    }))
  const [plan] = plans
  const changedOn = plan ? await riskChangedOn(work, id, plan.written_on) : null
  const quiet = trajectory.quiet_since !== null
  return {
    openFlags: flagsOf(flags.filter(({ review_id }) => review_id === null)).sort(
      (a, b) => Number(b.highest) - Number(a.highest),
    ),
    checks: checks.map((check) => ({
      id: check.id,
      on: check.checked_on,
      moment: check.moment,
      by: names.get(check.checked_by) ?? null,
      flags: flagsOf(flags.filter(({ check_id }) => check_id === check.id)),
      words: redFlagCheckFields.open(vault, owner, check.id, 'words_sealed', check.words_sealed),
    })),
    reviews: reviews.map((review) => {
      const code = reviewFor(review.code, meldcodePolicy.lead(actor))
      const readsWords = code === review.code || review.reviewed_by === actorId(actor)
      return {
        id: review.id,
        on: review.reviewed_on,
        by: names.get(review.reviewed_by) ?? null,
        code,
        words: redFlagReviewFields.open(
          vault,
          owner,
          review.id,
          'words_sealed',
          readsWords ? review.words_sealed : null,
        ),
      }
    }),
    /** Nothing about children is asked or shown while the trajectory is quiet. */
    kindcheck:
      definition.safety.kindcheck.value && !quiet
        ? {
            due: kindcheckDue(
              definition.safety,
              kindchecks.map(({ moment }) => moment),
              trajectory.contacts_done,
            ),
            doneToday: kindchecks.some(({ checked_on }) => checked_on.equals(today)),
            checks: kindchecks.map((check) => ({
              id: check.id,
              on: check.checked_on,
              moment: check.moment,
              visitsDone: check.visits_done,
              outcome: check.outcome,
              by: names.get(check.checked_by) ?? null,
              words: kindcheckFields.open(vault, owner, check.id, 'words_sealed', check.words_sealed),
            })),
          }
        : null,
    plan: plan
      ? {
          id: plan.id,
          number: plan.number,
          on: plan.written_on,
          by: names.get(plan.written_by) ?? null,
          words: safetyPlanFields.open(vault, owner, plan.id, 'plan_sealed', plan.plan_sealed),
          card: safetyPlanFields.open(vault, owner, plan.id, 'card_sealed', plan.card_sealed),
          reviewDue: reviewDueOn({ reviewOn: plan.review_on }, changedOn),
        }
      : null,
    earlierPlans: plans.slice(1).map(({ number, written_on, written_by }) => ({
      number,
      on: written_on,
      by: names.get(written_by) ?? null,
    })),
    planExpected: definition.safety.safetyPlanByVisit?.value ?? null,
    lastReviewDay: lastReviewDay(definition.safety, today),
  }
}
export type SafetyFile = Awaited<ReturnType<typeof readSafetyFile>>

/** The last day after the plan on which danger or a red flag was named. */
async function riskChangedOn({ tx, orgId }: Work, trajectoryId: string, writtenOn: Day): Promise<Day | null> {
  const days = [
    await findLastDangerOn(tx, orgId, trajectoryId),
    await findLastRedFlagOn(tx, orgId, trajectoryId),
  ].filter((day) => day !== null && isBefore(writtenOn, day))
  return days.reduce<Day | null>((last, day) => (last && day ? laterOf(last, day) : (day ?? last)), null)
}
