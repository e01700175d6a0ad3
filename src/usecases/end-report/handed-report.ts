import { z } from 'zod'
import { listEndReports } from '#db/end-report.ts'
import { findNetworkOrganisation, findNetworkOrganisations } from '#db/network-organisation.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { sharingParties } from '#domain/consent/consent.ts'
import { type ApprovedReport, handOver, mayGo, reportParts } from '#domain/end-report/hand-over.ts'
import { fullName } from '#domain/person/person.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { aroundHer } from '#usecases/end-report/around-her.ts'
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

type Read = (
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
) => Promise<ApprovedReport>

/**
 * What of the last approved report, or of what else `read` finds, would go to this recipient: asked first whether anything may go there at all, of
 * exactly these parts. `trajectory` was found or locked as hers to see.
 */
export async function handedReport(
  work: Work,
  trajectory: TrajectoryRow | undefined,
  asked: Asked,
  read: Read = approvedReport,
) {
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
  const report = await read(work, trajectory, definition)
  return { place, networkOrganisationId, items: parts, report, handed: handOver(report, parts, goalIds) }
}

/** What there is to choose from of what `read` finds; goals about violence are not among it. */
export async function partsToChoose(work: Work, trajectory: TrajectoryRow | undefined, read: Read) {
  const definition = trajectory && definitionOf(work, trajectory)
  if (!trajectory || !definition?.plan) throw new NotFound()
  aboutTrajectory(work, trajectory)
  const report = await read(work, trajectory, definition)
  const going = report.goals.filter((goal) => mayGo(report, goal))
  return {
    trajectoryId: trajectory.id,
    name: report.name,
    goals: going.map(({ id, words }) => ({ id, words })),
    /** How many goals stay here because they are about violence. */
    staying: report.goals.length - going.length,
    parties: (await findNetworkOrganisations(work.tx, work.orgId)).map(({ id, name }) => ({ id, name })),
  }
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
    kind: 'end-report',
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
