import type { Whereabouts } from '#domain/area/area.ts'
import type { FactDefinition, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Eligibility, type EligibilityOutcome, weighEligibility } from '#domain/programme/eligibility.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { ReferrerKind } from '#domain/referral/referral-submission.ts'

/** The one who refers, as far as a programme's terms ask. */
export interface ReferrerSide {
  readonly kind: ReferrerKind
  /** Trainings she is known to have; `null` if nobody knows her. */
  readonly trainings: readonly string[] | null
}

export interface DeskFit extends Eligibility {
  readonly programme: ProgrammeDefinition
  /** The rules' outcome, unless she lives where the programme does not work: then it is not for her. */
  readonly outcome: EligibilityOutcome
  /** She lives where this programme works; `null` if that isn't known. */
  readonly inArea: boolean | null
  /** Whoever refers is somebody who may. Never a reason to send a woman away, only to ask. */
  readonly mayRefer: boolean
  /** The training this programme asks of who refers: had, not had, or not known; absent if it asks none. */
  readonly training: { readonly code: string; readonly held: boolean | null } | null
  /** Questions to ask next, by fact; those the programme has no words for come from the calendar. */
  readonly questions: readonly { readonly fact: string; readonly definition: FactDefinition | null }[]
}

const rank: Record<EligibilityOutcome, number> = {
  eligible: 0,
  ask: 1,
  exception_possible: 2,
  not_eligible: 3,
}

/**
 * Every programme that is offered held against what is known of her, the best fit first: what surely fits before
 * what may, before what fits only with a reason. Of two alike, the one with the most rules met and the fewest left
 * to ask. Nothing is left out: why it does not fit is what the desk has to be able to say.
 */
export const weighForDesk = (
  programmes: readonly ProgrammeDefinition[],
  facts: Facts,
  where: Whereabouts,
  referrer: ReferrerSide,
): DeskFit[] =>
  programmes
    .map((programme) => weigh(programme, facts, where, referrer))
    .sort((a, b) => rank[a.outcome] - rank[b.outcome] || metIn(b) - metIn(a) || a.ask.length - b.ask.length)

function weigh(
  programme: ProgrammeDefinition,
  facts: Facts,
  where: Whereabouts,
  referrer: ReferrerSide,
): DeskFit {
  const weighed = weighEligibility(programme, facts)
  const { area, precondition, allowedReferrers, selfReferral } = programme.referral
  const inArea = !area ? true : where.municipality === null ? null : area.value.includes(where.municipality)
  return {
    ...weighed,
    programme,
    outcome: inArea === false ? 'not_eligible' : weighed.outcome,
    inArea,
    mayRefer: referrer.kind === 'self' ? selfReferral.value : allowedReferrers.value.includes(referrer.kind),
    training:
      precondition === undefined || referrer.kind === 'self'
        ? null
        : { code: precondition.value, held: referrer.trainings?.includes(precondition.value) ?? null },
    questions: weighed.ask.map((fact) => ({
      fact,
      definition: programme.facts.find(({ name }) => name === fact) ?? null,
    })),
  }
}

/** The share of its rules that are met. */
const metIn = ({ results }: DeskFit): number =>
  results.filter(({ met }) => met === true).length / results.length
