import { type Refusal, refuse } from '#domain/refusal.ts'

/** From prepared either way, and never back: what was released can't be taken back, what was dropped never left. */
export const reportReleaseStates = ['prepared', 'released', 'dropped'] as const
export type ReportReleaseState = (typeof reportReleaseStates)[number]

export interface ReleaseFacts {
  readonly state: ReportReleaseState
  readonly preparedBy: string
  /** Something that counts some of the same women left since it was prepared. */
  readonly isOvertaken: boolean
}

/** A pack leaves by a second person, and only when what was proved of it still holds (security design 3.11). */
export function mayRelease(
  { state, preparedBy, isOvertaken }: ReleaseFacts,
  memberId: string,
): null | Refusal<'release-not-prepared' | 'release-own' | 'release-overtaken'> {
  if (state !== 'prepared') return refuse('release-not-prepared')
  if (preparedBy === memberId) return refuse('release-own')
  return isOvertaken ? refuse('release-overtaken') : null
}
