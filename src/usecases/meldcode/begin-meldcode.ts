import { findMeldcode, insertMeldcode, lockOpenMeldcodeOf } from '#db/meldcode.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { MeldcodeSubject } from '#domain/meldcode/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { addEntry, type Origin } from '#usecases/meldcode/add-entry.ts'

export interface Begun {
  /** `null` if one was open that she may not see. */
  readonly meldcodeId: string | null
  /** There was one already: what she brings stands in it, and who handles it sees that something came. */
  readonly joined: boolean
}

/**
 * Begins a meldcode in the file of the mother or of her child; whoever begins it handles it until it is handed over. Of
 * one person there is never more than one: the safeguarding lead alone knows what is open, so that somebody else isn't
 * refused and learns nothing, and nothing of hers is lost. Her trajectory is held.
 */
export async function beginMeldcode(
  work: Work,
  trajectory: TrajectoryRow,
  { about, origin, words }: { about: MeldcodeSubject; origin: Origin; words: string | null },
): Promise<Begun> {
  const { tx, orgId, actor, now, today } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const personId = about === 'child' ? trajectory.child_id : trajectory.person_id
  if (!personId || (about === 'child' && trajectory.quiet_since !== null))
    throw new Invalid({ about: 'no-child-known' })
  work.about({ person: personId })
  await work.vault.load([personId])
  await finishTasksOfTrajectory(tx, orgId, trajectory.id, 'kindcheck-concern', {
    at: now,
    by: actor.memberId,
    code: 'done',
  })
  const open = await lockOpenMeldcodeOf(tx, orgId, personId)
  if (open) {
    await addEntry(work, open, { kind: 'joined', code: origin.from, origin, words })
    const seen = meldcodePolicy.read(actor) && (await findMeldcode(tx, actor, open.id))
    return { meldcodeId: seen ? open.id : null, joined: true }
  }
  const id = work.newId()
  await insertMeldcode(tx, {
    org_id: orgId,
    id,
    trajectory_id: trajectory.id,
    person_id: personId,
    about,
    handler_id: actor.memberId,
    state: 'open',
    opened_on: today,
    opened_by: actor.memberId,
    opened_at: now,
    reported_on: null,
    closing_code: null,
    closed_on: null,
    closed_by: null,
  })
  await addEntry(work, { id, person_id: personId }, { kind: 'opened', code: origin.from, origin, words })
  return { meldcodeId: id, joined: false }
}
