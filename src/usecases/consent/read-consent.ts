import { type ConsentRow, findConsents } from '#db/consent.ts'
import { isBefore } from '#domain/day.ts'
import type { ConsentCode } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

/** True if this answer is a yes that counts today: the latest, and not past its last day. */
const counts = (work: Work, row: ConsentRow): boolean =>
  row.superseded_at === null &&
  row.state === 'given' &&
  (row.until_day === null || !isBefore(row.until_day, work.today))

/** Which of these consents she has given and not taken back, as of today. */
export async function givenConsents(
  work: Work,
  personId: string,
  trajectoryId: string | null,
): Promise<ReadonlySet<ConsentCode>> {
  const rows = await findConsents(work.tx, work.orgId, personId, trajectoryId)
  // Codes in rows come from the register itself.
  return new Set(rows.filter((row) => counts(work, row)).map((row) => row.code as ConsentCode))
}
