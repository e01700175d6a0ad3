import type { PackMean } from '#domain/outcome/pack-outcome.ts'
import { Heading, Summary, Text } from '#pages/look/parts.tsx'
import { decimal, signed } from '#pages/outcome/decimal.ts'
import type { T } from '#pages/words/words.ts'
import type { ReportReleasePage } from '#usecases/report-release/read-report-release.ts'

/** What changed by one number, row by row, as page and as file; empty for a pack that speaks of none. */
export function wordsOfOutcome(t: T, { pack, outcome }: Pick<ReportReleasePage, 'pack' | 'outcome'>) {
  if (!pack.sentences.some(({ code }) => code.startsWith('outcome.'))) return null
  const told = (id: PackMean) => pack.averages.find((one) => one.id.endsWith(`.${id}`))
  const pairs = told('change')?.n ?? null
  const said = (id: PackMean, write: typeof decimal) => {
    const mean = told(id)?.mean ?? null
    return mean === null ? t('release.hidden') : write(t, mean)
  }
  const range = outcome && t('release.outcome-range', { min: outcome.min, max: outcome.max })
  const better =
    outcome?.better && t(outcome.better === 'higher' ? 'outcome.better-high' : 'outcome.better-low')
  const rows: (readonly [string, string])[] =
    pairs === null
      ? []
      : [
          [t('release.outcome-pairs'), String(pairs)],
          [t('release.outcome-first'), said('first', decimal)],
          [t('release.outcome-last'), said('last', decimal)],
          [t('release.outcome-change'), said('change', signed)],
          [
            t('release.outcome-interval'),
            told('low')
              ? `${said('low', signed)} – ${said('high', signed)}`
              : t('release.outcome-no-interval'),
          ],
        ]
  return {
    title: outcome ? outcome.label[t.language] : t('release.outcome'),
    about: [outcome?.question?.[t.language], range, better].filter((one) => one).join(' '),
    rows,
    how: [pairs === null ? t('release.outcome-few') : null, t('release.outcome-how')]
      .filter((one) => one)
      .join(' '),
  }
}

export const PackOutcome = ({ t, release }: { t: T; release: ReportReleasePage }) => {
  const words = wordsOfOutcome(t, release)
  if (!words) return null
  return (
    <section>
      <Heading>{words.title}</Heading>
      {words.about && <Text>{words.about}</Text>}
      {words.rows.length > 0 && <Summary rows={words.rows} />}
      <Text>{words.how}</Text>
    </section>
  )
}
