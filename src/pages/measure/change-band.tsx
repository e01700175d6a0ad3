import { changeBand, saidChange } from '#domain/outcome/change-band.ts'
import type { Score } from '#domain/outcome/outcome.ts'
import { Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

/** Behind her line: between these her numbers may differ by measuring alone. Nothing where nobody knows how much. */
export const ChangeBand = ({
  score,
  first,
  from,
  to,
  y,
}: {
  score: Score
  first: number | null
  from: number
  to: number
  y: (score: number) => number
}) => {
  const band = first === null ? null : changeBand(score, first)
  return (
    band && (
      <rect
        class="naast-plot__band"
        x={from}
        width={Math.max(0, to - from)}
        y={y(band.high)}
        height={Math.max(0, y(band.low) - y(band.high))}
      />
    )
  )
}

/** What the picture says, in a sentence; better and worse only beyond what measuring makes of it, and never of danger. */
export const ChangeSaid = ({
  t,
  score,
  first,
  last,
}: {
  t: T
  score: Score
  first: number | null
  last: number | null
}) => {
  if (score.ofSafety) return <Text quiet>{t('measure.change.of-safety')}</Text>
  const said = first === null || last === null ? null : saidChange(score, first, last)
  if (!said) return null
  return (
    <Text quiet>
      {t(`measure.change.${said.verdict}`)} {said.noRoom ? t('measure.change.no-room') : ''}{' '}
      {t('measure.change.band')}
    </Text>
  )
}
