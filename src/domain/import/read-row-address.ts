import { readAddressLine } from '#domain/import/read-cells.ts'
import type { RowSheet } from '#domain/import/row-sheet.ts'
import { postcodeInput } from '#domain/person/person.ts'

/** Her address, from one column or from five. */
export function readAddress(sheet: RowSheet) {
  const line = sheet.text('address') ?? sheet.text('street')
  const parts = line ? readAddressLine(line) : null
  const number = sheet.text('houseNumber')
  const code = readPostcode(sheet)
  const address = {
    // With the number in a column of its own, what looks like one belongs to the street (Plein 1940).
    street: number ? (sheet.text('street') ?? parts?.street ?? null) : (parts?.street ?? null),
    houseNumber: joined(number ?? parts?.houseNumber, sheet.text('houseNumberAddition')),
    postcode: code.postcode ?? parts?.postcode ?? null,
    place: joined(code.digits, sheet.text('place') ?? code.place ?? parts?.place ?? null),
  }
  return Object.values(address).some((part) => part !== null) ? address : null
}

const joined = (...parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join(' ') || null

/** A postcode; also with the town behind it, and only its digits, which then stand with the town. */
function readPostcode(sheet: RowSheet) {
  const nothing = { postcode: null, place: null, digits: null }
  const cell = sheet.cell('postcode')
  if (!cell) return nothing
  if (/^[1-9]\d{3}$/.test(cell.text)) {
    sheet.note('postcode-without-letters', cell.column)
    return { ...nothing, digits: cell.text }
  }
  const { postcode, place, street } = readAddressLine(cell.text)
  if (!postcode || street || !postcodeInput.safeParse(postcode).success) {
    sheet.refuse('not-a-postcode', cell.column)
    return nothing
  }
  return { postcode, place, digits: null }
}
