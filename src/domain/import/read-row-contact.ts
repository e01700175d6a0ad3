import type { ImportField } from '#domain/import/import-field.ts'
import type { RowSheet } from '#domain/import/row-sheet.ts'
import { emailInput } from '#domain/person/person.ts'
import { readPhones } from '#domain/person/phone.ts'

/** The first number of a cell; all of them are kept in words if there are more. */
export function readPhoneCell(sheet: RowSheet, field: ImportField): string | null {
  const cell = sheet.cell(field)
  if (!cell) return null
  const [first, second] = readPhones(cell.text)
  if (!first) return sheet.refuse('not-a-phone-number', cell.column)
  if (second) {
    sheet.note('more-phone-numbers', cell.column)
    sheet.keep(cell)
  }
  return first
}

/** The first address of a cell; all of them are kept in words if there are more. */
export function readEmailCell(sheet: RowSheet, field: ImportField): string | null {
  const cell = sheet.cell(field)
  if (!cell) return null
  const found = cell.text.split(/[\s;,<>()]+|mailto:/i).filter((part) => part.includes('@'))
  const good = found.filter((part) => emailInput.safeParse(part).success)
  if (good.length === 0 || good.length < found.length) return sheet.refuse('not-an-email', cell.column)
  if (new Set(good).size > 1) {
    sheet.note('more-emails', cell.column)
    sheet.keep(cell)
  }
  return good[0] ?? null
}
