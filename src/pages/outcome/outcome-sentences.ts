import type { ShownOutcome, ShownSummary } from '#domain/outcome/for-reader.ts'
import type { Outcome } from '#domain/outcome/outcome.ts'
import { decimal, signed } from '#pages/outcome/decimal.ts'
import type { T } from '#pages/words/words.ts'

const counted = (t: T, count: number | null): string => (count === null ? t('outcome.hidden') : String(count))

/** What comes first on the page: whom it is about, what the mean did, and how many went which way. */
export function mainSentences(
  t: T,
  { better, ofSafety }: Pick<Outcome, 'better' | 'ofSafety'>,
  { steps: { owed } }: Pick<ShownOutcome, 'steps'>,
  summary: ShownSummary,
): readonly string[] {
  const { pairs, counts } = summary
  const way = better && t(better === 'higher' ? 'outcome.better-high' : 'outcome.better-low')
  const who = owed === null ? t('outcome.who-pairs', { pairs }) : t('outcome.who', { owed, pairs })
  const noRoom = counts?.noRoom ? t('outcome.no-room', { count: counts.noRoom }) : null
  return [
    [who, meanSentence(t, summary), intervalSentence(t, summary), way],
    // Of danger nothing is called better or worse.
    [counts && !ofSafety ? countsSentence(t, counts, pairs) : directionsSentence(t, summary), noRoom],
    [ofSafety ? t('outcome.safety') : null, t('outcome.no-control')],
  ].map((sentences) => sentences.filter((one) => one).join(' '))
}

function meanSentence(t: T, { meanFrom, meanTo, change }: ShownSummary): string {
  const values = { from: decimal(t, meanFrom), to: decimal(t, meanTo), points: decimal(t, Math.abs(change)) }
  const turn = !/[1-9]/.test(values.points) ? 'level' : change > 0 ? 'up' : 'down'
  return t(`outcome.mean.${turn}`, values)
}

const intervalSentence = (t: T, { interval }: ShownSummary): string | null =>
  typeof interval === 'string'
    ? null
    : t('outcome.mean-interval', { low: signed(t, interval.low), high: signed(t, interval.high) })

const countsSentence = (t: T, counts: NonNullable<ShownSummary['counts']>, pairs: number): string =>
  t('outcome.counts', {
    pairs,
    better: counted(t, counts.better),
    same: counted(t, counts.same),
    worse: counted(t, counts.worse),
  })

const directionsSentence = (t: T, { directions: { up, level, down }, pairs }: ShownSummary): string =>
  t('outcome.directions', { pairs, up: counted(t, up), level: counted(t, level), down: counted(t, down) })
