import { z } from 'zod'
import { listAuditEvents } from '#db/audit.ts'
import { findMembers } from '#db/member.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { type Day, dayInput } from '#domain/day.ts'
import { openLines } from '#usecases/audit/access-line.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { question } from '#usecases/use-case.ts'

export const pageOfAccess = 100
const mostInFile = 10_000

const day = dayInput.nullable().default(null)
const filter = z.strictObject({
  from: day,
  /** Included. */
  until: day,
  personId: z.uuid().nullable().default(null),
  memberId: z.uuid().nullable().default(null),
})

/** The access log of the whole organisation, for the privacy officer. Reading it leaves a line in it too. */
export const listAccess = question({
  name: 'list-access',
  may: auditPolicy.readAll,
  traced: true,
  input: filter.extend({ before: z.uuid().nullable().default(null) }),
  async run(work, { before, ...asked }) {
    const rows = await listAuditEvents(
      work.tx,
      work.orgId,
      { ...filterOf(work, asked), before },
      pageOfAccess + 1,
    )
    const lines = await openLines(work, rows.slice(0, pageOfAccess))
    return {
      lines,
      next: rows.length > pageOfAccess ? (lines.at(-1)?.id ?? null) : null,
      members: await memberNames(work),
    }
  },
})

/** The same as a file to take along, at most 10,000 lines; that it was taken along stands in the log. */
export const exportAccess = question({
  name: 'export-access',
  may: auditPolicy.readAll,
  fresh: true,
  traced: true,
  input: filter,
  async run(work, asked) {
    const rows = await listAuditEvents(
      work.tx,
      work.orgId,
      { ...filterOf(work, asked), before: null },
      mostInFile,
    )
    work.about({ detail: { lines: rows.length } })
    return openLines(work, rows)
  },
})

function filterOf(work: Work, { from, until, personId, memberId }: z.output<typeof filter>) {
  if (personId) work.about({ person: personId })
  const start = (on: Day) => on.toZonedDateTime(work.zone).toInstant()
  return {
    from: from && start(from),
    until: until && start(until.add({ days: 1 })),
    personId,
    memberId,
    trajectoryId: null,
  }
}

/** Who may be chosen to filter by. */
async function memberNames(work: Work): Promise<{ id: string; name: string }[]> {
  const members = await findMembers(work.tx, work.orgId)
  await work.vault.load(members.map(({ id }) => id))
  return members
    .map((row) => ({
      id: row.id,
      name: memberFields.open(work.vault, row.id, row.id, 'name_sealed', row.name_sealed) ?? '—',
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
