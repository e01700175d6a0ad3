import type { Outcome } from '#domain/outcome/outcome.ts'
import { mean, type Pair } from '#domain/outcome/pairs.ts'
import { Text } from '#pages/look/parts.tsx'
import { decimal } from '#pages/outcome/decimal.ts'
import type { T } from '#pages/words/words.ts'

const size = { width: 360, height: 230, left: 64, right: 64, top: 16, bottom: 30 } as const
const from = size.left
const to = size.width - size.right

interface Props {
  readonly t: T
  readonly id: string
  readonly outcome: Outcome
  readonly pairs: readonly Pair[]
  readonly label: string
  readonly moments: readonly [first: string, last: string]
}

/** Every pair as a line from her first score to her last; women with the same two share a thicker one. */
export const PairsPlot = ({ t, id, outcome, pairs, label, moments }: Props) => {
  const { min, max, better, ofSafety } = outcome
  const y = (score: number) =>
    size.height - size.bottom - ((score - min) * (size.height - size.top - size.bottom)) / (max - min)
  // Of danger no line is called unfavourable: a worse number may be trust.
  const judged = better !== null && !ofSafety
  const [meanFrom, meanTo] = [mean(pairs.map((pair) => pair.from)), mean(pairs.map((pair) => pair.to))]
  return (
    <figure class="naast-plot naast-pairs">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>
          {t('outcome.picture-title', { what: label, min, max, pairs: pairs.length })}
        </title>
        <desc id={`${id}-d`}>{pairs.map((pair) => `${pair.from} → ${pair.to}`).join('; ')}</desc>
        {[min, (min + max) / 2, max].map((score) => (
          <g key={score}>
            <line class="naast-plot__grid" x1={from - 8} x2={to + 8} y1={y(score)} y2={y(score)} />
            <text x={12} y={y(score) + 4}>
              {decimal(t, score, Number.isInteger(score) ? 0 : 1)}
            </text>
          </g>
        ))}
        {sameTogether(pairs).map(({ pair, count }) => {
          const away = judged && pair.from !== pair.to && pair.to > pair.from !== (better === 'higher')
          return (
            <g
              key={`${pair.from} ${pair.to}`}
              class={away ? 'naast-pairs__one naast-pairs__one--away' : 'naast-pairs__one'}
            >
              <line
                x1={from}
                x2={to}
                y1={y(pair.from)}
                y2={y(pair.to)}
                stroke-width={Math.min(1.5 * count, 9)}
              />
              <circle cx={from} cy={y(pair.from)} r="3" />
              <circle cx={to} cy={y(pair.to)} r="3" />
            </g>
          )
        })}
        <line class="naast-pairs__mean" x1={from} x2={to} y1={y(meanFrom)} y2={y(meanTo)} />
        <text class="naast-plot__score" x={from - 8} y={y(meanFrom) + 4} text-anchor="end">
          {decimal(t, meanFrom)}
        </text>
        <text class="naast-plot__score" x={to + 8} y={y(meanTo) + 4}>
          {decimal(t, meanTo)}
        </text>
        <text x={4} y={size.height - 8}>
          {moments[0]}
        </text>
        <text x={size.width - 4} y={size.height - 8} text-anchor="end">
          {moments[1]}
        </text>
      </svg>
      <figcaption>
        <Text quiet>
          {t('outcome.picture-each')} {t(judged ? 'outcome.picture-towards' : 'outcome.picture-mean')}
        </Text>
      </figcaption>
    </figure>
  )
}

function sameTogether(pairs: readonly Pair[]) {
  const together = new Map<string, { pair: Pair; count: number }>()
  for (const pair of pairs) {
    const key = `${pair.from} ${pair.to}`
    together.set(key, { pair, count: (together.get(key)?.count ?? 0) + 1 })
  }
  return [...together.values()]
}
