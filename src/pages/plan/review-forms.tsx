import { type Level, levels } from '#domain/plan/goal-attainment.ts'
import { needsReason, planReasons, reviewOutcomes } from '#domain/plan/plan.ts'
import { chosen } from '#pages/course/course-form.tsx'
import { Radios, TextArea } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import { type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { GoalCard } from '#pages/plan/goal-card.tsx'
import { planForm } from '#pages/plan/plan-form.tsx'
import { levelWords } from '#pages/plan/plan-words.ts'
import type { ShownPlan } from '#usecases/plan/plan-view.ts'
import { reviewPlan } from '#usecases/plan/review-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'

const goalsIn = ({ goals }: ShownPlan) => goals.filter(({ letGo }) => letGo === null)
const judgements = { submitted: ['approve', 'send-back'], closing: ['close', 'keep-open'] } as const
const allJudgements = [...judgements.submitted, ...judgements.closing]

/** Looking at it together with her; and a colleague who judges what others wrote. */
export const reviewFormRoutes: readonly Route[] = [
  planForm<ShownPlan>({
    path: paths.plan.review(':id'),
    title: 'plan.review-title',
    button: 'plan.save',
    subject: ({ plan }) => plan ?? undefined,
    open: (_, { abilities }) => abilities.review,
    known: (plan) =>
      Object.fromEntries(goalsIn(plan).map(({ id, level }) => [id, level === null ? null : String(level)])),
    body: (state, _, plan) => {
      const { t } = state
      return (
        <>
          <Text>{t('plan.review-lead')}</Text>
          {goalsIn(plan).map((goal) => (
            <Radios
              key={goal.id}
              state={state}
              name={goal.id}
              label={goal.words?.words ?? t('plan.goal-erased')}
              options={levels.map((level) => ({
                value: String(level),
                label: t(`plan.level.${level}`),
                hint: levelWords(goal, level) ?? '',
              }))}
            />
          ))}
          <TextArea state={state} name="words" label={t('plan.review-words')} optional rows={3} />
          <Radios
            state={state}
            name="outcome"
            label={t('plan.review-outcome')}
            options={reviewOutcomes.map((outcome) => ({
              value: outcome,
              label: t(`plan.review-outcome.${outcome}`),
            }))}
          />
        </>
      )
    },
    async save({ context, actor, form }, { submission, ...place }) {
      const outcome = chosen(form, 'outcome', reviewOutcomes)
      const names = levels.map(String)
      // Every field that is named as a goal and says a level; the use case knows which goals there are.
      const rated = form
        .entries()
        .filter(([name, value]) => /^[0-9a-f-]{36}$/.test(name) && names.includes(value))
        .map(([name, value]) => [name, Number(value) as Level] as const)
      await reviewPlan(
        context,
        actor,
        { ...place, levels: Object.fromEntries(rated), outcome, words: form.optional('words') },
        submission,
      )
      return seeOther(paths.plan.one(place.trajectoryId), 'plan.said.saved')
    },
  }),
  planForm<ShownPlan>({
    path: paths.plan.decide(':id'),
    who: ['coordinator'],
    title: 'plan.decide-title',
    button: 'plan.save',
    subject: ({ plan }) => plan ?? undefined,
    open: (_, { abilities }) => abilities.approve || abilities.close,
    body: (state, _, { state: stands, goals }) => {
      const { t } = state
      const closing = stands === 'closing'
      return (
        <>
          <Text>{t(closing ? 'plan.decide-closing-lead' : 'plan.decide-lead')}</Text>
          {goals
            .filter(({ letGo }) => letGo === null)
            .map((goal) => (
              <GoalCard key={goal.id} t={t} goal={goal} />
            ))}
          <Radios
            state={state}
            name="step"
            label={t('plan.decision')}
            options={judgements[closing ? 'closing' : 'submitted'].map((step) => ({
              value: step,
              label: t(`plan.decision.${step}`),
            }))}
          />
          <Radios
            state={state}
            name="reason"
            label={t('plan.decision-reason')}
            optional
            options={planReasons.map((reason) => ({ value: reason, label: t(`plan.reason.${reason}`) }))}
          />
        </>
      )
    },
    async save({ context, actor, form }, { submission, ...place }) {
      const step = chosen(form, 'step', allJudgements)
      const reason = needsReason(step) ? chosen(form, 'reason', planReasons) : null
      await stepPlanOn(context, actor, { ...place, step, reason }, submission)
      return seeOther(paths.plan.one(place.trajectoryId), 'plan.said.decided')
    },
  }),
]
