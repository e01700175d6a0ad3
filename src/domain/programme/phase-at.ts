import type { Phase, ProgrammeDefinition } from '#domain/programme/definition.ts'

/**
 * The phase to which visit `number` of `total` belongs. Phases begin at a visit, or are the last so many visits of
 * the plan, which go before. `null` if the phases of this programme aren't counted in visits.
 */
export function phaseAt(definition: ProgrammeDefinition, number: number, total: number): Phase | null {
  let current: Phase | null = null
  for (const phase of definition.phases) {
    if (!phase.visits) continue
    const from = 'from' in phase.visits ? phase.visits.from : total - phase.visits.last + 1
    // A plan so short that the last visits are also the first keeps its first phase for the first visit.
    if (number >= from && (number > 1 || !current)) current = phase
  }
  return current
}
