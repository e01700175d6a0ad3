import { z } from 'zod'
import { listEndReports } from '#db/end-report.ts'
import { findNetworkOrganisation, findNetworkOrganisations } from '#db/network-organisation.ts'
import { findCare } from '#db/parallel-care.ts'
import { findLockFor } from '#db/sharing.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { sharingParties } from '#domain/consent/consent.ts'
import { type ApprovedReport, type Around, handOver, reportParts } from '#domain/end-report/hand-over.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import { fullName } from '#domain/person/person.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { openReport } from '#usecases/end-report/end-report-fields.ts'
import { reportView } from '#usecases/end-report/report-view.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { askGround } from '#usecases/sharing/record-sharing.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** To whom, and what of it. */
export const handedInput = {
  trajectoryId: z.uuid(),
  recipient: z.enum(sharingParties),
  networkOrganisationId: z.uuid().nullable().default(null),
  parts: z.array(z.enum(reportParts)).min(1, 'choose-one').max(reportParts.length),
  goalIds: z.array(z.uuid()).max(100).default([]),
} as const
type Asked = z.output<z.ZodObject<typeof handedInput>>

/**
 * What of the last approved report would go to this recipient: asked first whether anything may go there at all, of
 * exactly these parts. `trajectory` was found or locked as hers to see.
 */
export async function handedReport(work: Work, trajectory: TrajectoryRow | undefined, asked: Asked) {
  if (!trajectory) throw new NotFound()
  const { tx, orgId } = work
  const { trajectoryId, recipient, networkOrganisationId, parts, goalIds } = asked
  const { person_id: personId } = trajectory
  const definition = definitionOf(work, trajectory)
  if (networkOrganisationId && !(await findNetworkOrganisation(tx, orgId, networkOrganisationId)))
    throw new NotFound()
  aboutTrajectory(work, trajectory)
  const place = { path: 'share-with-party', personId, trajectoryId, recipient } as const
  await askGround(work, { ...place, networkOrganisationId, items: parts, legalGround: null })
  const report = await approvedReport(work, trajectory, definition)
  return { place, networkOrganisationId, items: parts, report, handed: handOver(report, parts, goalIds) }
}

/** The last report that was approved, with who is around her today. Refuses while there is none. */
export async function approvedReport(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<ApprovedReport> {
  const { tx, actor } = work
  const { id, person_id: personId } = trajectory
  const row = (await listEndReports(tx, actor, id)).find(({ state }) => state === 'approved')
  if (!row?.approved_on || !trajectory.started_on) throw new Refused('end-report-not-approved')
  const person = (await readPeople(work, [personId])).get(personId)
  if (!person || person.erased || !openReport(work, personId, row)) throw new NotFound()
  const view = await reportView(work, { trajectory, definition, row })
  return {
    name: fullName(person.name),
    approvedOn: row.approved_on.toString(),
    reviewedOn: view.reviewedOn?.toString() ?? null,
    domains: view.domains,
    goals: view.goals,
    grids: view.grids,
    hers: view.hers,
    coach: view.coach,
    goesOn: view.goesOn,
    takesOver: view.takesOver,
    around: await aroundHer(work, trajectory, definition, view.goals),
  }
}

const party = { nl: 'Partij die iets doet', en: 'Party that does something' }

/**
 * Kinds of help that go on, and organisations that still do something for a goal. No person is named, and no
 * organisation from which her file is locked.
 */
async function aroundHer(
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
