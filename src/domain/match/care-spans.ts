import { type Day, daysBetween, isBefore, laterOf } from '#domain/day.ts'
import type { MatchStep } from '#domain/match/match.ts'

/** Days on which it was otherwise than usual: visits rested, they wound down, or nobody stood beside her. */
export const careKinds = ['paused', 'tapering', 'nobody'] as const
export type CareKind = (typeof careKinds)[number]
export interface CareSpan {
  readonly kind: CareKind
  readonly from: Day
  /** The last of these days; `null`: it is so now. */
  readonly until: Day | null
}

/** A match that began, with what became of it in order. */
export interface CaredFor {
  readonly startedOn: Day
  readonly endedOn: Day | null
  readonly steps: readonly { readonly step: string; readonly on: Day }[]
}

/** What each step begins: a rest, winding down, or visits as usual. Other steps change nothing. */
const begins: Partial<Record<MatchStep, 'paused' | 'tapering' | 'usual'>> = {
  pause: 'paused',
  'resume-trial': 'usual',
  resume: 'usual',
  'resume-tapering': 'tapering',
  taper: 'tapering',
  'go-on-after-all': 'usual',
}
const kindOf = (step: string) => Object.entries(begins).find(([name]) => name === step)?.[1]
const dayBefore = (day: Day): Day => day.subtract({ days: 1 })

/** All such days of her matches, in order; none on a day on which visits were as usual. */
export function careSpans(matches: readonly CaredFor[], closedOn: Day | null): readonly CareSpan[] {
  const ordered = [...matches].sort((a, b) => daysBetween(b.startedOn, a.startedOn))
  const spans: CareSpan[] = []
  /** Since which day nobody stood beside her; `null` while somebody does. */
  let last: Day | null = null
  for (const [at, { startedOn, endedOn, steps }] of ordered.entries()) {
    if (at > 0 && last) push(spans, 'nobody', last.add({ days: 1 }), dayBefore(startedOn))
    let now: { kind: 'paused' | 'tapering'; from: Day } | null = null
    for (const { step, on } of steps) {
      const kind = kindOf(step)
      if (!kind) continue
      if (now) push(spans, now.kind, now.from, dayBefore(on))
      now = kind === 'usual' ? null : { kind, from: on }
    }
    if (now) push(spans, now.kind, now.from, endedOn)
    last = endedOn ? (at > 0 && last ? laterOf(last, endedOn) : endedOn) : null
    if (!endedOn) return spans
  }
  if (last && !closedOn) spans.push({ kind: 'nobody', from: last.add({ days: 1 }), until: null })
  else if (last && closedOn) push(spans, 'nobody', last.add({ days: 1 }), dayBefore(closedOn))
  return spans
}

function push(spans: CareSpan[], kind: CareKind, from: Day, until: Day | null): void {
  if (!until || !isBefore(until, from)) spans.push({ kind, from, until })
}
