import type { Decision } from '#domain/meldcode/decision.ts'
import type { Weighing } from '#domain/meldcode/weighing.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** How it ends (domain.md 2.3, the five questions). */
export const closingCodes = [
  'no_suspicion',
  'safe_agreed',
  'agency_follows',
  'ended_otherwise',
  'by_mistake',
] as const
export type ClosingCode = (typeof closingCodes)[number]

export interface Known {
  readonly report: Decision['answer'] | null
  readonly help: Decision['answer'] | null
  readonly weighing: Weighing
  /** What the family was told, or why not, is written down. */
  readonly told: boolean
  readonly reported: boolean
}

export type ClosingRefusal =
  | 'meldcode-weigh-first'
  | 'meldcode-decide-first'
  | 'meldcode-report-first'
  | 'meldcode-tell-first'
  | 'meldcode-say-why'
  | 'meldcode-decided-already'

/** May it be closed like this, with what is known? */
export function mayClose(
  code: ClosingCode,
  known: Known,
  words: string | null,
): true | Refusal<ClosingRefusal> {
  // Decided to report and not done: whatever the reason, that comes first.
  if (known.report === 'necessary' && !known.reported) return refuse('meldcode-report-first')
  if (code === 'by_mistake') {
    if (known.report || known.help) return refuse('meldcode-decided-already')
    return words ? true : refuse('meldcode-say-why')
  }
  // Question one answered with no: close and record.
  if (code === 'no_suspicion')
    return known.weighing.suspicion === 'no' ? true : refuse('meldcode-weigh-first')
  if (!known.report || !known.help) return refuse('meldcode-decide-first')
  if (code === 'agency_follows' && !known.reported) return refuse('meldcode-report-first')
  if (!known.told) return refuse('meldcode-tell-first')
  // With agreements on following whether it stays safe, or what else made it end.
  if (code !== 'agency_follows' && !words) return refuse('meldcode-say-why')
  return true
}
