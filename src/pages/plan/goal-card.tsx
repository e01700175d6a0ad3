import { Card, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { doerWords, letGoWords, type ShownAction, type ShownGoal, saidLevel } from '#pages/plan/plan-words.ts'
import type { T } from '#pages/words/words.ts'
import type { ShownPlan } from '#usecases/plan/plan-view.ts'

interface Props {
  readonly t: T
  readonly goal: ShownGoal
  readonly domain?: string | null
  /** What may be done with it, and in which trajectory; nothing where it is only shown. */
  readonly may?: Pick<ShownPlan['abilities'], 'addGoal' | 'addAction'> & { readonly id: string }
}
const nothing = { id: '', addGoal: false, addAction: false }

/** One goal in her words: where it stands, and who does what for it. */
export const GoalCard = ({ t, goal, domain = null, may = nothing }: Props) => {
  const { id, ...abilities } = may
  const live = goal.letGo === null
  return (
    <Card
      level={3}
      title={goal.words?.words ?? t('plan.goal-erased')}
      tag={
        live &&
        goal.level !== null && (
          <Tag tone={goal.level < 0 ? 'info' : 'done'}>{t(`plan.level.${goal.level}`)}</Tag>
        )
      }
      action={
        live && (
          <>
            {abilities.addAction && <Link href={paths.plan.action(id, goal.id)}>{t('plan.add-action')}</Link>}{' '}
            {abilities.addGoal && <Link href={paths.plan.letGo(id, goal.id)}>{t('plan.let-go')}</Link>}
          </>
        )
      }
    >
      {goal.letGo && (
        <Text quiet>
          {t('plan.goal-let-go', {
            day: t.longDay(goal.letGo.on),
            reason: letGoWords(t, goal.letGo.code),
          })}
        </Text>
      )}
      <Summary
        rows={[
          domain ? [t('plan.goal-domain'), domain] : null,
          [t('plan.goal-expected'), goal.words?.levels['0'] ?? ''],
          [t('plan.goal-start'), saidLevel(t, goal, goal.startLevel)],
          goal.level === null ? null : [t('plan.goal-now'), saidLevel(t, goal, goal.level)],
        ]}
      />
      <Text>
        <strong>{t('plan.actions')}</strong>
      </Text>
      {goal.actions.length === 0 ? (
        <Text quiet>{t('plan.no-actions')}</Text>
      ) : (
        <ul class="naast-list">
          {goal.actions.map((action) => (
            <li key={action.id}>
              <ActionLine t={t} action={action} />
              {live && abilities.addAction && !action.ended && (
                <>
                  {' '}
                  <Link href={paths.plan.endAction(id, action.id)}>{t('plan.action-open')}</Link>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const ActionLine = ({ t, action }: { t: T; action: ShownAction }) => (
  <>
    {t('plan.action-line', {
      who: doerWords(t, action),
      what: action.words?.words ?? t('plan.goal-erased'),
      day: t.longDay(action.byDay),
    })}
    {action.ended && (
      <>
        {' · '}
        {action.ended.code === 'done'
          ? t('plan.action-done', { day: t.longDay(action.ended.on) })
          : t('plan.action-let-go', {
              day: t.longDay(action.ended.on),
              reason: letGoWords(t, action.ended.code),
            })}
      </>
    )}
  </>
)
