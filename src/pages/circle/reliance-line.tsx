import { type Reliance, stretches } from '#domain/circle/reliance.ts'
import { daysBetween } from '#domain/day.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

export type SaidReliance = Reliance & { readonly label: Words | null }

const size = { width: 340, height: 164, left: 30, right: 22, top: 24, bottom: 44 } as const

/** Her own number through time: a line that breaks where she'd rather not say, and a table with the same. */
export const RelianceLine = ({ t, said }: { t: T; said: readonly SaidReliance[] }) => {
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last) return null
  const { width, height, left, right, top, bottom } = size
  const long = daysBetween(first.on, last.on)
  const most = Math.max(4, ...said.map(({ count }) => count ?? 0))
  const x = ({ on }: Reliance) =>
    long === 0 ? width / 2 : left + (daysBetween(first.on, on) * (width - left - right)) / long
  const y = (count: number) => height - bottom - (count * (height - top - bottom)) / most
  const words = ({ count }: Reliance) => count ?? t('circle.rely-rather-not')
  return (
    <>
      <figure class="naast-plot naast-circle__line">
        <figcaption>{t('circle.rely-plot')}</figcaption>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="rely-t rely-d">
          <title id="rely-t">{t('circle.rely-plot')}</title>
          <desc id="rely-d">
            {said
              .map((one) => t('circle.rely-point', { day: t.longDay(one.on), count: words(one) }))
              .join('; ')}
          </desc>
          {[...new Set([0, Math.round(most / 2), most])].map((count) => (
            <g key={count}>
              <line
                class="naast-plot__grid"
                x1={left - 6}
                x2={width - right + 6}
                y1={y(count)}
                y2={y(count)}
              />
              <text x={left - 10} y={y(count) + 4} text-anchor="end">
                {count}
              </text>
            </g>
          ))}
          {stretches(said).map((run) => (
            <polyline
              key={run[0]?.on.toString()}
              class="naast-plot__line"
              points={run.map((one) => `${x(one)},${y(one.count ?? 0)}`).join(' ')}
            />
          ))}
          {said.map((one) => (
            <g key={one.on.toString()}>
              {/* Beneath the axis: what she'd rather not say is no height at all. */}
              {one.count === null ? (
                <text class="naast-plot__score" x={x(one)} y={height - bottom + 15} text-anchor="middle">
                  ?
                </text>
              ) : (
                <>
                  <circle class="naast-plot__point" cx={x(one)} cy={y(one.count)} r="5" />
                  <text class="naast-plot__score" x={x(one)} y={y(one.count) - 9} text-anchor="middle">
                    {one.count}
                  </text>
                </>
              )}
            </g>
          ))}
          <text x={x(first)} y={height - 8} text-anchor={long === 0 ? 'middle' : 'start'}>
            {t.month(first.on)}
          </text>
          {long > 60 && (
            <text x={x(last)} y={height - 8} text-anchor="end">
              {t.month(last.on)}
            </text>
          )}
        </svg>
      </figure>
      <Table
        caption={t('circle.rely-table')}
        rows={said}
        empty={null}
        columns={[
          { heading: t('circle.rely-day'), cell: ({ on }) => t.longDay(on) },
          { heading: t('circle.rely-count'), numeric: true, cell: words },
          {
            heading: t('circle.rely-when'),
            cell: ({ label }) => label?.[t.language] ?? t('circle.rely-freely'),
          },
        ]}
      />
      <Text quiet>{t('circle.rely-honest')}</Text>
    </>
  )
}
