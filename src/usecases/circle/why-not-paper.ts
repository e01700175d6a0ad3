import { findPartnerSigns } from '#db/partner-signs.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { PaperRefusal } from '#domain/paper/paper.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { whyNotOnPaper } from '#usecases/paper/leave-on-paper.ts'

/**
 * What stands in the way of printing her circle: her own agreement as of any paper of hers; and where her programme
 * expects the greatest danger, or there was any sign of it, a list of who would help her is never left on a table.
 */
export async function whyNotCirclePaper(
  work: Work,
  { id, person_id: personId }: Pick<TrajectoryRow, 'id' | 'person_id'>,
  { safety }: Pick<ProgrammeDefinition, 'safety'>,
): Promise<PaperRefusal | 'circle-not-on-paper' | null> {
  if (safety.class.value === 'very_high') return 'circle-not-on-paper'
  const signs = await findPartnerSigns(work.tx, work.orgId, id)
  if (Object.values(signs).some(Boolean)) return 'circle-not-on-paper'
  return whyNotOnPaper(work, 'support-circle', personId)
}
