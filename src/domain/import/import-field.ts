/** What a column of a list may hold. The order is the order in which the mapping page offers them. */
export const importFields = [
  'name',
  'given',
  'prefix',
  'family',
  'birthDay',
  'phone',
  'email',
  'address',
  'street',
  'houseNumber',
  'houseNumberAddition',
  'postcode',
  'place',
  'language',
  'interpreter',
  'childDay',
  'childBornOn',
  'childDueOn',
  'childGiven',
  'firstChild',
  'reachWhen',
  'voicemail',
  'referrer',
  'referrerOrganisation',
  'referrerPhone',
  'referrerEmail',
  'words',
  'agreed',
] as const
export type ImportField = (typeof importFields)[number]

/** Remarks may stand in several columns; everything else in one. */
export const mayRepeat = (field: ImportField): boolean => field === 'words'

/** Which field each column holds, by place; `null` for a column that is left out. */
export type Columns = readonly (ImportField | null)[]

/** What is wrong with a mapping: by column index, or `columns` for the whole. Empty if it can be used. */
export function checkColumns(columns: Columns): Record<string, 'import-field-twice' | 'import-name-needed'> {
  const problems: Record<string, 'import-field-twice' | 'import-name-needed'> = {}
  const seen = new Set<ImportField>()
  for (const [at, field] of columns.entries()) {
    if (field === null) continue
    if (seen.has(field) && !mayRepeat(field)) problems[`columns.${at}`] = 'import-field-twice'
    seen.add(field)
  }
  if (!(seen.has('name') || seen.has('given') || seen.has('family'))) problems.columns = 'import-name-needed'
  return problems
}
