import type { ShownOutcome, ShownSummary } from '#domain/outcome/for-reader.ts'
import type { Outcome } from '#domain/outcome/outcome.ts'
import type { Pair } from '#domain/outcome/pairs.ts'
import { missingReasons, type ShownMissing } from '#domain/outcome/why-missing.ts'
import { wilson } from '#domain/outcome/wilson.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import { chance, decimal, signed } from '#pages/outcome/decimal.ts'
import type { T } from '#pages/words/words.ts'

type Row = readonly [what: string, number: string] | null

const Figures = ({ t, caption, rows }: { t: T; caption: string; rows: readonly Row[] }) => (
  <Table
    caption={caption}
    rows={rows.filter((row) => row !== null)}
    empty={null}
    columns={[
      { heading: t('outcome.what'), cell: ([what]) => what },
      { heading: t('outcome.number'), cell: ([, number]) => number, numeric: true },
    ]}
  />
)

/** What the sentences said, to the digit, with how sure it is. */
export const ResultTable = ({
  t,
  outcome: { ofSafety },
  summary,
}: {
  t: T
  outcome: Outcome
  summary: ShownSummary
}) => {
  const { interval, counts, directions, byItself, pairs } = summary
  const share = (count: number | null) => shareOf(t, count, pairs)
  return (
    <Figures
      t={t}
      caption={t('outcome.table')}
      rows={[
        [t('outcome.row.from'), withSpread(t, decimal(t, summary.meanFrom), summary.spreadFrom)],
        [t('outcome.row.to'), withSpread(t, decimal(t, summary.meanTo), summary.spreadTo)],
        [t('outcome.row.change'), withSpread(t, signed(t, summary.change), summary.spread)],
        [
          t('outcome.row.interval'),
          typeof interval === 'string'
            ? t('outcome.no-interval')
            : t('outcome.between', { low: signed(t, interval.low), high: signed(t, interval.high) }),
        ],
        [t('outcome.row.bound'), summary.bound === null ? t('outcome.hidden') : signed(t, summary.bound)],
        byItself === null
          ? null
          : [
              t(byItself < 0 ? 'outcome.row.rise-by-itself' : 'outcome.row.by-itself'),
              decimal(t, Math.abs(byItself)),
            ],
        ...(counts && !ofSafety
          ? ([
              [t('outcome.row.better'), share(counts.better)],
              [t('outcome.row.same'), share(counts.same)],
              [t('outcome.row.worse'), share(counts.worse)],
            ] as const)
          : ([
              [t('outcome.row.up'), counted(t, directions.up)],
              [t('outcome.row.level'), counted(t, directions.level)],
              [t('outcome.row.down'), counted(t, directions.down)],
            ] as const)),
      ]}
    />
  )
}

const counted = (t: T, count: number | null): string => (count === null ? t('outcome.hidden') : String(count))
const withSpread = (t: T, mean: string, spread: number | null): string =>
  spread === null ? mean : t('outcome.with-spread', { mean, spread: decimal(t, spread) })

function shareOf(t: T, count: number | null, pairs: number): string {
  const interval = count === null ? null : wilson(count, pairs)
  if (count === null || !interval) return t('outcome.hidden')
  const percent = (share: number) => decimal(t, share * 100, 0)
  return t('outcome.share', { count, pairs, low: percent(interval.low), high: percent(interval.high) })
}

/** For who wants to hold it against other studies. */
export const Annex = ({ t, summary: { effect, p, typical } }: { t: T; summary: ShownSummary }) => {
  const size = (value: number | null | undefined) =>
    value == null ? t('outcome.annex-none') : decimal(t, value, 2)
  return (
    <details class="naast-details">
      <summary>{t('outcome.annex')}</summary>
      <Figures
        t={t}
        caption={t('outcome.annex')}
        rows={[
          [t('outcome.annex-av'), size(effect?.av)],
          [t('outcome.annex-g-av'), size(effect?.gAv)],
          [t('outcome.annex-z'), size(effect?.z)],
          [t('outcome.annex-g-z'), size(effect?.gZ)],
          typical === null ? null : [t('outcome.row.typical'), signed(t, typical)],
          p === null ? null : [t('outcome.annex-p'), chance(t, p)],
        ]}
      />
      <Text quiet>{t('outcome.annex-note')}</Text>
    </details>
  )
}

const steps = ['referred', 'started', 'first', 'ready', 'both'] as const

/** How many came how far: beside every result, so that nobody reads it without who is missing. */
export const WayTable = ({ t, shown }: { t: T; shown: Pick<ShownOutcome, 'steps'> }) => (
  <Table
    caption={t('outcome.way')}
    rows={steps}
    empty={null}
    columns={[
      { heading: t('outcome.way-step'), cell: (step) => t(`outcome.way.${step}`) },
      { heading: t('outcome.way-women'), cell: (step) => counted(t, shown.steps[step]), numeric: true },
    ]}
  />
)

/** The same facts as the picture. In the order of the scores, so that the order tells of nobody. */
export const EachTable = ({ t, pairs }: { t: T; pairs: readonly Pair[] }) => (
  <details class="naast-details">
    <summary>{t('outcome.each')}</summary>
    <Table
      caption={t('outcome.each-caption')}
      rows={pairs.toSorted((a, b) => a.from - b.from || a.to - b.to).map((pair, at) => ({ ...pair, at }))}
      empty={null}
      columns={[
        { heading: t('outcome.each-who'), cell: ({ at }) => String(at + 1) },
        { heading: t('outcome.each-from'), cell: ({ from }) => from, numeric: true },
        { heading: t('outcome.each-to'), cell: ({ to }) => to, numeric: true },
        {
          heading: t('outcome.each-change'),
          cell: ({ from, to }) => signed(t, to - from, Number.isInteger(to - from) ? 0 : 1),
          numeric: true,
        },
      ]}
    />
  </details>
)

/** Why last measures are missing, beside how many are: those of which nobody said why are told as that. */
export const MissingTable = ({ t, missing }: { t: T; missing: ShownMissing | null }) => {
  const rows = missingReasons.filter((reason) => reason === 'unrecorded' || missing?.[reason] !== 0)
  return missing === null ? (
    <Text quiet>{t('outcome.missing-hidden')}</Text>
  ) : (
    <>
      <Table
        caption={t('outcome.missing')}
        rows={rows}
        empty={null}
        columns={[
          { heading: t('outcome.missing-why'), cell: (reason) => t(`outcome.missing.${reason}`) },
          {
            heading: t('outcome.way-women'),
            cell: (reason) => counted(t, missing[reason]),
            numeric: true,
          },
        ]}
      />
      <Text quiet>{t('outcome.missing-note')}</Text>
    </>
  )
}
