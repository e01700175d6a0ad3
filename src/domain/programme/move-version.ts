import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { compareVersions } from '#domain/programme/programme-version.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A trajectory that might go on under a newer version of its programme. */
export interface Moving {
  readonly state: string
  readonly from: Pick<ProgrammeDefinition, 'id' | 'version'>
  /** All that she is in now. */
  readonly phases: readonly string[]
  /** What was answered at her intake; `null` if nothing was yet. */
  readonly facts: Facts | null
  /** Rules that somebody set aside for her before, with a reason that is kept. */
  readonly excepted: readonly string[]
}

/** Why a trajectory is still her old version's: it ended, or the new one has no place for where she is. */
export type MoveRefusal = Refusal<
  'move-not-running' | 'move-not-newer' | 'move-not-eligible' | 'move-loses-phase'
>

/**
 * May she go on under this version? Never if it would not be for her, or would not know the phase that she is in.
 * What isn't known of her is not held against her: it is asked at the next talk.
 */
export function mayMove(moving: Moving, to: ProgrammeDefinition): true | MoveRefusal {
  const { state, from, phases, facts, excepted } = moving
  if (state === 'closed') return refuse('move-not-running')
  if (to.id !== from.id || compareVersions(to.version, from.version) <= 0) return refuse('move-not-newer')
  if (facts !== null) {
    const inTheWay = weighEligibility(to, facts).results.filter(({ met }) => met === false)
    const standing = inTheWay.filter(({ rule }) => !(rule.exception && excepted.includes(rule.id)))
    if (standing.length > 0) return refuse('move-not-eligible')
  }
  if (!phases.every((phase) => to.phases.some(({ id }) => id === phase))) return refuse('move-loses-phase')
  return true
}
