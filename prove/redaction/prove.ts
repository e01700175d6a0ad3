import { findTraces } from '#domain/redaction/find-traces.ts'
import { passGate, traceKey } from '#domain/redaction/gate.ts'
import { nothingKnown } from '#domain/redaction/trace.ts'
import { chanceOf } from '#simulation/chance.ts'
import { type Drawn, drawText, type Kind, kinds } from './corpus.ts'

export interface Recall {
  readonly texts: number
  readonly by: Readonly<Record<Kind, { readonly there: number; readonly found: number }>>
  /** Things that were not found whole, or were still there after everything found was taken out. */
  readonly missed: readonly string[]
  /** How often something was marked where nothing was hidden, for each text. */
  readonly tooMuch: number
}

/** What of it still stands after everything that was found is taken out. */
const still = (
  { text, hidden }: Drawn,
  found: readonly { start: number; end: number }[],
  at: number,
): string => {
  const { start, end } = hidden[at] ?? { start: 0, end: 0 }
  return [...text.slice(start, end)]
    .filter((_, place) => !found.some((one) => one.start <= start + place && start + place < one.end))
    .join('')
}

/**
 * Hides things in invented notes and looks what of them is found. Found is: no letter or digit of it is left. `blind`
 * leaves out what is known of her: then more must be missed, or knowing it is worth nothing.
 */
export function proveRedaction(texts: number, seed: number, { blind = false } = {}): Recall {
  const chance = chanceOf(seed)
  const by = Object.fromEntries(kinds.map((kind) => [kind, { there: 0, found: 0 }])) as Record<
    Kind,
    { there: number; found: number }
  >
  const missed: string[] = []
  let tooMuch = 0
  for (let at = 0; at < texts; at += 1) {
    const drawn = drawText(chance)
    const { text, known, hidden } = drawn
    const traces = findTraces(
      text,
      blind ? nothingKnown : { ...nothingKnown, names: [known.given, known.family] },
    )
    tooMuch += traces.filter(
      (one) => !hidden.some(({ start, end }) => start < one.end && one.start < end),
    ).length
    const passed = passGate(text, traces, {
      ticks: Object.fromEntries(traces.map((one) => [traceKey(one), 'remove' as const])),
      readWhole: true,
    })
    if ('refused' in passed) throw new Error(passed.refused)
    for (const [place, { kind, start, end }] of hidden.entries()) {
      const left = still(drawn, traces, place).replace(
        /\b(?:mevrouw|Mrs|van|den|de|ten|el|al)\b|[^\p{L}\d]/giu,
        '',
      )
      by[kind].there += 1
      if (left === '') by[kind].found += 1
      else missed.push(`${kind}: “${text.slice(start, end)}” in “${text}”`)
    }
  }
  return { texts, by, missed, tooMuch: tooMuch / texts }
}
