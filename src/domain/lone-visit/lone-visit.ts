import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Going somewhere alone (domain.md 4.2 VM-5, peers.md 6.14): a worker says that she goes in and until when. Where that
 * stands is never kept: it follows from these times and the server's clock, so that it is the same after a restart, on
 * two phones, and on a phone whose clock is wrong.
 */
export interface LoneVisit {
  readonly expectedAt: Temporal.Instant
  readonly graceMinutes: number
  readonly endedAt: Temporal.Instant | null
  /** For which expected end she was asked already. */
  readonly askedFor: Temporal.Instant | null
  readonly wrongWords: number
  /** When the last wrong word was one too many. */
  readonly wrongAt: Temporal.Instant | null
  /** When she said, the last time, by her other word, that she is in danger. Nothing that she sees may follow from it. */
  readonly duressAt: Temporal.Instant | null
}

/** Inside; past her time, and asked whether all is well; past the grace, and others are looking; out again. */
export const loneStandings = ['inside', 'asked', 'alerted', 'out'] as const
export type LoneStanding = (typeof loneStandings)[number]

export const mostWrongWords = 5
/** Where the programme doesn't say: a proposal of ours, for the organisation to confirm. */
export const usualGraceMinutes = 15
export const stayMinutes = [30, 60, 90, 120, 180] as const
export const longerMinutes = [15, 30] as const
/** However often she stays longer, not more than this from now on: after so long it is asked anew. */
const longestAheadMinutes = 240

const reached = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0
export const alertAt = ({ expectedAt, graceMinutes }: LoneVisit): Temporal.Instant =>
  expectedAt.add({ minutes: graceMinutes })

/** What she sees, and who stands beside her: it knows nothing of the other word. */
export function standingOf(visit: Omit<LoneVisit, 'duressAt'>, now: Temporal.Instant): LoneStanding {
  if (visit.endedAt !== null) return 'out'
  if (visit.wrongAt !== null) return 'alerted'
  if (reached(alertAt({ ...visit, duressAt: null }), now)) return 'alerted'
  return reached(visit.expectedAt, now) ? 'asked' : 'inside'
}

/** What a word said: hers, the other one, or neither. Who has no words needn't say one. */
export type Heard = 'safe' | 'duress' | 'neither'

type Changed = Omit<LoneVisit, 'graceMinutes'>

/** After a word: a wrong one counts, the other one is remembered, and both of her own are taken alike. */
function hear<Visit extends LoneVisit>(visit: Visit, heard: Heard, now: Temporal.Instant): Visit {
  if (heard === 'duress') return { ...visit, duressAt: now }
  if (heard === 'safe') return visit
  const wrongWords = visit.wrongWords + 1
  return { ...visit, wrongWords, wrongAt: wrongWords >= mostWrongWords ? now : visit.wrongAt }
}

/** She is out. Said twice it stays as it was; a word that is not hers changes nothing but the count. */
export function end(visit: LoneVisit, heard: Heard, now: Temporal.Instant): Changed {
  const after = hear(visit, heard, now)
  return heard === 'neither' || visit.endedAt !== null
    ? after
    : { ...after, endedAt: now, wrongWords: 0, wrongAt: null }
}

/** She stays longer: counted from when she would have been out, or from now if that is over. */
export function extend(
  visit: LoneVisit,
  heard: Heard,
  minutes: number,
  now: Temporal.Instant,
): Changed | Refusal<'lone-visit-over'> {
  const after = hear(visit, heard, now)
  if (heard === 'neither') return after
  // What she says by her other word counts, also where nothing is left to lengthen.
  if (visit.endedAt !== null) return heard === 'duress' ? after : refuse('lone-visit-over')
  const from = reached(visit.expectedAt, now) ? now : visit.expectedAt
  const wanted = from.add({ minutes })
  const latest = now.add({ minutes: longestAheadMinutes })
  return {
    ...after,
    expectedAt: Temporal.Instant.compare(wanted, latest) < 0 ? wanted : latest,
    wrongWords: 0,
    wrongAt: null,
  }
}
