import { type SignUpRow, saveMeetingSeats } from '#db/activity.ts'
import { findSignUps, saveSignUp } from '#db/activity-sign-up.ts'
import { movedUp, type SignUp, seatAll } from '#domain/activity/seating.ts'
import type { HeldMeeting } from '#usecases/activity/held-activity.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

const asSignUp = ({ id, state, children, creche }: SignUpRow): SignUp => ({ id, state, children, creche })

const seatsIn = (rows: readonly Pick<SignUp, 'state'>[]): number =>
  rows.filter(({ state }) => state === 'seat').length
const childrenIn = (rows: readonly Pick<SignUp, 'creche' | 'children'>[]): number =>
  rows.reduce((sum, { creche, children }) => sum + (creche === 'place' ? children : 0), 0)

/**
 * Gives out what is free after somebody signed up or cancelled. Who moved up isn't written to: her coordinator gets it as
 * a task, to tell her in the way that was agreed. `was` is the list as it stood before; the activity is held. Seats of
 * those whom this member may not see count all the same: they are what the meeting has more than the list.
 */
export async function settleSignUps(
  work: Work,
  { activity, meeting }: Pick<HeldMeeting, 'activity' | 'meeting'>,
  was: readonly SignUpRow[],
  newest: string | null = null,
): Promise<void> {
  const { tx, orgId, now } = work
  const rows = await findSignUps(tx, orgId, [meeting.id])
  const before = rows.map(asSignUp)
  const hidden = {
    seats: Math.max(0, meeting.seats_taken - seatsIn(was)),
    children: Math.max(0, meeting.creche_taken - childrenIn(was)),
  }
  const after = seatAll(
    {
      seats: activity.seats === null ? null : activity.seats - hidden.seats,
      crechePlaces: activity.creche_places === null ? null : activity.creche_places - hidden.children,
    },
    before,
  )
  await saveMeetingSeats(tx, meeting, {
    signed_up: meeting.signed_up + (newest === null ? 0 : 1),
    seats_taken: hidden.seats + seatsIn(after),
    creche_taken: hidden.children + childrenIn(after),
  })
  const up = new Set(movedUp(before, after).map(({ id }) => id))
  for (const [at, row] of rows.entries()) {
    const next = after[at]
    if (!next || (next.state === row.state && next.creche === row.creche)) continue
    // Who signs up now and finds a seat didn't wait for it.
    const moved = up.has(row.id) && row.id !== newest
    await saveSignUp(tx, row, {
      state: next.state,
      creche: next.creche,
      ...(moved ? { moved_up_at: now } : {}),
    })
    if (!moved || row.trajectory_id === null) continue
    work.about({ person: row.person_id ?? [], trajectory: row.trajectory_id })
    const about = { personId: row.person_id, trajectoryId: row.trajectory_id }
    await createTask(work, { kind: 'group', reasonCode: 'activity-moved-up', ...about })
  }
}
