import type { Handed } from '#domain/end-report/hand-over.ts'
import type { LetterLanguage } from '#domain/end-report/letter-words.ts'
import type { Typed } from '#domain/end-report/passed-texts.ts'
import { letterOf } from '#domain/end-report/report-letter.ts'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { traceKey } from '#domain/redaction/gate.ts'
import type { KnownTraces, Trace } from '#domain/redaction/trace.ts'
import type { Work } from '#usecases/context.ts'
import type { handedReport } from '#usecases/end-report/handed-report.ts'
import { knownTraces } from '#usecases/redaction/known-traces.ts'

const dayIn = (language: LetterLanguage) => (iso: string) =>
  Temporal.PlainDate.from(iso).toLocaleString(language, { day: 'numeric', month: 'long', year: 'numeric' })

/**
 * The letter whole, with everything in it by which somebody could be recognised. Looked for piece by piece in what was
 * typed, so that no trace runs from one piece into the next. `seen` says which letter this is: another is not approved by
 * the same ticks.
 */
export async function lookedLetter(work: Work, personId: string, handed: Handed, language: LetterLanguage) {
  const known = await knownTraces(work, personId)
  const pieces = letterOf(handed, language, dayIn(language))
  const typed: Typed[] = []
  let text = ''
  for (const piece of pieces) {
    const at = text.length
    if (piece.typed) typed.push({ text: piece.text, at, traces: tracesAt(piece.text, at, known) })
    text += piece.text
  }
  const traces = typed.flatMap((one) => one.traces)
  return { text, typed, traces, seen: work.digest(text).toString('hex') }
}

const tracesAt = (text: string, at: number, known: KnownTraces): Trace[] =>
  findTraces(text, known).map((trace) => ({ ...trace, start: trace.start + at, end: trace.end + at }))

/** The same for a page, each trace with the key that a tick belongs to. */
export async function shownLetter(
  work: Work,
  { place, handed }: Awaited<ReturnType<typeof handedReport>>,
  language: LetterLanguage,
) {
  const { text, traces, seen } = await lookedLetter(work, place.personId, handed, language)
  return { text, seen, traces: traces.map((trace) => ({ key: traceKey(trace), ...trace })) }
}
