import type { LoneAlertRow } from '#db/lone-alert.ts'
import type { LoneVisitRow } from '#db/lone-visit.ts'
import type { LoneAlert } from '#domain/lone-visit/lone-alert.ts'
import type { LoneVisit } from '#domain/lone-visit/lone-visit.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** Where she is, in her own words: under the key of the woman whom it is about. */
export const loneVisitFields = sealedFields('lone_visit', ['where_sealed'])

/** What her phone says "I'm out" with: under her own key. */
export const wayOutFields = sealedFields('lone_visit', ['way_out_sealed'])

export const visitOf = (row: LoneVisitRow): LoneVisit => ({
  expectedAt: row.expected_at,
  graceMinutes: row.grace_minutes,
  endedAt: row.ended_at,
  askedFor: row.asked_for,
  wrongWords: row.wrong_words,
  wrongAt: row.wrong_at,
  duressAt: row.duress_at,
})

export const alertOf = (row: LoneAlertRow): LoneAlert => ({
  because: row.because,
  causeAt: row.cause_at,
  state: row.state,
  askNextAt: row.ask_next_at,
})
