import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

type Weighed = Pick<ProgrammeDefinition, 'worker'>

/**
 * How many more women fit where a programme weighs them by phase (domain.md 6.5): a new one weighs as the heaviest
 * phase, and so does one whose phase isn't known or is of another programme. `null` where women are just counted.
 */
export function roomByPoints({ worker }: Weighed, phasesTaken: readonly (string | null)[]): number | null {
  if (!worker.caseloadPoints) return null
  const { byPhase, max } = worker.caseloadPoints.value
  const heaviest = Math.max(1, ...Object.values(byPhase))
  const weightOf = (phase: string | null) =>
    phase !== null && Object.hasOwn(byPhase, phase) ? (byPhase[phase] ?? heaviest) : heaviest
  const taken = phasesTaken.reduce((sum, phase) => sum + weightOf(phase), 0)
  return Math.max(0, Math.floor((max - taken) / heaviest))
}
