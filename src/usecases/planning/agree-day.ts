import { type ContactRow, saveContact } from '#db/contact.ts'
import { insertMove } from '#db/planning.ts'
import type { Canceller } from '#domain/contact/contact.ts'
import type { OutsideReason } from '#domain/contact/outside-window.ts'
import type { Day } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

interface Agreed {
  readonly on: Day
  readonly at: string | null
  readonly reason: OutsideReason | null
  readonly mode?: string
  /** Who asked for another day; `null` where they agreed on it at a visit. */
  readonly askedBy: Canceller | null
}

/**
 * Writes the day that was agreed for a held contact. If another stood there it was moved: what it was and who asked stays,
 * and what she said yes to is no longer what stands.
 */
export async function agreeDay(
  work: Work,
  row: ContactRow,
  { on, at, reason, mode, askedBy }: Agreed,
): Promise<boolean> {
  const moved =
    row.planned_on !== null && !(row.planned_on.equals(on) && (row.planned_at?.slice(0, 5) ?? null) === at)
  if (moved && row.planned_on)
    await insertMove(work.tx, {
      org_id: work.orgId,
      id: work.newId(),
      contact_id: row.id,
      trajectory_id: row.trajectory_id,
      was_on: row.planned_on,
      was_at: row.planned_at,
      to_on: on,
      to_at: at,
      asked_by: askedBy,
      moved_by: actorId(work.actor),
      moved_at: work.now,
    })
  await saveContact(work.tx, row, {
    planned_on: on,
    planned_at: at,
    outside_reason: reason,
    ...(mode === undefined ? {} : { mode }),
    ...(moved ? { confirmed_on: null } : {}),
  })
  return moved
}
