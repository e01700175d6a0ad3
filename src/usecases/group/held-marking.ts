import { findPlaces, type PlaceRow } from '#db/group-place.ts'
import { findSession, findSessions, type SessionRow } from '#db/group-session.ts'
import { isBefore } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { groupStateOf, sessionStateOf } from '#usecases/group/group-states.ts'
import { type HeldGroup, holdGroup } from '#usecases/group/held-group.ts'
import { expectedAt } from '#usecases/group/in-session.ts'

export interface HeldMarking extends HeldGroup {
  readonly session: SessionRow
  readonly expected: readonly PlaceRow[]
  /** Everybody who ever had to do with the group. */
  readonly all: readonly PlaceRow[]
}

/**
 * A session whose attendance may be written down now, with its group held: on its day or later, in order, of a group that
 * goes on. Two who lead it tap at the same time, so no version is asked: what each of them saw is kept with each tap.
 */
export async function holdMarking(work: Work, sessionId: string): Promise<HeldMarking> {
  const { tx, orgId, today } = work
  const seen = await findSession(tx, orgId, sessionId)
  if (!seen) throw new NotFound()
  const held = await holdGroup(work, seen.group_id)
  const session = await findSession(tx, orgId, sessionId)
  if (!session) throw new NotFound()
  const state = sessionStateOf(session)
  if (state === 'cancelled') throw new Refused('session-not-from-this-state')
  if (isBefore(today, session.on_day)) throw new Refused('session-to-come')
  refuseUnlessGoesOn(held.group, state)
  const sessions = await findSessions(tx, orgId, [held.group.id])
  if (sessions.some((row) => row.number < session.number && row.state === 'planned'))
    throw new Refused('session-earlier-open')
  const all = await findPlaces(tx, orgId, [held.group.id])
  return { ...held, session, all, expected: expectedAt(held.group, all, session) }
}

/** Nothing is written down of a group before it goes on, nor after it ended; putting right what was, always. */
export function refuseUnlessGoesOn(group: HeldGroup['group'], session: string): void {
  const state = groupStateOf(group)
  if (session === 'held' || state === 'confirmed' || state === 'running') return
  throw new Refused(
    state === 'planned' || state === 'recruiting' ? 'group-not-confirmed' : 'group-not-running',
  )
}
