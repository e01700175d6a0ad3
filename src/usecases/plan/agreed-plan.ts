import { findPlan } from '#db/plan.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ApprovedReport } from '#domain/end-report/hand-over.ts'
import { fullName } from '#domain/person/person.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { aroundHer } from '#usecases/end-report/around-her.ts'
import { reportView } from '#usecases/end-report/report-view.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/**
 * The plan that runs, as it may be handed to a party around her: as it is today, once it was approved. Refuses while it is
 * being written or after it was closed.
 */
export async function agreedPlan(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<ApprovedReport> {
  const { id, person_id: personId } = trajectory
  const plan = await findPlan(work.tx, work.orgId, id)
  const runs = plan?.state === 'agreed' && trajectory.state !== 'closed'
  if (!runs || !plan.agreed_on) throw new Refused('plan-not-agreed')
  const person = (await readPeople(work, [personId])).get(personId)
  if (!person || person.erased) throw new NotFound()
  const { reviewedOn, domains, goals, grids } = await reportView(work, { trajectory, definition, row: null })
  return {
    kind: 'plan',
    name: fullName(person.name),
    approvedOn: plan.agreed_on.toString(),
    reviewedOn: reviewedOn?.toString() ?? null,
    ...{ domains, goals, grids },
    ...{ hers: null, coach: null, goesOn: null, takesOver: null },
    around: await aroundHer(work, trajectory, definition, goals),
  }
}
