import type { Trace } from '#domain/redaction/trace.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Why something by which somebody could be recognised may be read by whoever gets the text. */
export const stayReasons = ['they_know_it', 'is_nobody', 'asked_by_her', 'needed_for_safety'] as const
export type StayReason = (typeof stayReasons)[number]

/** What a human said of one trace: it goes, or it stays and why. */
export type Tick = 'remove' | StayReason

/** The same words in the same place: what a tick belongs to. */
export const traceKey = ({ kind, start, end }: Trace): string => `${kind}-${start}-${end}`

export const removed = '[…]'

export interface Looked {
  readonly ticks: Readonly<Record<string, Tick>>
  /** Somebody says that she read the text as a whole, also where nothing was found in it. */
  readonly readWhole: boolean
}

export const gateRefusals = ['text-not-looked-through', 'text-not-ticked', 'text-tells-of-others'] as const

/** Where nothing of others may be read: what is known of them, and when or where somebody was. */
export const mustGo = ({ known, kind }: Pick<Trace, 'known' | 'kind'>): boolean => known || kind === 'moment'

/**
 * The only way for words to leave: every trace ticked by a human, and the whole text read. What was found is found anew
 * here, so that a tick for another text counts for nothing. Where nothing of others may be read (`nothingKnown`), what
 * is known of them can't stay whatever is ticked.
 */
export function passGate(
  text: string,
  traces: readonly Trace[],
  { ticks, readWhole }: Looked,
  { nothingKnown = false } = {},
):
  | { readonly text: string; readonly gone: number; readonly stayed: number }
  | Refusal<(typeof gateRefusals)[number]> {
  if (traces.some((trace) => ticks[traceKey(trace)] === undefined)) return refuse('text-not-ticked')
  if (!readWhole) return refuse('text-not-looked-through')
  if (nothingKnown && traces.some((trace) => mustGo(trace) && ticks[traceKey(trace)] !== 'remove'))
    return refuse('text-tells-of-others')
  const going = traces.filter((trace) => ticks[traceKey(trace)] === 'remove')
  return { text: without(text, going), gone: going.length, stayed: traces.length - going.length }
}

/** The text with a mark in place of each of these, which follow each other. */
export function without(text: string, going: readonly Pick<Trace, 'start' | 'end'>[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of going) {
    kept += text.slice(from, start) + removed
    from = end
  }
  return kept + text.slice(from)
}
