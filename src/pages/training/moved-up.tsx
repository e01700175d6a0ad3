import { Link, Notice } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { TrainingLine } from '#usecases/training/list-trainings.ts'

/** As long as it is news. Where she stands is on the page of trainings, always. */
const newsDays = 14

/** She waited for a training and has a seat now: said where she begins. */
export const MovedUp = ({
  t,
  today,
  trainings,
}: {
  t: T
  today: Temporal.PlainDate
  trainings: readonly TrainingLine[]
}) => {
  const news = trainings.filter(
    ({ movedUpOn, over, state }) =>
      movedUpOn !== null && !over && state === 'planned' && today.since(movedUpOn).days < newsDays,
  )
  return news.map(({ trainingId, title, movedUpOn }) => (
    <Notice key={trainingId} tone="done" title={title}>
      {movedUpOn && t('training.moved-up', { day: t.day(movedUpOn, today) })}{' '}
      <Link href={paths.training.list()}>{t('training.title')}</Link>
    </Notice>
  ))
}
