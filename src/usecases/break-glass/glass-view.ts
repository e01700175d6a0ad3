import type { BreakGlassRow } from '#db/break-glass.ts'
import type { Work } from '#usecases/context.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** How openings are told of: who, when, which kind of emergency, and where the judgement stands. Not of whom. */
export async function glassLines(work: Work, rows: readonly BreakGlassRow[]) {
  const names = await whoDid(
    work,
    rows.flatMap(({ member_id, reviewed_by }) => [member_id, ...(reviewed_by ? [reviewed_by] : [])]),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    by: names.get(row.member_id) ?? null,
    personId: row.person_id,
    category: row.category,
    openedAt: row.opened_at.toZonedDateTimeISO(work.zone),
    reviewBy: row.review_by.toZonedDateTimeISO(work.zone),
    late: row.outcome === null && Temporal.Instant.compare(row.review_by, work.now) < 0,
    endedAt: row.ended_at?.toZonedDateTimeISO(work.zone) ?? null,
    outcome: row.outcome,
    reviewedBy: row.reviewed_by ? (names.get(row.reviewed_by) ?? null) : null,
    reviewedAt: row.reviewed_at?.toZonedDateTimeISO(work.zone) ?? null,
    own: work.actor.kind === 'member' && work.actor.memberId === row.member_id,
  }))
}
export type GlassLine = Awaited<ReturnType<typeof glassLines>>[number]
