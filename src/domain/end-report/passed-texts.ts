import { type Looked, removed, traceKey, without } from '#domain/redaction/gate.ts'
import type { Trace } from '#domain/redaction/trace.ts'

/** What somebody typed, as it stands in a letter: from where on, and what was found in it (places in the letter). */
export interface Typed {
  readonly text: string
  readonly at: number
  readonly traces: readonly Trace[]
}

/**
 * Each text as it passed the gate with the letter, for a file that says the same. What was taken out of a text in one
 * place is taken out wherever the same text stands. A text that the letter doesn't hold was looked at by nobody, and goes
 * nowhere.
 */
export function passedTexts(typed: readonly Typed[], ticks: Looked['ticks']): (text: string) => string {
  const going = new Map<string, Map<number, { start: number; end: number }>>()
  for (const { text, at, traces } of typed) {
    const here = going.get(text) ?? new Map()
    going.set(text, here)
    for (const trace of traces)
      if (ticks[traceKey(trace)] === 'remove')
        here.set(trace.start - at, { start: trace.start - at, end: trace.end - at })
  }
  return (text) => {
    const gone = going.get(text)
    return gone
      ? without(
          text,
          [...gone.values()].toSorted((a, b) => a.start - b.start),
        )
      : removed
  }
}
