import writeXlsx from 'write-excel-file/universal'

/**
 * Rows as a workbook of one sheet (Office Open XML): whole numbers as numbers, all else as text, which no spreadsheet
 * runs, so that what begins as a formula is only words. A cell that is hidden says so in words and never is a number. The
 * same rows are the same bytes, whenever they are written.
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
  return withoutClock(new Uint8Array(await file.arrayBuffer()))
}

const [endOfList, entrySize, firstDay] = [0x06054b50, 46, 0x0021]
/** A workbook is a ZIP, in which each part has the moment at which it was packed: all of 1 January 1980, the first there is. */
function withoutClock(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const short = (at: number) => view.getUint16(at, true)
  const long = (at: number) => view.getUint32(at, true)
  const setClock = (at: number) => {
    view.setUint16(at, 0, true)
    view.setUint16(at + 2, firstDay, true)
  }
  // Ours has no comment behind its list, so the end of the list is where it always is.
  const end = zip.byteLength - 22
  if (long(end) !== endOfList) throw new Error('A workbook that is no ZIP.')
  let at = long(end + 16)
  for (let left = short(end + 10); left > 0; left--) {
    setClock(at + 12)
    setClock(long(at + 42) + 10)
    at += entrySize + short(at + 28) + short(at + 30) + short(at + 32)
  }
  return zip
}
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
