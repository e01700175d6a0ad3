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
  readonly sessionsHeld: number
  readonly facilitators: number
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
export const groupFacts = (group: GroupCourse): Facts => ({
  startSize: group.startSize,
  groupSize: group.size,
  sessionsHeld: group.sessionsHeld,
  groupFacilitators: group.facilitators,
  facilitatorsPresent: group.lastHeld?.facilitators ?? null,
  sessionMinutes: group.lastHeld?.minutes ?? null,
  themeChanged: group.lastHeld?.theme ? group.lastHeld.theme !== 'held' : null,
})

export const placeFacts = (place: PlaceCourse): Facts => ({
  participant: place.participant,
  absentUnnotified: place.lastAttendance === null ? null : place.lastAttendance === 'absent_unnotified',
  sessionsAttended: place.attended,
  relationConflict: place.relationFound,
})
