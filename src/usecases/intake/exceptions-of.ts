import { type ExceptionRulingRow, findRulingsOf } from '#db/exception.ts'
import type { IntakeRow } from '#db/intake.ts'
import { type ExceptionStanding, standingOf } from '#domain/intake/exception.ts'
import type { Eligibility } from '#domain/programme/eligibility.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was argued and answered is sealed under her own key: it says what stands in her way. */
export const exceptionFields = sealedFields('exception_ruling', ['argument_sealed', 'reason_sealed'])

/** Why it may be or may not, as whoever decided it wrote; her key must be loaded. */
export const openRulingReason = ({ vault }: Work, personId: string, row: ExceptionRulingRow): string | null =>
  exceptionFields.open(vault, personId, row.id, 'reason_sealed', row.reason_sealed)

/** How far every exception is that she would need, with what was answered; her key must be loaded. */
export async function exceptionsOf(
  work: Work,
  { trajectory_id, version }: Pick<IntakeRow, 'trajectory_id' | 'version'>,
  eligibility: Pick<Eligibility, 'exceptions'>,
  personId: string,
): Promise<readonly (ExceptionStanding & { readonly reason: string | null })[]> {
  const { tx, orgId, actor } = work
  const rows = await findRulingsOf(tx, orgId, trajectory_id)
  const rulings = rows.map((row) => ({ ...row, intakeVersion: row.intake_version }))
  const roles = actor.kind === 'member' ? actor.roles : []
  return standingOf(eligibility.exceptions, { roles, rulings, version }).map((exception) => {
    const row = rows.find((one) => one.rule === exception.rule.id && one.intake_version === version)
    return { ...exception, reason: row ? openRulingReason(work, personId, row) : null }
  })
}
