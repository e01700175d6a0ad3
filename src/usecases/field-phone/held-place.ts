import type { PhoneEntryRow } from '#db/phone-entry.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { type PhoneWords, placeOf, readWords } from '#usecases/field-phone/open-box.ts'
import { entryFields } from '#usecases/field-phone/phone-fields.ts'

/** What somebody wrote on a phone and whom it is about, as far as who asks may see that woman now. */
export async function heldFor(
  work: Work,
  row: PhoneEntryRow,
): Promise<{ trajectory: TrajectoryRow; text: string; said: PhoneWords | null } | null> {
  // Under her own key, or the writer's where it wasn't known then: only the words say whom it is about.
  const known = row.trajectory_id && (await findTrajectory(work.tx, work.actor, row.trajectory_id))
  if (row.trajectory_id && !known) return null
  await work.vault.load([row.owner_id])
  // Opened is opened, also if it turns out to be about somebody else's, or to be nothing any more.
  work.about({ person: row.owner_id })
  const text = entryFields.open(work.vault, row.owner_id, row.id, 'words_sealed', row.words_sealed)
  if (text === null) return null
  const said = readWords(text)
  if (known) return { trajectory: known, text, said }
  const place = await placeOf(work, said)
  const trajectory = place && (await findTrajectory(work.tx, work.actor, place.trajectory_id))
  return trajectory ? { trajectory, text, said } : null
}
