import type { WorkLine, WorkSource } from '#domain/worklist/work-line.ts'

/** A line whose name is still to be read, with those of all others in one go. */
export type Unnamed = Omit<WorkLine, 'name'> & { readonly personId: string | null }

export interface Found {
  readonly lines: readonly Unnamed[]
  /** The source, if it has more than these. */
  readonly more: WorkSource['from'] | null
}

/** Of each source no more than this: what a person can look at, not what a database can hold. */
export const most = 20

/** The rows that fit, and whether there were others: ask for one more than fits. */
export const fitting = <Row>(
  from: WorkSource['from'],
  rows: readonly Row[],
  lineOf: (row: Row) => Unnamed,
  fits = most,
): Found => ({ lines: rows.slice(0, fits).map(lineOf), more: rows.length > fits ? from : null })
