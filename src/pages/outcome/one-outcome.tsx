import { enoughPairs } from '#domain/outcome/outcome-result.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { Heading, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { decimal } from '#pages/outcome/decimal.ts'
import { mainSentences } from '#pages/outcome/outcome-sentences.ts'
import { Annex, EachTable, MissingTable, ResultTable, WayTable } from '#pages/outcome/outcome-tables.tsx'
import { PairsPlot } from '#pages/outcome/pairs-plot.tsx'
import type { T } from '#pages/words/words.ts'
import type { ReadOutcome } from '#usecases/outcome/read-outcomes.ts'

interface Props {
  readonly t: T
  readonly programme: ProgrammeDefinition
  readonly read: ReadOutcome
  readonly fewest: number
  readonly seesEach: boolean
  readonly at: number
}

/** One number: the sentence, the picture, the table, who is missing, and how it was counted. */
export const OneOutcome = ({ t, programme, read, fewest, seesEach, at }: Props) => {
  const { outcome, shown, heldBack } = read
  const { pairs, summary, steps } = shown
  const label = outcome.label[t.language]
  const question = outcome.question?.[t.language]
  return (
    <section class="naast-outcome">
      <Heading>{label}</Heading>
      <p class="utrecht-paragraph">
        <Tag tone={outcome.primary ? 'info' : 'neutral'}>
          {t(outcome.primary ? 'outcome.primary' : 'outcome.exploring')}
        </Tag>{' '}
        {question}
      </p>
      {heldBack ? (
        <Text>{t('outcome.held-back', { fewest })}</Text>
      ) : summary ? (
        <>
          {mainSentences(t, outcome, shown, summary).map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
          {summary.weight !== 'enough' && (
            <Notice title={t('outcome.few-pairs-title')}>
              <Text>
                {t(`outcome.weight.${summary.weight}`, { pairs: summary.pairs, enough: enoughPairs })}
              </Text>
            </Notice>
          )}
          {pairs ? (
            <PairsPlot
              t={t}
              id={`pairs-${at}`}
              outcome={outcome}
              pairs={pairs}
              label={label}
              moments={[momentLabel(t, programme, outcome.first), momentLabel(t, programme, outcome.last)]}
            />
          ) : (
            <Text quiet>{t('outcome.picture-none')}</Text>
          )}
          <ResultTable t={t} outcome={outcome} summary={summary} />
        </>
      ) : (
        <Text>
          {seesEach && steps.both !== null && steps.both > 0
            ? t('outcome.few-each', { count: steps.both, fewest })
            : t('outcome.few', { fewest })}
        </Text>
      )}
      {!heldBack && <WayTable t={t} shown={shown} />}
      {!heldBack && <MissingTable t={t} missing={shown.missing} />}
      {summary?.firstScores && (
        <Text>
          {t('outcome.first-scores', {
            again: decimal(t, summary.firstScores.again),
            notAgain: decimal(t, summary.firstScores.notAgain),
          })}
        </Text>
      )}
      {summary && <HowThisOne t={t} read={read} />}
      {summary && <Annex t={t} summary={summary} />}
      {summary && pairs && <EachTable t={t} pairs={pairs} />}
    </section>
  )
}

const momentLabel = (t: T, { measures }: ProgrammeDefinition, moment: string): string =>
  measures.find((one) => one.moment === moment)?.label[t.language] ?? moment

/** What must be known of this number alone. */
const HowThisOne = ({ t, read: { outcome, shown } }: { t: T; read: ReadOutcome }) => {
  const { otherVersion, otherWay, summary } = shown
  if (!summary) return null
  const judged = summary.counts !== null && !outcome.ofSafety
  return (
    <>
      {outcome.ofSafety ? null : judged && outcome.change?.points ? (
        <Text quiet>
          {t('outcome.how-change', { points: outcome.change.points, source: outcome.change.inputs })}
        </Text>
      ) : (
        <Text quiet>{t('outcome.no-rule')}</Text>
      )}
      <Text quiet>{t(outcome.norm ? 'outcome.how-return' : 'outcome.how-return-unknown')}</Text>
      {typeof summary.interval === 'string' ? (
        <Text quiet>{t(`outcome.no-interval.${summary.interval}`)}</Text>
      ) : (
        summary.clusters < summary.pairs && (
          <Text quiet>{t('outcome.how-clusters', { clusters: summary.clusters })}</Text>
        )
      )}
      {otherWay ? <Text quiet>{t('outcome.how-other-way', { count: otherWay })}</Text> : null}
      {otherVersion ? <Text quiet>{t('outcome.how-other-version', { count: otherVersion })}</Text> : null}
    </>
  )
}
