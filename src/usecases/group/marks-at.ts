import type { Insertable } from 'kysely'
import { findMarks, type MarkRow } from '#db/attendance-mark.ts'
import type { AttendanceMarkTable } from '#db/tables.ts'
import { attendanceStanding, type Standing } from '#domain/group/attendance-mark.ts'
import { type AttendanceState, attendanceStates } from '#domain/group/session.ts'
import type { Work } from '#usecases/context.ts'

export interface MarksOf {
  /** So many were made. */
  readonly count: number
  readonly standing: Standing
}

/** What was tapped at one session, by place; of a place without taps nothing. */
export async function marksAt(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  sessionId: string,
): Promise<ReadonlyMap<string, MarksOf>> {
  const byPlace = Map.groupBy(await findMarks(tx, orgId, [sessionId]), (row) => row.place_id)
  return new Map([...byPlace].map(([placeId, rows]) => [placeId, marksOf(rows)]))
}

const marksOf = (rows: readonly MarkRow[]): MarksOf => ({
  count: rows.length,
  standing: attendanceStanding(
    rows.map((row) => ({ state: attendanceOf(row.state), by: row.marked_by, seen: row.seen })),
  ),
})

function attendanceOf(text: string): AttendanceState {
  const state = attendanceStates.find((known) => known === text)
  if (!state) throw new Error(`a mark that says ${text}`)
  return state
}

/** One more mark behind those that are there. The group is held, so no other comes in between. */
export const markRow = (
  { orgId, newId, actor, now }: Pick<Work, 'orgId' | 'newId' | 'actor' | 'now'>,
  sessionId: string,
  placeId: string,
  { state, seen, before }: { state: AttendanceState; seen: number; before: number },
): Insertable<AttendanceMarkTable> => ({
  org_id: orgId,
  id: newId(),
  session_id: sessionId,
  place_id: placeId,
  number: before + 1,
  state,
  seen: Math.min(seen, before),
  marked_by: actor.kind === 'member' ? actor.memberId : null,
  marked_at: now,
})
