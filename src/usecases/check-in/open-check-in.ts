import type { CheckInRow } from '#db/check-in.ts'
import {
  type CheckInAnswers,
  type CheckInWay,
  checkInAnswers,
  checkInMissed,
  checkInWays,
} from '#domain/check-in/check-in.ts'
import type { Day } from '#domain/day.ts'
import { checkInFields } from '#usecases/check-in/check-in-fields.ts'
import type { Work } from '#usecases/context.ts'

/** What one side said, or why she wasn't asked. */
export interface CheckInView {
  readonly on: Day
  readonly way: CheckInWay | null
  readonly answers: CheckInAnswers
  readonly note: string | null
  readonly missed: (typeof checkInMissed)[number] | null
}

/** A row in words that a page can say; `owner` is who said it, and her key is in the vault. */
export const openCheckIn = (work: Work, row: CheckInRow, owner: string): CheckInView => ({
  on: row.on_day,
  way: checkInWays.find((way) => way === row.way) ?? null,
  answers: checkInAnswers.parse({ fit: row.fit, often: row.often, hard: row.hard, goOn: row.go_on }),
  note: checkInFields.open(work.vault, owner, row.id, 'note_sealed', row.note_sealed),
  missed: checkInMissed.find((code) => code === row.missed_code) ?? null,
})
