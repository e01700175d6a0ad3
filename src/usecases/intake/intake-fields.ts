import type { EligibilityDecisionRow, IntakeRow } from '#db/intake.ts'
import { readDay } from '#domain/day.ts'
import type { IntakeAnswers } from '#domain/intake/intake.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What she tells at intake is sealed under her own key. */
export const intakeFields = sealedFields('intake', ['facts_sealed'])
export const decisionFields = sealedFields('eligibility_decision', ['exception_reason_sealed'])

export const sealAnswers = ({ vault }: Work, personId: string, id: string, answers: IntakeAnswers): Buffer =>
  intakeFields.seal(vault, personId, id, 'facts_sealed', JSON.stringify(answers))

/** Her answers; her key must be loaded. `null` if her file was erased. */
export function openAnswers(
  { vault }: Work,
  personId: string,
  row: Pick<IntakeRow, 'id' | 'facts_sealed'>,
): IntakeAnswers | null {
  const text = intakeFields.open(vault, personId, row.id, 'facts_sealed', row.facts_sealed)
  if (text === null) return null
  // Our own writing, validated on the way in; only the days need their type back.
  const kept = JSON.parse(text) as IntakeAnswers & { child: { bornOn: string | null; dueOn: string | null } }
  const day = (value: string | null) => (value === null ? null : readDay(value))
  return { ...kept, child: { ...kept.child, bornOn: day(kept.child.bornOn), dueOn: day(kept.child.dueOn) } }
}

export const openExceptionReason = (
  { vault }: Work,
  personId: string,
  row: EligibilityDecisionRow,
): string | null =>
  decisionFields.open(vault, personId, row.id, 'exception_reason_sealed', row.exception_reason_sealed)

/** Her answers as a page may show them and rules may weigh them: nothing about a child while it is quiet. */
export const inSight = (answers: IntakeAnswers, quietSince: Temporal.Instant | null): IntakeAnswers =>
  quietSince ? { ...answers, child: { given: null, bornOn: null, dueOn: null } } : answers
