import type { AttendanceState, ThemeOutcome } from '#domain/group/session.ts'
import type { Facts } from '#domain/programme/expression.ts'

export interface HeldSession {
  readonly minutes: number | null
  readonly facilitators: number
  readonly theme: ThemeOutcome | null
}

/** What is known of a group: of itself, and of the session that was held last. */
export interface GroupCourse {
  readonly startSize: number | null
  readonly size: number
  readonly lastHeld: HeldSession | null
}
/** What is known of one woman in it. */
export interface PlaceCourse {
  readonly participant: boolean
  readonly lastAttendance: AttendanceState | null
  readonly attended: number
  readonly relationFound: boolean
}

/** Facts for the rules of a programme with groups (domain.md 6.6). What nobody wrote down is not known. */
export const groupFacts = ({ startSize, size, lastHeld }: GroupCourse): Facts => ({
  startSize,
  groupSize: size,
  facilitatorsPresent: lastHeld?.facilitators ?? null,
  sessionMinutes: lastHeld?.minutes ?? null,
  themeChanged: lastHeld?.theme ? lastHeld.theme !== 'held' : null,
})

export const placeFacts = (place: PlaceCourse): Facts => ({
  participant: place.participant,
  absentUnnotified: place.lastAttendance === null ? null : place.lastAttendance === 'absent_unnotified',
  sessionsAttended: place.attended,
  relationConflict: place.relationFound,
})
