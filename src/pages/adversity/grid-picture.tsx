import { changeIn, type Grid, type GridDomain } from '#domain/adversity/adversity-grid.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly domains: readonly GridDomain[]
  /** By day, the oldest first. */
  readonly grids: readonly Grid[]
}

const size = { width: 340, row: 52, cell: 22, gap: 4, left: 2 } as const

/** Then and now, a row of squares each; the same in a table, and in words for who can't see it. */
export const GridPicture = ({ t, domains, grids }: Props) => {
  const now = grids.at(-1)
  if (!now) return null
  const then = grids.length > 1 ? (grids[0] ?? null) : null
  const known = domains.filter(({ fact }) => isKnown(fact, then ? [then, now] : [now]))
  const say = (count: number | null | undefined) => count ?? t('grid.unknown')
  const { width, row } = size
  const height = known.length * (then ? row + 26 : row)
  return (
    <figure class="naast-grid">
      <figcaption>{t(then ? 'grid.picture' : 'grid.picture-now')}</figcaption>
      <p class="naast-grid__key">
        {then && (
          <span class="naast-grid__then">
            <i aria-hidden="true" /> {t('grid.then', { day: t.longDay(then.on) })}
          </span>
        )}
        <span class="naast-grid__now">
          <i aria-hidden="true" /> {t('grid.now', { day: t.longDay(now.on) })}
        </span>
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="grid-t grid-d">
        <title id="grid-t">{t(then ? 'grid.picture' : 'grid.picture-now')}</title>
        <desc id="grid-d">
          {known
            .map(({ fact, label }) =>
              t(then ? 'grid.point' : 'grid.point-now', {
                domain: label[t.language],
                before: say(then?.counts[fact]),
                now: say(now.counts[fact]),
              }),
            )
            .join('; ')}
        </desc>
        {known.map((domain, at) => {
          const top = at * (then ? row + 26 : row)
          return (
            <g key={domain.fact}>
              <text class="naast-grid__label" x={size.left} y={top + 15}>
                {domain.label[t.language]}
              </text>
              {then && (
                <Squares
                  kind="then"
                  domain={domain}
                  count={then.counts[domain.fact] ?? null}
                  top={top + 22}
                />
              )}
              <Squares
                kind="now"
                domain={domain}
                count={now.counts[domain.fact] ?? null}
                top={then ? top + 48 : top + 22}
              />
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** Did anybody know, on any of these days? */
const isKnown = (fact: string, grids: readonly Grid[]): boolean =>
  grids.some(({ counts }) => typeof counts[fact] === 'number')

/** As many squares as can be answered, so many of them filled; the number stands beside it. */
const Squares = ({
  kind,
  domain: { most },
  count,
  top,
}: {
  kind: 'then' | 'now'
  domain: GridDomain
  count: number | null
  top: number
}) => (
  <g class={`naast-grid__${kind}`}>
    {Array.from({ length: most }, (_, at) => (
      <rect
        key={at}
        class={count !== null && at < count ? 'naast-grid__full' : 'naast-grid__empty'}
        x={size.left + at * (size.cell + size.gap)}
        y={top}
        width={size.cell}
        height="18"
        rx="3"
      />
    ))}
    <text x={size.left + most * (size.cell + size.gap) + 6} y={top + 14}>
      {count ?? '?'}
    </text>
  </g>
)

/** The same facts in a table: every day on which it was filled in, and what became of it since the first. */
export const GridTable = ({ t, domains, grids }: Props) => {
  const [first, last] = [grids[0], grids.at(-1)]
  if (!first || !last) return null
  const open = domains.filter(({ fact }) => !isKnown(fact, grids))
  return (
    <>
      <Table
        caption={t('grid.table')}
        rows={domains.filter((domain) => !open.includes(domain))}
        empty={null}
        columns={[
          { heading: t('grid.column.domain'), cell: ({ label }) => label[t.language] },
          ...grids.map((grid) => ({
            heading: t.longDay(grid.on),
            numeric: true,
            cell: ({ fact }: GridDomain) => grid.counts[fact] ?? t('grid.unknown'),
          })),
          ...(first === last
            ? []
            : [
                {
                  heading: t('grid.column.change'),
                  cell: ({ fact }: GridDomain) => t(`grid.change.${changeIn(first, last, fact)}`),
                },
              ]),
        ]}
      />
      {open.length > 0 && (
        <Text quiet>
          {t('grid.open', { domains: open.map(({ label }) => label[t.language]).join(', ') })}
        </Text>
      )}
      <Text quiet>{t('grid.honest')}</Text>
    </>
  )
}
