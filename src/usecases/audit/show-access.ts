import { z } from 'zod'
import { listAuditEvents } from '#db/audit.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { confidentialEvents } from '#domain/audit/confidential-events.ts'
import { overviewOf } from '#domain/audit/overview.ts'
import { type Day, dayInput } from '#domain/day.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { openLines } from '#usecases/audit/access-line.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { whyNotOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { question } from '#usecases/use-case.ts'

const mostLines = 5_000
const day = dayInput.nullable().default(null)

/**
 * Who looked in one woman's file, in the words that she can read: to go through together with her, or on paper if she
 * wants that. Roles, not names: a volunteer has a partner at her door soon enough. With names only by the privacy officer,
 * where she asks for them and it can be done.
 */
export const showAccess = question({
  name: 'show-access',
  may: (actor) => auditPolicy.readOfFile(actor) || auditPolicy.readAll(actor),
  traced: true,
  input: z.strictObject({
    personId: z.uuid(),
    from: day,
    /** Included. */
    until: day,
    names: z.boolean().default(false),
  }),
  async run(work, { personId, from, until, names }) {
    const { tx, orgId, actor, zone } = work
    const officer = auditPolicy.readAll(actor)
    if (names && !officer) throw new Forbidden()
    // A privacy officer sees nobody's file, and the log of all of them.
    const seenBy = officer ? ({ kind: 'system', orgId, job: 'access' } as const) : actor
    const { trajectories, referrals } = await findCasesOfPeople(tx, seenBy, [personId])
    if (trajectories.length + referrals.length === 0) throw new NotFound()
    work.about({ person: personId, detail: { names: Number(names) } })
    const startOf = (on: Day) => on.toZonedDateTime(zone).toInstant()
    const rows = await listAuditEvents(
      tx,
      orgId,
      {
        from: from && startOf(from),
        until: until && startOf(until.add({ days: 1 })),
        personId,
        memberId: null,
        trajectoryId: null,
        before: null,
        without: officer || meldcodePolicy.lead(actor) ? [] : confidentialEvents,
      },
      mostLines + 1,
    )
    const lines = rows.slice(0, mostLines).sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    const opened = names ? await openLines(work, lines) : lines.map((row) => unnamed(row, zone))
    return {
      personId,
      trajectoryId: trajectories[0]?.id ?? null,
      entries: overviewOf(opened),
      more: rows.length > mostLines,
      /** Why this may not be printed for her; `null` if it may. */
      notOnPaper: await whyNotOnPaper(work, 'access-overview', personId),
      abilities: { names: officer },
    }
  },
})

const unnamed = (row: Awaited<ReturnType<typeof listAuditEvents>>[number], zone: string) => ({
  at: row.at.toZonedDateTimeISO(zone),
  event: row.event,
  action: row.action,
  outcome: row.outcome,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  actorName: null,
  actorRoles: row.actor_roles,
  basis: row.access_basis,
})
