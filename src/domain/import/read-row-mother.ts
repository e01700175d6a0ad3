import type { Day } from '#domain/day.ts'
import { isBefore } from '#domain/day.ts'
import type { ImportField } from '#domain/import/import-field.ts'
import { readDayCell, readFirstChild, readFullName } from '#domain/import/read-cells.ts'
import { readEmailCell, readPhoneCell } from '#domain/import/read-row-contact.ts'
import type { RowSheet } from '#domain/import/row-sheet.ts'
import { readLanguages } from '#domain/person/spoken-language.ts'

/** Younger than this is not the mother's birth day but her child's, in the wrong column. */
const youngestMother = 10
/** Longer than a pregnancy lasts from the first test. */
const dueWithinMonths = 10

export function readMother(sheet: RowSheet, today: Day) {
  const languages = readLanguageCell(sheet, 'language')
  return {
    name: readName(sheet),
    phone: readPhoneCell(sheet, 'phone'),
    email: readEmailCell(sheet, 'email'),
    birthDay: readBirthDay(sheet, today),
    languages: [...languages],
    interpreter: readInterpreter(sheet, languages),
  }
}

function readName(sheet: RowSheet): { given: string; family: string | null } {
  const whole = sheet.text('name')
  const prefix = sheet.text('prefix')
  const family = sheet.text('family')
  const read = whole ? readFullName(whole) : null
  const given = sheet.text('given') ?? read?.given ?? null
  const last = family ?? read?.family ?? null
  const lastName = last && prefix ? `${prefix} ${last}` : last
  // With one name only, that is what she is called.
  if (given) return { given, family: lastName }
  if (lastName) return { given: lastName, family: null }
  sheet.refuse('name-missing', sheet.columnOf('given') ?? sheet.columnOf('name') ?? sheet.columnOf('family'))
  return { given: '', family: null }
}

function readDayOf(sheet: RowSheet, field: ImportField, today: Day): { day: Day; column: number } | null {
  const cell = sheet.cell(field)
  if (!cell) return null
  const day = readDayCell(cell.text, today)
  return day ? { day, column: cell.column } : sheet.refuse('not-a-day', cell.column)
}

function readBirthDay(sheet: RowSheet, today: Day): Day | null {
  const read = readDayOf(sheet, 'birthDay', today)
  if (!read) return null
  if (isBefore(today, read.day)) return sheet.refuse('birth-day-in-future', read.column)
  if (isBefore(today.subtract({ years: youngestMother }), read.day))
    return sheet.refuse('birth-day-too-recent', read.column)
  return read.day
}

/** Understood languages; whatever is not understood is kept in words. */
function readLanguageCell(sheet: RowSheet, field: ImportField): readonly string[] {
  const cell = sheet.cell(field)
  if (!cell) return []
  const { languages, unknown } = readLanguages(cell.text)
  if (unknown.length > 0) {
    sheet.note('language-unknown', cell.column)
    sheet.keep(cell)
  }
  return languages
}

/** A language, or only 'yes': then the first of her languages that is not the country's own. */
function readInterpreter(sheet: RowSheet, languages: readonly string[]): string | null {
  const text = sheet.text('interpreter')
  if (!text || /^(nee|n|no|neen)$/i.test(text)) return null
  if (/^(ja|j|yes|y|x)\b/i.test(text)) return languages.find((code) => code !== 'nl') ?? null
  return readLanguageCell(sheet, 'interpreter')[0] ?? null
}

export function readChild(sheet: RowSheet, today: Day) {
  const either = readDayOf(sheet, 'childDay', today)
  const bornIn = readDayOf(sheet, 'childBornOn', today)
  const dueIn = readDayOf(sheet, 'childDueOn', today)
  if (bornIn && isBefore(today, bornIn.day)) sheet.refuse('birth-day-in-future', bornIn.column)
  const eitherBorn = either && !isBefore(today, either.day)
  const due = dueIn ?? (eitherBorn ? null : either)
  if (due && isBefore(today.add({ months: dueWithinMonths }), due.day))
    sheet.refuse('due-day-too-far', due.column)
  const first = sheet.cell('firstChild')
  const answer = first ? readFirstChild(first.text) : 'unknown'
  if (first && answer === null) sheet.refuse('not-yes-or-no', first.column)
  return {
    bornOn: bornIn?.day ?? (eitherBorn ? either.day : null),
    dueOn: due?.day ?? null,
    given: sheet.text('childGiven'),
    firstChild: answer ?? ('unknown' as const),
  }
}
