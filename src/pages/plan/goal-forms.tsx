import { type Level, levels, weights } from '#domain/plan/goal-attainment.ts'
import { letGoReasons } from '#domain/plan/plan.ts'
import { chosen } from '#pages/course/course-form.tsx'
import type { Form } from '#pages/form-data.ts'
import { Radios, Select, TextArea, TextField } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import { type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { planForm } from '#pages/plan/plan-form.tsx'
import { addPlanGoal } from '#usecases/plan/add-plan-goal.ts'
import { letGoPlanGoal } from '#usecases/plan/let-go-plan-goal.ts'
import type { PlanPage } from '#usecases/plan/read-plan.ts'

const levelText = (form: Form, level: Level) => form.optional(`levels.${level}`)

/** Writing a goal down in her words, and letting one go. */
export const goalFormRoutes: readonly Route[] = [
  planForm<PlanPage>({
    path: paths.plan.goal(':id'),
    title: 'plan.goal-title',
    button: 'plan.save',
    subject: (page) => page,
    open: ({ mayBegin, plan }) => mayBegin || plan?.abilities.addGoal === true,
    known: () => ({ weight: '2', startLevel: '-1' }),
    body: (state, { domains }) => {
      const { t } = state
      return (
        <>
          <Text>{t('plan.goal-lead')}</Text>
          <TextArea state={state} name="words" label={t('plan.goal-words')} rows={3} />
          {domains.length > 0 && (
            <Select
              state={state}
              name="domain"
              label={t('plan.goal-domain')}
              empty={t('plan.goal-domain-none')}
              options={domains.map(({ fact, label }) => ({ value: fact, label: label[t.language] }))}
            />
          )}
          <TextArea
            state={state}
            name="levels.0"
            label={t('plan.goal-expected')}
            hint={t('plan.goal-expected-hint')}
            rows={2}
          />
          <details>
            <summary>{t('plan.goal-levels')}</summary>
            {levels
              .filter((level) => level !== 0)
              .map((level) => (
                <TextField
                  key={level}
                  state={state}
                  name={`levels.${level}`}
                  label={t(`plan.level.${level}`)}
                  optional
                />
              ))}
          </details>
          <Radios
            state={state}
            name="startLevel"
            label={t('plan.goal-start-level')}
            options={levels.map((level) => ({ value: String(level), label: t(`plan.level.${level}`) }))}
          />
          <Radios
            state={state}
            name="weight"
            label={t('plan.goal-weight')}
            options={weights.map((weight) => ({ value: String(weight), label: t(`plan.weight.${weight}`) }))}
          />
        </>
      )
    },
    async save({ context, actor, form }, { trajectoryId, version, submission }) {
      const startLevel = Number(chosen(form, 'startLevel', levels.map(String))) as Level
      const weight = Number(chosen(form, 'weight', weights.map(String))) as (typeof weights)[number]
      await addPlanGoal(
        context,
        actor,
        {
          trajectoryId,
          version: version === 0 ? null : version,
          words: form.text('words'),
          domain: form.optional('domain'),
          weight,
          startLevel,
          levels: {
            '2': levelText(form, 2),
            '1': levelText(form, 1),
            '0': form.text('levels.0'),
            '-1': levelText(form, -1),
            '-2': levelText(form, -2),
          },
        },
        submission,
      )
      return seeOther(paths.plan.one(trajectoryId), 'plan.said.saved')
    },
  }),
  planForm({
    path: paths.plan.letGo(':id', ':goal'),
    title: 'plan.let-go-title',
    button: 'plan.save',
    subject: ({ plan }, { params }) => plan?.goals.find(({ id }) => id === params.goal),
    open: ({ plan }, { letGo }) => plan?.abilities.addGoal === true && letGo === null,
    body: (state, _, { words }) => {
      const { t } = state
      return (
        <>
          <Text>{words?.words ?? t('plan.goal-erased')}</Text>
          <Text>{t('plan.let-go-lead')}</Text>
          <Radios
            state={state}
            name="reason"
            label={t('plan.reason')}
            options={letGoReasons.map((reason) => ({ value: reason, label: t(`plan.let-go.${reason}`) }))}
          />
        </>
      )
    },
    async save({ context, actor, form, params }, { submission, ...place }) {
      const reason = chosen(form, 'reason', letGoReasons)
      await letGoPlanGoal(context, actor, { ...place, goalId: params.goal ?? '', reason }, submission)
      return seeOther(paths.plan.one(place.trajectoryId), 'plan.said.saved')
    },
  }),
]
