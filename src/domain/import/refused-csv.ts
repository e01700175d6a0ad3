/**
 * A cell for a file that a spreadsheet will open. Text that it would run as a formula gets an apostrophe in front,
 * which the spreadsheet shows as text (OWASP, CSV injection); a phone number with its plus is no formula and stays
 * as it is.
 */
export function safeCell(text: string): string {
  const risky = /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^\+\d[\d\s().-]{5,20}$/.test(text) && text !== '-'
  return risky ? `'${text}` : text
}

const quoted = (text: string): string =>
  /[;"\n\r\t,]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text

/** A CSV as Dutch Excel opens it by a double click: semicolons, a byte order mark, Windows line ends. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(safeCell(cell))).join(';')).join('\r\n')}\r\n`
