import { withoutBsn } from '#domain/bsn.ts'
import type { Day } from '#domain/day.ts'
import type { Columns, ImportField } from '#domain/import/import-field.ts'
import { readYesNo } from '#domain/import/read-cells.ts'
import { readAddress } from '#domain/import/read-row-address.ts'
import { readChild, readMother } from '#domain/import/read-row-mother.ts'
import { readReferrerPart } from '#domain/import/read-row-referrer.ts'
import type { RowProblem, RowProblemCode } from '#domain/import/row-problem.ts'
import { RowSheet } from '#domain/import/row-sheet.ts'
import { type ReferralSubmission, referralSubmission } from '#domain/referral/referral-submission.ts'

/** How the rows of one list are read. */
export interface RowReading {
  readonly headings: readonly string[]
  readonly columns: Columns
  readonly programmeId: string | null
  /** The coordinator stated for the whole list that every woman knows and agreed. */
  readonly agreed: boolean
  readonly today: Day
}

/** A row is good (with notes) or refused (with problems); there is no third. */
export type ReadRow =
  | { readonly submission: ReferralSubmission; readonly notes: readonly RowProblem[] }
  | { readonly submission: null; readonly problems: readonly RowProblem[] }

/** Reads one row into a referral. Never throws, whatever stands in the cells. */
export function readRow(cells: readonly string[], reading: RowReading): ReadRow {
  const noRow = notSomebody(cells, reading.headings)
  if (noRow) return { submission: null, problems: [{ code: noRow, column: null }] }
  const sheet = new RowSheet(cells, reading.columns, reading.headings)
  const { today } = reading
  const input = {
    programmeId: reading.programmeId,
    mother: { ...readMother(sheet, today), address: readAddress(sheet) },
    child: readChild(sheet, today),
    reach: {
      channel: 'unknown' as const,
      when: sheet.text('reachWhen'),
      voicemail: readYesNo(sheet.text('voicemail') ?? '') ?? 'unknown',
    },
    referrer: readReferrerPart(sheet),
    agreed: true as const,
    words: readWords(sheet),
  }
  if (!agreed(sheet, reading.agreed)) sheet.refuse('agreement-needed', sheet.columnOf('agreed'))
  if (!input.mother.phone && !input.mother.email && !input.referrer.phone && !input.referrer.email)
    sheet.note('no-way-to-reach', null)
  const parsed = referralSubmission.safeParse(input)
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const path = issue.path.join('.')
      const column = columnOfPath(path, sheet)
      const code = issue.code === 'too_big' ? 'too-long' : codeOfPath(path)
      // Whatever a reader already complained about is not said twice.
      if (!sheet.problems.some((known) => known.column === column || known.code === code))
        sheet.refuse(code, column)
    }
  return parsed.success && sheet.problems.length === 0
    ? { submission: parsed.data, notes: sheet.notes }
    : { submission: null, problems: sheet.problems }
}

/** The whole list's statement counts unless her own row says otherwise. */
function agreed(sheet: RowSheet, wholeList: boolean): boolean {
  const own = readYesNo(sheet.text('agreed') ?? '')
  return own === 'yes' || (wholeList && own === 'unknown')
}

function readWords(sheet: RowSheet): string | null {
  const remarks = sheet.all('words')
  const [only] = remarks
  if (only && remarks.length === 1 && sheet.lines.length === 0) sheet.lines.push(only.text)
  else for (const cell of remarks) sheet.keep(cell)
  const { text, dropped } = withoutBsn(sheet.lines.join('\n'))
  if (dropped > 0) sheet.note('bsn-left-out', sheet.columnOf('words'))
  return text || null
}

/** Rows that a spreadsheet has and that are nobody: totals, and headings that come back on every printed page. */
function notSomebody(cells: readonly string[], headings: readonly string[]): RowProblemCode | null {
  const first = cells.find((cell) => cell !== '') ?? ''
  if (/^(sub)?tota(al|l|len|ls)\b|^(aantal|gemiddelde?|som)\b\s*:?\s*(\d|$)/i.test(first)) return 'totals-row'
  const filled = cells.flatMap((cell, at) => (cell === '' ? [] : [[cell, headings[at]] as const]))
  return filled.length >= 2 && filled.every(([cell, heading]) => heading?.endsWith(cell))
    ? 'heading-row'
    : null
}

/** Which field a part of the submission came from, by the start of its path. */
const fieldsOfPath: readonly (readonly [string, readonly ImportField[]])[] = [
  ['mother.name.family', ['family', 'name']],
  ['mother.name', ['given', 'name', 'family']],
  ['mother.phone', ['phone']],
  ['mother.email', ['email']],
  ['mother.birthDay', ['birthDay']],
  ['mother.address.street', ['street', 'address']],
  ['mother.address.houseNumber', ['houseNumber', 'houseNumberAddition', 'address', 'street']],
  ['mother.address.postcode', ['postcode', 'address']],
  ['mother.address', ['place', 'address', 'postcode']],
  ['child.given', ['childGiven']],
  ['reach.when', ['reachWhen']],
  ['referrer.organisation', ['referrerOrganisation']],
  ['referrer', ['referrer', 'referrerEmail', 'referrerPhone']],
  ['words', ['words']],
]
const columnOfPath = (path: string, sheet: RowSheet): number | null => {
  const fields = fieldsOfPath.find(([start]) => path.startsWith(start))?.[1] ?? []
  return fields.map((field) => sheet.cell(field)?.column ?? null).find((column) => column !== null) ?? null
}
const codeOfPath = (path: string): RowProblemCode =>
  path.startsWith('mother.name')
    ? 'name-missing'
    : path.endsWith('email')
      ? 'not-an-email'
      : path.endsWith('postcode')
        ? 'not-a-postcode'
        : 'not-valid'
