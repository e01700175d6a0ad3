import { type ConcernRow, type ConcernStepRow, listConcernSteps } from '#db/concern.ts'
import { outcomeFor } from '#domain/concern/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { type RaisedAlarm, raisedAlarms } from '#domain/measure/alarms-raised.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { concernFields, concernStepFields } from '#usecases/concern/concern-fields.ts'
import type { Work } from '#usecases/context.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/**
 * One concern as it stands, without its way: for lists. Her key is loaded. What follows from it is for those who decide;
 * a worker reads that it is closed.
 */
export const concernOf = (work: Work, row: ConcernRow) => ({
  id: row.id,
  level: row.level,
  state: row.state,
  raisedAt: row.raised_at.toZonedDateTimeISO(work.zone),
  answerDue: row.answer_due_at?.toZonedDateTimeISO(work.zone) ?? null,
  late:
    (row.state === 'raised' || row.state === 'acknowledged') &&
    row.answer_due_at !== null &&
    Temporal.Instant.compare(row.answer_due_at, work.now) < 0,
  words: concernFields.open(work.vault, row.person_id, row.id, 'words_sealed', row.words_sealed),
  outcome:
    concernPolicy.decide(work.actor) && row.outcome
      ? outcomeFor(row.outcome, meldcodePolicy.lead(work.actor))
      : null,
  /** For what kind of answer a questionnaire raised it; for those who decide. */
  alarms: concernPolicy.decide(work.actor) ? alarmsIn(work, row) : [],
  watchUntil: concernPolicy.decide(work.actor) ? row.watch_until : null,
})
function alarmsIn(work: Work, row: ConcernRow): readonly RaisedAlarm[] {
  const kept = concernFields.open(work.vault, row.person_id, row.id, 'alarms_sealed', row.alarms_sealed)
  return kept === null ? [] : raisedAlarms.parse(JSON.parse(kept))
}
export type ConcernLine = ReturnType<typeof concernOf>

/**
 * All that happened with it, in order, and who did it or was asked. A worker reads her own words and the answers to her;
 * what colleagues wrote for each other is theirs.
 */
export async function concernSteps(work: Work, row: ConcernRow) {
  const decides = concernPolicy.decide(work.actor)
  const own = actorId(work.actor)
  /** What follows is for those who decide; that it is the meldcode, and why, only for who leads or closed it so. */
  const closedFor = <Step extends ConcernStepRow>(step: Step): Step => {
    if (!decides) return { ...step, code: null, words_sealed: null }
    if (step.code !== 'meldcode_started' || meldcodePolicy.lead(work.actor)) return step
    return { ...step, code: 'taken_care', words_sealed: step.taken_by === own ? step.words_sealed : null }
  }
  const steps = (await listConcernSteps(work.tx, work.orgId, [row.id]))
    .filter(({ kind, taken_by }) => decides || kind !== 'words' || taken_by === own)
    .map((step) => (step.kind === 'closed' ? closedFor(step) : step))
  const names = await whoDid(
    work,
    steps.flatMap(({ taken_by, asked_id }) => [taken_by, asked_id].filter((id) => id !== null)),
  )
  return steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    code: step.code,
    at: step.taken_at.toZonedDateTimeISO(work.zone),
    by: step.taken_by ? (names.get(step.taken_by) ?? null) : null,
    asked: step.asked_id ? (names.get(step.asked_id) ?? null) : null,
    /** How far the message came; `null` if there was no address to write to. */
    message: step.message_state,
    words: concernStepFields.open(work.vault, row.person_id, step.id, 'words_sealed', step.words_sealed),
  }))
}
export type ConcernStepLine = Awaited<ReturnType<typeof concernSteps>>[number]
