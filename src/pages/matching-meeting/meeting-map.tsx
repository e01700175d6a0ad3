import { Table, Text } from '#pages/look/parts.tsx'
import {
  layMap,
  type MapArea,
  type MapDrawing,
  type MapLine,
  type MapMark,
  type MapPair,
  mapSize,
} from '#pages/matching-meeting/map-layout.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly areas: readonly MapArea[]
  readonly pairs: readonly MapPair[]
  /** Women and workers of whom it isn't known where they live, or may not be. */
  readonly nowhere: number
}

/** How far apart who would come together live, by postcode area; the same in a table, and no street anywhere. */
export const MeetingMap = ({ t, areas, pairs, nowhere }: Props) => {
  const drawing = layMap(areas, pairs)
  if (!drawing) return <Text quiet>{t('matching.map-none')}</Text>
  return (
    <figure class="naast-map">
      <Picture t={t} drawing={drawing} />
      <Legend t={t} />
      <figcaption class="naast-quiet">
        {t('matching.map-coarse')} {drawing.left > 0 && t('matching.map-left', { count: drawing.left })}{' '}
        {nowhere > 0 && t('matching.map-nowhere', { count: nowhere })}
      </figcaption>
      <details class="naast-more">
        <summary>{t('matching.map-table')}</summary>
        <AreaTable t={t} areas={areas} pairs={pairs} />
      </details>
    </figure>
  )
}

/** Beneath the marks, where the scale stands. */
const foot = 16

const Picture = ({ t, drawing }: { t: T; drawing: MapDrawing }) => (
  <svg
    viewBox={`0 0 ${mapSize.width} ${drawing.height + foot}`}
    role="img"
    aria-labelledby="meeting-map-t meeting-map-d"
  >
    <title id="meeting-map-t">{t('matching.map')}</title>
    <desc id="meeting-map-d">
      {t('matching.map-desc', {
        areas: drawing.marks.length,
        women: sum(drawing.marks, ({ women }) => women),
        workers: sum(drawing.marks, ({ workers }) => workers),
        within: sum(drawing.marks, ({ within }) => within),
        between: sum(drawing.lines, ({ pairs }) => pairs),
      })}
    </desc>
    {drawing.lines.map((line) => (
      <Line key={`${line.from.area} ${line.to.area}`} line={line} />
    ))}
    {drawing.marks.map((mark) => (
      <Mark key={mark.area} mark={mark} />
    ))}
    {drawing.lines
      .filter(({ pairs }) => pairs > 1)
      .map(({ from, to, pairs }) => (
        <text key={`${from.area} ${to.area}`} class="naast-map__count" {...middleOf(from, to)}>
          {pairs}
        </text>
      ))}
    <g class="naast-map__scale">
      <path d={`M8 ${drawing.height}v5h${drawing.scale.length}v-5`} />
      <text x={14 + drawing.scale.length} y={drawing.height + 7}>
        {drawing.scale.kilometres} km
      </text>
    </g>
  </svg>
)

const sum = <One,>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((total, one) => total + of(one), 0)

const radius = 10
/** Women stand on the left of workers, where both live in one area. */
const womenAt = ({ x, workers }: MapMark): number => (workers > 0 ? x - radius - 1 : x)
const workersAt = ({ x, women }: MapMark): number => (women > 0 ? x + radius + 1 : x)

const Line = ({ line: { from, to, pairs } }: { line: MapLine }) => (
  <path
    class="naast-map__line"
    d={`M${womenAt(from)} ${from.y}Q${bendOf(from, to)} ${workersAt(to)} ${to.y}`}
    stroke-width={Math.min(1 + pairs, 5)}
  />
)

/** Bent a little, so that it doesn't run through what lies straight between, nor under the line that comes back. */
function bend(from: MapMark, to: MapMark): readonly [x: number, y: number] {
  const [right, down] = [workersAt(to) - womenAt(from), to.y - from.y]
  return [(womenAt(from) + workersAt(to)) / 2 - down * 0.15, (from.y + to.y) / 2 + right * 0.15]
}
const bendOf = (from: MapMark, to: MapMark): string => bend(from, to).map(rounded).join(' ')
const rounded = (units: number): number => Math.round(units * 10) / 10

