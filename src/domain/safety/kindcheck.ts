import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/**
 * The kindcheck: are the children of this woman safe (domain.md 2.3, step 1 of the meldcode)? Asked at intake and again
 * where the programme says so. A concern leads to the meldcode's steps; none is noted and that is all [S77b].
 */
export const kindcheckOutcomes = ['no_concern', 'concern'] as const
export type KindcheckOutcome = (typeof kindcheckOutcomes)[number]

export type KindcheckMoment = 'intake' | 'visit'

type Terms = Pick<ProgrammeDefinition['safety'], 'kindcheck' | 'kindcheckAtVisits'>

/** The first check is that of the intake, also when it is late; every later one belongs to a visit. */
export const nextKindcheck = (done: readonly KindcheckMoment[]): KindcheckMoment =>
  done.includes('intake') ? 'visit' : 'intake'

/**
 * Is it to be asked now: at intake, and after each visit that the programme names. What was asked in between counts
 * for the one that comes next.
 */
export function kindcheckDue(
  { kindcheck, kindcheckAtVisits }: Terms,
  done: readonly KindcheckMoment[],
  visitsDone: number,
): boolean {
  if (!kindcheck.value) return false
  if (!done.includes('intake')) return true
  const passed = (kindcheckAtVisits?.value ?? []).filter((visit) => visitsDone >= visit).length
  return done.length < 1 + passed
}
