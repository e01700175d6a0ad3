import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * A list that an organisation kept in a spreadsheet, on its way in: uploaded, its columns mapped and every row
 * judged, rows being taken in chunk by chunk, done, or undone as a whole; or thrown away before it was imported.
 */
export const importStates = ['uploaded', 'mapped', 'running', 'done', 'undone', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

const steps = {
  map: { from: ['uploaded', 'mapped'], to: 'mapped' },
  begin: { from: ['mapped'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  // Also half-way: whoever sees it go wrong should not have to wait until it is all wrong.
  undo: { from: ['running', 'done'], to: 'undone' },
  discard: { from: ['uploaded', 'mapped'], to: 'discarded' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>

export type ImportStep = keyof typeof steps

export const mayImportStep = (state: ImportState, step: ImportStep): boolean =>
  steps[step].from.some((from) => from === state)

/** The state after the step, or why not. */
export const importStepTo = (
  state: ImportState,
  step: ImportStep,
): ImportState | Refusal<'import-not-from-this-state'> =>
  mayImportStep(state, step) ? steps[step].to : refuse('import-not-from-this-state')

export const isImportState = (text: string): text is ImportState =>
  importStates.some((state) => state === text)

/**
 * What became of a row. `good` rows will be imported; `double` ones only if the coordinator says so, because the
 * woman may already be in this list or in the files; `refused` ones can't be.
 */
export const rowVerdicts = ['unread', 'good', 'double', 'refused', 'imported', 'undone'] as const
export type RowVerdict = (typeof rowVerdicts)[number]

/** How large a list may be. Far above any list we were shown, far below what would trouble the server. */
export const importLimits = {
  /** The file as it comes in. */
  bytes: 10 * 1024 * 1024,
  /** All parts of a workbook once unpacked. */
  unpackedBytes: 60 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
} as const

/** Why a file can't be read at all. Each has words that say how to mend it. */
export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-old-excel'
  | 'file-has-password'
  | 'file-not-a-list'
  | 'file-damaged'
  | 'file-too-many-rows'
  | 'file-too-many-columns'

/** A file as rows of text, as they stand in it. */
export interface Grid {
  readonly fileKind: 'csv' | 'xlsx'
  readonly rows: readonly (readonly string[])[]
}
