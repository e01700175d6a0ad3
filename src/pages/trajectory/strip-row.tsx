import { type StripRow, stripSize } from '#pages/trajectory/strip-layout.ts'
import { CareSign, ContactSign, MeasureSign, signOf } from '#pages/trajectory/strip-signs.tsx'
import type { Language } from '#pages/words/language.ts'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

/** Where each line of the picture stands, from top to bottom, in the layout's units. */
const lines = {
  flag: 11,
  month: 28,
  band: 33,
  bandHeight: 18,
  bandText: 46,
  care: 54,
  label: 104,
  measure: 122,
  age: 148,
  foot: 162,
} as const

/** One year of the strip: its months and phases, what was done and is to come, and the age of the child. */
export const Row = ({ t, page, row, at }: { t: T; page: TrajectoryPage; row: StripRow; at: number }) => {
  const id = `strip-${at + 1}`
  const of = (state: string) => row.marks.filter(({ contact }) => contact.state === state).length
  return (
    <svg
      viewBox={`0 0 ${stripSize.width} ${stripSize.height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>
        {t('trajectory.strip-year', {
          count: at + 1,
          from: t.longDay(row.from),
          until: t.longDay(row.until),
        })}
      </title>
      <desc id={`${id}-d`}>
        {t('trajectory.strip-desc', {
          done: of('done'),
          planned: of('planned'),
          fell: of('cancelled') + of('no_show'),
          measures: row.measures.length,
        })}
      </desc>
      <Months t={t} row={row} />
      <Bands t={t} page={page} row={row} />
      {row.care.map(({ x, width, kind }) => (
        <CareSign key={`${kind}-${x}`} kind={kind} x={x} y={lines.care} width={width} />
      ))}
      {row.birthX !== null && <Birth t={t} x={row.birthX} />}
      {row.dueX !== null && <Birth t={t} x={row.dueX} expected />}
      {row.todayX !== null && <Today t={t} x={row.todayX} />}
      {row.marks.map((mark) => (
        <g key={mark.contact.number}>
          {mark.window && (
            <rect
              class="naast-strip__window"
              x={mark.window.x}
              y={mark.y + 9}
              width={mark.window.width}
              height={3}
            />
          )}
          <ContactSign sign={signOf(mark.contact)} x={mark.x} y={mark.y} />
          {mark.label !== null && (
            <text class="naast-strip__small" x={mark.x} y={lines.label} text-anchor="middle">
              {mark.label}
            </text>
          )}
        </g>
      ))}
      {row.measures.map(({ x, moment }) => (
        <Measure key={moment.moment} x={x} moment={moment} />
      ))}
      <Ages t={t} row={row} />
    </svg>
  )
}

const Measure = ({ x, moment }: StripRow['measures'][number]) => {
  // A diamond at the very edge would be cut in half.
  const at = Math.min(Math.max(x, stripSize.markRadius + 1), stripSize.width - stripSize.markRadius - 1)
  const toLeft = at > stripSize.width - 28
  return (
    <>
      <MeasureSign state={moment.state} x={at} y={lines.measure} />
      <text
        class="naast-strip__small"
        x={toLeft ? at - 9 : at + 9}
        y={lines.measure + 4}
        text-anchor={toLeft ? 'end' : 'start'}
      >
        {moment.moment}
      </text>
    </>
  )
}

/** The twelve short names, `jan` to `dec`: putting a date in words each time costs more than drawing it. */
const monthNames = (language: Language): readonly string[] => {
  const known = namesKnown.get(language)
  if (known) return known
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { month: 'short' })
  const names = Array.from({ length: 12 }, (_, at) =>
    format.format(new Temporal.PlainDate(2026, at + 1, 1)).replace('.', ''),
  )
  namesKnown.set(language, names)
  return names
}
const namesKnown = new Map<Language, readonly string[]>()

const Months = ({ t, row }: { t: T; row: StripRow }) => {
  const names = monthNames(t.language)
  return (
    <>
      <path class="naast-strip__axis" d={`M0 ${lines.band - 2}H${row.width}`} />
      {row.months.map(({ x, month, year }, at) => (
        <g key={x}>
          <path class="naast-strip__axis" d={`M${x} ${lines.band - 6}v4`} />
          {/* Every second month has its word: there is no room for all, and the ticks say the rest. */}
          {at % 2 === 0 && x < stripSize.width - 24 && (
            <text class="naast-strip__small" x={x + 1} y={lines.month - 3}>
              {month === 1 ? year : names[month - 1]}
            </text>
          )}
        </g>
      ))}
    </>
  )
}

/** About how wide a letter of the small text is; a word that doesn't fit gives way to its number. */
const letter = 6.9
const Bands = ({ t, page, row }: { t: T; page: TrajectoryPage; row: StripRow }) => (
  <>
    {row.bands.map(({ x, width, phases }) => {
      const places = phases.map((phase) => page.phases.findIndex(({ id }) => id === phase))
      const [at = 0] = places
      const numbers = places.map((one) => one + 1).join('+')
      const words =
        `${numbers} ${phases.length === 1 ? (page.phases[at]?.label[t.language] ?? '') : ''}`.trim()
      return (
        <g key={`${phases.join()}-${x}`}>
          <rect
            class={at % 2 === 0 ? 'naast-strip__band' : 'naast-strip__band naast-strip__band--other'}
            x={x}
            y={lines.band}
            width={width}
            height={lines.bandHeight}
          />
          <text class="naast-strip__small naast-strip__phase" x={x + 4} y={lines.bandText}>
            {words.length * letter + 6 < width ? words : numbers.length * letter + 6 < width ? numbers : ''}
          </text>
        </g>
      )
    })}
  </>
)

/** Lines begin again under the bands, so that none goes through the name of a phase. */
const underBand = lines.band + lines.bandHeight
const Today = ({ t, x }: { t: T; x: number }) => (
  <>
    <path
      class="naast-strip__today"
      d={`M${x} ${lines.flag + 3}V${lines.band}M${x} ${underBand}V${lines.age - 10}`}
    />
    <text
      class="naast-strip__flag"
      x={x}
      y={lines.flag}
      text-anchor={x < 26 ? 'start' : x > stripSize.width - 26 ? 'end' : 'middle'}
    >
      {t('trajectory.strip-today')}
    </text>
  </>
)

/** The birth, a double line; the day on which it is expected, a dashed one. */
const Birth = ({ t, x, expected = false }: { t: T; x: number; expected?: boolean }) => (
  <>
    <path
      class={expected ? 'naast-strip__due' : 'naast-strip__birth'}
      d={
        expected
          ? `M${x} ${underBand}V${lines.age - 8}`
          : `M${x - 1.5} ${underBand}V${lines.age - 8}M${x + 1.5} ${underBand}V${lines.age - 8}`
      }
    />
    <text
      class="naast-strip__flag"
      x={x}
      y={lines.foot}
      text-anchor={x < 34 ? 'start' : x > stripSize.width - 34 ? 'end' : 'middle'}
    >
      {t(expected ? 'trajectory.strip-due' : 'trajectory.strip-born')}
    </text>
  </>
)

const Ages = ({ t, row }: { t: T; row: StripRow }) =>
  row.ages.length === 0 ? null : (
    <>
      <path class="naast-strip__axis" d={`M0 ${lines.age - 12}H${row.width}`} />
      {row.ages.map(({ x, months }) => (
        <g key={months}>
          <path class="naast-strip__axis" d={`M${x} ${lines.age - 12}v4`} />
          <text
            class="naast-strip__small"
            x={x}
            y={lines.age + 2}
            text-anchor={x < 18 ? 'start' : x > stripSize.width - 18 ? 'end' : 'middle'}
          >
            {t('trajectory.strip-age', { count: months })}
          </text>
        </g>
      ))}
    </>
  )
