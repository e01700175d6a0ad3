import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findCare } from '#db/parallel-care.ts'
import { findLockFor } from '#db/sharing.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ApprovedReport, Around } from '#domain/end-report/hand-over.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

const party = { nl: 'Partij die iets doet', en: 'Party that does something' }

/**
 * Kinds of help that go on, and organisations that still do something for a goal. No person is named, and no
 * organisation from which her file is locked.
 */
export async function aroundHer(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
  goals: ApprovedReport['goals'],
): Promise<readonly Around[]> {
  const { tx, orgId, today } = work
  const rows = await findCare(tx, orgId, [trajectory.id])
  const help = definition.parallelCare.flatMap((rule) => {
    const last = rows.find(({ type }) => type === rule.type)
    const care = last && { untilDay: last.until_day, checkedOn: last.checked_on }
    return care && careNow(rule, care, today) === 'active' ? [{ role: rule.label, organisation: null }] : []
  })
  const ids = new Set(
    goals.flatMap(({ actions }) =>
      actions.flatMap(({ ended, organisationId }) => (ended === null && organisationId) || []),
    ),
  )
  const organisations: Around[] = []
  for (const { id, name } of await findNetworkOrganisations(tx, orgId))
    if (ids.has(id) && !(await findLockFor(tx, orgId, trajectory.person_id, id)))
      organisations.push({ role: party, organisation: name })
  return [...help, ...organisations]
}
