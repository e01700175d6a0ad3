import { isSmall, withoutSmall } from '#domain/outcome/small-groups.ts'

/**
 * Why a last measure isn't there, for who reads how many are missing (instruments.md 6: missing answers are never one
 * heap). `ended`: her trajectory ended first, or what it asks fell silent. `unscored`: asked, with too much left open for
 * a number. `unrecorded`: its day passed and nobody said why.
 */
export const missingReasons = [
  'rather_not',
  'no_consent',
  'not_reached',
  'not_safe',
  'no_language',
  'forgotten',
  'ended',
  'other',
  'unscored',
  'unrecorded',
] as const
export type MissingReason = (typeof missingReasons)[number]

/** What was kept when it was skipped, or when a trajectory closed, by what is counted as one. */
const countedAs: Readonly<Record<string, MissingReason>> = {
  rather_not: 'rather_not',
  no_consent: 'no_consent',
  not_reached: 'not_reached',
  not_safe: 'not_safe',
  no_language: 'no_language',
  forgotten: 'forgotten',
  no_moment: 'forgotten',
  closed: 'ended',
  moved: 'ended',
  stopped: 'ended',
}

interface Row {
  readonly state: 'due' | 'taken' | 'declined'
  readonly declinedCode: string | null
}

/** Of a last measure without a number; `agreed`: her answers may be used to evaluate. */
export function whyMissing(row: Row | undefined, agreed: boolean): MissingReason {
  if (row?.state === 'declined')
    return row.declinedCode === null ? 'unrecorded' : (countedAs[row.declinedCode] ?? 'other')
  if (!agreed) return 'no_consent'
  return row?.state === 'taken' ? 'unscored' : 'unrecorded'
}

export type MissingCounts = Readonly<Record<MissingReason, number>>

/** Each reason with its count, all of them, also those of nobody. */
export function countMissing(reasons: readonly MissingReason[]): MissingCounts {
  const counts: Record<MissingReason, number> = {
    rather_not: 0,
    no_consent: 0,
    not_reached: 0,
    not_safe: 0,
    no_language: 0,
    forgotten: 0,
    ended: 0,
    other: 0,
    unscored: 0,
    unrecorded: 0,
  }
  for (const reason of reasons) counts[reason] += 1
  return counts
}

export type ShownMissing = Readonly<Record<MissingReason, number | null>>

/** For who may not open the files: small ones are left out, and none is found by taking the others off the sum. */
export function missingForReader(counts: MissingCounts): ShownMissing | null {
  const sum = missingReasons.reduce((all, reason) => all + counts[reason], 0)
  if (isSmall(sum)) return null
  const told = withoutSmall(missingReasons.map((reason) => counts[reason]))
  const shown: Record<MissingReason, number | null> = { ...counts }
  for (const [at, reason] of missingReasons.entries()) shown[reason] = told[at] ?? null
  return shown
}
