import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { type Score, scoresOfOwn, scoresOfShelf } from '#domain/outcome/outcome.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import { answerWords, momentsWith } from '#pages/measure/answer-words.ts'
import { ChangeBand, ChangeSaid } from '#pages/measure/change-band.tsx'
import { decimal } from '#pages/outcome/decimal.ts'
import type { T } from '#pages/words/words.ts'
import type { MomentMeasures } from '#usecases/measure/list-measures.ts'

interface Line {
  readonly score: Score
  /** A ladder of the programme's own: nobody tested it. */
  readonly own: boolean
  readonly points: readonly { readonly moment: MomentMeasures; readonly score: number | null }[]
}

const size = { width: 320, height: 140, left: 30, right: 22, top: 22, bottom: 30 } as const

/** Every number that she gave, question by question: a small picture each, and one table with the same facts. */
export const MeasurePlots = ({ t, moments }: { t: T; moments: readonly MomentMeasures[] }) => {
  const asked = momentsWith(moments, 'taken')
  if (asked.length === 0) return null
  const lines = linesOf(moments)
  return (
    <section>
      <h2 class="utrecht-heading-2">{t('measure.plot')}</h2>
      <div class="naast-plots">
        {lines.map((line, at) => (
          <Plot key={`${line.score.instrumentId}-${line.score.score}`} t={t} line={line} id={`plot-${at}`} />
        ))}
      </div>
      <Text>{t('measure.plot-honest')}</Text>
      {lines.some(({ own }) => own) && <Text quiet>{t('measure.plot-own')}</Text>}
      <AnswersTable t={t} moments={asked} />
    </section>
  )
}

/** A line for each number: of each ladder of the programme's own, of each score of a questionnaire from the shelf. */
function linesOf(moments: readonly MomentMeasures[]): Line[] {
  const asked = new Map(
    moments.flatMap(({ measures }) => measures.map((one) => [one.instrument.id, one] as const)),
  )
  return [...asked.values()].flatMap(({ instrument, shelf }) =>
    (shelf ? scoresOfOne(shelf) : scoresOfOwn(instrument)).flatMap((score) => {
      const points = moments.flatMap((moment) => {
        const measure = moment.measures.find((one) => one.instrument.id === instrument.id)
        return measure ? [{ moment, score: measure.scores[score.score] ?? null }] : []
      })
      return points.some((point) => point.score !== null) ? [{ score, own: shelf === null, points }] : []
    }),
  )
}
/** What its makers mean for groups is drawn of no one woman. */
const scoresOfOne = (shelf: ShelfInstrument): readonly Score[] =>
  shelf.groupsOnly ? [] : scoresOfShelf(shelf, {})

/** A whole number as it is; half a point in the reader's own way. */
const written = (t: T, score: number): string => decimal(t, score, Number.isInteger(score) ? 0 : 1)

const Plot = ({ t, line: { score: measured, points }, id }: { t: T; line: Line; id: string }) => {
  const { width, height, left, right, top, bottom } = size
  const x = (at: number) =>
    points.length === 1 ? width / 2 : left + (at * (width - left - right)) / (points.length - 1)
  const y = (score: number) =>
    height - bottom - ((score - measured.min) * (height - top - bottom)) / (measured.max - measured.min)
  const known = points.flatMap(({ score }, at) => (score === null ? [] : [{ at, score }]))
  const [first, last] = [known[0]?.score ?? null, known.length > 1 ? (known.at(-1)?.score ?? null) : null]
  const label = measured.label[t.language]
  return (
    <figure class="naast-plot">
      <figcaption>{label}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>
          {t('measure.plot-of', { what: label, min: measured.min, max: measured.max })}
        </title>
        <desc id={`${id}-d`}>
          {points
            .map(({ moment, score }) =>
              t('measure.plot-point', {
                moment: moment.label[t.language],
                score: score === null ? t('measure.plot-none') : written(t, score),
              }),
            )
            .join('; ')}
        </desc>
        {[measured.min, (measured.min + measured.max) / 2, measured.max].map((score) => (
          <g key={score}>
            <line class="naast-plot__grid" x1={left - 6} x2={width - right + 6} y1={y(score)} y2={y(score)} />
            <text x={left - 10} y={y(score) + 4} text-anchor="end">
              {written(t, score)}
            </text>
          </g>
        ))}
        <ChangeBand score={measured} first={first} from={left} to={width - right} y={y} />
        <polyline
          class="naast-plot__line"
          points={known.map(({ at, score }) => `${x(at)},${y(score)}`).join(' ')}
        />
        {known.map(({ at, score }) => (
          <g key={at}>
            <circle class="naast-plot__point" cx={x(at)} cy={y(score)} r="5" />
            <text class="naast-plot__score" x={x(at)} y={y(score) - 9} text-anchor="middle">
              {written(t, score)}
            </text>
          </g>
        ))}
        {points.map(({ moment }, at) => (
          <text
            key={moment.moment}
            x={x(at)}
            y={height - 8}
            text-anchor={
              at === 0 && points.length > 1 ? 'start' : at === points.length - 1 && at > 0 ? 'end' : 'middle'
            }
          >
            {moment.label[t.language]}
          </text>
        ))}
      </svg>
      <ChangeSaid t={t} score={measured} first={first} last={last} />
    </figure>
  )
}

const AnswersTable = ({ t, moments }: { t: T; moments: readonly MomentMeasures[] }) => {
  const rows = moments
    .flatMap(({ measures }) => measures.map(({ instrument }) => instrument))
    .filter((instrument, at, all) => all.findIndex(({ id }) => id === instrument.id) === at)
    .flatMap((instrument) => instrument.items.map((item) => ({ instrument, item })))
  return (
    <Table
      caption={t('measure.table')}
      rows={rows}
      empty={null}
      columns={[
        { heading: t('measure.column.what'), cell: ({ item }) => item.question[t.language] },
        ...moments.map((moment) => ({
          heading: moment.label[t.language],
          cell: ({ instrument, item }: (typeof rows)[number]) => answerWords(t, moment, instrument, item),
        })),
      ]}
    />
  )
}
