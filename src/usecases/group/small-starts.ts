import type { SmallStartRow } from '#db/group-small-start.ts'
import type { Work } from '#usecases/context.ts'

/** How far it is with beginning smaller; `rows` newest first. */
export const smallStartsOf = (rows: readonly SmallStartRow[]) => ({
  open: rows.some((row) => row.answer === null),
  /** The smallest group that was ever allowed, of this one. */
  allowedFor: rows.reduce<number | null>(
    (least, row) => (row.answer === 'allowed' ? Math.min(least ?? row.size, row.size) : least),
    null,
  ),
})

/** One request as the group's page shows it. */
export const smallStartLine = ({ zone }: Pick<Work, 'zone'>, row: SmallStartRow) => ({
  size: row.size,
  reason: row.reason_code,
  askedOn: row.asked_at.toZonedDateTimeISO(zone).toPlainDate(),
  answer: row.answer,
  answerReason: row.answer_code,
  answeredOn: row.answered_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
})