/** Where half of the line is, for its number. */
function middleOf(from: MapMark, to: MapMark): { x: number; y: number } {
  const [x, y] = bend(from, to)
  return {
    x: rounded((womenAt(from) + workersAt(to)) / 4 + x / 2),
    y: rounded((from.y + to.y) / 4 + y / 2 + 4),
  }
}

const Mark = ({ mark }: { mark: MapMark }) => {
  const { x, y, area, women, without, workers, within } = mark
  return (
    <g>
      {within > 0 && <rect class="naast-map__within" x={x - 25} y={y - 14} width="50" height="28" rx="14" />}
      {women > 0 && (
        <>
          <circle class="naast-map__women" cx={womenAt(mark)} cy={y} r={radius} />
          {without > 0 && <circle class="naast-map__without" cx={womenAt(mark)} cy={y} r={radius + 3} />}
          <text class="naast-map__number naast-map__number--women" x={womenAt(mark)} y={y + 4}>
            {women}
          </text>
        </>
      )}
      {workers > 0 && (
        <>
          <rect
            class="naast-map__workers"
            x={workersAt(mark) - radius + 1}
            y={y - radius + 1}
            width={2 * radius - 2}
            height={2 * radius - 2}
          />
          <text class="naast-map__number" x={workersAt(mark)} y={y + 4}>
            {workers}
          </text>
        </>
      )}
      <text class="naast-map__area" x={x} y={y + 25}>
        {area}
      </text>
    </g>
  )
}

const Legend = ({ t }: { t: T }) => (
  <ul class="naast-strip-key" aria-hidden="true">
    <li>
      <Sign>
        <circle class="naast-map__women" cx="12" cy="12" r="9" />
      </Sign>
      {t('matching.map-key-women')}
    </li>
    <li>
      <Sign>
        <circle class="naast-map__women" cx="12" cy="12" r="7" />
        <circle class="naast-map__without" cx="12" cy="12" r="10" />
      </Sign>
      {t('matching.map-key-without')}
    </li>
    <li>
      <Sign>
        <rect class="naast-map__workers" x="3" y="3" width="18" height="18" />
      </Sign>
      {t('matching.map-key-workers')}
    </li>
    <li>
      <Sign>
        <path class="naast-map__line" d="M1 18 23 6" stroke-width="2" />
      </Sign>
      {t('matching.map-key-pair')}
    </li>
    <li>
      <Sign>
        <rect class="naast-map__within" x="1" y="4" width="22" height="16" rx="8" />
      </Sign>
      {t('matching.map-key-within')}
    </li>
  </ul>
)

const Sign = ({ children }: { children: preact.ComponentChildren }) => (
  <svg class="naast-map-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

/** The same as the picture, and all areas of it: where they wait, where help would come from. */
const AreaTable = ({ t, areas, pairs }: Pick<Props, 't' | 'areas' | 'pairs'>) => (
  <Table
    caption={t('matching.map')}
    rows={areas.toSorted((a, b) => (a.area < b.area ? -1 : 1))}
    empty={null}
    columns={[
      {
        heading: t('matching.column.area'),
        cell: ({ area, place }) => [area, place].filter(Boolean).join(' '),
      },
      { heading: t('matching.map-key-women'), cell: ({ women }) => women, numeric: true },
      { heading: t('matching.map-key-without'), cell: ({ without }) => without, numeric: true },
      { heading: t('matching.map-key-workers'), cell: ({ workers }) => workers, numeric: true },
      { heading: t('matching.column.from-where'), cell: ({ area }) => comesFrom(t, area, pairs) },
    ]}
  />
)

function comesFrom(t: T, area: string, pairs: readonly MapPair[]): string {
  const to = pairs.filter(({ from }) => from === area).map((pair) => pair.to)
  const said = [...new Set(to)].sort().map((one) => {
    const count = to.filter((other) => other === one).length
    const where = one === area ? t('matching.same-area') : one
    return count > 1 ? `${where} (${count}×)` : where
  })
  return said.join(', ') || '—'
}
