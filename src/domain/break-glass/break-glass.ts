import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** How long a file stays open, in minutes (security design 3.2); the database counts them. */
export const glassMinutes = 60
/** Within so many hours the privacy officer says what to think of it (security design 3.2). */
export const reviewHours = 72
/** So short, and nobody can judge afterwards why it was needed. */
export const shortestReason = 20
/** More than this in a week is no emergency any more; how many it is, the privacy officer says. */
export const mostPerWeek = 20
/** Wrong guesses at who she is within a day, after which it is no slip any more. */
export const mostMisses = 5

/** What kind of emergency it is. */
export const glassCategories = ['danger_now', 'nobody_reachable', 'medical', 'child', 'other'] as const
export type GlassCategory = (typeof glassCategories)[number]

export const glassOutcomes = ['justified', 'not_justified'] as const
export type GlassOutcome = (typeof glassOutcomes)[number]

export interface BeforeBreaking {
  /** One is open already: hers, of whomever. */
  readonly openNow: boolean
  readonly lastWeek: number
  readonly perWeek: number
  /** Within a day: asked for somebody whom these data don't lead to. */
  readonly misses: number
}

/** May she break one more? Each of these is there to be noticed, not to be worked around. */
export function mayBreak({
  openNow,
  lastWeek,
  perWeek,
  misses,
}: BeforeBreaking): true | Refusal<'glass-open-already' | 'glass-too-many-misses' | 'glass-week-used'> {
  if (openNow) return refuse('glass-open-already')
  if (misses >= mostMisses) return refuse('glass-too-many-misses')
  return lastWeek >= perWeek ? refuse('glass-week-used') : true
}

export interface Told {
  readonly id: string
  readonly officer: boolean
}

/** Two others know of it at once, one of them the privacy officer, or it isn't opened (security design 2, row 8). */
export const isEnoughTold = (told: readonly Told[]): true | Refusal<'glass-nobody-to-tell'> =>
  told.some(({ officer }) => officer) && new Set(told.map(({ id }) => id)).size >= 2
    ? true
    : refuse('glass-nobody-to-tell')

/** May this member judge it now? Once, and never what she did herself. */
export function mayReview(
  glass: { readonly openedBy: string; readonly reviewed: boolean },
  reviewer: string,
): true | Refusal<'glass-own' | 'glass-reviewed-already'> {
  if (!isSecondPerson(reviewer, [glass.openedBy])) return refuse('glass-own')
  return glass.reviewed ? refuse('glass-reviewed-already') : true
}
