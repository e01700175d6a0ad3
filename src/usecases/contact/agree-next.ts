import { insertContacts, listContacts } from '#db/contact.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { inOrder, nextNumber } from '#domain/contact/contact-facts.ts'
import { type OutsideReason, planOn } from '#domain/contact/outside-window.ts'
import { type Day, laterOf } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { agreeDay } from '#usecases/planning/agree-day.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { refuseIfAway } from '#usecases/worker/refuse-if-away.ts'
import { refuseVisitIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

interface Agreed {
  readonly nextOn: Day | null
  readonly nextAt: string | null
  readonly nextReason: OutsideReason | null
}

/** Sets the day that was agreed for the next contact in the plan; beyond the end of the plan it is an extra one. */
export async function agreeNext(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'worker_id' | 'programme_id' | 'programme_version'>,
  { nextOn, nextAt, nextReason }: Agreed,
  mode: string,
): Promise<void> {
  if (!nextOn) return
  await stopIfBlocked(work, trajectory, 'visit')
  const definition = definitionOf(work, trajectory)
  await refuseVisitIfClosed(work, definition, trajectory.worker_id, laterOf(nextOn, work.today))
  await refuseIfAway(work, trajectory.worker_id, nextOn, mode)
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  const next = inOrder(rows.map(contactOf).filter(({ state }) => state === 'planned'))[0]
  const window = next ?? { dueFrom: nextOn, dueUntil: nextOn }
  const planned = planOn(window, nextOn, { today: work.today, reason: nextReason })
  if (isRefusal(planned)) throw new Refused(planned.refused)
  const row = next && rows.find(({ id }) => id === next.id)
  if (row)
    await agreeDay(work, row, {
      on: planned.plannedOn,
      at: nextAt,
      reason: planned.outsideReason,
      askedBy: null,
    })
  else
    await insertContacts(work.tx, [
      {
        org_id: work.orgId,
        id: work.newId(),
        trajectory_id: trajectory.id,
        worker_id: trajectory.worker_id,
        number: nextNumber(rows),
        state: 'planned',
        origin: 'extra',
        mode,
        due_from: nextOn,
        due_until: nextOn,
        planned_on: nextOn,
        planned_at: nextAt,
      },
    ])
}
