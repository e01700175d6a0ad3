import { z } from 'zod'
import { listEndReports } from '#db/end-report.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { endReportPolicy } from '#domain/end-report/end-report-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { reportView } from '#usecases/end-report/report-view.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** The report of how it went: the last one, or one before it by its number. */
export const readEndReport = question({
  name: 'read-end-report',
  may: endReportPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid(), number: z.int().min(1).nullable().default(null) }),
  async run(work, { trajectoryId, number }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.plan) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const rows = await listEndReports(work.tx, work.actor, trajectoryId)
    const row = number === null ? (rows[0] ?? null) : rows.find((one) => one.number === number)
    if (row === undefined) throw new NotFound()
    return {
      trajectoryId,
      name: person
        ? trajectoryPolicy.listCaseload(work.actor)
          ? fullName(person.name)
          : person.name.given
        : '—',
      works: worksWith(definition, trajectory.state),
      begun: trajectory.started_on !== null,
      /** The last that may be read; what may be done is done with that one. */
      isLast: row === (rows[0] ?? null),
      others: rows.filter((one) => one !== row).map((one) => ({ number: one.number, on: one.approved_on })),
      report: await reportView(work, { trajectory, definition, row }),
    }
  },
})
export type EndReportPage = Awaited<ReturnType<typeof readEndReport>>
