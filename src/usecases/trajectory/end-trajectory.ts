import { insertClosure, refuseWaitingMessages } from '#db/closure.ts'
import { json } from '#db/connection.ts'
import { endShortlist } from '#db/match-shortlist.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import {
  type ClosureResult,
  closureReasonsFor,
  closureResult,
  type Evaluation,
  type GoalLevel,
} from '#domain/closure/closure.ts'
import { notStartedClass } from '#domain/closure/not-started-class.ts'
import type { Told } from '#domain/closure/told-at-end.ts'
import type { Afterwards } from '#domain/measure/after-end.ts'
import { actorId } from '#domain/member/actor.ts'
import { kindsToMother } from '#domain/message/message.ts'
import { planTasks } from '#domain/plan/plan.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { consentAfterPhase } from '#usecases/consent/keep-asking.ts'
import { skipPlannedContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { sessionsAttendedBy } from '#usecases/group/attended.ts'
import { endOpenPlace } from '#usecases/group/end-open-place.ts'
import { childBornOn } from '#usecases/match/child-of.ts'
import { endOpenMatch } from '#usecases/match/end-open-match.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { planAfterwards } from '#usecases/measure/plan-afterwards.ts'
import { type ReferrerTold, tellReferrer } from '#usecases/message/tell-referrer.ts'
import { askedAfterPhase } from '#usecases/phase/ask-contact-anew.ts'
import { endPlanReviews } from '#usecases/safety/review-plan-now.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { closureFields, closureNoteFields } from '#usecases/trajectory/closure-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { knownAtEnd } from '#usecases/trajectory/known-at-end.ts'

export interface Ending {
  /** Id of one of the programme's closure reasons. */
  readonly reason: string
  readonly evaluation: Evaluation
  readonly evaluationCode: string | null
  readonly goals: Readonly<Record<string, GoalLevel>>
  readonly told: Told
  /** Whether she may be asked again later, where the programme does that. */
  readonly afterwards: Afterwards
  readonly words: string | null
  readonly note: string | null
}

export interface Ended {
  readonly result: ClosureResult
  readonly referrer: ReferrerTold
}

/**
 * Ends a trajectory whose lock the caller holds: nothing of it stays open. Planned contacts are left out, the match
 * ends, due measures are no longer asked unless they are meant for later and she agreed, nothing more is sent to her, and the one who referred hears that it ended
 * (or, if it never began, the class of the reason), if she agreed to that.
 */
export async function endTrajectory(work: Work, trajectory: TrajectoryRow, ending: Ending): Promise<Ended> {
  const { tx, orgId, actor, today, now, vault } = work
  const { id, person_id: personId } = trajectory
  const closed = stepTo(trajectoryStateOf(trajectory), 'close')
  if (isRefusal(closed)) throw new Refused('already-closed')
  const definition = definitionOf(work, trajectory)
  const begun = trajectory.started_on !== null
  const reason = closureReasonsFor(definition, begun, trajectory.quiet_since !== null).find(
    (one) => one.id === ending.reason,
  )
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  const visitsDone = trajectory.contacts_done
  const bornOn = await childBornOn(work, trajectory)
  const sessionsAttended = await sessionsAttendedBy(work, id)
  const known = begun ? await knownAtEnd(work, definition, id) : null
  const told = { ...ending.told, ...known?.told }
  const result = closureResult(
    definition,
    {
      begun,
      visitsDone,
      childBornOn: bornOn,
      sessionsAttended,
      evaluationHeld: ending.evaluation === 'taken',
      goals: ending.goals,
      planGoalsMet: known?.goalsMet ?? null,
      told,
    },
    today,
  )
  await skipPlannedContacts(work, trajectory)
  // Nobody judges a plan any more, nor asks anew how to reach her or what may be shared.
  for (const reason of [...Object.values(planTasks), askedAfterPhase, consentAfterPhase])
    await finishTasksOfTrajectory(tx, orgId, id, reason, { at: now, by: actorId(actor), code: 'not_needed' })
  // A concern or a red flag still asks its answer; a plan is looked at by whoever goes on.
  await endPlanReviews(work, id, 'not_needed')
  await endOpenMatch(work, trajectory, 'trajectory_closed')
  const noMore = { until_day: today, until_code: 'closed', until_by: actorId(actor) }
  await endShortlist(tx, orgId, { trajectoryId: id }, noMore)
  await endOpenPlace(work, id, 'trajectory_closed')
  const afterwards = await planAfterwards(work, trajectory, definition, ending)
  await refuseWaitingMessages(tx, orgId, id, kindsToMother, now)
  await vault.load([personId])
  const closureId = work.newId()
  await insertClosure(tx, {
    org_id: orgId,
    id: closureId,
    trajectory_id: id,
    reason_code: reason.id,
    result,
    contacts_done: visitsDone,
    evaluation: ending.evaluation,
    evaluation_code: ending.evaluationCode,
    goals: json(ending.goals),
    told: json(told),
    afterwards,
    words_sealed: closureFields.sealIf(vault, personId, closureId, 'words_sealed', ending.words),
    programme_version: definition.version,
    decided_by: actor.kind === 'member' ? actor.memberId : null,
    decided_at: now,
  })
  await saveTrajectory(tx, trajectory, {
    state: closed,
    closed_on: today,
    closure_reason: reason.id,
    closure_note_sealed: closureNoteFields.sealIf(vault, personId, id, 'closure_note_sealed', ending.note),
    next_contact_on: null,
  })
  await stopIfBlocked(work, trajectory, 'closing')
  const referrer = begun
    ? await tellReferrer(work, trajectory.referral_id, 'ended')
    : await tellReferrer(work, trajectory.referral_id, 'not_started', notStartedClass(reason))
  return { result, referrer }
}
