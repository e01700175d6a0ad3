import type { T } from '#pages/words/words.ts'
import type {
  MeetingCost,
  MeetingDelta,
  MeetingMove,
  MeetingTotals,
} from '#usecases/matching-meeting/meeting-view.ts'

export const listOf = (t: T, words: readonly string[]): string =>
  new Intl.ListFormat(t.language, { type: 'conjunction' }).format(words)

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** It changes nothing for the whole. */
export const isEqual = ({ matched, score }: MeetingCost): boolean =>
  score === 0 && matched.every(({ more }) => more === 0)

/** What it costs or brings in all: first how many women, then points; an honest tie is said as one. */
export function costWords(t: T, cost: MeetingCost): string {
  if (isEqual(cost)) return t('matching.cost.equal')
  const women = cost.matched
    .filter(({ more }) => more !== 0)
    .map(({ urgency, more }) =>
      t(more > 0 ? 'matching.cost.more' : 'matching.cost.fewer', {
        count: Math.abs(more),
        urgency: lowerFirst(t(`match.urgency.${urgency}`)),
      }),
    )
  const points =
    cost.score === 0
      ? []
      : [
          t(cost.score > 0 ? 'matching.cost.points-more' : 'matching.cost.points-less', {
            count: Math.abs(cost.score),
          }),
        ]
  return [...women, ...points].join(', ')
}

/** One move on a line of its own. */
export function moveWords(t: T, { woman, from, to }: MeetingMove): string {
  const names = { woman: woman.name, from: from?.name ?? '', to: to?.name ?? '' }
  return t(`matching.move.${from ? (to ? 'other' : 'waits') : 'gets'}`, names)
}

/** "If Anna got Maria, Fatma would move to Julia and Leyla would wait; 75 points less in all." */
export function priceWords(
  t: T,
  { moves, cost }: MeetingDelta,
  { woman, worker }: { woman: string; worker: string },
): string {
  const others = moves
    .filter((move) => move.woman.name !== woman || move.to?.name !== worker)
    .map((move) =>
      t(`matching.then.${move.to ? (move.from ? 'moves' : 'gets') : 'waits'}`, {
        woman: move.woman.name,
        to: move.to?.name ?? '',
      }),
    )
  return others.length === 0
    ? t('matching.price-alone', { woman, worker, cost: costWords(t, cost) })
    : t('matching.price', { woman, worker, moves: listOf(t, others), cost: costWords(t, cost) })
}

/** "27 of 40 have somebody; 3 of 3 most urgent." */
export function totalsWords(t: T, { perUrgency, waiting, matched }: MeetingTotals): string {
  const tiers = perUrgency
    .filter((tier) => tier.waiting > 0 && tier.waiting < waiting)
    .map((tier) =>
      t('matching.totals-tier', {
        urgency: t(`match.urgency.${tier.urgency}`),
        matched: tier.matched,
        waiting: tier.waiting,
      }),
    )
  return [t('matching.totals', { matched, count: waiting }), ...tiers].join(' ')
}
