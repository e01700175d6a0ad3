import writeXlsx from 'write-excel-file/universal'

/**
 * Rows as a workbook of one sheet (Office Open XML): whole numbers as numbers, all else as text, which no spreadsheet
 * runs, so that what begins as a formula is only words. A cell that is hidden says so in words and never is a number.
 */
export async function writeSpreadsheet(
  rows: readonly (readonly string[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row) =>
    row.map((text) =>
      /^(0|[1-9]\d{0,14})$/.test(text)
        ? { value: Number(text), type: Number }
        : { value: text, type: String },
    ),
  )
  const file = await writeXlsx(cells).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
