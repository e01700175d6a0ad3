import type { Columns, ImportField } from '#domain/import/import-field.ts'
import type { RowProblem, RowProblemCode } from '#domain/import/row-problem.ts'
import { saysNothing } from '#domain/import/tidy-cell.ts'

/** One cell with its place, as the readers of a row see it. */
export interface Cell {
  readonly text: string
  readonly column: number
}

/** A row being read: its cells by field, and what was found on the way. */
export class RowSheet {
  readonly problems: RowProblem[] = []
  readonly notes: RowProblem[] = []
  /** Lines for the referral's own words: remarks, and what did not fit its field. */
  readonly lines: string[] = []
  readonly #cells: readonly string[]
  readonly #columns: Columns
  readonly #headings: readonly string[]

  constructor(cells: readonly string[], columns: Columns, headings: readonly string[]) {
    this.#cells = cells
    this.#columns = columns
    this.#headings = headings
  }

  /** The cell of a field; `null` if no column holds it or the cell says nothing. */
  cell(field: ImportField): Cell | null {
    return this.all(field)[0] ?? null
  }
  all(field: ImportField): readonly Cell[] {
    return this.#columns.flatMap((is, column) => {
      const text = this.#cells[column] ?? ''
      return is === field && !saysNothing(text) ? [{ text, column }] : []
    })
  }
  /** Its text, or `null`. */
  text(field: ImportField): string | null {
    return this.cell(field)?.text ?? null
  }
  columnOf(field: ImportField): number | null {
    const column = this.#columns.indexOf(field)
    return column === -1 ? null : column
  }
  refuse(code: RowProblemCode, column: number | null): null {
    this.problems.push({ code, column })
    return null
  }
  note(code: RowProblemCode, column: number | null): void {
    this.notes.push({ code, column })
  }
  /** Keeps a cell among the words, under its own heading. */
  keep({ text, column }: Cell): void {
    const heading = this.#headings[column]
    this.lines.push(heading ? `${heading}: ${text}` : text)
  }
}
