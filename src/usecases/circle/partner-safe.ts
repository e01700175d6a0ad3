import { findIntake } from '#db/intake.ts'
import { findPartnerSigns } from '#db/partner-signs.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { gridDomains } from '#domain/adversity/adversity-grid.ts'
import { partnerIsSafe } from '#domain/circle/partner-takes-part.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { knownGrids } from '#usecases/adversity/known-grids.ts'
import type { Work } from '#usecases/context.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'

/** May her partner take part, or be talked with, as far as is known today? Her key must be loaded. */
export async function isPartnerSafe(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<boolean> {
  const { tx, orgId } = work
  if (!definition.circle?.partnerTakesPart.value) return false
  const intake = await findIntake(tx, orgId, trajectory.id)
  const answers = intake && openAnswers(work, trajectory.person_id, intake)
  const domains = gridDomains(definition, trajectory.quiet_since !== null)
  const last = (await knownGrids(work, trajectory, domains)).grids.at(-1)
  const signs = await findPartnerSigns(tx, orgId, trajectory.id)
  return partnerIsSafe(definition, { ...signs, facts: { ...answers?.facts, ...last?.counts } })
}
