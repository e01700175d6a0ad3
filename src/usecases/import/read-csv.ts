import { parse } from 'csv-parse/sync'
import { decodeText } from '#domain/import/decode-text.ts'

/** Characters that lists are cut up by, the likeliest in this country first. */
const delimiters = [';', ',', '\t', '|'] as const
/** Enough of a file to see how it is cut up. */
const sampleLines = 60

/** Rows of a CSV file, whatever its encoding and delimiter. Never throws: text that is no CSV is rows of one cell. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes)
  // Excel's own hint on the first line.
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  return cut(body, hint?.[1] ?? guessDelimiter(body))
}

function cut(text: string, delimiter: string): string[][] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, max_record_size: 0 }
  try {
    return parse(text, options)
  } catch {
    // A quote that is never closed is a slip of somebody's finger, not the start of one enormous cell.
    return parse(text, { ...options, quote: false })
  }
}

/** The delimiter that cuts most of the first lines into the same number of cells, two or more. */
function guessDelimiter(text: string): string {
  const sample = text.split('\n', sampleLines).join('\n').slice(0, 65_536)
  const scores = delimiters.map((delimiter) => {
    const widths = cut(sample, delimiter)
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map((cells) => cells.length)
    const counts = new Map<number, number>()
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
    return { delimiter, score: widths.length === 0 ? 0 : (count / widths.length) * 100 + width / 100 }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}
