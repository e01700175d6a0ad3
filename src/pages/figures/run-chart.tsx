import { type MonthPoint, type Series, seriesUnit } from '#domain/figures/series.ts'
import { factWords } from '#pages/figures/figure-words.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

const size = { width: 360, height: 190, left: 64, right: 14, top: 14, bottom: 30 } as const
const within = size.width - size.left - size.right

/** One series: its points around their own middle, what that says in words, and a table with the same numbers. */
export const RunChartView = ({ t, series: { id, points, chart } }: { t: T; series: Series }) => {
  const written = (value: number | null) => factWords(t, seriesUnit[id], value)
  const known = points.filter(({ value }) => value !== null)
  const [first, last] = [points[0], points.at(-1)]
  if (!chart || !first || !last) return <Text>{t('series.none')}</Text>
  const top =
    seriesUnit[id] === 'percent' ? 100 : roundedUp(Math.max(...known.map(({ value }) => value ?? 0)))
  const x = (point: MonthPoint) => size.left + (points.indexOf(point) * within) / (points.length - 1)
  const y = (value: number) =>
    size.height - size.bottom - (value * (size.height - size.top - size.bottom)) / top
  return (
    <>
      <figure class="naast-plot naast-run">
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-t`}>
          <title id={`${id}-t`}>
            {t('series.picture', {
              what: t(`series.of.${id}`),
              months: known.length,
              median: written(chart.median),
            })}
          </title>
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line
                class="naast-plot__grid"
                x1={size.left}
                x2={size.width - size.right}
                y1={y(value)}
                y2={y(value)}
              />
              <text x={size.left - 6} y={y(value) + 4} text-anchor="end">
                {value === top ? written(top) : Math.round(value)}
              </text>
            </g>
          ))}
          <line
            class="naast-run__middle"
            x1={size.left}
            x2={size.width - size.right}
            y1={y(chart.median)}
            y2={y(chart.median)}
          />
          {unbroken(points).map((some) => (
            <polyline
              key={some[0]?.month.toString()}
              class="naast-plot__line"
              points={some.map((point) => `${x(point)},${y(point.value ?? 0)}`).join(' ')}
            />
          ))}
          {known.map((point) => (
            <circle
              key={point.month.toString()}
              class="naast-plot__point"
              cx={x(point)}
              cy={y(point.value ?? 0)}
              r="3.5"
            />
          ))}
          <text x={size.left} y={size.height - 8}>
            {t.month(first.month)}
          </text>
          <text x={size.width - size.right} y={size.height - 8} text-anchor="end">
            {t.month(last.month)}
          </text>
        </svg>
      </figure>
      <Text>{whatItSays(t, chart, written)}</Text>
      <details>
        <summary>{t('series.table')}</summary>
        <Table
          caption={t(`series.of.${id}`)}
          alone
          rows={points}
          empty={null}
          columns={[
            { heading: t('series.month'), cell: ({ month }) => t.month(month) },
            {
              heading: t(`series.unit.${seriesUnit[id]}`),
              numeric: true,
              cell: ({ value }) => written(value),
            },
            { heading: t('series.among'), numeric: true, cell: ({ of }) => of },
          ]}
        />
      </details>
      <Text quiet>{t(`series.how.${id}`)}</Text>
    </>
  )
}

/** Months beside each other that all have a number: over a month without one no line is drawn. */
function unbroken(points: readonly MonthPoint[]): MonthPoint[][] {
  const runs: MonthPoint[][] = [[]]
  for (const point of points)
    if (point.value === null) runs.push([])
    else runs.at(-1)?.push(point)
  return runs.filter((run) => run.length > 1)
}

/** A round number that all fit under; never nought. */
function roundedUp(most: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most))))
  return Math.max(1, Math.ceil(most / step)) * step
}

function whatItSays(t: T, chart: NonNullable<Series['chart']>, written: (value: number) => string): string {
  const { limits, longestRun, crossings, signal } = chart
  const median = written(chart.median)
  if (chart.useful === 0) return t('series.same', { median })
  if (!limits) return t('series.too-few', { median, points: chart.useful })
  if (!signal) return t('series.chance', { median })
  return longestRun > limits.longestRun
    ? t('series.run', { median, run: longestRun, most: limits.longestRun })
    : t('series.crossings', { median, crossings, fewest: limits.fewestCrossings })
}
