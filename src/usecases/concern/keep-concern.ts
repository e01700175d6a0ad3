import { insertConcern, lockConcern, saveConcern } from '#db/concern.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ConcernLevel } from '#domain/concern/concern.ts'
import type { RaisedAlarm } from '#domain/measure/alarms-raised.ts'
import { isMemberWith, type MemberActor } from '#domain/member/actor.ts'
import { planAftercare } from '#usecases/aftercare/plan-aftercare.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import { askFirst } from '#usecases/concern/ask-colleagues.ts'
import { concernFields } from '#usecases/concern/concern-fields.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { reviewPlanNow } from '#usecases/safety/review-plan-now.ts'

interface NewConcern {
  readonly level: ConcernLevel
  readonly contactId?: string | null
  readonly words?: string | null
  readonly answerDue: Temporal.Instant | null
  /** What a questionnaire raised it for. */
  readonly alarms?: readonly RaisedAlarm[]
}

/**
 * Keeps a concern, whoever or whatever raised it, and asks colleagues at once if it is danger. The actor may see the
 * trajectory. Gives the concern's id.
 */
export async function keepConcern(
  work: Work,
  actor: MemberActor,
  trajectory: TrajectoryRow,
  { level, contactId, words, answerDue, alarms }: NewConcern,
): Promise<string> {
  const { tx, orgId, vault, now, today } = work
  const id = work.newId()
  const personId = trajectory.person_id
  await vault.load([personId])
  await insertConcern(tx, {
    org_id: orgId,
    id,
    trajectory_id: trajectory.id,
    person_id: personId,
    contact_id: contactId ?? null,
    level,
    state: 'raised',
    raised_by: actor.memberId,
    raised_as:
      isMemberWith(actor, 'worker') &&
      (actor.workerId === trajectory.worker_id || !isMemberWith(actor, 'coordinator', 'safeguarding_lead'))
        ? 'worker'
        : 'staff',
    raised_on: today,
    raised_at: now,
    answer_due_at: answerDue,
    ask_next_at: null,
    words_sealed: concernFields.sealIf(vault, personId, id, 'words_sealed', words),
    alarms_sealed: alarms
      ? concernFields.seal(vault, personId, id, 'alarms_sealed', JSON.stringify(alarms))
      : null,
    outcome: null,
    watch_until: null,
    closed_at: null,
  })
  const row = await lockConcern(tx, { kind: 'system', orgId, job: 'concern' }, id)
  if (!row) throw new NotFound()
  await addStep(work, row, { kind: 'raised', code: level })
  if (level === 'danger_now') {
    await saveConcern(tx, row, { ask_next_at: await askFirst(work, row, trajectory.coordinator_id) })
    await reviewPlanNow(work, trajectory)
    // Whoever stood in it is asked how she is, also when she says nothing of herself.
    if (row.raised_as === 'worker' && actor.workerId)
      await planAftercare(work, { workerId: actor.workerId, because: 'danger', concernId: id })
  }
  return id
}
