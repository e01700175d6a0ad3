import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { SafetyClass } from '#domain/programme/safety-terms.ts'

/** A woman whom a worker stands beside or was asked for, as far as she weighs. */
export interface Taken {
  /** The phase she is in; `null` if it isn't known. */
  readonly phase: string | null
  /** Of her own programme. */
  readonly safetyClass: SafetyClass
}

export interface Load {
  readonly taken: number
  readonly max: number
  readonly unit: 'points' | 'women'
}

type Weighing = Pick<ProgrammeDefinition, 'worker' | 'safety'>

/**
 * How heavy a worker's women are together, by the rule of one programme: points for the phase (domain.md 6.5), for how
 * safe she may be expected to be, or one times the other. A woman of whom it isn't known weighs as the heaviest.
 * `null` where women are just counted.
 */
export function loadOf(definition: Weighing, women: readonly Taken[]): Load | null {
  const max = mostPoints(definition)
  return max === null
    ? null
    : { taken: women.reduce((sum, one) => sum + weightOf(definition, one), 0), max, unit: 'points' }
}

/** How many more women fit: a new one weighs as the heaviest phase of this programme. `null` where they are counted. */
export function roomByPoints(definition: Weighing, women: readonly Taken[]): number | null {
  const load = loadOf(definition, women)
  if (!load) return null
  const next = weightOf(definition, { phase: null, safetyClass: definition.safety.class.value })
  return Math.max(0, Math.floor((load.max - load.taken) / next))
}

function weightOf({ worker }: Weighing, { phase, safetyClass }: Taken): number {
  const { caseloadPoints, loadBySafetyClass } = worker
  return (
    (caseloadPoints ? byPhase(caseloadPoints.value.byPhase, phase) : 1) *
    (loadBySafetyClass?.value.points[safetyClass] ?? 1)
  )
}

function byPhase(points: Readonly<Record<string, number>>, phase: string | null): number {
  const heaviest = Math.max(1, ...Object.values(points))
  return phase !== null && Object.hasOwn(points, phase) ? (points[phase] ?? heaviest) : heaviest
}

/** The limit by safety speaks for both where there are both: it is the one that knows of the product. */
const mostPoints = ({ worker }: Weighing): number | null =>
  worker.loadBySafetyClass?.value.max ?? worker.caseloadPoints?.value.max ?? null

/** From this part of what a programme allows on, somebody should look; a proposal of ours. */
const nearFrom = 0.8

export const loadStates = ['easy', 'near', 'full', 'over'] as const
export type LoadState = (typeof loadStates)[number]

/** Does this programme weigh women at all, or only count them? */
export const isWeighed = (definition: Weighing): boolean => mostPoints(definition) !== null

/** How close she is to what is too much. Of women that are counted, as many as agreed is just full. */
export function loadState({ taken, max, unit }: Load): LoadState {
  if (taken > max) return 'over'
  if (taken === max) return 'full'
  return unit === 'points' && taken >= nearFrom * max ? 'near' : 'easy'
}

/** The part of what is allowed, 0 and up; a worker who may have nobody and has somebody is over it. */
export const shareOf = ({ taken, max }: Load): number =>
  max === 0 ? (taken === 0 ? 0 : Number.POSITIVE_INFINITY) : taken / max
