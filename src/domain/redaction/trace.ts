/** Something in a text by which somebody could be found or recognised. */
export const traceKinds = [
  'email',
  'phone',
  'postcode',
  'address',
  'school',
  'date',
  'number',
  'name',
  /** A day or time at which somebody was somewhere; only looked for where nothing of that may be read. */
  'moment',
] as const
export type TraceKind = (typeof traceKinds)[number]

export interface Trace {
  readonly kind: TraceKind
  readonly start: number
  readonly end: number
  /** As it stands there. */
  readonly text: string
  /** It is known of somebody in this file, or around it: no guess. */
  readonly known: boolean
}

/** What is known of everybody in and around a file; held against a text, never shown. */
export interface KnownTraces {
  readonly names: readonly string[]
  readonly emails: readonly string[]
  /** As they are kept: `+31612345678`. */
  readonly phones: readonly string[]
  readonly streets: readonly string[]
  readonly postcodes: readonly string[]
  readonly places: readonly string[]
  readonly birthDays: readonly Temporal.PlainDate[]
}
export const nothingKnown: KnownTraces = {
  names: [],
  emails: [],
  phones: [],
  streets: [],
  postcodes: [],
  places: [],
  birthDays: [],
}
