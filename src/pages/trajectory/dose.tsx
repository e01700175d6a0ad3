import type { DoseMonth } from '#domain/trajectory/dose.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

/** A year a row, so that its words stay legible on a phone. */
const aRow = 12
const [step, wide, high] = [30, 20, 72]
/** Above the tallest bar for its hours, below the axis for two lines of words. */
const [above, below] = [16, 34]

/**
 * What she had beside her and in groups, month by month: full bars beside her, open bars in a group. Drawn on the server;
 * the same in numbers beneath.
 */
export const Dose = ({ t, months }: { t: T; months: readonly DoseMonth[] | null }) => {
  if (!months || months.length === 0) return null
  const most = Math.max(1, ...months.map(({ beside, group }) => beside.minutes + group.minutes))
  const tall = (minutes: number) => Math.round((minutes / most) * high)
  const sum = (of: (month: DoseMonth) => number) => months.reduce((all, month) => all + of(month), 0)
  const said = t('trajectory.dose-said', {
    beside: sum(({ beside }) => beside.times),
    besideHours: hours(
      t,
      sum(({ beside }) => beside.minutes),
    ),
    group: sum(({ group }) => group.times),
    groupHours: hours(
      t,
      sum(({ group }) => group.minutes),
    ),
  })
  return (
    <section>
      <h2 class="utrecht-heading-2">{t('trajectory.dose')}</h2>
      <Text>{said}</Text>
      <div class="naast-strip" role="img" aria-label={said}>
        {rowsOf(months).map((row) => (
          <Row key={row[0]?.from.toString()} t={t} months={row} tall={tall} />
        ))}
      </div>
      <Text quiet>{t('trajectory.dose-key')}</Text>
      <details>
        <summary>{t('trajectory.dose-table')}</summary>
        <Table
          caption={t('trajectory.dose')}
          rows={months}
          empty={null}
          columns={[
            { heading: t('trajectory.dose-month'), cell: ({ from }) => monthName(t, from) },
            { heading: t('trajectory.dose-beside'), cell: ({ beside }) => amount(t, beside) },
            { heading: t('trajectory.dose-group'), cell: ({ group }) => amount(t, group) },
          ]}
        />
      </details>
    </section>
  )
}

const rowsOf = (months: readonly DoseMonth[]): DoseMonth[][] =>
  Array.from({ length: Math.ceil(months.length / aRow) }, (_, at) =>
    months.slice(at * aRow, at * aRow + aRow),
  )

interface RowProps {
  readonly t: T
  readonly months: readonly DoseMonth[]
  readonly tall: (minutes: number) => number
}
const Row = ({ t, months, tall }: RowProps) => {
  const floor = above + high
  return (
    <svg class="naast-dose" viewBox={`0 0 ${aRow * step} ${floor + below}`} aria-hidden="true">
      <line class="naast-strip__axis" x1={0} x2={months.length * step} y1={floor} y2={floor} />
      {months.map(({ from, beside, group }, at) => {
        const minutes = beside.minutes + group.minutes
        const [full, open] = [tall(beside.minutes), tall(group.minutes)]
        return (
          <g key={from.toString()} transform={`translate(${at * step} 0)`}>
            <rect class="naast-dose__beside" x={5} y={floor - full} width={wide} height={full} />
            <rect class="naast-dose__group" x={5} y={floor - full - open} width={wide} height={open} />
            {minutes > 0 && (
              <text x={step / 2} y={floor - full - open - 4}>
                {hours(t, minutes)}
              </text>
            )}
            <text x={step / 2} y={floor + 14}>
              {from.toLocaleString(localeOf(t), { month: 'short' })}
            </text>
            {(at === 0 || from.month === 1) && (
              <text x={step / 2} y={floor + 29}>
                {from.year}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

const localeOf = (t: T): string => (t.language === 'nl' ? 'nl-NL' : 'en-GB')
const hours = (t: T, minutes: number): string =>
  (minutes / 60).toLocaleString(localeOf(t), { maximumFractionDigits: 1 })
const amount = (t: T, { times, minutes }: DoseMonth['beside']): string =>
  times === 0 ? '—' : t('trajectory.dose-times', { count: times, minutes })
const monthName = (t: T, from: Temporal.PlainDate): string =>
  from.toLocaleString(localeOf(t), { month: 'long', year: 'numeric' })
