import type { Scored } from '#domain/instrument/score.ts'
import type { ScoreRule } from '#domain/instrument/scoring-rules.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { saysBands } from '#domain/instrument/shelf-questions.ts'
import { Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { MomentMeasures } from '#usecases/measure/list-measures.ts'

interface Line {
  readonly moment: MomentMeasures['label']
  readonly shelf: ShelfInstrument
  readonly rule: ScoreRule
  readonly scored: Scored
}

/** What every questionnaire of the shelf came to: its number with its range, and never more than a reason to talk. */
export const ShelfResults = ({ t, moments }: { t: T; moments: readonly MomentMeasures[] }) => {
  const lines = moments.flatMap(({ label, measures }) =>
    measures.flatMap(({ shelf, state, results }) =>
      shelf && state === 'taken' && !shelf.groupsOnly
        ? shelf.scores.flatMap((rule): Line[] => {
            const scored = results[rule.id]
            return scored ? [{ moment: label, shelf, rule, scored }] : []
          })
        : [],
    ),
  )
  const forGroups = moments.some(({ measures }) =>
    measures.some(({ shelf, state }) => shelf?.groupsOnly && state === 'taken'),
  )
  if (lines.length === 0 && !forGroups) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{t('measure.results')}</h2>
      <Text>{t('measure.results-hint')}</Text>
      <Table
        caption={t('measure.results')}
        alone
        rows={lines}
        empty={null}
        columns={[
          { heading: t('measure.result.moment'), cell: ({ moment }) => moment[t.language] },
          {
            heading: t('measure.result.what'),
            cell: ({ shelf, rule }) =>
              rule.items.length === shelf.items.length
                ? shelf.title[t.language]
                : `${shelf.title[t.language]}: ${rule.label[t.language]}`,
          },
          { heading: t('measure.result.score'), cell: (line) => scoreWords(t, line) },
          ...(lines.some((line) => bandOf(line))
            ? [
                {
                  heading: t('measure.result.says'),
                  cell: (line: Line) => bandOf(line)?.label[t.language] ?? '—',
                },
              ]
            : []),
        ]}
      />
      {lines.some(({ shelf }) => !saysBands(shelf)) && <Text quiet>{t('measure.result.draft')}</Text>}
      {forGroups && <Text quiet>{t('measure.result.groups')}</Text>}
    </section>
  )
}

/** The number with the range of its scale; where something was left open, that and what it could be at least and at most. */
function scoreWords(t: T, { rule, scored }: Line): string {
  const { score, missing, estimated, lowest, highest } = scored
  const number =
    score === null
      ? t('measure.result.none')
      : t('measure.result.of', { score: rounded(score), min: rule.min, max: rule.max })
  const open = [
    ...(estimated ? [t('measure.result.estimated')] : []),
    ...(missing > 0 ? [t('measure.result.open', { count: missing })] : []),
    ...(missing > 0 && score !== null
      ? [t('measure.result.between', { lowest: rounded(lowest), highest: rounded(highest) })]
      : []),
  ]
  return open.length > 0 ? `${number}; ${open.join(', ')}` : number
}
/** No finer than one would say it. */
const rounded = (number: number): number => Math.round(number * 10) / 10

const bandOf = ({ shelf, rule, scored }: Line) =>
  saysBands(shelf) ? rule.bands.find(({ id }) => id === scored.band) : undefined
