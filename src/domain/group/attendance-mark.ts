import type { AttendanceState } from '#domain/group/session.ts'

/** One tap: whether she was there, who said so, and how many of the taps before it stood on that screen. */
export interface AttendanceMark {
  readonly state: AttendanceState
  readonly by: string | null
  readonly seen: number
}

export interface Standing {
  /** What counts for now; `null` as long as nobody said anything. */
  readonly state: AttendanceState | null
  /** What stands, by whom: more than one where two said different things without knowing of each other. */
  readonly standing: readonly AttendanceMark[]
  readonly disputed: boolean
}

/** As long as two differ, the answer counts that asks most of us: who may be missing is called. */
const gravest = ['absent_unnotified', 'absent_notified', 'present'] as const satisfies AttendanceState[]

/**
 * What is true of her after all taps, in the order in which they came in. A tap takes the place of those that stood on
 * its screen and of the same person's own, and of no other: the last one never wins unseen, and neither does the first.
 */
export function attendanceStanding(marks: readonly AttendanceMark[]): Standing {
  const standing = marks.filter(
    (mark, at) => !marks.some((later, then) => then > at && (later.seen > at || later.by === mark.by)),
  )
  const state = gravest.find((one) => standing.some((mark) => mark.state === one)) ?? null
  return { state, standing, disputed: new Set(standing.map((mark) => mark.state)).size > 1 }
}
