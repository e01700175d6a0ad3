import { type Grid, importLimits } from '#domain/import/import.ts'
import { Invalid } from '#usecases/failure.ts'
import { readCsv } from '#usecases/import/read-csv.ts'
import { readXlsx } from '#usecases/import/read-xlsx.ts'
import { UnreadableFile } from '#usecases/import/zip-parts.ts'

/**
 * Reads a file that somebody dropped into rows of text, by what it is and not by what it is called. Throws
 * `Invalid({ file: code })` where it can't: old Excel, a password, a damaged or enormous file, no list at all.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Grid> {
  try {
    const grid = await read(bytes)
    return bounded(grid)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid({ file: error.code })
    throw error
  }
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<Grid> {
  if (bytes.length === 0) throw new UnreadableFile('file-empty')
  if (bytes.length > importLimits.bytes) throw new UnreadableFile('file-too-large')
  if (startsWith(bytes, [0x50, 0x4b])) return { fileKind: 'xlsx', rows: await readXlsx(bytes) }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableFile(oldOrLocked(bytes))
  if (isSomethingElse(bytes)) throw new UnreadableFile('file-not-a-list')
  return { fileKind: 'csv', rows: readCsv(bytes) }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)

/** A workbook with a password is kept in the same kind of box as Excel's before 2007, under this name. */
const oldOrLocked = (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'file-has-password'
    : 'file-old-excel'

/** PDF, pictures, web pages that call themselves a spreadsheet. */
const isSomethingElse = (bytes: Uint8Array): boolean => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300)).trimStart()
  return /^(%PDF|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|\{\\rtf|(\u00ef\u00bb\u00bf)?<(!doctype|html|\?xml|table))/i.test(
    start,
  )
}

/** Without empty cells at the end of rows and empty rows at the end; within the limits. */
function bounded({ fileKind, rows }: Grid): Grid {
  const says = (cell: string) => cell.trim() !== ''
  const trimmed = rows.map((row) => row.slice(0, row.findLastIndex(says) + 1))
  const list = trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1)
  const filled = list.filter((row) => row.length > 0).length
  if (filled === 0) throw new UnreadableFile('file-empty')
  if (filled > importLimits.rows) throw new UnreadableFile('file-too-many-rows')
  if (list.some((row) => row.length > importLimits.columns)) throw new UnreadableFile('file-too-many-columns')
  return { fileKind, rows: list }
}
