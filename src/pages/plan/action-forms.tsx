import { doers, letGoReasons } from '#domain/plan/plan.ts'
import { chosen, neededDay } from '#pages/course/course-form.tsx'
import { DayField, Radios, Select, TextArea, TextField } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import { type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { planForm } from '#pages/plan/plan-form.tsx'
import { addPlanAction } from '#usecases/plan/add-plan-action.ts'
import { endPlanAction } from '#usecases/plan/end-plan-action.ts'

const endings = ['done', ...letGoReasons] as const

/** Agreeing who does something for a goal, and saying what became of it. */
export const actionFormRoutes: readonly Route[] = [
  planForm({
    path: paths.plan.action(':id', ':goal'),
    title: 'plan.action-title',
    button: 'plan.save',
    subject: ({ plan }, { params }) => plan?.goals.find(({ id }) => id === params.goal),
    open: ({ plan }, { letGo }) => plan?.abilities.addAction === true && letGo === null,
    body: (state, { parties }, { words }) => {
      const { t } = state
      return (
        <>
          <Text>{words?.words ?? t('plan.goal-erased')}</Text>
          <TextArea state={state} name="words" label={t('plan.action-words')} rows={2} />
          <Radios
            state={state}
            name="doer"
            label={t('plan.action-doer')}
            options={doers.map((doer) => ({ value: doer, label: t(`plan.doer.${doer}`) }))}
          />
          {parties.length > 0 && (
            <Select
              state={state}
              name="organisation"
              label={t('plan.action-organisation')}
              hint={t('plan.action-party-hint')}
              empty={t('plan.action-organisation-none')}
              options={parties.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextField
            state={state}
            name="party"
            label={t('plan.action-party')}
            hint={t('plan.action-party-hint')}
            optional
          />
          <DayField state={state} name="byDay" label={t('plan.action-by')} />
        </>
      )
    },
    async save({ context, actor, form, params, today }, { submission, ...place }) {
      const doer = chosen(form, 'doer', doers)
      await addPlanAction(
        context,
        actor,
        {
          ...place,
          goalId: params.goal ?? '',
          words: form.text('words'),
          doer,
          networkOrganisationId: form.optional('organisation'),
          party: form.optional('party'),
          byDay: neededDay(form, 'byDay', today),
        },
        submission,
      )
      return seeOther(paths.plan.one(place.trajectoryId), 'plan.said.saved')
    },
  }),
  planForm({
    path: paths.plan.endAction(':id', ':action'),
    title: 'plan.end-action-title',
    button: 'plan.save',
    subject: ({ plan }, { params }) =>
      plan?.goals.flatMap(({ actions }) => actions).find(({ id }) => id === params.action),
    open: ({ plan }, { ended }) => plan?.abilities.addAction === true && ended === null,
    body: (state, _, { words }) => {
      const { t } = state
      return (
        <>
          <Text>{words?.words ?? t('plan.goal-erased')}</Text>
          <Radios
            state={state}
            name="how"
            label={t('plan.how')}
            options={endings.map((how) => ({
              value: how,
              label: how === 'done' ? t('plan.how.done') : t(`plan.let-go.${how}`),
            }))}
          />
        </>
      )
    },
    async save({ context, actor, form, params }, { submission, ...place }) {
      const how = chosen(form, 'how', endings)
      await endPlanAction(context, actor, { ...place, actionId: params.action ?? '', how }, submission)
      return seeOther(paths.plan.one(place.trajectoryId), 'plan.said.saved')
    },
  }),
]
