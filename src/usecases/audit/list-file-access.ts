import { z } from 'zod'
import { listAuditEvents } from '#db/audit.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { collisionEvents, confidentialEvents } from '#domain/audit/confidential-events.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { openLines } from '#usecases/audit/access-line.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

const shown = 200

/** Who saw or changed this woman's file: what happened with her, in this trajectory and before it. */
export const listFileAccess = question({
  name: 'list-file-access',
  may: auditPolicy.readOfFile,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const rows = await listAuditEvents(
      work.tx,
      work.orgId,
      {
        from: null,
        until: null,
        personId,
        memberId: null,
        trajectoryId: null,
        before: null,
        // That there is such a file at all is for who leads it, and for the privacy officer's own log.
        without: [...collisionEvents, ...(meldcodePolicy.lead(work.actor) ? [] : confidentialEvents)],
      },
      shown,
    )
    return {
      trajectoryId,
      personId,
      name: person ? fullName(person.name) : '—',
      lines: await openLines(work, rows),
      more: rows.length === shown,
    }
  },
})
