/**
 * What is wrong with a row (it is refused) or worth knowing (it is not). `column` is the index of the cell, `null`
 * for the row as a whole. Codes have words that say what is wrong and how to mend it (`import-problem.…`); nothing
 * of what stands in the cell is in here.
 */
export interface RowProblem {
  readonly code: RowProblemCode
  readonly column: number | null
  /** Another row of the same file, for doubles. */
  readonly row?: number | undefined
  /** A referral of somebody we know, for doubles. */
  readonly referralId?: string | undefined
}

export const rowProblemCodes = [
  // The row can't be imported.
  'name-missing',
  'not-a-phone-number',
  'not-an-email',
  'not-a-postcode',
  'not-a-day',
  'birth-day-in-future',
  'birth-day-too-recent',
  'due-day-too-far',
  'not-yes-or-no',
  'agreement-needed',
  'too-long',
  'not-valid',
  'totals-row',
  'heading-row',
  'same-row-twice',
  // She may be somebody we know.
  'double-in-file',
  'double-in-files',
  // Imported all the same; said so that nothing is a surprise.
  'more-phone-numbers',
  'more-emails',
  'language-unknown',
  'postcode-without-letters',
  'no-way-to-reach',
  'bsn-left-out',
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]
