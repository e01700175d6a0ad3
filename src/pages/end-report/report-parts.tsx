import { GridTable } from '#pages/adversity/grid-picture.tsx'
import { Card, Heading, Notice, Summary, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { ShownReport } from '#usecases/end-report/report-view.ts'

export type ReportedGoal = ShownReport['goals'][number]

/** What came of it, in words: an outcome that nobody knows is said to be unknown. */
export const outcomeWords = (t: T, { letGo, outcome }: Pick<ReportedGoal, 'letGo' | 'outcome'>): string =>
  t(`end-report.outcome.${letGo ? 'let-go' : (outcome ?? 'unknown')}`)
const tones: Record<NonNullable<ReportedGoal['outcome']>, Tone> = {
  reached: 'done',
  partly: 'info',
  not: 'neutral',
}
export const goalName = (t: T, { words }: Pick<ReportedGoal, 'words'>): string =>
  words ?? t('end-report.goal-erased')

/** Who takes over, in words; nothing while nobody said. */
export const takesOverWords = (t: T, takesOver: ShownReport['takesOver']): string | null =>
  takesOver &&
  (takesOver === 'nobody' ? t('end-report.takes-over.nobody') : t(`sharing.recipient.${takesOver}`))

/** Her words and the coach's beside each other; what isn't there is said to be not there. */
export const TwoVoices = ({ t, hers, coach }: { t: T; hers: string | null; coach: string | null }) => (
  <div class="naast-beside">
    {(['hers', 'coach'] as const).map((who) => {
      const words = who === 'hers' ? hers : coach
      return (
        <div key={who}>
          <Text>
            <strong>{t(`end-report.${who}`)}</strong>
          </Text>
          {words ? (
            <blockquote class="naast-quote">{words}</blockquote>
          ) : (
            <Text quiet>{t('end-report.not-written')}</Text>
          )}
        </div>
      )
    })}
  </div>
)

/** Everything that stands in a report. */
export const ReportBody = ({ t, report }: { t: T; report: ShownReport }) => {
  const domains = new Map(report.domains.map(({ fact, label }) => [fact, label[t.language]]))
  return (
    <>
      <Heading>{t('end-report.goals')}</Heading>
      {report.goals.length === 0 && <Text quiet>{t('end-report.missing.plan')}</Text>}
      {report.goals.map((goal) => (
        <Card
          key={goal.id}
          level={3}
          title={goalName(t, goal)}
          tag={
            <Tag tone={goal.outcome ? tones[goal.outcome] : 'neutral'}>
              {goal.letGo || goal.outcome ? outcomeWords(t, goal) : '?'}
            </Tag>
          }
        >
          <Summary
            rows={[
              goal.domain ? [t('plan.goal-domain'), domains.get(goal.domain) ?? ''] : null,
              [t('end-report.expected'), goal.expected ?? ''],
            ]}
          />
          {!goal.letGo && !goal.outcome && <Text>{outcomeWords(t, goal)}</Text>}
          <TwoVoices t={t} hers={goal.hers} coach={goal.coach} />
        </Card>
      ))}
      <Heading>{t('end-report.whole')}</Heading>
      <TwoVoices t={t} hers={report.hers} coach={report.coach} />
      <Heading>{t('end-report.after')}</Heading>
      <Summary
        rows={[
          [t('end-report.goes-on'), report.goesOn ?? t('end-report.not-written')],
          [t('end-report.takes-over'), takesOverWords(t, report.takesOver) ?? t('end-report.not-written')],
          report.handovers.length > 0
            ? [
                t('end-report.handovers'),
                report.handovers
                  .map(({ party, heldOn }) =>
                    heldOn
                      ? t('end-report.handover-held', { party: party ?? '—', day: t.longDay(heldOn) })
                      : t('end-report.handover-planned', { party: party ?? '—' }),
                  )
                  .join('; '),
              ]
            : null,
        ]}
      />
      {report.grids && (
        <>
          <Heading>{t('end-report.grid')}</Heading>
          <GridTable t={t} domains={report.domains} grids={[report.grids.first, report.grids.last]} />
        </>
      )}
    </>
  )
}

/** What is not there, so that who reads it does not take it for nothing having been. */
export const MissingParts = ({ t, report }: { t: T; report: ShownReport }) =>
  report.missing.length === 0 ? null : (
    <Notice tone="attention" title={t('end-report.missing')}>
      <ul class="naast-list">
        {report.missing.map(({ part, goalId }) => {
          const goal = report.goals.find(({ id }) => id === goalId)
          return (
            <li key={`${part}${goalId}`}>
              {t(`end-report.missing.${part}`, { goal: goal ? goalName(t, goal) : '' })}
            </li>
          )
        })}
      </ul>
      {report.state !== 'approved' && <Text quiet>{t('end-report.missing-hint')}</Text>}
    </Notice>
  )
